"""Papers that say for which section they count: only their own, sealed, and never where a group is small."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client

from causeway.domains.alliances.commands.join_organisation import JoinOrganisation
from causeway.domains.assemblies import queries
from causeway.domains.assemblies.commands.cast_paper import CastPaper
from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.commands.forget_elector import ForgetElector
from causeway.domains.assemblies.commands.mix_papers import MixPapers
from causeway.domains.assemblies.counting_for import sections_of_elector
from causeway.domains.assemblies.models import Elector, Paper, Process
from causeway.domains.assemblies.standing import elector_of
from causeway.domains.people.models import Person
from causeway.kernel.actors import Member, System
from causeway.kernel.errors import Invalid
from causeway.kernel.perform import perform
from tests.domains.assemblies import scene as room
from tests.scenes import Scene
from tests.snapshot import Snapshot

JOB = System(reason="a test")
BY_SECTION: dict[str, Any] = {
    "form": "approval",
    "options": ("A ramp", "A warm room", "A night bus"),
    "seats": 0,
    "by_section": True,
    "result_for": "everybody",
}


@pytest.fixture
def three(scene: Scene) -> dict[str, list[Person]]:
    """Ten members in each section, and the seven of the users’ group besides."""
    return room.three_sections(scene)


@pytest.fixture
def process(scene: Scene, three: dict[str, list[Person]]) -> Process:
    return room.let_pass(room.settled(scene, **BY_SECTION), 2 * room.DAY)


def cast(process: Process, voter: Person, section: str = "", marks: tuple[int, ...] = (1, 0, 1)) -> str:
    return perform(Member(voter.pk), CastPaper(ballot_id=process.pk, marks=marks, section=section))


def count(process: Process) -> Process:
    room.let_pass(process, 3 * room.DAY)
    perform(JOB, CountBallot(ballot_id=process.pk))
    return Process.objects.get(pk=process.pk)


def all_vote(process: Process, three: dict[str, list[Person]], *, but: int = 0) -> None:
    """Everybody votes for their own section, but so many of the workers, who count for none."""
    for section, people in three.items():
        for number, voter in enumerate(people):
            cast(process, voter, "" if section == "workers" and number < but else section)


def test_a_paper_counts_for_a_section_of_its_voter_and_for_no_other(
    process: Process, three: dict[str, list[Person]]
) -> None:
    worker = three["workers"][0]
    with pytest.raises(Invalid, match="in which you were on the roll"):
        cast(process, worker, "users")
    with pytest.raises(Invalid):
        cast(process, worker, "none")
    cast(process, worker, "workers")
    assert Paper.objects.get().section.strip() == "workers"


def test_sections_are_those_of_the_day_on_which_the_roll_was_settled(
    scene: Scene, process: Process, three: dict[str, list[Person]]
) -> None:
    late = three["users"][0]
    perform(Member(late.pk), JoinOrganisation(organisation_id=scene.branch.pk))
    elector = elector_of(Member(late.pk), process.roll)
    assert sections_of_elector(process.ballot, elector) == ["users"]
    with pytest.raises(Invalid):
        cast(process, late, "workers")


def test_somebody_of_two_sections_chooses_one(scene: Scene, three: dict[str, list[Person]]) -> None:
    both = three["users"][0]
    perform(Member(both.pk), JoinOrganisation(organisation_id=scene.branch.pk))
    process = room.let_pass(room.settled(scene, **BY_SECTION), 2 * room.DAY)
    elector = elector_of(Member(both.pk), process.roll)
    assert sections_of_elector(process.ballot, elector) == ["users", "workers"]
    cast(process, both, "workers")


def test_with_ten_papers_in_each_section_they_are_published(process: Process, three: dict[str, list[Person]]) -> None:
    all_vote(process, three)
    counted = count(process)
    assert counted.ballot.outcome["by_section"] == {"users": 10, "workers": 10, "community": 10}
    assert counted.ballot.outcome["chosen"] == [], "the votes are told, and nothing is chosen here"
    file = Client().get(f"{counted.get_absolute_url()}papers.csv").content.decode().splitlines()
    assert file[0] == "receipt,section,A ramp,A warm room,A night bus"
    page = Client().get(f"{counted.get_absolute_url()}papers/").content.decode()
    assert page.count("Counts for: Workers") == 10
    assert sorted(line.split(",")[1] for line in file[1:]) == ["community"] * 10 + ["users"] * 10 + ["workers"] * 10


@pytest.mark.parametrize("but", [1, 9])
def test_where_one_group_is_small_no_paper_keeps_its_section(
    process: Process, three: dict[str, list[Person]], but: int
) -> None:
    """One worker counts for none: with nine workers, or with one paper for none, subtraction would find somebody."""
    all_vote(process, three, but=but)
    counted = count(process)
    assert counted.ballot.outcome["by_section"] == {}
    assert set(Paper.objects.values_list("section", flat=True)) == {""}
    file = Client().get(f"{counted.get_absolute_url()}papers.csv").content.decode()
    assert not any(section in file for section in ("users", "workers", "community", "none", "section"))
    shown = Client().get(counted.get_absolute_url()).content.decode()
    assert "taken off all papers" in shown


def test_a_small_group_for_none_takes_the_sections_off_too(
    scene: Scene, process: Process, three: dict[str, list[Person]]
) -> None:
    for member in room.members(scene):
        cast(process, member, "")
    all_vote(process, three)
    counted = count(process)
    assert counted.ballot.outcome["by_section"] == {}, "seven papers for none: known people would be told apart"


def test_papers_that_came_in_without_a_section_count_for_none(process: Process, three: dict[str, list[Person]]) -> None:
    all_vote(process, three)
    Paper.objects.bulk_create(
        Paper(ballot=process.ballot, marks=[1, 0, 0], receipt=f"POST-{number}") for number in range(10)
    )
    counted = count(process)
    assert counted.ballot.outcome["by_section"]["none"] == 10
    file = Client().get(f"{counted.get_absolute_url()}papers.csv").content.decode()
    assert file.count(",none,") == 10


def test_a_ballot_asks_for_no_section_where_one_is_small_on_the_roll(scene: Scene) -> None:
    process = room.let_pass(room.settled(scene, **BY_SECTION), 2 * room.DAY)
    una = scene.people["user"]
    assert set(Elector.objects.filter(roll=process.roll).values_list("sections", flat=True)) == {""}
    cast(process, una, "users")
    assert Paper.objects.get().section == ""


def _stored(table: str, column: str) -> list[bytes]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table}")
        return [bytes(row[0]) for row in cursor.fetchall()]


def test_whoever_reads_the_database_alone_cannot_tell_the_sections(
    process: Process, three: dict[str, list[Person]]
) -> None:
    all_vote(process, three, but=3)
    for table, column in (("assemblies_paper", "section"), ("assemblies_elector", "sections")):
        stored = _stored(table, column)
        assert len(set(stored)) == len(stored), "equal sections look different"
        assert len({len(value) for value in stored}) == 1, "and all have one length"
    before = sorted(_stored("assemblies_paper", "section"))
    Paper.objects.filter(pk=Paper.objects.first().pk).update(receipt="A")  # type: ignore[union-attr]
    perform(JOB, MixPapers(ballot_id=process.pk))
    assert sorted(_stored("assemblies_paper", "section")) == before, "mixing keeps them with their papers"


@pytest.mark.django_db(transaction=True)
def test_taking_the_sections_off_leaves_nothing_sealed_and_no_order(built_scene: Snapshot[Scene]) -> None:
    """What was sealed is gone from every paper, and all rows come from the one transaction of the count."""
    scene = built_scene.restore()
    people = room.three_sections(scene)
    process = room.let_pass(room.settled(scene, **BY_SECTION), 2 * room.DAY)
    receipts = [cast(process, voter, section) for section, voters in people.items() for voter in voters[:9]]
    count(process)
    with connection.cursor() as cursor:
        cursor.execute("SELECT xmin::text, octet_length(section), receipt FROM assemblies_paper ORDER BY ctid")
        rows = cursor.fetchall()
        cursor.execute("SELECT DISTINCT xmin::text FROM assemblies_voted")
        voting = {row[0] for row in cursor.fetchall()}
    assert {length for _xmin, length, _receipt in rows} == {0}
    assert len({xmin for xmin, _length, _receipt in rows}) == 1
    assert not {xmin for xmin, _length, _receipt in rows} & voting
    assert [receipt for _xmin, _length, receipt in rows] != receipts, "27 papers lie in the order of voting once in 27!"


def test_a_paper_keeps_its_own_section_through_the_mixing(process: Process, three: dict[str, list[Person]]) -> None:
    receipts = {}
    for section, people in three.items():
        for voter in people:
            receipts[cast(process, voter, section)] = section
    counted = count(process)
    published = {receipt: section.strip() for receipt, _marks, section in queries.papers_in(counted.ballot)}
    assert published == receipts


def test_whoever_leaves_is_kept_with_no_section(process: Process, three: dict[str, list[Person]]) -> None:
    worker = three["workers"][0]
    elector = elector_of(Member(worker.pk), process.roll)
    assert elector is not None
    perform(JOB, ForgetElector(person_id=worker.pk))
    assert Elector.objects.get(pk=elector.pk).sections == ""


def test_only_a_ballot_of_all_sections_of_an_alliance_asks(scene: Scene) -> None:
    with pytest.raises(Invalid, match="all sections"):
        room.set_up(scene, **(BY_SECTION | {"section": "users"}))
    with pytest.raises(Invalid, match="all sections"):
        perform(
            scene.actor("user_officer"),
            room.SetUpProcess(
                body_id=scene.users_group.pk,
                title="Ours",
                question="What?",
                why_here="Ours.",
                opens_at=room.clock.now() + room.DAY,
                closes_at=room.clock.now() + 2 * room.DAY,
                form="approval",
                options=("A", "B"),
                by_section=True,
            ),
        )


def test_a_paper_of_two_hundred_options_is_shown_by_what_it_marks(scene: Scene) -> None:
    names = tuple(f"Proposal {number}" for number in range(200))
    fields = {"form": "approval", "options": names, "seats": 0, "result_for": "everybody"}
    process = room.let_pass(room.settled(scene, **fields), 2 * room.DAY)
    cast(process, scene.people["user"], marks=(0,) * 150 + (1,) + (0,) * 49)
    with pytest.raises(Invalid, match="at most 200"):
        room.set_up(scene, **(fields | {"options": (*names, "One too many")}))
    counted = count(process)
    page = Client().get(f"{counted.get_absolute_url()}papers/").content.decode()
    assert "Proposal 150" in page
    assert "Proposal 151" not in page
