"""What an election makes: places taken up and declined, and vacancies filled by countback."""

from __future__ import annotations

import html
import json
import re
import shlex
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from causeway.domains.alliances.commands.end_term import EndTerm
from causeway.domains.alliances.commands.leave_organisation import LeaveOrganisation
from causeway.domains.alliances.commands.offer_office import OfferOffice
from causeway.domains.alliances.models import Office, Term
from causeway.domains.assemblies import committee_queries
from causeway.domains.assemblies.commands.accept_seat import AcceptSeat
from causeway.domains.assemblies.commands.call_by_election import CallByElection
from causeway.domains.assemblies.commands.decline_seat import DeclineSeat
from causeway.domains.assemblies.commands.fill_vacancy import FillVacancy
from causeway.domains.assemblies.commands.form_committee import FormCommittee
from causeway.domains.assemblies.commands.lapse_seat import LapseSeat
from causeway.domains.assemblies.commands.set_up_committee import SetUpCommittee
from causeway.domains.assemblies.commands.settle_roll import SettleRoll
from causeway.domains.assemblies.commands.step_down import StepDown
from causeway.domains.assemblies.commands.vacate_seats import VacateSeats
from causeway.domains.assemblies.committee_standing import members_of_committee
from causeway.domains.assemblies.committee_tasks import fill_vacancies, form_committees, lapse_seats
from causeway.domains.assemblies.computing_countback import Vacancy, countback_of, kept_in
from causeway.domains.assemblies.models import Ballot, Committee, Countback, Paper, Process, Roll, Seat
from causeway.kernel import clock
from causeway.kernel.actors import Member, System
from causeway.kernel.errors import Conflict, Invalid, Missing, Refused
from causeway.kernel.perform import perform
from tests.domains.assemblies import committee_scene as committees
from tests.domains.assemblies import scene as room
from tests.scenes import Scene
from tests.work import work

JOB = System(reason="a test")
CAUSEWAY = Path(sys.executable).with_name("causeway")
State = Seat.State


def member(scene: Scene, name: str) -> Member:
    return Member(committees.holder(scene, name).pk)


def names(seats: list[committee_queries.SeatShown]) -> set[str]:
    return {one.name for one in seats}


def test_the_worker_offers_the_places_of_a_counted_election_to_whom_it_elected(scene: Scene) -> None:
    process = committees.hold(scene, committees.written(scene))
    form_committees.func(0)
    committee = Committee.objects.get(election=process)
    assert {seat.option.name for seat in committee.seats.all()} == {"Ann Archer", "Ben Baker"}
    assert {seat.state for seat in committee.seats.all()} == {State.OFFERED}
    work()
    assert {letter.subject for letter in mail.outbox} == {"You are elected"}
    assert len(mail.outbox) == 2
    assert committee_queries.elections_to_form() == []
    with pytest.raises(Conflict):
        perform(JOB, FormCommittee(ballot_id=process.pk))


def test_an_election_for_which_nothing_was_written_makes_a_committee_of_its_own_name(scene: Scene) -> None:
    process = room.counted_election(scene)
    committee = perform(JOB, FormCommittee(ballot_id=process.pk))
    assert (committee.name, committee.ends_on, committee.report_weeks) == (process.title, None, 0)


