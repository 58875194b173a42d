"""What docs/engines/qca.md says of its example and of chance is so."""

from __future__ import annotations

import random
import re
from fractions import Fraction
from pathlib import Path

import pytest

from causeway.engines.qca import Settings, compare, sets, table
from causeway.engines.qca.robustness import robustness
from causeway.engines.qca.solutions import solve
from causeway.engines.qca.terms import Condition, Term

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "engines" / "qca.md").read_text(encoding="utf-8")


def rows_under(heading: str) -> list[list[str]]:
    """The cells of the table under a heading, without its rule."""
    part = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|") and not set(line) <= set("|-: ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.fixture(scope="module")
def libraries() -> table.Table:
    return table.parse("\n".join(",".join(row) for row in rows_under("On paper")).encode())


def test_the_example_on_paper_comes_out_as_it_is_worked(libraries: table.Table) -> None:
    cases = sets.chosen(libraries, outcome="WON").cases()
    careful = compare(cases)
    assert [model.text for model in careful.models] == ["TOGETHER*EARLY + TOGETHER*COUNCIL"]
    assert [(term.fit.coverage, term.unique) for term in careful.models[0].terms] == [
        (Fraction(2, 3), Fraction(1, 3))
    ] * 2
    together = next(one for one in careful.necessity if one.text == "TOGETHER")
    assert (together.fit.inclusion, together.fit.ron, together.necessary) == (1, Fraction(4, 5), True)
    without = {one.name: one.models for one in robustness(careful).cases}
    assert without["Combe"] == "TOGETHER*EARLY"


def test_the_second_answer_of_the_example_assumes_what_contradicts_itself(libraries: table.Table) -> None:
    found = compare(sets.chosen(libraries, outcome="WON").cases(), Settings(solution="parsimonious"))
    assert [model.text for model in found.models] == [
        "TOGETHER*EARLY + TOGETHER*COUNCIL",
        "TOGETHER*EARLY + ~EARLY*COUNCIL",
    ]
    assert [model.assumptions.contradictory for model in found.models] == [(), ((0, 0, 1),)]


def perfect(cases: int, conditions: int, lots: random.Random) -> bool:
    """Whether coins give a table with a solution that explains everything without an exception."""
    rows: dict[Term, set[int]] = {}
    for _ in range(cases):
        row = tuple(lots.getrandbits(1) for _ in range(conditions))
        rows.setdefault(row, set()).add(lots.getrandbits(1))
    on = [row for row, outcomes in rows.items() if outcomes == {1}]
    off = [row for row, outcomes in rows.items() if outcomes == {0}]
    if len(on) + len(off) < len(rows):
        return False
    names = [Condition(f"C{place}") for place in range(conditions)]
    return bool(solve(names, on, off, solution="parsimonious", most=1).models)


@pytest.mark.parametrize(("cases", "conditions"), [(8, 4), (8, 5), (12, 5), (20, 6)])
def test_coins_give_perfect_solutions_as_often_as_the_page_says(cases: int, conditions: int) -> None:
    """Within four standard errors of 400 draws with a stated seed."""
    head, *lines = rows_under("How small numbers mislead")
    column = next(place for place, cell in enumerate(head) if cell.split()[0] == str(conditions))
    stated = float(next(line for line in lines if line[0] == str(cases))[column].rstrip("%")) / 100
    lots = random.Random(20261122)
    share = sum(perfect(cases, conditions, lots) for _ in range(400)) / 400
    assert abs(share - stated) < 4 * (stated * (1 - stated) / 400) ** 0.5


def test_the_page_names_every_option_of_the_command() -> None:
    from causeway.surfaces.cli.compare import compare_command

    options = {option.opts[0] for option in compare_command.params if option.opts[0].startswith("--")}
    assert {option for option in options if not re.search(rf"`[^`]*{option}\b", PAGE)} == set()
