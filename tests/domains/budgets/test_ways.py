"""Three ways to decide, worked out, stored, found again by anybody; and both budgets side by side."""

from __future__ import annotations

import json
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from causeway.domains.budgets.comparing import Change, Figure, Order, compare
from causeway.domains.budgets.computing import (
    WHY,
    Stood,
    Voted,
    Worked,
    as_pabulib,
    command_for,
    shares_of,
    unit_for,
    ways_for,
    work_out,
    worked_from,
)
from causeway.domains.budgets.models import Way
from causeway.domains.budgets.sharing import bought_by
from causeway.engines.budgeting import pabulib, paid_by
from causeway.engines.budgeting.payments import row_of

SECTIONS = ("users", "workers", "community", "none")
PROPOSALS = 6


@st.composite
def votes(draw: st.DrawFn, sections: bool = True) -> Voted:
    """Up to thirty papers on six proposals, over a budget that cannot always pay for all of them."""
    costs = draw(st.lists(st.integers(1, 900), min_size=PROPOSALS, max_size=PROPOSALS))
    papers = draw(
        st.lists(
            st.tuples(
                st.lists(st.integers(0, 1), min_size=PROPOSALS, max_size=PROPOSALS),
                st.sampled_from(SECTIONS) if sections else st.just(""),
            ),
            max_size=30,
        )
    )
    if sections and papers:
        papers.append(([0] * PROPOSALS, "users"))  # somebody counts for a section
    return Voted(
        title="What to pay for",
        place="Exampleton",
        year=2027,
        amount_pounds=draw(st.integers(1, 2000)),
        unit_pounds=draw(st.sampled_from((1, 5, 20))),
        way=Way.EQUAL_SHARES,
        seed="5eed",
        stood=[Stood(number=10 + 3 * n, title=f"Proposal; “{n}”", cost_pounds=cost) for n, cost in enumerate(costs)],
        papers=[(f"CODE{n}", marks, section) for n, (marks, section) in enumerate(papers)],
    )


@settings(max_examples=60, deadline=None)
@given(votes())
def test_no_way_spends_more_than_there_is_and_each_proposal_is_told_once(voted: Voted) -> None:
    for way in ways_for(voted):
        worked = work_out(voted, way)
        assert worked.spent_pounds == sum(one.cost_pounds for one in worked.funded) <= voted.amount_pounds
        places = [one.place for one in worked.funded] + [one.place for one in worked.not_funded]
        assert sorted(places) == list(range(PROPOSALS))
        assert sum(worked.got) == worked.papers == len(voted.papers)
        assert all(one.why in {*WHY.values(), "ended"} for one in worked.not_funded)


@settings(max_examples=30, deadline=None)
@given(votes())
def test_what_is_stored_is_what_is_worked_out_afresh_in_any_order_of_papers(voted: Voted) -> None:
    turned = Voted(**{**voted.__dict__, "papers": list(reversed(voted.papers))})
    for way in ways_for(voted):
        worked = work_out(voted, way)
        assert worked_from(json.loads(json.dumps(worked.as_json()))) == worked == work_out(turned, way)


@settings(max_examples=40, deadline=None)
@given(votes())
def test_what_papers_bought_adds_up_to_what_is_spent_and_is_what_the_engine_says(voted: Voted) -> None:
    for way in ways_for(voted):
        worked, spent = work_out(voted, way), Fraction(0)
        for _code, marks, section in voted.papers:
            mine = bought_by(worked, marks, section)
            spent += sum((part.pence for part in mine.parts if part.pence is not None), Fraction(0))
            assert mine.left is None or 0 <= mine.left <= (mine.held or 0)
            assert sorted([part.place for part in mine.parts] + list(mine.in_vain)) == [
                place for place, mark in enumerate(marks) if mark
            ]
        by_shares = [one for one in worked.funded if one.payment or way is Way.MOST_VOTES]
        assert spent == 100 * sum(one.cost_pounds for one in by_shares)


@settings(max_examples=25, deadline=None)
@given(votes())
def test_a_paper_paid_what_the_engine_itself_says(voted: Voted) -> None:
    from causeway.domains.budgets.computing import _instance, _rules
    from causeway.engines.budgeting import allocate

    vote, way = _instance(voted), Way.EQUAL_SHARES
    result, worked = allocate(vote, _rules(voted, way)), work_out(voted, way)
    for code, marks, section in voted.papers:
        theirs = [payment.paid for payment in paid_by(vote, result, row_of(vote, code))]
        ours = [part.pence for part in bought_by(worked, marks, section).parts if part.pence is not None]
        assert ours == theirs