def test_term_and_duties_cannot_change_once_somebody_stands(scene: Scene) -> None:
    process = committees.written(scene)
    committees.write(scene, process, duties="Other duties.")
    room.stand(process, scene.people["user"], "Una User")
    with pytest.raises(Conflict, match="stands already"):
        committees.write(scene, process, duties="Yet others.")
    assert Committee.objects.get(election=process).duties == "Other duties."


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"starts_on": clock.today() - room.DAY}, "starts_on"),
        ({"ends_on": clock.today()}, "ends_on"),
        ({"report_weeks": 500}, "report_weeks"),
    ],
)
def test_what_makes_no_sense_is_not_written_down(scene: Scene, changes: dict[str, object], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        committees.written(scene, **changes)
    assert set(refused.value.fields) == {field}


def test_only_the_election_of_a_whole_committee_makes_one(scene: Scene) -> None:
    with pytest.raises(Conflict):
        perform(
            scene.actor("coordinator"),
            SetUpCommittee(process_id=room.lying_open(scene).pk, name="x", starts_on=clock.today()),
        )


def test_whoever_takes_a_place_up_holds_an_office_for_the_term_that_was_written_down(scene: Scene) -> None:
    committee = committees.formed(scene)
    seat = committees.accept(scene, committee, "Ann Archer")
    term = Term.objects.get(pk=seat.term_id)
    assert (term.person_id, term.ends_on) == (seat.person_id, committee.ends_on)
    assert (term.office.title, term.office.role, term.office.elected) == (committee.name, Office.Role.DELEGATE, True)
    assert members_of_committee(committee) == {seat.person_id}


def test_a_place_is_taken_up_once_and_by_nobody_else(scene: Scene) -> None:
    committee = committees.formed(scene)
    seat = committees.seat_of(committee, "Ann Archer")
    for other in (member(scene, "Ben Baker"), scene.actor("coordinator"), scene.actor("stranger")):
        with pytest.raises(Missing):
            perform(other, AcceptSeat(seat_id=seat.pk))
    committees.accept(scene, committee, "Ann Archer")
    for command in (AcceptSeat(seat_id=seat.pk), DeclineSeat(seat_id=seat.pk)):
        with pytest.raises(Conflict, match="answered already"):
            perform(member(scene, "Ann Archer"), command)
    assert Term.objects.filter(person_id=seat.person_id, office__elected=True).count() == 1


def test_those_who_run_the_body_cannot_end_the_term_of_somebody_elected_or_fill_their_office(scene: Scene) -> None:
    committee = committees.at_work(scene)
    term = committees.seat_of(committee, "Ann Archer").term
    assert term is not None
    for actor in (scene.actor("coordinator"), member(scene, "Ann Archer")):
        with pytest.raises(Refused, match="filled by an election"):
            perform(actor, EndTerm(term_id=term.pk, reason="We do not like her."))
    offer = {"body_id": scene.westbury.pk, "role": Office.Role.DELEGATE, "email": "x@example.org"}
    with pytest.raises(Invalid, match="filled by an election"):
        perform(scene.actor("coordinator"), OfferOffice(title=committee.name.upper(), **offer))


def test_a_declined_place_asks_the_candidates_who_were_not_elected(scene: Scene) -> None:
    committee = committees.formed(scene)
    work()
    mail.outbox.clear()
    seat = committees.seat_of(committee, "Ann Archer")
    perform(member(scene, "Ann Archer"), DeclineSeat(seat_id=seat.pk))
    work()
    asked = {committees.holder(scene, name).email for name in ("Cat Cooper", "Dee Dyer")}
    assert {letter.to[0] for letter in mail.outbox} == asked
    assert "would you take it" in mail.outbox[0].subject


def test_a_place_that_nobody_took_up_within_a_fortnight_is_vacant(scene: Scene) -> None:
    committee = committees.formed(scene)
    committees.accept(scene, committee, "Ben Baker")
    lapse_seats.func(0)
    assert committees.seat_of(committee, "Ann Archer").state == State.OFFERED
    with clock.stopped_at(clock.now() + timedelta(days=15)):
        lapse_seats.func(0)
        assert committees.seat_of(committee, "Ann Archer").state == State.LAPSED
        assert committees.seat_of(committee, "Ben Baker").state == State.HELD
        with pytest.raises(Conflict):
            perform(JOB, LapseSeat(seat_id=committees.seat_of(committee, "Ben Baker").pk))


def test_whoever_steps_down_ends_their_term_and_cannot_do_it_twice(scene: Scene) -> None:
    committee = committees.at_work(scene)
    seat = committees.vacated(scene, committee)
    assert seat.term is not None
    assert Term.objects.get(pk=seat.term_id).ended_on == clock.today()
    with pytest.raises(Conflict):
        perform(member(scene, "Ann Archer"), StepDown(seat_id=seat.pk))
    assert members_of_committee(committee) == {committees.holder(scene, "Ben Baker").pk}


def test_a_vacancy_is_filled_from_the_papers_once_all_candidates_have_answered(scene: Scene) -> None:
    committee = committees.at_work(scene)
    seat = committees.vacated(scene, committee)
    fill_vacancies.func(0)
    with pytest.raises(Conflict, match="still have time"):
        perform(scene.actor("coordinator"), FillVacancy(seat_id=seat.pk))
    for candidate in ("Cat Cooper", "Dee Dyer"):
        committees.answer(scene, seat, candidate, ready=True)
    fill_vacancies.func(0)
    record = Countback.objects.get(seat=seat)
    assert record.filled_by is not None
    assert record.filled_by.name == "Dee Dyer"
    now = committees.seat_of(committee, "Dee Dyer")
    assert (now.state, now.succeeds_id, now.person_id) == (
        State.HELD,
        seat.pk,
        committees.holder(scene, "Dee Dyer").pk,
    )
    shown = committee_queries.committee_shown(scene.actor("user"), committee)
    assert names(shown.seats) == {"Ben Baker", "Dee Dyer"}
    assert {one.way for one in shown.seats} == {"elected", "by countback"}
    work()
    assert mail.outbox[-1].subject == "You have a place now"


def test_whoever_does_not_say_yes_is_passed_over_when_the_week_is_over(scene: Scene) -> None:
    committee = committees.at_work(scene)
    seat = committees.vacated(scene, committee)
    committees.answer(scene, seat, "Cat Cooper", ready=True)
    with clock.stopped_at(clock.now() + timedelta(days=8)):
        fill_vacancies.func(0)
    record = Countback.objects.get(seat=seat)
    assert record.filled_by is not None
    assert record.filled_by.name == "Cat Cooper"


def test_a_candidate_may_change_the_answer_and_nobody_else_is_asked(scene: Scene) -> None:
    committee = committees.at_work(scene)
    seat = committees.vacated(scene, committee)
    committees.answer(scene, seat, "Dee Dyer", ready=True)
    committees.answer(scene, seat, "Dee Dyer", ready=False)
    assert [row.ready for row in seat.answers.all()] == [False]
    for name in ("Ann Archer", "Ben Baker"):
        with pytest.raises(Refused, match="Only those who stood"):
            committees.answer(scene, seat, name, ready=True)


def test_a_candidate_who_does_not_belong_any_more_is_not_asked(scene: Scene) -> None:
    committee = committees.at_work(scene)
    seat = committees.vacated(scene, committee)
    perform(member(scene, "Cat Cooper"), LeaveOrganisation(organisation_id=scene.users_group.pk))
    committees.answer(scene, seat, "Dee Dyer", ready=True)
    fill_vacancies.func(0)
    assert committees.seat_of(committee, "Dee Dyer").state == State.HELD


def test_a_vacancy_is_counted_once(scene: Scene) -> None:
    committee = committees.at_work(scene)
    record = committees.counted_again(scene, committee)
    with pytest.raises(Conflict, match="counted again already"):
        perform(JOB, FillVacancy(seat_id=record.seat_id))
    with pytest.raises(IntegrityError), transaction.atomic():
        Countback.objects.create(seat_id=record.seat_id, counted_at=clock.now())
    assert Seat.objects.filter(succeeds=record.seat_id).count() == 1


def test_two_vacancies_are_filled_in_the_order_in_which_they_arose(scene: Scene) -> None:
    committee = committees.at_work(scene)
    first = committees.vacated(scene, committee, "Ben Baker")
    second = committees.vacated(scene, committee, "Ann Archer")
    for seat in (first, second):
        for candidate in ("Cat Cooper", "Dee Dyer"):
            committees.answer(scene, seat, candidate, ready=True)
    with pytest.raises(Conflict, match="filled first"):
        perform(JOB, FillVacancy(seat_id=second.pk))
    fill_vacancies.func(0)
    fill_vacancies.func(0)
    records = {record.seat_id: record for record in Countback.objects.all()}
    ann = committees.seat_of(committee, "Ann Archer").option.place
    assert records[first.pk].sitting == [ann], "when Ben left, Ann was still in office"
    assert {seat.option.name for seat in committee.seats.filter(state=State.HELD)} == {"Cat Cooper", "Dee Dyer"}


def test_where_nobody_would_take_the_place_it_stays_vacant_and_a_by_election_is_offered(scene: Scene) -> None:
    committee = committees.at_work(scene)
    seat = committees.vacated(scene, committee)
    for candidate in ("Cat Cooper", "Dee Dyer"):
        committees.answer(scene, seat, candidate, ready=False)
    fill_vacancies.func(0)
    record = Countback.objects.get(seat=seat)
    assert (record.filled_by, record.outcome) == (None, None)
    assert committee_queries.places_to_elect(committee) == 1
    by_election = call(scene, committee)
    assert (by_election.part_of, by_election.ballot.seats) == (committee.election, 1)
    with pytest.raises(Conflict, match="under way"):
        call(scene, committee)
    perform(scene.actor("coordinator"), SettleRoll(process_id=by_election.pk))
    others = room.members(scene)[4:6]
    for candidate, name in zip(others, ("Eve Eaton", "Fay Fox"), strict=True):
        room.stand(by_election, candidate, name)
    counted = committees.hold(scene, by_election, [{"Eve Eaton": 1}] * 7, standing=0)
    form_committees.func(0)
    now = committees.seat_of(committee, "Eve Eaton")
    assert (now.succeeds_id, now.election_id) == (seat.pk, counted.pk)
    perform(Member(others[0].pk), AcceptSeat(seat_id=now.pk))
    assert committee_queries.places_to_elect(committee) == 0
    assert Term.objects.get(pk=Seat.objects.get(pk=now.pk).term_id).ends_on == committee.ends_on
    with pytest.raises(Conflict, match="waits for a by-election"):
        call(scene, committee)


def call(scene: Scene, committee: Committee) -> Process:
    opens_at = clock.now() + 2 * room.DAY
    dates = {"nominations_close_at": opens_at - room.DAY, "opens_at": opens_at, "closes_at": opens_at + 2 * room.DAY}
    return perform(scene.actor("coordinator"), CallByElection(committee_id=committee.pk, **dates))


def test_places_for_which_too_few_stood_wait_for_a_by_election(scene: Scene) -> None:
    committee = committees.short(scene)
    assert committee_queries.places_to_elect(committee) == 1
    seat = committees.vacated(scene, committee)
    fill_vacancies.func(0)
    assert Countback.objects.get(seat=seat).filled_by is None
    assert committee_queries.places_to_elect(committee) == 2


def test_anybody_can_count_a_vacancy_again_from_the_published_files(scene: Scene, tmp_path: Path) -> None:
    record = committees.filled(scene)
    election = record.seat.election
    una = Client()
    una.force_login(scene.people["user"])
    page = una.get(f"/committees/vacancies/{record.pk}/").text
    (tmp_path / f"{election.slug}.blt").write_bytes(una.get(f"{election.get_absolute_url()}papers.blt").content)
    conditions = una.get(f"/committees/vacancies/{record.pk}/conditions.csv").content
    (tmp_path / f"{election.slug}-vacancy.csv").write_bytes(conditions)
    shown = re.search(r"causeway (count [^<]+)<", page)
    assert shown
    asked = [CAUSEWAY, *shlex.split(html.unescape(shown[1])), "--json"]
    told = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True, check=True)
    again, outcome = json.loads(told.stdout), record.outcome or {}
    assert again["vacancy"]["filled_by"]["name"] == record.filled_by.name  # type: ignore[union-attr]
    for part in ("digest", "stages", "conditions", "elected", "vacancy"):
        assert again[part] == outcome["count"][part], part


