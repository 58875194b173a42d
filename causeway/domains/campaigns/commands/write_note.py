"""Write a note on a campaign’s members’ page."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.campaigns.models import (
    Campaign,
    Note,
)
from causeway.domains.campaigns.policies import (
    may_take_part,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, found, performs


@dataclass(frozen=True, kw_only=True)
class WriteNote(Command[Note]):
    """A note that only those who take part can read."""

    campaign_id: UUID
    text: str


@performs(
    WriteNote,
    policy=may_take_part,
    says="wrote a note on the members’ page of the campaign “{campaign}”",
    finds=found(Campaign, "campaign_id"),
)
def write_note(actor: Actor, command: WriteNote, campaign: Campaign) -> Done[Note]:
    note = Note.objects.create(
        campaign=campaign,
        text=some_text(command.text, "text", longest=5000),
        written_by_id=signed_in(actor),
        written_at=clock.now(),
    )
    return in_trail(campaign, note, about=note.pk)