@settings(max_examples=40, deadline=None)
@given(votes())
def test_sections_hold_equal_parts_and_those_for_none_as_much_each_as_in_equal_parts(voted: Voted) -> None:
    if Way.BALANCED not in ways_for(voted):
        return
    shares = shares_of(voted)
    assert sum(shares.values()) == 1
    sections = {name: part for name, part in shares.items() if name != "none"}
    assert len(set(sections.values())) == 1
    none = sum(section == "none" for _code, _marks, section in voted.papers)
    assert shares.get("none", 0) == Fraction(none, len(voted.papers))


def _example(sections: bool) -> Voted:
    """Three workers and one user, who want different things; the money pays for two of three."""
    papers = [
        ("A", (1, 0, 0), "workers"),
        ("B", (1, 0, 0), "workers"),
        ("C", (1, 1, 0), "workers"),
        ("D", (0, 0, 1), "users"),
    ]
    return Voted(
        title="What to pay for",
        place="Exampleton",
        year=2027,
        amount_pounds=100,
        unit_pounds=1,
        way=Way.EQUAL_SHARES,
        seed="5eed",
        stood=[Stood(number=n, title=f"Proposal {n}", cost_pounds=cost) for n, cost in ((1, 50), (2, 50), (3, 50))],
        papers=[(code, marks, section if sections else "") for code, marks, section in papers],
    )


def test_balanced_by_section_gives_a_few_users_as_much_as_many_workers() -> None:
    voted = _example(sections=True)
    worked = work_out(voted, Way.BALANCED)
    assert [one.place for one in worked.funded] == [0, 2]
    raised = 100 * worked.raised_pounds
    assert worked.held == {"users": str(5000 + raised), "workers": str(1600 + raised)}, "to the pound, then alike"
    assert worked.by_section["users"].nothing == 0


def test_without_sections_on_the_papers_there_are_two_ways() -> None:
    assert ways_for(_example(sections=False)) == [Way.EQUAL_SHARES, Way.MOST_VOTES]
    nobody = Voted(**{**_example(sections=True).__dict__, "papers": []})
    assert ways_for(nobody) == [Way.EQUAL_SHARES, Way.MOST_VOTES]
    for way in ways_for(nobody):
        assert work_out(nobody, way).funded == ()


def test_each_proposal_that_failed_says_what_it_lacked() -> None:
    worked = work_out(_example(sections=False), Way.EQUAL_SHARES)
    assert isinstance(worked, Worked)
    failed = {one.place: one for one in worked.not_funded}
    assert set(failed) | {one.place for one in worked.funded} == {0, 1, 2}
    for one in failed.values():
        assert one.supporters or one.lacked_pounds


def test_anybody_finds_the_same_result_with_the_command_line(tmp_path: Path) -> None:
    voted = _example(sections=True)
    file = tmp_path / "vote.pb"
    file.write_text(as_pabulib(voted), encoding="utf-8")
    assert pabulib.remarks(pabulib.read(file)) == []
    for way in ways_for(voted):
        worked = work_out(voted, way)
        words = command_for(worked, unit_pounds=voted.unit_pounds, seed=voted.seed, file=str(file)).split()
        done = subprocess.run([sys.executable, "-m", *words, "--json"], capture_output=True, text=True, check=True)
        said = json.loads(done.stdout)
        assert said["digest"] == worked.digest
        assert said["spent"] == worked.spent_pounds
        assert said["selected"] == [str(voted.stood[one.place].number) for one in worked.funded]


def test_the_step_is_a_round_amount_and_keeps_the_steps_few() -> None:
    assert [unit_for(pounds) for pounds in (1, 20_000, 20_001, 150_000, 10_000_000)] == [1, 1, 2, 10, 500]


figures = st.lists(st.one_of(st.none(), st.integers(-(10**9), 10**9)), max_size=12)
changes = st.lists(st.tuples(st.integers(0, 14), st.integers(-(10**6), 10**6)), max_size=12)


@given(figures, changes, st.sampled_from(Order), st.booleans())
def test_the_totals_of_both_budgets_agree_exactly(
    nets: list[int | None], changed: list[tuple[int, int]], order: Order, only: bool
) -> None:
    lines = [Figure(key=str(n), name=f"Line {n}", net_pounds=net) for n, net in enumerate(nets)]
    made = [Change(key=str(line), title="A change", pounds=pounds) for line, pounds in changed]
    found = compare(lines, made, new="Something new", order=order, only_different=only)
    assert found.council_pounds == sum(net or 0 for net in nets)
    assert found.people_pounds == found.council_pounds + sum(pounds for _line, pounds in changed)
    assert found.difference_pounds == sum(line.difference_pounds for line in found.shown)
    assert sum(len(line.changes) for line in found.shown) == len(made)
    if not only:
        assert sum(line.people_pounds for line in found.shown) == found.people_pounds
        assert len(found.shown) == found.lines
    for line in found.shown:
        assert line.people_pounds - (line.council_pounds or 0) == line.difference_pounds
