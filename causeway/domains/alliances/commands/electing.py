"""Terms of those who were elected: begun and ended by the room that counts the votes."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from causeway.domains.alliances.bodies import Body, owner
from causeway.domains.alliances.models import Office, Term
from causeway.kernel import clock

LONGEST_TITLE = 80


def begin_elected_term(body: Body, *, title: str, person_id: UUID, starts_on: date, ends_on: date | None) -> Term:
    """Give somebody the place to which they were elected. It lends no power beyond standing in the body."""
    office, _made = Office.objects.get_or_create(
        title=title[:LONGEST_TITLE], role=Office.Role.DELEGATE, elected=True, **owner(body)
    )
    return Term.objects.create(office=office, person_id=person_id, starts_on=starts_on, ends_on=ends_on)


def end_elected_term(term: Term, reason: str) -> None:
    """End such a term early."""
    term.ended_on, term.end_reason = clock.today(), reason
    term.save(update_fields=["ended_on", "end_reason"])
