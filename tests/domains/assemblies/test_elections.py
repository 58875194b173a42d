"""Elections of committees: who stands, how the paper is made, and the places kept for sections."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

from causeway.domains.assemblies import queries
from causeway.domains.assemblies.commands.call_election import CallElection
from causeway.domains.assemblies.commands.close_nominations import CloseNominations
from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.commands.forget_elector import ForgetElector
from causeway.domains.assemblies.commands.settle_roll import SettleRoll
from causeway.domains.assemblies.commands.withdraw_nomination import WithdrawNomination
from causeway.domains.assemblies.course import Stage, stage_of
from causeway.domains.assemblies.models import Nomination, Option, Process
from causeway.domains.assemblies.tasks import close_nominations
from causeway.engines.exact import TieOrder
from causeway.kernel import clock
from causeway.kernel.actors import Member, System
from causeway.kernel.errors import Conflict, Invalid, Missing, Refused
from causeway.kernel.perform import perform
from tests.domains.assemblies import scene as room
from tests.scenes import Scene

JOB = System(reason="a test")
CAUSEWAY = Path(sys.executable).with_name("causeway")
A_LITTLE_LATER = room.DAY + room.DAY / 24


def test_whoever_is_on_the_roll_puts_themselves_forward_and_nobody_else(scene: Scene) -> None:
    process = room.election(scene)
    assert room.stand(process, scene.people["user"], "Una User").person_id == scene.people["user"].pk
    with pytest.raises(Refused, match="not on the roll"):
        room.stand(process, scene.people["coordinator"], "Cora")
    with pytest.raises(Missing):
        room.stand(process, scene.people["stranger"], "Sam")


def test_nobody_stands_before_the_roll_is_settled_or_after_the_nominations_close(scene: Scene) -> None:
    una = scene.people["user"]
    process = room.called(scene)
    process.roll.settled_at = None
    process.roll.save()
    with pytest.raises(Refused, match="cannot be put forward now"):
        room.stand(process, una, "Una User")
    with pytest.raises(Refused, match="cannot be put forward now"):
        room.stand(room.unmade_paper(scene), una, "Una User")


def test_two_of_one_name_are_told_apart(scene: Scene) -> None:
    process, others = room.election(scene), room.members(scene)
    room.stand(process, others[0], "Ann Archer")
    with pytest.raises(Invalid, match="tells you apart"):
        room.stand(process, others[1], "ann  archer")
    room.stand(process, others[1], "Ann Archer (Rowan ward)")
    with pytest.raises(Invalid, match="cannot be seen"):
        room.stand(process, others[2], "Ann Archer\u200b")


def test_a_candidate_changes_what_they_say_and_withdraws_until_the_nominations_close(scene: Scene) -> None:
    process, una = room.election(scene), scene.people["user"]
    room.stand(process, una, "Una User", statement="More ramps.")
    nomination = room.stand(process, una, "Una User", statement="More ramps and later buses.")
    assert Nomination.objects.get(process=process).statement == "More ramps and later buses."
    with pytest.raises(Missing):
        perform(Member(room.members(scene)[1].pk), WithdrawNomination(nomination_id=nomination.pk))
    perform(Member(una.pk), WithdrawNomination(nomination_id=nomination.pk))
    assert not Nomination.objects.filter(process=process).exists()
    standing = Nomination.objects.filter(process=room.unmade_paper(scene), person=una).get()
    with pytest.raises(Refused, match="paper is made"):
        perform(Member(una.pk), WithdrawNomination(nomination_id=standing.pk))


def test_the_paper_is_made_by_the_clock_in_an_order_that_anybody_can_draw_again(scene: Scene) -> None:
    process = room.unmade_paper(scene)
    assert stage_of(process) is Stage.OBJECTING
    close_nominations.func(0)
    ballot = Process.objects.get(pk=process.pk).ballot
    order = TieOrder.drawn(f"{ballot.tie_seed} paper", size=3).order or ()
    assert queries.option_names(ballot) == [sorted(room.NAMES[:3])[place] for place in order]
    assert queries.nominations_to_close() == []
    with pytest.raises(Conflict):
        perform(JOB, CloseNominations(ballot_id=ballot.pk))


def test_no_vote_opens_before_its_paper_is_made(scene: Scene) -> None:
    process = room.let_pass(room.unmade_paper(scene), room.DAY)
    assert stage_of(process) is Stage.WAITING
    close_nominations.func(0)
    assert stage_of(Process.objects.get(pk=process.pk)) is Stage.VOTING


def test_where_no_more_stand_than_there_are_places_all_are_elected_and_nobody_votes(scene: Scene) -> None:
    for standing in (0, 2):
        process = room.called(scene, title=f"A committee with {standing}")
        for candidate, name in zip(room.members(scene)[:standing], room.NAMES, strict=False):
            room.stand(process, candidate, name)
        room.let_pass(process, A_LITTLE_LATER)
        close_nominations.func(0)
        ballot = Process.objects.get(pk=process.pk).ballot
        assert ballot.outcome["unopposed"]
        assert len(ballot.outcome["chosen"]) == standing
        assert stage_of(ballot.process) is Stage.COUNTED


def test_a_section_that_all_others_outvote_still_gets_the_place_that_is_kept_for_it(scene: Scene) -> None:
    people = room.three_sections(scene)
    process = room.called(scene, reserved={"users": 1, "workers": 1, "community": 1}, seats=3)
    cora = scene.actor("coordinator")
    perform(cora, SettleRoll(process_id=process.pk))
    for section in people:
        for number in range(2):
            candidate = people[section][number]
            room.stand(process, candidate, f"{section} {number}", section=section)
    with pytest.raises(Invalid, match="no organisation in this section"):
        room.stand(process, people["users"][5], "A worker?", section="workers")
    with pytest.raises(Invalid, match="for which section"):
        room.stand(process, people["users"][5], "No section")
    room.let_pass(process, A_LITTLE_LATER)
    close_nominations.func(0)
    process = room.let_pass(process, room.DAY)
    names = queries.option_names(process.ballot)
    wanted = ("users 0", "users 1", "workers 0", "workers 1")  # nobody votes for the community's candidates
    marks = tuple(wanted.index(name) + 1 if name in wanted else None for name in names)
    for voter in (one for group in people.values() for one in group):
        room.cast(process, voter, marks)
    room.let_pass(process, 3 * room.DAY)
    perform(JOB, CountBallot(ballot_id=process.pk))
    ballot = Process.objects.get(pk=process.pk).ballot
    sections = list(Option.objects.filter(ballot=ballot).values_list("section", flat=True))
    assert sorted(sections[place] for place in ballot.outcome["chosen"]) == ["community", "users", "workers"]
    assert len(ballot.outcome["count"]["conditions"]) == 3


def test_places_for_which_nobody_stands_are_open_to_everybody(scene: Scene) -> None:
    people = room.three_sections(scene)
    process = room.called(scene, reserved={"workers": 2}, seats=2)
    for number, section in enumerate(("users", "users", "users", "workers")):
        room.stand(process, people[section][number], f"{section} {number}", section=section)
    room.let_pass(process, A_LITTLE_LATER)
    close_nominations.func(0)
    process = room.let_pass(process, room.DAY)
    names = queries.option_names(process.ballot)
    for voter in people["community"]:
        room.cast(process, voter, tuple(1 if name == "users 0" else None for name in names))
    room.let_pass(process, 3 * room.DAY)
    perform(JOB, CountBallot(ballot_id=process.pk))
    chosen = Process.objects.get(pk=process.pk).ballot.outcome["chosen"]
    assert {names[place] for place in chosen} == {"users 0", "workers 3"}


def test_anybody_can_count_an_election_with_kept_places_again_from_its_files(scene: Scene, tmp_path: Path) -> None:
    process = room.counted_election(scene)
    una = Client()
    una.force_login(scene.people["user"])
    for name in ("papers.blt", "conditions.csv"):
        (tmp_path / name).write_bytes(una.get(f"{process.get_absolute_url()}{name}").content)
    ballot = process.ballot
    asked = f"count papers.blt --rule scottish --tie-order drawn:{ballot.tie_seed} --conditions conditions.csv --json"
    told = subprocess.run([CAUSEWAY, *asked.split()], cwd=tmp_path, capture_output=True, text=True, check=True)
    again = json.loads(told.stdout)
    assert [one["position"] - 1 for one in again["elected"]] == ballot.outcome["chosen"]
    assert again["conditions"] == ballot.outcome["count"]["conditions"] == ["Service users and carers: at least 1"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"seats": 0}, "seats"),
        ({"reserved": {"users": 3}}, "reserved"),
        ({"reserved": {"users": -1, "workers": 2}}, "reserved"),
        ({"reserved": {"users": 1}, "section": "users"}, "reserved"),
        ({"nominations_close_at": clock.now() - room.DAY}, "nominations_close_at"),
        ({"nominations_close_at": clock.now() + 9 * room.DAY}, "nominations_close_at"),
    ],
)
def test_an_election_that_cannot_be_held_is_not_called(scene: Scene, changes: dict[str, object], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        room.called(scene, **changes)
    assert set(refused.value.fields) == {field}
    assert not Process.objects.exists()


def test_an_organisation_has_no_sections_to_keep_places_for(scene: Scene) -> None:
    with pytest.raises(Invalid, match="sections"):
        perform(
            scene.actor("user_officer"),
            CallElection(
                body_id=scene.users_group.pk,
                title="Our committee",
                why_here="It is ours.",
                seats=2,
                reserved={"users": 1},
                nominations_close_at=clock.now() + room.DAY,
                opens_at=clock.now() + 2 * room.DAY,
                closes_at=clock.now() + 3 * room.DAY,
            ),
        )


def test_a_candidate_who_leaves_stands_no_longer_until_the_paper_is_made_and_then_only_the_name_stays(
    scene: Scene,
) -> None:
    una = scene.people["user"]
    room.stand(room.election(scene), una, "Una User")
    made = room.unmade_paper(scene)
    close_nominations.func(0)
    perform(JOB, ForgetElector(person_id=una.pk))
    assert not Nomination.objects.filter(process=room.election(scene)).exists()
    left = Nomination.objects.get(process=made, name=room.NAMES[0])
    assert (left.person_id, left.statement) == (None, "")
