"""E-mail addresses as this room compares them, and as it keeps them where it need not read them."""

from __future__ import annotations

from uuid import UUID

from causeway.kernel.sealing import blind_index


def tidy(email: str) -> str:
    """An address in the form in which two of them are compared."""
    return email.strip().lower()


def index_of_address(email: str) -> bytes:
    """The blind index (32 bytes) under which consents and requests of an address stand."""
    return blind_index(tidy(email), "people.address")


def subject_id(subject_index: bytes) -> UUID:
    """The same as an identifier, for the bearer of a link that was sent to that address."""
    return UUID(bytes=bytes(subject_index)[:16])


def domain_of(email: str) -> str:
    """What stands behind the @."""
    return tidy(email).rpartition("@")[2].rstrip(".")
