"""Comparisons: what a solution covers, what it assumes, what is said about rows, cuts and cases."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from causeway.engines.exact import BadInput
from causeway.engines.qca import Cases, Comparison, Cuts, Settings, compare, necessity
from causeway.engines.qca.cases import HALF, UNIT
from causeway.engines.qca.kinds import kinds_of_cases
from causeway.engines.qca.robustness import robustness
from causeway.engines.qca.terms import FREE, covers
from causeway.engines.qca.truth_table import truth_table
from tests.engines.qca import twins
from tests.engines.qca.scenes import any_cases, crisp

HELPFUL = {name: frozenset({1}) for name in "ABCD"}


def models(found: Comparison) -> list[str]:
    return [model.text for model in found.models]


@given(cases=any_cases(), solution=st.sampled_from(("conservative", "parsimonious", "intermediate")))
@settings(max_examples=80)
def test_a_solution_covers_what_it_says(cases: Cases, solution: str) -> None:
    """Every model covers every row with the outcome and none without; its figures are those of slow sums."""
    expect = {condition.name: HELPFUL[condition.name] for condition in cases.conditions}
    found = compare(cases, Settings(solution=solution, expect=expect if solution == "intermediate" else {}))
    on, off = found.table.decided()
    assert bool(found.models) == bool(on and off)
    held = [float(value) / UNIT for value in cases.memberships]
    for model in found.models:
        terms = [one.term for one in model.terms]
        assert all(any(covers(term, row) for term in terms) for row in on)
        assert not any(covers(term, row) for term in terms for row in off)
        inside = [max(slow_membership(cases, case, term) for term in terms) for case in range(len(held))]
        common = sum(map(min, inside, held))
        assert float(model.fit.inclusion or 0) * sum(inside) == pytest.approx(common)
        assert float(model.fit.coverage or 0) * sum(held) == pytest.approx(common)
        for one in model.terms:
            rest = [
                max((slow_membership(cases, case, t) for t in terms if t != one.term), default=0)
                for case in range(len(held))
            ]
            assert float(one.unique or 0) * sum(held) == pytest.approx(common - sum(map(min, rest, held)))
            assert one.cases == tuple(
                cases.names[case] for case in range(len(held)) if slow_membership(cases, case, one.term) > 0.5
            )


def slow_membership(cases: Cases, case: int, term: tuple[int, ...]) -> float:
    """Membership as one would reckon it by hand."""
    found = 1.0
    for place, value in enumerate(term):
        held = int(cases.values[case, place])
        if value == FREE:
            continue
        if cases.conditions[place].fuzzy:
            found = min(found, held / UNIT if value else 1 - held / UNIT)
        else:
            found = min(found, float(held == value))
    return found


@given(cases=any_cases(), seed=st.integers(0, 99))
@settings(max_examples=40)
def test_the_order_of_cases_changes_nothing(cases: Cases, seed: int) -> None:
    order = np.random.default_rng(seed).permutation(len(cases.names))
    other = Cases(
        names=tuple(cases.names[place] for place in order),
        conditions=cases.conditions,
        values=cases.values[order],
        outcome=cases.outcome,
        memberships=cases.memberships[order],
    )
    asked = Settings(solution="parsimonious")
    assert compare(cases, asked).digest == compare(other, asked).digest
    assert models(compare(cases, asked)) == models(compare(other, asked))


@given(cases=any_cases())
@settings(max_examples=60)
def test_intermediate_models_lie_between_conservative_and_parsimonious_ones(cases: Cases) -> None:
    expect = {condition.name: HELPFUL[condition.name] for condition in cases.conditions}
    between = compare(cases, Settings(solution="intermediate", expect=expect))
    short = compare(cases, Settings(solution="parsimonious"))
    on, _ = between.table.decided()
    for model in between.models:
        assert model.origin.startswith("C")
        for one in model.terms:
            assert any(covers(one.term, row) for row in on)
            assert any(covers(wide.term, one.term) for other in short.models for wide in other.terms)


def test_expectations_against_everything_seen_give_the_parsimonious_solution() -> None:
    """Where every condition that could go stands against its expectation, all may go."""
    cases = crisp(["110", "011", "000"], "100")
    expect = {"A": frozenset({0}), "B": frozenset({0}), "C": frozenset({1})}
    between = compare(cases, Settings(solution="intermediate", expect=expect))
    short = compare(cases, Settings(solution="parsimonious"))
    assert models(between) == models(short) == ["A", "B*~C"]
    careful = compare(cases, Settings(solution="intermediate", expect={name: frozenset({1}) for name in "AB"}))
    assert models(careful) == ["A*B*~C"]


def test_contradictory_rows_are_named_and_decided_by_the_cut() -> None:
    cases = crisp(["11", "11", "11", "10", "00"], "11000")
    strict = compare(cases)
    row = strict.table.rows[-1]
    assert (row.out, row.contradictory, row.inclusion) == ("0", True, Fraction(2, 3))
    assert (row.with_outcome, row.without) == (("case 1", "case 2"), ("case 3",))
    assert "Row 4 (A*B) is contradictory: case 1, case 2 with the outcome, case 3 without." in strict.remarks
    assert strict.models == ()
    mild = compare(cases, Settings(cuts=Cuts(inclusion=Fraction(3, 5))))
    assert models(mild) == ["A*B"]


def test_an_undecided_row_is_neither_explained_nor_assumed() -> None:
    cases = crisp(["11", "10", "10", "00"], "1100")
    cuts = Cuts(inclusion=Fraction(4, 5), low=Fraction(2, 5))
    found = compare(cases, Settings(cuts=cuts, solution="parsimonious"))
    assert [row.out for row in found.table.rows] == ["0", "C", "1"]
    assert models(found) == ["B"]


def test_rows_with_too_few_cases_are_remainders_and_said() -> None:
    cases = crisp(["11", "11", "10", "00", "00"], "11100")
    found = compare(cases, Settings(cuts=Cuts(frequency=2), solution="parsimonious"))
    assert [row.out for row in found.table.rows] == ["0", "?", "1"]
    assert models(found) == ["A", "B"]
    assert "Fewer than 2 cases are in 1 of the rows, which count as not seen: case 3." in found.remarks


def test_a_row_that_fits_the_absence_as_well_fails_by_pri() -> None:
    cases = Cases(
        names=("a", "b", "c"),
        conditions=crisp(["1"], "1").conditions,
        values=np.array([[1], [1], [0]]),
        outcome="Y",
        memberships=np.array([HALF + 1, HALF, 0]),
    )
    loose = Cuts(inclusion=Fraction(1, 2), pri=Fraction(1, 2))
    assert truth_table(cases, loose).rows[1].out == "0"
    assert truth_table(cases, Cuts(inclusion=Fraction(1, 2), pri=Fraction(0))).rows[1].out == "1"


def test_without_a_row_of_either_kind_there_is_no_solution_and_a_reason() -> None:
    nobody = compare(crisp(["11", "00"], "00"))
    everybody = compare(crisp(["11", "00"], "11"))
    assert (nobody.models, everybody.models) == ((), ())
    assert nobody.remarks[0].startswith("No combination goes with the outcome often enough")
    assert everybody.remarks[0].startswith("Every combination seen goes with the outcome")


def test_assumptions_that_both_solutions_make_are_reported() -> None:
    """11 has the outcome, 00 has not: A explains the one, ~B the other, and both claim 10."""
    found = compare(crisp(["11", "00"], "10"), Settings(solution="parsimonious"))
    assert models(found) == ["A", "B"]
    taken = found.models[0].assumptions
    assert (taken.count, taken.contradictory, taken.contradictory_count) == (1, ((1, 0),), 1)
    assert any(remark.startswith("Contradictory assumptions in M1, M2") for remark in found.remarks)
    assert compare(crisp(["11", "00"], "10")).models[0].assumptions.count == 0


@given(cases=any_cases())
@settings(max_examples=60)
def test_necessary_combinations_are_what_trying_every_term_gives(cases: Cases) -> None:
    cut, ron = Fraction(9, 10), Fraction(1, 2)
    searched = necessity.search(cases, inclusion=cut, ron=ron)
    terms = [
        term for term in twins.every_term([one.levels for one in cases.conditions]) if any(v != FREE for v in term)
    ]
    for kind, join in (("all of", np.minimum.reduce), ("one of", np.maximum.reduce)):
        fits = {}
        for term in terms:
            parts = [cases.literal(place, value) for place, value in enumerate(term) if value != FREE]
            fits[term] = necessity.necessity(join(parts), cases.memberships)
        good = {term for term in terms if necessity.reaches(fits[term].inclusion, cut)}
        long = {term for term in good if sum(value != FREE for value in term) > 1}
        if kind == "one of":
            long = {term for term in long if not any(other != term and covers(other, term) for other in good)}
        slow = {term for term in long if necessity.reaches(fits[term].ron, ron)}
        assert {one.term for one in searched.combined if one.kind == kind} == slow
    assert searched.complete


def test_cases_are_sorted_by_what_they_can_teach() -> None:
    cases = Cases(
        names=("deep", "shallow", "beyond", "against", "elsewhere", "nowhere"),
        conditions=crisp(["11"], "1").conditions,
        values=np.array([[1, 1], [1, 1], [1, 1], [1, 1], [0, 0], [0, 0]]),
        outcome="Y",
        memberships=np.array([UNIT, UNIT, UNIT * 9 // 10, 0, UNIT, 0]),
    )
    found = compare(cases, Settings(cuts=Cuts(inclusion=Fraction(7, 10), pri=Fraction(1, 2))))
    kinds = kinds_of_cases(cases, found.models[0])
    assert kinds.terms[0].typical == ("deep", "shallow")
    assert kinds.terms[0].unique == kinds.terms[0].typical
    assert (kinds.terms[0].in_degree, kinds.terms[0].consistency) == (("beyond",), ("against",))
    assert (kinds.coverage, kinds.irrelevant) == (("elsewhere",), ("nowhere",))


@given(cases=any_cases())
@settings(max_examples=25)
def test_the_models_stay_within_the_range_of_a_cut_and_change_at_its_ends(cases: Cases) -> None:
    asked = Settings(solution="parsimonious")
    found = compare(cases, asked)
    tried = robustness(found)
    inclusion = tried.cuts[0]
    low = Fraction(1, 10**6) if inclusion.below is None else inclusion.below.figure + Fraction(1, 10**7)
    high = Fraction(1) if inclusion.above is None else inclusion.above.figure

    def at(cut: Fraction) -> list[str]:
        return models(compare(cases, Settings(cuts=Cuts(inclusion=cut), solution="parsimonious")))

    assert at(low) == at(high) == models(found)
    if inclusion.below:
        assert at(inclusion.below.figure) != models(found)
    if inclusion.above:
        assert at(inclusion.above.figure + Fraction(1, 10**6)) != models(found)
    decisive = {one.name for one in tried.cases}
    for place, name in enumerate(cases.names):
        assert (models(compare(cases.without(place), asked)) != models(found)) == (name in decisive)


REFUSED = {
    "There must be between 1 and 24 conditions.": lambda: crisp(["1" * 25, "0" * 25], "10"),
    "“A” has more than 10 values; join some of them.": lambda: Cases(
        names=("x",), conditions=(type(crisp(["1"], "1").conditions[0])("A", 11),),
        values=np.array([[1]]), outcome="Y", memberships=np.array([0]),
    ),
}  # fmt: skip


@pytest.mark.parametrize("sentence", REFUSED)
def test_cases_that_make_no_sense_are_refused_in_a_sentence(sentence: str) -> None:
    with pytest.raises(BadInput) as refused:
        REFUSED[sentence]()
    assert refused.value.sentence == sentence
