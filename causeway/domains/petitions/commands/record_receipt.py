"""Record who received a hand-in."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.petitions.models import HandIn
from causeway.domains.petitions.paper_policies import may_follow_hand_in
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class RecordReceipt(Command[HandIn]):
    """Say which office took the papers. A second time corrects the first."""

    hand_in_id: UUID
    received_by: str


@performs(
    RecordReceipt,
    policy=may_follow_hand_in,
    says="recorded who received “{petition}”",
    finds=locked(HandIn, "hand_in_id"),
)
def record_receipt(_actor: Actor, command: RecordReceipt, hand_in: HandIn) -> Done[HandIn]:
    received_by = " ".join(command.received_by.split())
    if not received_by or len(received_by) > 160:
        raise Invalid(received_by=_("Name the office that took it, for example: the chief executive’s office."))
    hand_in.received_by = received_by
    hand_in.save(update_fields=["received_by"])
    petition = hand_in.petition
    return Done(hand_in, scope=petition.campaign.alliance_id, about=petition.pk, named={"petition": petition.title})
