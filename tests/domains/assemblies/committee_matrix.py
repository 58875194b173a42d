"""Who may do what with committees and their places."""

from __future__ import annotations

from causeway.domains.assemblies.commands.accept_seat import AcceptSeat
from causeway.domains.assemblies.commands.answer_vacancy import AnswerVacancy
from causeway.domains.assemblies.commands.call_by_election import CallByElection
from causeway.domains.assemblies.commands.decline_seat import DeclineSeat
from causeway.domains.assemblies.commands.fill_vacancy import FillVacancy
from causeway.domains.assemblies.commands.form_committee import FormCommittee
from causeway.domains.assemblies.commands.lapse_seat import LapseSeat
from causeway.domains.assemblies.commands.set_up_committee import SetUpCommittee
from causeway.domains.assemblies.commands.step_down import StepDown
from causeway.domains.assemblies.commands.vacate_seats import VacateSeats
from causeway.kernel import clock
from causeway.kernel.actors import Actor, System
from tests.domains.assemblies import committee_scene as committees
from tests.domains.assemblies import scene as room
from tests.matrix import NOBODY, SIGNED_IN, CommandCase, PageCase
from tests.scenes import Scene

CORA = frozenset({"coordinator"})
UNA = frozenset({"user"})
WESTBURY = frozenset({"coordinator", "rep", "user", "user_officer", "handler_one", "handler_two"})
JOB = ((lambda _scene: System(reason="a job"), True),)


def _unwritten(s: Scene) -> SetUpCommittee:
    process = s.once("committees.unwritten", lambda: room.called(s, title="An unwritten election"))
    return SetUpCommittee(process_id=process.pk, name="A committee", starts_on=clock.today())


def _by_election(s: Scene, _actor: Actor) -> CallByElection:
    opens_at = clock.now() + 2 * room.DAY
    return CallByElection(
        committee_id=committees.short(s).pk,
        nominations_close_at=opens_at - room.DAY,
        opens_at=opens_at,
        closes_at=opens_at + room.DAY,
    )


def _held(s: Scene) -> object:
    return committees.seat_of(committees.working(s), "Ann Archer").pk


COMMANDS: dict[str, CommandCase] = {
    "SetUpCommittee": CommandCase(lambda s, _a: _unwritten(s), CORA),
    "FormCommittee": CommandCase(lambda s, _a: FormCommittee(ballot_id=room.counted_election(s).pk), CORA, also=JOB),
    "AcceptSeat": CommandCase(lambda s, _a: AcceptSeat(seat_id=committees.offered(s).pk), UNA),
    "DeclineSeat": CommandCase(lambda s, _a: DeclineSeat(seat_id=committees.offered(s).pk), UNA),
    "StepDown": CommandCase(lambda s, _a: StepDown(seat_id=_held(s)), UNA),  # type: ignore[arg-type]
    "LapseSeat": CommandCase(lambda s, _a: LapseSeat(seat_id=committees.offered(s).pk), NOBODY, also=JOB),
    "AnswerVacancy": CommandCase(lambda s, _a: AnswerVacancy(seat_id=committees.asking(s).pk, ready=True), UNA),
    "FillVacancy": CommandCase(lambda s, _a: FillVacancy(seat_id=committees.fillable(s).pk), CORA, also=JOB),
    "CallByElection": CommandCase(_by_election, CORA),
    "VacateSeats": CommandCase(lambda s, _a: VacateSeats(person_id=s.people["user"].pk), NOBODY, also=JOB),
}

PAGES: dict[str, PageCase] = {
    "committees:mine": PageCase(SIGNED_IN),
    "committees:page": PageCase(WESTBURY, lambda s: {"slug": committees.working(s).slug}),
    "committees:set_up": PageCase(CORA, lambda s: {"process_slug": room.election(s).slug}),
    "committees:accept": PageCase(UNA, lambda s: {"seat_id": committees.offered(s).pk}, method="post"),
    "committees:decline": PageCase(UNA, lambda s: {"seat_id": committees.offered(s).pk}),
    "committees:step_down": PageCase(UNA, lambda s: {"seat_id": _held(s)}),
    "committees:vacancy": PageCase(WESTBURY, lambda s: {"seat_id": committees.asking(s).pk}),
    "committees:answer": PageCase(
        UNA, lambda s: {"seat_id": committees.asking(s).pk}, method="post", data=lambda _s: {"ready": "1"}
    ),
    "committees:fill": PageCase(CORA, lambda s: {"seat_id": committees.fillable(s).pk}, method="post"),
    "committees:conditions": PageCase(WESTBURY, lambda s: {"seat_id": committees.filled(s).pk}),
    "committees:by_election": PageCase(CORA, lambda s: {"slug": committees.short(s).slug}),
}
