"""Move a motion."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.finding_motions import process_on_floor
from causeway.domains.assemblies.commands.motion_results import new_version
from causeway.domains.assemblies.models import Motion
from causeway.domains.assemblies.motion_policies import may_move_motion
from causeway.domains.assemblies.motion_queries import statement_for
from causeway.domains.assemblies.motion_standing import OnFloor
from causeway.domains.assemblies.motion_wording import checked_text
from causeway.domains.assemblies.trail import in_trail
from causeway.domains.assemblies.wording import a_line
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Invalid

MOST_MOTIONS = 200


@dataclass(frozen=True, kw_only=True)
class MoveMotion(Command[Motion]):
    """Move a motion, as oneself or for an organisation. Empty lines divide its text into paragraphs.

    ``statement_id``: the statement of a conversation that it grew out of, and stays linked to.
    """

    process_id: UUID
    title: str
    text: str
    reason: str = ""
    organisation_id: UUID | None = None
    statement_id: UUID | None = None


@performs(MoveMotion, policy=may_move_motion, says="moved the motion “{motion}” in “{process}”", finds=process_on_floor)
def move_motion(actor: Actor, command: MoveMotion, floor: OnFloor) -> Done[Motion]:
    process = floor.process
    listed = Motion.objects.filter(process=process)
    title = a_line(command.title, "title", longest=160)
    if listed.filter(title__iexact=title).exists():
        raise Invalid(title=_("A motion of this title stands on the agenda. Give yours another, or amend that one."))
    if listed.count() >= MOST_MOTIONS:
        raise Conflict(_("The agenda is full. Ask those who run it."))
    last = listed.order_by("place").last()
    motion = Motion.objects.create(
        process=process,
        place=last.place + 1 if last else 1,
        title=title,
        reason=some_text(command.reason, "reason", longest=2000, needed=False),
        mover_id=signed_in(actor),
        moved_for=floor.organisation,
        moved_on=clock.today(),
        statement=statement_for(actor, str(command.statement_id or "")),
    )
    new_version(motion, checked_text(command.text), _("As it was moved"))
    return in_trail(process, motion, motion=title)
