"""How a place is taken up and how it falls vacant: what several commands share."""

from __future__ import annotations

from datetime import date

from causeway.domains.alliances.commands.electing import begin_elected_term, end_elected_term
from causeway.domains.alliances.models import Alliance, Organisation, Term
from causeway.domains.assemblies.bodies import body_of
from causeway.domains.assemblies.commands.ending_recalls import end_recalls_from
from causeway.domains.assemblies.models import Seat
from causeway.domains.assemblies.reporting import first_due
from causeway.kernel import clock


def begin(seat: Seat) -> None:
    """The person takes the place up: their term runs from now on, or from when the committee's does."""
    seat.since = max(clock.today(), seat.committee.starts_on)
    seat.state = Seat.State.HELD
    seat.term = _term(seat, seat.since)
    seat.next_report_on = first_due(seat.committee, seat.since, seat.since)
    seat.save()


def _term(seat: Seat, starts_on: date) -> Term | None:
    """The office that goes with the place; campaigns and services have no offices of their own."""
    body, committee = body_of(seat.committee.election), seat.committee
    if not isinstance(body, Alliance | Organisation) or seat.person_id is None:
        return None
    ends_on = committee.ends_on
    return begin_elected_term(
        body, title=committee.name, person_id=seat.person_id, starts_on=starts_on, ends_on=ends_on
    )


def end(seat: Seat, state: Seat.State) -> None:
    """The place falls vacant, for the reason that ``state`` says."""
    if state != Seat.State.RECALLED:
        end_recalls_from(seat)
    seat.state, seat.ended_at = state, clock.now()
    seat.save()
    if seat.term and seat.term.ended_on is None:
        end_elected_term(seat.term, str(state.label))
