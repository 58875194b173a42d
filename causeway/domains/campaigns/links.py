"""Links in letters: signed, and good for one thing only."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.core import signing
from django.urls import reverse

from causeway.domains.campaigns.event_policies import SIGN_UP_LINK
from causeway.domains.campaigns.rota_policies import REMINDERS_LINK
from causeway.kernel.actors import Bearer
from causeway.kernel.errors import Missing


def sign_up_url(sign_up_id: UUID) -> str:
    """The full address of the page that confirms, changes or withdraws a sign-up."""
    return site(reverse("events:sign_up", kwargs={"token": _token(SIGN_UP_LINK, sign_up_id)}))


def stop_reminders_url(person_id: UUID) -> str:
    """The full address of the page that stops reminders of shifts."""
    return site(reverse("rotas:stop_reminders", kwargs={"token": _token(REMINDERS_LINK, person_id)}))


def bearer_of(purpose: str, token: str) -> Bearer:
    """Whoever holds such a link. Raises Missing where it was changed."""
    try:
        return Bearer(purpose, UUID(_signer(purpose).unsign(token)))
    except (signing.BadSignature, ValueError, TypeError):
        raise Missing from None


def site(path: str) -> str:
    """A full address on this site."""
    return f"{settings.SITE_URL}{path}"


def _token(purpose: str, subject_id: UUID) -> str:
    return _signer(purpose).sign(subject_id.hex)


def _signer(purpose: str) -> signing.Signer:
    return signing.Signer(salt=f"campaigns.{purpose}", sep=".")
