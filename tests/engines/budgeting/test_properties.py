"""What must hold of every outcome."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from causeway.engines.budgeting import COMPLETIONS, RULES, Instance, Result, Rules, allocate, instance, pabulib, paid_by
from causeway.engines.budgeting.instance import Ballots
from tests.engines.budgeting import twins

ANY = st.one_of(
    st.builds(
        Rules,
        utility=st.sampled_from(["cost", "cardinality", "score"]),
        completion=st.sampled_from(COMPLETIONS),
        unit_pence=st.just(20),
    ),
    st.builds(Rules, rule=st.sampled_from([rule for rule in RULES if rule != "equal-shares"]), skip=st.booleans()),
)


def outcome(result: Result) -> tuple[object, ...]:
    return result.digest, result.selected, result.rounds, result.rejected


def with_ballots(vote: Instance, rows: list[tuple[dict[int, int], int]]) -> Instance:
    return replace(vote, ballots=Ballots.of([ballot for ballot, _ in rows], [weight for _, weight in rows]))


@given(vote=twins.votes(), rules=ANY, seed=st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_the_order_of_ballots_does_not_matter(vote: Instance, rules: Rules, seed: object) -> None:
    rows = twins.rows(vote)
    seed.shuffle(rows)  # type: ignore[attr-defined]
    assert outcome(allocate(with_ballots(vote, rows), rules)) == outcome(allocate(vote, rules))


@given(vote=twins.votes(), rules=ANY)
@settings(max_examples=60)
def test_merging_identical_ballots_does_not_matter(vote: Instance, rules: Rules) -> None:
    apart = with_ballots(vote, [(ballot, 1) for ballot in twins.voters(vote)])
    assert outcome(allocate(apart, rules)) == outcome(allocate(vote, rules))


@given(vote=twins.votes(), rules=ANY)
@settings(max_examples=40)
def test_the_names_of_projects_do_not_matter(vote: Instance, rules: Rules) -> None:
    other = {project.id: f"other {99 - place}" for place, project in enumerate(vote.projects)}
    renamed = replace(
        vote, projects=tuple(replace(project, id=other[project.id], name="x") for project in vote.projects)
    )
    assert allocate(renamed, rules).selected == tuple(other[name] for name in allocate(vote, rules).selected)


@given(vote=twins.votes(), rules=ANY)
@settings(max_examples=80)
def test_no_outcome_exceeds_the_budget_or_holds_two_rivals(vote: Instance, rules: Rules) -> None:
    result = allocate(vote, rules)
    places = {vote.position[name] for name in result.selected}
    assert result.spent_pence == sum(vote.projects[place].cost_pence for place in places) <= vote.budget_pence
    assert not any({one, other} <= places for one, other in vote.conflicts)
    assert {rejection.project for rejection in result.rejected} == set(vote.position) - set(result.selected)


@given(vote=twins.votes(), utility=st.sampled_from(["cost", "cardinality", "score"]))
@settings(max_examples=80)
def test_equal_shares_never_overspends_anybody(vote: Instance, utility: str) -> None:
    """What is paid for is paid in full, and nobody pays more than an equal share."""
    rules = Rules(utility=utility)
    people = vote.ballots.voters
    if not people:
        return
    each = Fraction(vote.budget_pence, people)
    bought, money = twins.equal_shares(vote, rules, [each] * people)
    spent = sum(vote.projects[place].cost_pence for place in bought)
    assert min(money) >= 0
    assert sum(money) + spent == vote.budget_pence
    result = allocate(vote, rules)
    assert result.spent_pence == spent
    for record in result.rounds:
        if utility != "score":
            assert record.payment is not None
            assert record.payment <= each
            assert (
                record.payment * record.payers <= record.cost_pence <= record.payment * (record.payers + record.emptied)
            )


@given(vote=twins.votes(), rules=ANY, guarantee=st.sampled_from([0, 200, 300]))
@settings(max_examples=120)
def test_what_voters_paid_is_each_cost_to_the_last_fraction(vote: Instance, rules: Rules, guarantee: int) -> None:
    """By the published figures alone, nobody pays more than they hold, and nobody pays for what they do not support."""
    split = replace(
        vote, projects=tuple(replace(project, section="ab"[place % 2]) for place, project in enumerate(vote.projects))
    )
    guarantees = {"a": guarantee} if guarantee else {}
    result = allocate(split, replace(rules, guarantees=guarantees))
    raised: dict[str, Fraction] = {}
    for row, weight in enumerate(split.ballots.weight.tolist()):
        for payment in paid_by(split, result, row):
            assert min(payment.paid, payment.left) >= 0
            raised[payment.project] = raised.get(payment.project, Fraction(0)) + weight * payment.paid
    assert raised == {one.project: one.cost_pence for one in result.rounds if one.payment is not None}


@given(
    vote=twins.votes(), rule=st.sampled_from(["greedy", "add1u"]), main=st.sampled_from(["equal-shares", "phragmen"])
)
@settings(max_examples=60)
def test_a_completed_outcome_leaves_too_little_for_any_other_project(vote: Instance, rule: str, main: str) -> None:
    rules = Rules(rule=main, completion=rule if main == "equal-shares" else "greedy", unit_pence=20)
    result = allocate(vote, rules)
    chosen = {vote.position[name] for name in result.selected}
    for place, project in enumerate(vote.projects):
        free = place not in chosen and not chosen & vote.rivals.get(place, frozenset())
        if free and vote.strength[place]:
            assert project.cost_pence > vote.budget_pence - result.spent_pence


def test_the_same_file_gives_the_same_bytes_on_any_hash_seed(tmp_path: Path) -> None:
    costs = {"a": 60000, "b": 40000, "c": 40000, "d": 25000}
    ballots = [["a", "b"], ["a"], ["c", "d"], ["b", "d"], ["c"], ["a", "c"], ["d"]]
    file = tmp_path / "vote.pb"
    file.write_text(pabulib.text(instance(costs, ballots, budget_pence=100000)))
    command = [sys.executable, "-m", "causeway", "allocate", str(file), "--completion", "add1u", "--json"]
    said = {
        subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True, cwd=tmp_path
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(said) == 1
    assert b'"digest": "sha256:' in said.pop()