def test_a_vacancy_of_a_single_place_is_counted_again_by_the_command_line_too(tmp_path: Path) -> None:
    (tmp_path / "one.blt").write_text('3 1\n3 1 2 0\n2 2 3 0\n1 3 0\n0\n"Ann"\n"Ben"\n"Cat"\n"One place"\n')
    asked = "count one.blt --rule scottish --tie-order drawn:x --seats 1 --vacate 2 --stands-down 1 --json"
    told = subprocess.run([CAUSEWAY, *asked.split()], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert json.loads(told.stdout)["vacancy"]["filled_by"]["name"] == "Cat", "Ben followed Ann, and leaves too"


RESERVED = Ballot(
    process=Process(title="x"),
    question="Who?",
    form="ranked",
    seats=2,
    tie_seed="a seed",
    reserved={"users": 1, "workers": 1},
)
SECTIONS = ["users", "users", "workers", "workers", "community"]


@pytest.mark.parametrize(
    ("vacancy", "kept"),
    [
        (Vacancy(leaving=0, sitting=(2,), passed_over=()), [("Service users and carers", [1], 1)]),
        (Vacancy(leaving=2, sitting=(0,), passed_over=()), [("Workers", [3], 1)]),
        (Vacancy(leaving=0, sitting=(2,), passed_over=(1,)), []),
        (Vacancy(leaving=4, sitting=(), passed_over=(0, 2)), [("Service users and carers", [1], 1)]),
        (Vacancy(leaving=2, sitting=(4,), passed_over=(0,)), [("Workers", [3], 1)]),
    ],
)
def test_a_place_kept_for_a_section_is_kept_again_for_whoever_of_it_still_stands(
    vacancy: Vacancy, kept: list[tuple[str, list[int], int]]
) -> None:
    assert kept_in(RESERVED, SECTIONS, vacancy) == kept


@given(
    st.lists(st.permutations([1, 2, 3, 4, 5]), min_size=1, max_size=9),
    st.permutations(range(5)),
    st.integers(0, 2),
)
def test_a_countback_elects_exactly_one_of_those_who_stand_and_keeps_all_who_stay(
    papers: list[list[int]], order: list[int], out: int
) -> None:
    leaving, staying, *rest = order
    ballot = Ballot(process=Process(title="x"), question="Who?", form="ranked", seats=2, tie_seed="a seed")
    ballot.process.roll = Roll(electors=9)
    vacancy = Vacancy(leaving=leaving, sitting=(staying,), passed_over=tuple(rest[:out]))
    outcome, filled = countback_of(ballot, list("ABCDE"), papers, vacancy, [])
    assert filled in rest[out:]
    assert set(outcome.chosen) == {staying, filled}
    assert countback_of(ballot, list("ABCDE"), papers[::-1], vacancy, [])[0] == outcome


def test_the_places_of_somebody_who_leaves_causeway_fall_vacant_and_lead_to_nobody(scene: Scene) -> None:
    committee = committees.at_work(scene)
    una = scene.people["user"]
    perform(JOB, VacateSeats(person_id=una.pk))
    seat = committees.seat_of(committee, "Ann Archer")
    assert (seat.state, seat.person) == (State.GONE, None)
    shown = committee_queries.committee_shown(scene.actor("coordinator"), committee)
    assert names(shown.former) == {"somebody who has left"}
    work()
    assert committee_queries.vacancies_asking(member(scene, "Cat Cooper")).get() == seat


def test_the_papers_of_an_election_are_not_touched_by_a_countback(scene: Scene) -> None:
    committee = committees.at_work(scene)
    before = sorted(Paper.objects.filter(ballot=committee.election_id).values_list("receipt", "marks"))
    digest = committee.election.ballot.digest
    committees.counted_again(scene, committee)
    ballot = Ballot.objects.get(pk=committee.election_id)
    assert sorted(Paper.objects.filter(ballot=ballot).values_list("receipt", "marks")) == before
    assert ballot.digest == digest


def test_a_committee_whose_term_is_over_fills_no_vacancy(scene: Scene) -> None:
    committee = committees.at_work(scene)
    seat = committees.vacated(scene, committee)
    with clock.stopped_at(clock.now() + 53 * committees.WEEK):
        fill_vacancies.func(0)
        with pytest.raises(Conflict, match="term of this committee is over"):
            perform(JOB, FillVacancy(seat_id=seat.pk))
        assert members_of_committee(committee) == frozenset()


def test_nobody_outside_sees_the_committee_of_an_election_that_is_for_members(scene: Scene) -> None:
    committee = committees.working(scene)
    for name, status in (("user", 200), ("coordinator", 200), ("stranger", 404), ("outsider", 404)):
        client = Client()
        client.force_login(scene.people[name])
        assert client.get(committee.get_absolute_url()).status_code == status


def test_the_page_of_a_body_lists_the_committees_whose_terms_run(scene: Scene) -> None:
    committee = committees.working(scene)
    members, public = Client(), Client()
    members.force_login(scene.people["rep"])
    assert committee.get_absolute_url() in members.get(scene.westbury.get_absolute_url()).text
    assert committee.get_absolute_url() not in public.get(scene.westbury.get_absolute_url()).text
    with clock.stopped_at(clock.now() + 53 * committees.WEEK):
        assert committee_queries.running_committees(scene.actor("rep"), scene.westbury) == []
