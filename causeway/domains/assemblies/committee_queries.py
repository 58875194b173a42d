"""Reads of committees: each takes an actor, and returns only what that actor may see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Section
from causeway.domains.assemblies.bodies import FIELDS, Body, body_of, owner, runs_body
from causeway.domains.assemblies.committee_standing import (
    TAKEN_UP_WITHIN,
    all_have_answered,
    asked_until,
    is_over,
    place_of,
    vacancies_open,
    waits_before,
)
from causeway.domains.assemblies.models import Ballot, Committee, Countback, Nomination, Process, Readiness, Seat
from causeway.domains.assemblies.queries import visible_processes
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Member, person_of
from causeway.kernel.errors import Missing

BODIES = tuple(f"election__{field}" for field in FIELDS)


def visible_committees(actor: Actor) -> QuerySet[Committee]:
    """The committees whose elections the actor sees."""
    return Committee.objects.filter(formed_on__isnull=False, election__in=visible_processes(actor))


def running_committees(actor: Actor, body: Body) -> list[Committee]:
    """The committees of a body whose terms are not over, by name."""
    elected = {f"election__{field}": one for field, one in owner(body).items()}
    running = Q(ends_on=None) | Q(ends_on__gte=clock.today())
    return list(visible_committees(actor).filter(running, **elected).order_by("name", "id"))


def committee_at(actor: Actor, slug: str) -> Committee:
    """The committee at that address, with its election and body. Raises Missing where the actor sees none."""
    found = visible_committees(actor).filter(slug=slug).select_related("election__roll", *BODIES).first()
    if found is None:
        raise Missing
    return found


def committee_written_for(process: Process) -> Committee | None:
    """What the election elects to, as far as it is written down; for those who see the election."""
    return Committee.objects.filter(election=process.part_of_id or process.pk).first()


def countback_of_seat(seat: Seat) -> Countback | None:
    """How a vacancy was filled; None while it is not."""
    return Countback.objects.filter(seat=seat).first()


@dataclass(frozen=True)
class SeatShown:
    """A place as it is shown: who holds it under which name, how they came to it, and since when."""

    seat: Seat
    name: str
    section: str
    way: str
    address: str
    """Where the way is told: the election, or the countback."""
    mine: bool


@dataclass(frozen=True)
class CommitteeShown:
    """What the page of a committee shows to one actor."""

    committee: Committee
    body: Body
    places: int
    seats: list[SeatShown]
    """Who holds a place, or is to say whether they take it up."""
    vacancies: list[SeatShown]
    """The places that fell vacant and wait for a countback, by who left them."""
    to_elect: int
    """How many places only a by-election can fill."""
    by_election: Process | None
    """The by-election that is under way."""
    former: list[SeatShown]
    mine: SeatShown | None
    answer_by: datetime | None
    runs: bool
    over: bool


def committee_shown(actor: Actor, committee: Committee) -> CommitteeShown:
    """The page of a committee."""
    rows = Seat.objects.filter(committee=committee).select_related("option", "election")
    records = {record.seat_id: record for record in Countback.objects.filter(seat__committee=committee)}
    shown = [seat_shown(actor, seat, records) for seat in rows]
    present = [one for one in shown if one.seat.ended_at is None]
    left = [one for one in shown if one.seat.ended_at is not None]
    mine = next((one for one in present if one.mine), None)
    return CommitteeShown(
        committee=committee,
        body=body_of(committee.election),
        places=committee.election.ballot.seats,
        seats=present,
        vacancies=[one for one in left if one.seat.pk not in records],
        to_elect=places_to_elect(committee),
        by_election=by_election_of(committee),
        former=left,
        mine=mine,
        answer_by=mine.seat.offered_at + TAKEN_UP_WITHIN if mine else None,
        runs=runs_body(actor, body_of(committee.election)),
        over=is_over(committee),
    )


def seat_shown(actor: Actor, seat: Seat, records: dict[UUID, Countback]) -> SeatShown:
    """A place under the name on the paper; of somebody who has left Causeway the page says only that.

    ``records`` are the countbacks of the committee, by the place that each was to fill.
    """
    before = records.get(seat.succeeds_id) if seat.succeeds_id else None
    by_countback = before is not None and before.filled_by_id == seat.option_id
    elected = _("elected in the by-election") if seat.election.part_of_id else _("elected")
    return SeatShown(
        seat=seat,
        name=seat.option.name if seat.person_id else _("somebody who has left"),
        section=str(Section(seat.option.section).label) if seat.option.section else "",
        way=_("by countback") if by_countback else elected,
        address=_of_vacancy(seat.succeeds_id)
        if by_countback and seat.succeeds_id
        else seat.election.get_absolute_url(),
        mine=seat.person_id is not None and seat.person_id == person_of(actor),
    )


def _of_vacancy(seat_id: UUID) -> str:
    return reverse("committees:vacancy", kwargs={"seat_id": seat_id})


def places_to_elect(committee: Committee) -> int:
    """How many places no countback can fill: those for which nobody was found, and those never filled."""
    never = committee.election.ballot.seats - Seat.objects.filter(committee=committee, succeeds=None).count()
    return max(never, 0) + vacancies_open(committee).count()


def by_election_of(committee: Committee) -> Process | None:
    """The by-election that is called and not counted, if there is one."""
    rows = Process.objects.filter(part_of=committee.election, blueprint=Process.Blueprint.ELECTION, cancelled_on=None)
    return rows.filter(ballot__counted_at=None).first()


def seat_at(actor: Actor, seat_id: UUID) -> Seat:
    """A place of a committee that the actor sees. Raises Missing."""
    rows = Seat.objects.filter(committee__in=visible_committees(actor)).select_related(
        "option",
        "committee__election__roll",
        "election__roll",
        "election__ballot",
        *(f"committee__{b}" for b in BODIES),
    )
    seat = rows.filter(pk=seat_id).first()
    if seat is None:
        raise Missing
    return seat


@dataclass(frozen=True)
class VacancyShown:
    """A vacant place: until when candidates are asked, what the actor answered, and the countback once it is made."""

    left: SeatShown
    asked_until: datetime
    after_another: bool
    may_answer: bool
    answered: bool | None
    """What the actor answered, if they are asked: True, False, or None for not yet."""
    may_fill: bool
    record: Countback | None
    filled_by: str


def vacancy_shown(actor: Actor, seat: Seat) -> VacancyShown:
    """The page of a vacancy. Who was asked and who would take it is told to nobody before the count."""
    if seat.ended_at is None:
        raise Missing
    record = Countback.objects.filter(seat=seat).select_related("filled_by").first()
    place = None if record or is_over(seat.committee) else place_of(actor, seat)
    mine = seat.answers.filter(option__place=place).first() if place is not None else None
    return VacancyShown(
        left=seat_shown(actor, seat, {}),
        asked_until=asked_until(seat),
        after_another=record is None and waits_before(seat),
        may_answer=place is not None,
        answered=mine.ready if mine else None,
        may_fill=record is None and runs_body(actor, body_of(seat.committee.election)) and _may_be_filled(seat),
        record=record,
        filled_by=record.filled_by.name if record and record.filled_by else "",
    )


def _may_be_filled(seat: Seat) -> bool:
    in_time = clock.now() >= asked_until(seat) or all_have_answered(seat)
    return in_time and not waits_before(seat) and not is_over(seat.committee)


def seats_offered(actor: Actor) -> QuerySet[Seat]:
    """The places to which the actor was elected, and that wait for their answer."""
    if not isinstance(actor, Member):
        return Seat.objects.none()
    return Seat.objects.filter(person_id=actor.person_id, state=Seat.State.OFFERED)


def vacancies_asking(actor: Actor) -> QuerySet[Seat]:
    """The vacant places for which the actor stood, was not elected, and has not said whether they would take one."""
    if not isinstance(actor, Member):
        return Seat.objects.none()
    waiting = Seat.objects.filter(ended_at__isnull=False, countback=None, successor=None)
    stood = Nomination.objects.filter(person_id=actor.person_id, process=OuterRef("election"))
    answered = Readiness.objects.filter(
        seat=OuterRef("pk"),
        seat__election__nominations__person_id=actor.person_id,
        seat__election__nominations__name=F("option__name"),
    )
    elected = Seat.objects.filter(person_id=actor.person_id).values("election")
    return waiting.filter(Exists(stood), ~Exists(answered)).exclude(election__in=elected)


def my_places(actor: Actor) -> list[Seat]:
    """The places that the actor holds or is offered, the newest first."""
    person_id = person_of(actor)
    if person_id is None:
        return []
    rows = Seat.objects.filter(person_id=person_id, ended_at=None).select_related("committee")
    return list(rows.order_by("-offered_at"))


def elections_to_form() -> list[UUID]:
    """Counted elections whose places are not given out, for the job that does it."""
    rows = Ballot.objects.filter(process__blueprint=Process.Blueprint.ELECTION, counted_at__isnull=False)
    without = rows.exclude(process__in=Seat.objects.values("election")).exclude(outcome__chosen=[])
    return list(without.values_list("pk", flat=True))


def seats_to_lapse() -> list[UUID]:
    """Places that nobody took up in time, for the job."""
    rows = Seat.objects.filter(state=Seat.State.OFFERED, offered_at__lte=clock.now() - TAKEN_UP_WITHIN)
    return list(rows.values_list("pk", flat=True))


def vacancies_to_fill() -> list[UUID]:
    """The vacancies that can be filled now, the first to fall vacant first, for the job that counts."""
    rows = Seat.objects.filter(ended_at__isnull=False, countback=None, successor=None)
    waiting = rows.select_related(
        "committee", "election__roll", *(f"election__{one}" for one in ("alliance", "organisation"))
    )
    return [seat.pk for seat in waiting.order_by("ended_at", "id") if _may_be_filled(seat)]
