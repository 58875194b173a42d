"""Marks and outcomes: what is accepted, and what carries."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from causeway.domains.assemblies.computing import outcome_of, ranking_of
from causeway.domains.assemblies.marks import checked_marks
from causeway.domains.assemblies.models import Ballot
from causeway.domains.assemblies.publishing import papers_as_blt, papers_as_csv
from causeway.domains.assemblies.receipts import new_receipt, plain_receipt
from causeway.engines.stv.formats import read
from causeway.kernel.errors import Invalid

YES_NO = ["Yes", "No", "Abstain"]
NAMES = ["Ann", "Ben", "Cat"]


def ballot(form: str, *, seats: int = 1, threshold: str = "majority", quorum: int = 0) -> Ballot:
    return Ballot(
        question="What?",
        form=form,
        seats=seats,
        threshold=threshold,
        quorum_percent=quorum,
        tie_seed="a seed",
        tie_order=[2, 1, 0],
    )


def votes(yes: int, no: int, abstain: int = 0) -> list[list[int]]:
    return [[1, 0, 0]] * yes + [[0, 1, 0]] * no + [[0, 0, 1]] * abstain


@pytest.mark.parametrize(
    ("threshold", "yes", "no", "carried"),
    [
        ("majority", 2, 1, True),
        ("majority", 2, 2, False),
        ("majority", 0, 0, False),
        ("two_thirds", 2, 1, True),
        ("two_thirds", 199, 100, False),
        ("three_quarters", 3, 1, True),
        ("three_quarters", 299, 100, False),
        ("two_thirds", 0, 0, False),
    ],
)
def test_a_threshold_is_met_exactly_or_not(threshold: str, yes: int, no: int, carried: bool) -> None:
    counted = outcome_of(ballot("yes_no", threshold=threshold), YES_NO, votes(yes, no, 5), electors=500)
    assert (counted.chosen == (0,)) is carried
    assert counted.totals == (yes, no, 5)


@pytest.mark.parametrize(
    ("electors", "papers", "quorate"), [(10, 5, True), (10, 4, False), (11, 5, False), (0, 0, True)]
)
def test_a_quorum_is_a_share_of_the_roll_rounded_up(electors: int, papers: int, quorate: bool) -> None:
    counted = outcome_of(ballot("yes_no", quorum=50), YES_NO, votes(papers, 0), electors=electors)
    assert counted.quorate is quorate


def test_level_options_are_told_and_decided_by_the_order_drawn_before() -> None:
    counted = outcome_of(ballot("approval"), NAMES, [[1, 1, 0], [1, 0, 1], [0, 1, 0]], electors=3)
    assert counted.chosen == (1,), "Ben and Ann are level; the order drawn has Ben before Ann"
    assert counted.ties == (0, 1)
    assert outcome_of(ballot("approval", seats=2), NAMES, [[1, 1, 0]], electors=3).ties == ()


def test_nobody_is_chosen_by_blank_papers() -> None:
    for form in ("approval", "score", "ranked"):
        counted = outcome_of(ballot(form), NAMES, [[0, 0, 0]] * 3, electors=3)
        assert counted.chosen == ()
        assert (counted.papers, counted.blank) == (3, 3)


@given(st.lists(st.permutations([1, 2, 3]), min_size=1, max_size=12), st.integers())
def test_the_order_of_the_papers_changes_no_outcome(papers: list[list[int]], seed: int) -> None:
    shuffled = papers.copy()
    Random(seed).shuffle(shuffled)
    one = ballot("ranked", seats=2)
    assert outcome_of(one, NAMES, papers, electors=99) == outcome_of(one, NAMES, shuffled, electors=99)


@given(st.lists(st.one_of(st.none(), st.integers(0, 5)), min_size=4, max_size=4))
def test_a_ranked_paper_is_accepted_exactly_if_its_numbers_run_from_one(marks: list[int | None]) -> None:
    numbers = sorted(mark for mark in marks if mark)
    runs = numbers == list(range(1, len(numbers) + 1))
    if not runs:
        with pytest.raises(Invalid):
            checked_marks("ranked", marks, options=4)
        return
    accepted = checked_marks("ranked", marks, options=4)
    assert [accepted[place - 1] for place in ranking_of(accepted)] == numbers


@pytest.mark.parametrize(
    ("form", "marks"),
    [
        ("yes_no", (1, 1, 0)),
        ("yes_no", (0, 0, 0)),
        ("yes_no", (2, -1, 0)),
        ("approval", (2, 0, 0)),
        ("score", (6, 0, 0)),
        ("score", (-1, 0, 0)),
        ("ranked", (1, 3, 0)),
        ("ranked", (-1, 1, 0)),
        ("ranked", (1, 2)),
        ("ranked", (1, 2, 3, 4)),
    ],
)
def test_a_paper_that_fits_no_rule_is_refused(form: str, marks: tuple[int, ...]) -> None:
    with pytest.raises(Invalid):
        checked_marks(form, marks, options=3)


def test_a_formula_in_a_name_stays_text_in_a_spreadsheet() -> None:
    file = papers_as_csv(["=1+1", "Ben"], [("A", [1, 0], "")]).decode()
    assert file == "receipt,'=1+1,Ben\r\nA,1,\r\n"


def test_quotes_in_names_do_not_break_the_blt_file(tmp_path: Path) -> None:
    one = ballot("ranked")
    one.question = 'The "best"'
    file = tmp_path / "papers.blt"
    file.write_text(papers_as_blt(one, ['Ann "A"', "Ben"], [[1, 2], [0, 0]]), encoding="utf-8")
    assert read(file).names == ("Ann ”A”", "Ben")


def test_a_receipt_is_found_however_it_is_typed() -> None:
    receipt = new_receipt()
    assert plain_receipt(f"  {receipt.lower().replace('-', ' ')} ") == receipt
    assert plain_receipt(receipt.replace("0", "O").replace("1", "l")) == receipt
    assert plain_receipt("7K3Q") == ""
