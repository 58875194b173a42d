"""A vote on proposals from its set-up to what it adopts: frozen costs, the stated way, and what anybody can check."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from causeway.domains.assemblies.commands.cancel_process import CancelProcess
from causeway.domains.assemblies.models import Option, Paper
from causeway.domains.assemblies.queries import papers_in
from causeway.domains.budgets import votes_queries as queries
from causeway.domains.budgets.commands.agree_costing import AgreeCosting
from causeway.domains.budgets.commands.close_budget import CloseBudget
from causeway.domains.budgets.commands.cost_proposal import CostProposal
from causeway.domains.budgets.commands.withdraw_proposal import WithdrawProposal
from causeway.domains.budgets.commands.work_out_budget_vote import WorkOutBudgetVote
from causeway.domains.budgets.computing import as_pabulib, command_for, work_out
from causeway.domains.budgets.models import Allocation, Proposal, Way
from causeway.domains.budgets.tasks import work_out_what_is_counted
from causeway.domains.budgets.votes_shown import vote_shown
from causeway.kernel.errors import Conflict, Invalid
from causeway.kernel.perform import perform
from tests.domains.assemblies import scene as votes
from tests.domains.budgets import scene as budgets
from tests.domains.budgets import votes_scene as room
from tests.scenes import Scene


def test_proposals_stand_on_the_paper_as_they_were_costed_when_the_vote_was_set_up(scene: Scene) -> None:
    of = room.to_be_voted_on(scene)
    budgets.propose(scene, of=of, title="Not costed yet")
    vote = room.put_to_vote(scene, of)
    first = of.proposals.order_by("number")[0]
    again = perform(
        scene.actor("rep"), CostProposal(proposal_id=first.pk, cost_pounds=99_000, reason="Prices went up.")
    )
    perform(scene.actor("coordinator"), AgreeCosting(costing_id=again.pk))
    assert [one.cost_pounds for one in vote.voted_on.all()] == [12_000, 30_000, 24_000, 45_000, 18_000]
    names = list(Option.objects.filter(ballot_id=vote.pk).values_list("name", flat=True))
    assert names[0] == "1. Keep the library open on Saturdays (£12,000)"
    assert len(names) == 5, "what is not costed is not put to the vote"


def test_a_vote_needs_money_proposals_and_a_way_that_the_papers_allow(scene: Scene) -> None:
    of = room.to_be_voted_on(scene)
    for changes, says in (
        ({"amount_pounds": 0}, "how many pounds"),
        ({"way": Way.BALANCED}, "for which section"),
        ({"account": "capital"}, "At least two"),
    ):
        with pytest.raises(Invalid, match=says):
            room.put_to_vote(scene, of, **changes)
    room.put_to_vote(scene, of, account="revenue")
    with pytest.raises(Conflict, match="already"):
        room.put_to_vote(scene, of)


def test_a_cancelled_vote_leaves_room_for_another(scene: Scene) -> None:
    of = room.to_be_voted_on(scene)
    vote = room.put_to_vote(scene, of)
    perform(scene.actor("coordinator"), CancelProcess(process_id=vote.pk, reason="Wrong sum"))
    assert room.put_to_vote(scene, of).pk != vote.pk


def test_nothing_is_worked_out_before_the_count_and_everything_once(scene: Scene) -> None:
    with pytest.raises(Conflict, match="not counted yet"):
        perform(room.JOB, WorkOutBudgetVote(process_id=room.voting(scene).pk))
    vote = room.counted(scene)
    assert queries.votes_to_work_out() == [vote.pk]
    work_out_what_is_counted.func(0)
    assert queries.votes_to_work_out() == []
    assert Allocation.objects.filter(vote=vote).count() == 2
    with pytest.raises(Conflict, match="already"):
        perform(room.JOB, WorkOutBudgetVote(process_id=vote.pk))


def test_what_the_stated_way_pays_for_is_adopted_and_nothing_else(scene: Scene) -> None:
    vote = room.decided(scene)
    adopted = Proposal.objects.filter(budget=vote.budget, adopted_on__isnull=False)
    assert [one.number for one in adopted] == [1, 2, 3], "seven people want the first three, and 70,000 pays for them"
    assert "by equal shares" in adopted[0].adopted_ground


def test_a_proposal_that_was_withdrawn_since_is_not_adopted(scene: Scene) -> None:
    of = room.to_be_voted_on(scene)
    vote = room.let_pass(room.put_to_vote(scene, of), 2 * room.DAY)
    first = of.proposals.order_by("number")[0]
    perform(scene.actor("coordinator"), WithdrawProposal(proposal_id=first.pk))
    for voter in votes.members(scene):
        room.cast(vote, voter, room.TICKS["users"])
    room.work_out(room.count(vote))
    assert not Proposal.objects.get(pk=first.pk).adopted_on
    assert vote_shown(scene.actor("user"), room.again(vote)).gone == {1}


def test_a_budget_is_not_closed_while_its_proposals_are_put_to_the_vote(scene: Scene) -> None:
    votes.members(scene)
    of = budgets.balanced(scene)
    room.costed(scene, of)
    room.put_to_vote(scene, of)
    with pytest.raises(Conflict, match="put to the vote"):
        perform(scene.actor("coordinator"), CloseBudget(budget_id=of.pk))


def test_the_paper_itself_says_which_way_decides_and_over_how_much(scene: Scene) -> None:
    vote = room.put_to_vote(scene, room.to_be_voted_on(scene), way=Way.MOST_VOTES)
    assert vote.process.ballot.question == (
        "Which of these shall be paid for? £70,000 is shared out. What decides: most votes first."
    )


def test_where_too_few_voted_nothing_is_adopted_and_the_ways_are_shown_all_the_same(scene: Scene) -> None:
    of = room.to_be_voted_on(scene)
    vote = room.let_pass(room.put_to_vote(scene, of, quorum_percent=50), 2 * room.DAY)
    room.cast(vote, scene.people["user"], room.TICKS["users"])
    vote = room.work_out(room.count(vote))
    assert not of.proposals.filter(adopted_on__isnull=False).exists()
    shown = vote_shown(scene.actor("user"), vote)
    assert shown.decided_by == ""
    assert len(shown.ways) == 2


def test_a_vote_in_which_nobody_voted_pays_for_nothing(scene: Scene) -> None:
    vote = room.let_pass(room.put_to_vote(scene, room.to_be_voted_on(scene)), 2 * room.DAY)
    shown = vote_shown(scene.actor("user"), room.work_out(room.count(vote)))
    assert [way.funded for way in shown.ways] == [0, 0]
    assert all(row.sentence for row in shown.rows)


def test_three_sections_of_one_size_get_all_three_ways(scene: Scene) -> None:
    vote = room.by_three_sections(scene, votes.three_sections(scene))
    vote = room.work_out(room.count(vote))
    results = queries.results_of(vote)
    assert list(results) == list(Way)
    assert queries.deciding(vote, results) is Way.BALANCED
    assert {name: group.papers for name, group in results[Way.BALANCED].by_section.items()} == {
        "community": 10,
        "users": 10,
        "workers": 10,
    }


def test_where_a_section_is_too_small_equal_shares_decide_in_place_of_the_balanced(scene: Scene) -> None:
    people = votes.three_sections(scene)
    vote = room.by_three_sections(scene, people | {"workers": people["workers"][:9]})
    vote = room.work_out(room.count(vote))
    results = queries.results_of(vote)
    assert list(results) == [Way.EQUAL_SHARES, Way.MOST_VOTES]
    assert queries.deciding(vote, results) is Way.EQUAL_SHARES
    shown = vote_shown(scene.actor("user"), vote)
    assert shown.replaced
    assert not any(way.groups for way in shown.ways), "no figure by section is told anywhere"
    assert "workers" not in as_pabulib(queries.voted_in(vote))


def test_the_stored_result_is_that_of_a_fresh_count_and_of_the_command_line(scene: Scene, tmp_path: Path) -> None:
    vote = room.by_three_sections(scene, votes.three_sections(scene))
    vote = room.work_out(room.count(vote))
    voted = queries.voted_in(vote)
    file = tmp_path / "vote.pb"
    file.write_text(as_pabulib(voted), encoding="utf-8")
    for way, stored in queries.results_of(vote).items():
        assert work_out(voted, way) == stored
        words = command_for(stored, unit_pounds=voted.unit_pounds, seed=voted.seed, file=str(file)).split()
        done = subprocess.run([sys.executable, "-m", *words, "--json"], capture_output=True, text=True, check=True)
        said = json.loads(done.stdout)
        assert (said["digest"], said["spent"]) == (stored.digest, stored.spent_pounds)
        assert [int(name) - 1 for name in said["selected"]] == [one.place for one in stored.funded]


@pytest.mark.parametrize("way", [Way.MOST_VOTES, Way.EQUAL_SHARES])
def test_proposals_that_are_level_are_decided_by_the_order_that_was_drawn_before_the_vote(
    scene: Scene, way: Way
) -> None:
    of = room.to_be_voted_on(scene)
    Proposal.objects.filter(budget=of).update(cost_pounds=10_000)
    vote = room.let_pass(room.put_to_vote(scene, of, way=way, amount_pounds=20_000), 2 * room.DAY)
    drawn = list(vote.process.ballot.tie_order)
    for voter in votes.members(scene):
        room.cast(vote, voter, (1, 1, 1, 1, 1))
    vote = room.work_out(room.count(vote))
    assert [one.place for one in queries.results_of(vote)[way].funded] == drawn[:2]


def test_no_paper_is_read_to_show_what_was_worked_out(scene: Scene) -> None:
    vote = room.decided(scene)
    with CaptureQueriesContext(connection) as asked:
        vote_shown(scene.actor("user"), vote)
    assert not [query for query in asked.captured_queries if "assemblies_paper" in query["sql"]]


def test_the_published_papers_are_told_by_their_codes_and_only_as_published(scene: Scene) -> None:
    vote = room.decided(scene)
    text = as_pabulib(queries.voted_in(vote))
    rows = [line.split(";")[0] for line in text.split("VOTES\n")[1].splitlines()[1:]]
    assert rows == [receipt for receipt, _marks, _section in papers_in(vote.process.ballot)]
    assert rows == sorted(rows)
    open_vote = room.voting(scene)
    room.cast(open_vote, scene.people["user"], room.TICKS["users"])
    assert queries.voted_in(open_vote).papers == [], "nobody looks into the box before the count"
    assert queries.paper_with(open_vote, Paper.objects.get(ballot_id=open_vote.pk).receipt) is None


def test_a_long_title_is_cut_on_the_paper_and_keeps_its_cost(scene: Scene) -> None:
    of = room.to_be_voted_on(scene)
    Proposal.objects.filter(budget=of, number=1).update(title="A" * 160)
    room.put_to_vote(scene, of)
    name = Option.objects.get(ballot__process__title__startswith=of.title, place=0).name
    assert len(name) == 160
    assert name.endswith("… (£12,000)")
