"""How a tip-off is kept: return codes, and texts sealed to the keys of handlers and of the source.

A return code is 125 random bits. Two things are derived from it (HKDF-SHA256, RFC 5869): a digest, by which the
server finds the thread, and the source's private key, of which the server keeps only the public half. So with what
the server stores, replies cannot be read, and the code cannot be found.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.db.models import Exists, OuterRef, QuerySet

from causeway.domains.alliances.models import Office
from causeway.domains.alliances.standing import terms_now
from causeway.domains.services.models import HandlerKey, SealedCopy, TipOffMessage
from causeway.kernel import codes, sealing

FEWEST_HANDLERS = 2
KEEP_DAYS = 90
LONGEST_DAYS = 365
LONGEST_TEXT = 10_000
PAD_TO = 2_048  # bytes: the length of a sealed text tells only the next multiple of this

CODE_LETTERS, A_GROUP = 25, 5


def new_code() -> str:
    """A fresh return code, in groups of five: ``7K3QX-…``."""
    return codes.new_code(CODE_LETTERS, group=A_GROUP)


def plain_code(typed: str) -> str:
    """A code as typed, without spaces and hyphens and with misread letters mended; "" where it cannot be a code."""
    return codes.plain_code(typed, CODE_LETTERS)


def digest_of(code: str) -> bytes:
    """What the server knows a thread by (32 bytes)."""
    return _derive(code, b"causeway tip-off digest")


def private_of(code: str) -> bytes:
    """The source's private key (32 bytes), made anew from the code whenever they come back; never stored."""
    return _derive(code, b"causeway tip-off key")


def _derive(code: str, purpose: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=purpose).derive(plain_code(code).encode())


def keys_in_use(alliance_ids: Iterable[UUID] | None = None) -> QuerySet[HandlerKey]:
    """The keys of those who are handlers today, of these alliances or of all."""
    in_office = terms_now().filter(
        person=OuterRef("person"), office__alliance=OuterRef("alliance"), office__role=Office.Role.HANDLER
    )
    keys = HandlerKey.objects.filter(Exists(in_office))
    return keys if alliance_ids is None else keys.filter(alliance_id__in=list(alliance_ids))


def seal(message: TipOffMessage, public: bytes | memoryview, text: str) -> bytes:
    """Seal a text, padded so that its length says little, to one key, for this message only."""
    short_by = -len(text.encode()) % PAD_TO
    return sealing.seal_to(bytes(public), text + "\0" * short_by, _context(message))


def opened(copy: SealedCopy, private: bytes) -> str:
    """The text of a copy. Raises Unsealable."""
    return sealing.open_with(private, bytes(copy.sealed), _context(copy.message)).rstrip("\0")


def _context(message: TipOffMessage) -> str:
    return f"tip-off message {message.pk}"
