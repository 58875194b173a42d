"""Open a staff session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.people.models import StaffSession
from causeway.domains.people.policies import may_open_staff_session
from causeway.domains.people.staff import LONGEST, bodies
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid

SHORTEST_REASON = 15


@dataclass(frozen=True, kw_only=True)
class OpenStaffSession(Command[StaffSession]):
    """Look into one body's matters (``scope``; None for the platform's own desk), for a reason, for a time."""

    reason: str
    minutes: int
    scope: UUID | None = None


@performs(
    OpenStaffSession,
    policy=may_open_staff_session,
    says="opened a staff session of {minutes} minutes because: {reason}",
)
def open_staff_session(actor: Actor, command: OpenStaffSession, _subject: Any) -> Done[StaffSession]:
    reason = " ".join(command.reason.split())
    if len(reason) < SHORTEST_REASON:
        raise Invalid(reason=_("Say in a sentence why you need to look. The alliance reads it."))
    if not 1 <= command.minutes <= LONGEST / timedelta(minutes=1):
        raise Invalid(minutes=_("A staff session lasts four hours at most."))
    names = dict(bodies())
    if command.scope is not None and command.scope not in names:
        raise Invalid(scope=_("Choose the alliance that this is about."))
    now = clock.now()
    session = StaffSession.objects.create(
        person_id=signed_in(actor),
        scope=command.scope,
        scope_name=names[command.scope] if command.scope else "",
        reason=reason,
        opened_at=now,
        until=now + timedelta(minutes=command.minutes),
    )
    return Done(
        session,
        scope=command.scope,
        about=session.pk,
        named={"minutes": str(command.minutes), "reason": reason},
    )
