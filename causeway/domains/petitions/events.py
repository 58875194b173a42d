"""Facts that this room announces."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.kernel.events import Event


@dataclass(frozen=True)
class PetitionOpened(Event):
    """A petition takes signatures from now on."""

    petition_id: UUID


@dataclass(frozen=True)
class PetitionClosed(Event):
    """A petition takes no more signatures."""

    petition_id: UUID


@dataclass(frozen=True)
class PetitionSigned(Event):
    """Somebody filled in the form; the signature waits to be confirmed from the letter."""

    signature_id: UUID


@dataclass(frozen=True)
class SignatureConfirmed(Event):
    """A signature stands: confirmed from the letter, or typed in from a sheet."""

    signature_id: UUID
    petition_id: UUID


@dataclass(frozen=True)
class UpdatePosted(Event):
    """There is news for the signers who agreed to hear it."""

    update_id: UUID


@dataclass(frozen=True)
class OpenLetterEndorsed(Event):
    """An organisation signed an open letter."""

    petition_id: UUID
    organisation_id: UUID
