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


@dataclass(frozen=True)
class SheetTakenIn(Event):
    """A sheet of paper was typed in or counted."""

    sheet_id: UUID
    petition_id: UUID


@dataclass(frozen=True)
class SheetLost(Event):
    """A sheet that may have names on it cannot be found."""

    sheet_id: UUID
    petition_id: UUID


@dataclass(frozen=True)
class PetitionHandedIn(Event):
    """A petition was handed in: the campaign can note it among its actions."""

    hand_in_id: UUID
    petition_id: UUID
    campaign_id: UUID


@dataclass(frozen=True)
class PetitionAnswered(Event):
    """The decision-makers answered a petition that was handed in."""

    answer_id: UUID
    hand_in_id: UUID
    campaign_id: UUID
