"""When those who run the platform looked into an alliance's matters: who, why, from when until when, what they did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Page

from causeway.domains.alliances.bodies import Body
from causeway.domains.alliances.policies import may_read_trail
from causeway.domains.people.models import StaffSession
from causeway.domains.people.queries import staff_sessions_of
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.audit import trail
from causeway.kernel.models import AuditEntry
from causeway.kernel.paging import Paginator

ON_A_PAGE = 20


@dataclass(frozen=True)
class Look:
    """One staff session; ``until`` is its end, which lies ahead while it ``runs``."""

    who: str
    reason: str
    since: datetime
    until: datetime
    runs: bool
    done: list[AuditEntry]


def staff_sessions_in(actor: Actor, body: Body, number: str | int = 1) -> Page[Look]:
    """A page of the sessions about a body, newest first, for those who run it. Raises Refused for others."""
    may_read_trail.require(actor, body)
    page: Page[Any] = Paginator(staff_sessions_of(body.pk), ON_A_PAGE).get_page(number)
    sessions: list[StaffSession] = list(page.object_list)
    entries = _done_in(body.pk, sessions)
    page.object_list = [_look(session, entries) for session in sessions]
    return page


def _done_in(scope: UUID, sessions: list[StaffSession]) -> list[AuditEntry]:
    """What staff did in the body's matters while these sessions ran. One query."""
    if not sessions:
        return []
    first, last = min(row.opened_at for row in sessions), max(_end(row) for row in sessions)
    done = trail([scope]).filter(actor_kind=AuditEntry.Kind.STAFF, at__gte=first, at__lte=last)
    return list(done.order_by("at"))


def _end(session: StaffSession) -> datetime:
    return min(session.closed_at or session.until, session.until)


def _look(session: StaffSession, entries: list[AuditEntry]) -> Look:
    end = _end(session)
    done = [row for row in entries if row.actor_id == session.person_id and session.opened_at <= row.at <= end]
    return Look(session.person.shown_name, session.reason, session.opened_at, end, end > clock.now(), done)
