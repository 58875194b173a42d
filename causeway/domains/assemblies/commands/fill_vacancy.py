"""Fill a vacant place by countback."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.ending_seats import begin
from causeway.domains.assemblies.committee_events import VacancyFilled
from causeway.domains.assemblies.committee_policies import may_fill_vacancy
from causeway.domains.assemblies.committee_standing import (
    all_have_answered,
    asked_until,
    is_over,
    is_vacant,
    ready_for,
    waits_before,
)
from causeway.domains.assemblies.committee_trail import in_committees_trail
from causeway.domains.assemblies.computing_countback import Vacancy, countback_of, kept_in
from causeway.domains.assemblies.models import Ballot, Countback, Option, Paper, Seat
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class FillVacancy(Command[Countback]):
    """Count the papers of the election again without whoever left, among the candidates who would take the place.

    Once: the record is stored with every stage. Where nobody would take it the place stays vacant.
    """

    seat_id: UUID


@performs(
    FillVacancy,
    policy=may_fill_vacancy,
    says="counted the papers again for a vacant place on “{committee}”: {found}",
    finds=locked(Seat, "seat_id"),
)
def fill_vacancy(_actor: Actor, _command: FillVacancy, seat: Seat) -> Done[Countback]:
    check_may_be_filled(seat)
    ballot = Ballot.objects.select_related("process__roll").get(pk=seat.election_id)
    ready = ready_for(seat)
    vacancy = vacancy_of(seat, ready)
    record = Countback(
        seat=seat, counted_at=clock.now(), sitting=list(vacancy.sitting), passed_over=list(vacancy.passed_over)
    )
    if ready:
        options = list(Option.objects.filter(ballot=ballot))
        papers = list(Paper.objects.filter(ballot=ballot).order_by("receipt").values_list("marks", flat=True))
        record.kept = [list(one) for one in kept_in(ballot, [one.section for one in options], vacancy)]
        kept = [(name, places, least) for name, places, least in record.kept]
        outcome, place = countback_of(ballot, [one.name for one in options], papers, vacancy, kept)
        record.outcome = outcome.as_json()
        record.filled_by = options[place] if place is not None else None
    record.save()
    if record.filled_by is None:
        return in_committees_trail(seat.committee, record, found=_("nobody could be found"))
    seated = _seat(seat, record.filled_by, ready[record.filled_by.place])
    return in_committees_trail(seat.committee, record, VacancyFilled(seat_id=seated.pk), found=_("it is filled"))


def check_may_be_filled(seat: Seat) -> None:
    """Raise Conflict unless the place is vacant, is next, and the candidates have had their time to answer."""
    if not is_vacant(seat) or Countback.objects.filter(seat=seat).exists():
        raise Conflict(_("This place is held, or its papers were counted again already."))
    if is_over(seat.committee):
        raise Conflict(_("The term of this committee is over."))
    if waits_before(seat):
        raise Conflict(_("Another place fell vacant before this one. It is filled first."))
    if clock.now() < asked_until(seat) and not all_have_answered(seat):
        raise Conflict(_("The candidates still have time to say whether they would take the place."))


def vacancy_of(seat: Seat, ready: dict[int, UUID]) -> Vacancy:
    """Who held a place from this paper when this one fell vacant, and who is passed over."""
    others = Seat.objects.filter(Q(ended_at=None) | Q(ended_at__gt=seat.ended_at), election=seat.election_id)
    sitting = set(others.exclude(pk=seat.pk).values_list("option__place", flat=True))
    everybody = set(Option.objects.filter(ballot=seat.election_id).values_list("place", flat=True))
    passed_over = everybody - sitting - ready.keys() - {seat.option.place}
    return Vacancy(leaving=seat.option.place, sitting=tuple(sorted(sitting)), passed_over=tuple(sorted(passed_over)))


def _seat(vacated: Seat, option: Option, person_id: UUID) -> Seat:
    """Who fills the place said beforehand that they would, so they hold it at once."""
    seat = Seat(
        committee=vacated.committee,
        election=vacated.election,
        option=option,
        person_id=person_id,
        succeeds=vacated,
        offered_at=clock.now(),
    )
    begin(seat)
    return seat
