"""What every count must hold, whatever the votes."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from causeway.engines import stv
from tests.engines.stv.elections import MULTI, RULES, election_of, listed, papers

some = settings(max_examples=25)


def seats_for(rule: str, candidates: int, data: st.DataObject) -> int:
    return 1 if rule == "irv" else data.draw(st.integers(1, candidates))


@pytest.mark.parametrize("rule", RULES)
@some
@given(data=st.data())
def test_the_order_of_ballots_and_the_names_do_not_matter(rule: str, data: st.DataObject) -> None:
    candidates, rankings = data.draw(papers())
    seats, ties = seats_for(rule, candidates, data), listed(data.draw(st.permutations(range(candidates))))
    shuffled = data.draw(st.permutations(rankings))
    first = stv.count(election_of(rankings, candidates, seats), rule=rule, ties=ties)
    again = stv.count(election_of(shuffled, candidates, seats), rule=rule, ties=ties)
    renamed = election_of(rankings, candidates, seats, names=[f"Somebody {c * 7}" for c in range(candidates)])
    other = stv.count(renamed, rule=rule, ties=ties)
    assert again == first
    assert other.winners == first.winners
    assert [stage.totals for stage in other.stages] == [stage.totals for stage in first.stages]


@pytest.mark.parametrize("rule", RULES)
@some
@given(data=st.data())
def test_identical_ballots_may_be_merged_beforehand(rule: str, data: st.DataObject) -> None:
    candidates, rankings = data.draw(papers())
    seats, ties = seats_for(rule, candidates, data), listed(range(candidates))
    merged = [(rankings.count(r), [c + 1 for c in r]) for r in dict.fromkeys(rankings)]
    names = [f"Candidate {chr(65 + c)}" for c in range(candidates)]
    one = stv.count(stv.Election.of(merged, names=names, seats=seats), rule=rule, ties=ties)
    assert one == stv.count(election_of(rankings, candidates, seats), rule=rule, ties=ties)


@pytest.mark.parametrize("rule", RULES)
@some
@given(data=st.data())
def test_no_vote_is_made_or_lost_at_any_stage_to_the_last_unit(rule: str, data: st.DataObject) -> None:
    candidates, rankings = data.draw(papers())
    seats = seats_for(rule, candidates, data)
    result = stv.count(election_of(rankings, candidates, seats), rule=rule, ties=listed(range(candidates)))
    before = None
    for stage in result.stages:
        assert sum(stage.totals) + stage.non_transferable == len(rankings)
        assert all(total >= 0 for total in stage.totals)
        assert stage.non_transferable >= 0
        for moved in stage.transfers:
            worthless = moved.value is None and moved.receiver is None and rule == "ers97"
            assert worthless or moved.votes == moved.papers * moved.value
        if before is not None and rule != "meek":
            for place in range(candidates):
                came = sum(t.votes for t in stage.transfers if t.receiver == place)
                went = before.totals[place] - stage.totals[place] + came
                assert went == 0 or place in stage.of
            ran_out = sum(t.votes for t in stage.transfers if t.receiver is None)
            assert stage.non_transferable - before.non_transferable == ran_out + stage.lost_by_rounding
        before = stage


@pytest.mark.parametrize("rule", RULES)
@some
@given(data=st.data())
def test_all_seats_are_filled_or_it_is_said_why_not(rule: str, data: st.DataObject) -> None:
    candidates, rankings = data.draw(papers())
    seats = 1 if rule == "irv" else data.draw(st.integers(1, candidates + 2))
    result = stv.count(election_of(rankings, candidates, seats), rule=rule, ties=listed(range(candidates)))
    assert len(result.winners) == len(set(result.winners)) == min(seats, candidates)
    assert bool(result.unfilled) == (seats > candidates)
    assert sorted(place for stage in result.stages for place in stage.elected) == sorted(result.winners)


@pytest.mark.parametrize("rule", RULES)
@some
@given(data=st.data())
def test_a_solid_coalition_has_its_droop_share(rule: str, data: st.DataObject) -> None:
    """Dummett's criterion: k quotas that rank the same group above all others elect k of it (or the whole group)."""
    candidates = data.draw(st.integers(3, 6))
    seats = 1 if rule == "irv" else data.draw(st.integers(1, candidates - 1))
    group = data.draw(st.sets(st.integers(0, candidates - 1), min_size=1, max_size=candidates - 1))
    rest = sorted(set(range(candidates)) - group)
    solid = data.draw(st.lists(st.permutations(sorted(group)), min_size=1, max_size=20))
    tails = [tuple(data.draw(st.permutations(rest))) for _ in range(3)]
    loyal = [tuple(head) + tails[index % 3] for index, head in enumerate(solid)]
    others = data.draw(st.lists(st.permutations(range(candidates)).map(tuple), max_size=20))
    total = len(loyal) + len(others)
    if rule in {"ers97", "meek"}:  # the exact quota; two decimals lose less than one vote of forty papers
        slack = 1 if rule == "ers97" else 0
        share = max(0, math.ceil((len(loyal) - slack) / Fraction(total, seats + 1)) - 1)
    else:
        share = len(loyal) // (total // (seats + 1) + 1)
    assume(share)
    order = listed(data.draw(st.permutations(range(candidates))))
    result = stv.count(election_of(loyal + others, candidates, seats), rule=rule, ties=order)
    assert len(group & set(result.winners)) >= min(share, len(group), seats)


def test_the_same_input_gives_the_same_bytes_in_every_process() -> None:
    program = (
        "from causeway.engines import stv\n"
        "e = stv.Election.of([(5, [1, 2]), (4, [2, 3]), (3, [3, 1]), (3, [4, 1])], names=list('ABCD'), seats=2)\n"
        f"for rule in {MULTI!r}: print(stv.count(e, rule=rule, ties=stv.TieOrder.drawn('x', size=4)))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "4242")
    }
    assert len(outputs) == 1


def test_another_vote_another_name_or_another_order_gives_another_digest() -> None:
    def digest(rankings, names, **more) -> str:
        election = stv.Election.of(rankings, names=names, seats=1, **more)
        return stv.count(election, rule="irv", ties=listed([0, 1, 2])).digest

    base = digest([(2, [1, 2]), (1, [3])], ["A", "B", "C"])
    assert base == digest([(1, [3]), (1, [1, 2]), (1, [1, 2])], ["A", "B", "C"])
    assert base != digest([(2, [1, 2]), (1, [3, 1])], ["A", "B", "C"])
    assert base != digest([(2, [1, 2]), (1, [3])], ["A", "B", "D"])
    assert base != digest([(2, [1, 2]), (1, [3])], ["A", "B", "C"], withdrawn=[1])
