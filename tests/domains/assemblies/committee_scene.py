"""Committees that were elected, with their places taken up, declined and vacated, made with the real commands."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from causeway.domains.assemblies import queries
from causeway.domains.assemblies.commands.accept_seat import AcceptSeat
from causeway.domains.assemblies.commands.answer_vacancy import AnswerVacancy
from causeway.domains.assemblies.commands.close_nominations import CloseNominations
from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.commands.fill_vacancy import FillVacancy
from causeway.domains.assemblies.commands.form_committee import FormCommittee
from causeway.domains.assemblies.commands.set_up_committee import SetUpCommittee
from causeway.domains.assemblies.commands.step_down import StepDown
from causeway.domains.assemblies.models import Committee, Countback, Process, Seat
from causeway.domains.people.models import Person
from causeway.kernel import clock
from causeway.kernel.actors import Member, System
from causeway.kernel.perform import perform
from tests.domains.assemblies import scene as room
from tests.scenes import Scene

JOB = System(reason="a test")
DUTIES = "Run the centre from week to week, and report each quarter."
WEEK = timedelta(weeks=1)
# Ann and Ben are elected to two places; of the others Dee is named next on Ann’s papers.
RANKINGS = (
    {"Ann Archer": 1, "Dee Dyer": 2, "Ben Baker": 3},
    {"Ann Archer": 1, "Dee Dyer": 2},
    {"Ann Archer": 1, "Dee Dyer": 2, "Cat Cooper": 3},
    {"Ben Baker": 1, "Ann Archer": 2},
    {"Ben Baker": 1, "Cat Cooper": 2},
    {"Cat Cooper": 1},
    {"Ben Baker": 1},
)


def written(s: Scene, **changes: Any) -> Process:
    """An election for which the term and the duties are written down, before anybody stands."""
    process = room.called(s, title=changes.pop("title", "The centre’s committee"), **changes.pop("election", {}))
    write(s, process, **changes)
    return Process.objects.get(pk=process.pk)


def write(s: Scene, process: Process, **changes: Any) -> Committee:
    """The coordinator writes down what the election elects to."""
    fields: dict[str, Any] = {
        "process_id": process.pk,
        "name": "Committee of Rowan Day Centre",
        "starts_on": clock.today(),
        "ends_on": clock.today() + 52 * WEEK,
        "duties": DUTIES,
        "report_weeks": 13,
        **changes,
    }
    return perform(s.actor("coordinator"), SetUpCommittee(**fields))


def hold(s: Scene, process: Process, rankings: Any = RANKINGS, *, standing: int = 4, section: str = "") -> Process:
    """Let the first so many members stand under the four names, let all vote, and count."""
    for candidate, name in zip(room.members(s)[:standing], room.NAMES, strict=False):
        room.stand(process, candidate, name, **({"section": section} if section else {}))
    room.let_pass(process, room.DAY + room.DAY / 24)
    perform(JOB, CloseNominations(ballot_id=process.pk))
    process = room.let_pass(process, room.DAY)
    if process.ballot.counted_at is None:
        names = queries.option_names(process.ballot)
        for voter, wanted in zip(room.members(s), rankings, strict=True):
            room.cast(process, voter, tuple(wanted.get(name) for name in names))
        room.let_pass(process, 3 * room.DAY)
        perform(JOB, CountBallot(ballot_id=process.pk))
    return Process.objects.get(pk=process.pk)


def formed(s: Scene, **changes: Any) -> Committee:
    """A fresh committee: Ann and Ben are elected, and have not answered."""
    process = hold(s, written(s, **changes))
    return perform(JOB, FormCommittee(ballot_id=process.pk))


def seat_of(committee: Committee, name: str) -> Seat:
    """The place to which somebody was elected under that name."""
    return Seat.objects.get(committee=committee, option__name=name)


def holder(s: Scene, name: str) -> Person:
    """The person behind a name on the paper."""
    return room.members(s)[room.NAMES.index(name)]


def accept(s: Scene, committee: Committee, name: str) -> Seat:
    """Somebody takes their place up."""
    return perform(Member(holder(s, name).pk), AcceptSeat(seat_id=seat_of(committee, name).pk))


def at_work(s: Scene, **changes: Any) -> Committee:
    """A fresh committee on which Ann and Ben have taken up their places."""
    committee = formed(s, **changes)
    for name in room.NAMES[:2]:
        accept(s, committee, name)
    return committee


def vacated(s: Scene, committee: Committee, name: str = "Ann Archer") -> Seat:
    """Somebody steps down."""
    return perform(Member(holder(s, name).pk), StepDown(seat_id=seat_of(committee, name).pk))


def answer(s: Scene, seat: Seat, name: str, *, ready: bool) -> None:
    """A candidate says whether they would take the place."""
    answer_as(seat, holder(s, name), ready=ready)


def answer_as(seat: Seat, candidate: Person, *, ready: bool) -> None:
    """The same, by the person."""
    perform(Member(candidate.pk), AnswerVacancy(seat_id=seat.pk, ready=ready))


def counted_again(s: Scene, committee: Committee, name: str = "Ann Archer") -> Countback:
    """Somebody steps down, Cat and Dee would take the place, and the papers are counted again."""
    seat = vacated(s, committee, name)
    for candidate in ("Cat Cooper", "Dee Dyer"):
        answer(s, seat, candidate, ready=True)
    return perform(JOB, FillVacancy(seat_id=seat.pk))


# -- for the matrix, each made once ---------------------------------------------------------------------------------


def offered(s: Scene) -> Seat:
    """Una, under the name of Ann Archer, is to say whether she takes her place up."""
    committee: Committee = s.once("committees.offered", lambda: formed(s, title="An offered committee"))
    return seat_of(committee, "Ann Archer")


def working(s: Scene) -> Committee:
    """A committee at work."""
    made: Committee = s.once("committees.working", lambda: at_work(s, title="A working committee"))
    return made


def asking(s: Scene) -> Seat:
    """A vacant place; Una, who stood under the name of Cat Cooper, is asked whether she would take it."""

    def make() -> Seat:
        process = written(s, title="A committee with a vacancy")
        una, *others = room.members(s)
        names = ("Ann Archer", "Ben Baker", "Dee Dyer", "Cat Cooper")
        for candidate, name in zip((*others[:3], una), names, strict=True):
            room.stand(process, candidate, name)
        hold(s, process, standing=0)
        committee = perform(JOB, FormCommittee(ballot_id=process.pk))
        ann = Member(others[0].pk)
        perform(ann, AcceptSeat(seat_id=seat_of(committee, "Ann Archer").pk))
        return perform(ann, StepDown(seat_id=seat_of(committee, "Ann Archer").pk))

    made: Seat = s.once("committees.asking", make)
    return made


def fillable(s: Scene) -> Seat:
    """A vacant place for which both candidates who are left have answered."""

    def make() -> Seat:
        seat = vacated(s, at_work(s, title="A committee to fill"))
        for candidate in ("Cat Cooper", "Dee Dyer"):
            answer(s, seat, candidate, ready=True)
        return seat

    made: Seat = s.once("committees.fillable", make)
    return made


def filled(s: Scene) -> Countback:
    """A vacancy that was filled by countback, with a place kept for users."""

    def make() -> Countback:
        process = written(s, title="A filled committee", election={"reserved": {"users": 2}})
        committee = perform(JOB, FormCommittee(ballot_id=hold(s, process, section="users").pk))
        for name in room.NAMES[:2]:
            accept(s, committee, name)
        return counted_again(s, committee)

    made: Countback = s.once("committees.filled", make)
    return made


def short(s: Scene) -> Committee:
    """A committee for which nobody could be found: two places, one taken."""

    def make() -> Committee:
        process = hold(s, written(s, title="A short committee"), standing=1)
        committee = perform(JOB, FormCommittee(ballot_id=process.pk))
        accept(s, committee, "Ann Archer")
        return committee

    made: Committee = s.once("committees.short", make)
    return made
