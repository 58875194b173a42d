"""Take a copy of the papers of a hand-in."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.petitions.models import HandIn
from causeway.domains.petitions.paper_policies import may_take_copy
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class TakeHandInCopy(Command[HandIn]):
    """Number and log one copy: its number stands on every page, so that a copy that turns up can be traced."""

    hand_in_id: UUID


@performs(
    TakeHandInCopy,
    policy=may_take_copy,
    says="took copy {copy} of the hand-in papers of “{petition}”",
    finds=locked(HandIn, "hand_in_id"),
)
def take_hand_in_copy(_actor: Actor, _command: TakeHandInCopy, hand_in: HandIn) -> Done[HandIn]:
    hand_in.copies += 1
    hand_in.save(update_fields=["copies"])
    petition = hand_in.petition
    return Done(
        hand_in,
        scope=petition.campaign.alliance_id,
        about=petition.pk,
        named={"copy": str(hand_in.copies), "petition": petition.title},
    )
