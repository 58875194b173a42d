"""Mark an agreed action as done, or as not done after all."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.alliances.bodies import body_of
from causeway.domains.alliances.models import MeetingAction
from causeway.domains.alliances.policies import may_finish_action
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class FinishAction(Command[MeetingAction]):
    """Mark an action as done today, or open it again. Marking twice is marking once."""

    action_id: UUID
    done: bool = True


@performs(
    FinishAction,
    policy=may_finish_action,
    says="marked an action of “{title}” of “{body}” as {state}",
    finds=locked(MeetingAction, "action_id"),
)
def finish_action(_actor: Actor, command: FinishAction, action: MeetingAction) -> Done[MeetingAction]:
    action.done_on = (action.done_on or clock.today()) if command.done else None
    action.save(update_fields=["done_on"])
    body = body_of(action.meeting)
    state = "done" if command.done else "open"
    named = {"title": action.meeting.title, "body": body.name, "state": state}
    return Done(action, scope=body.pk, about=action.meeting_id, named=named)
