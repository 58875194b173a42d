"""The private link in a signer's letter: it names one signature and proves that we gave it out. Nothing is stored."""

from __future__ import annotations

import base64
import binascii
import hmac
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from causeway.kernel.actors import Bearer
from causeway.kernel.errors import Missing
from causeway.kernel.sealing import blind_index

SIGNATURE = "signature"
PROOF = 16


def token_for(signature_id: UUID) -> str:
    """The secret part of the link: the identifier and a proof (128 bits), 43 characters."""
    proof = blind_index(signature_id.hex, "signature.link")[:PROOF]
    return base64.urlsafe_b64encode(signature_id.bytes + proof).decode().rstrip("=")


def bearer_of(token: str) -> Bearer:
    """Whoever holds this link. Raises Missing where we did not give it out."""
    try:
        raw = base64.urlsafe_b64decode(token.encode("ascii") + b"=")
    except (binascii.Error, UnicodeEncodeError, ValueError):
        raise Missing from None
    if len(raw) != 16 + PROOF:
        raise Missing
    signature_id = UUID(bytes=raw[:16])
    if not hmac.compare_digest(raw[16:], blind_index(signature_id.hex, "signature.link")[:PROOF]):
        raise Missing
    return Bearer(purpose=SIGNATURE, subject_id=signature_id)


def address_for(signature_id: UUID) -> str:
    """The whole link, as it stands in a letter."""
    return settings.SITE_URL + reverse("petitions:signature", kwargs={"token": token_for(signature_id)})


def stop_address_for(signature_id: UUID) -> str:
    """Where one click stops all letters to this signer (RFC 8058)."""
    return settings.SITE_URL + reverse("petitions:stop_letters", kwargs={"token": token_for(signature_id)})
