"""Close a staff session."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.people.models import StaffSession
from causeway.domains.people.policies import may_close_staff_session
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class CloseStaffSession(Command[None]):
    """End a staff session before its time is over."""

    session_id: UUID


@performs(
    CloseStaffSession,
    policy=may_close_staff_session,
    says="closed a staff session",
    finds=locked(StaffSession, "session_id"),
)
def close_staff_session(_actor: Actor, _command: CloseStaffSession, session: StaffSession) -> Done[None]:
    if session.closed_at is None:
        session.closed_at = clock.now()
        session.save(update_fields=["closed_at"])
    return Done(None, scope=session.scope, about=session.pk)
