"""The page’s examples are what the engine finds, and its table is small enough for paper."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from causeway.engines.opinion.consensus import bridges, common, divides
from causeway.engines.opinion.intervals import Figure, share
from causeway.engines.opinion.representative import representative
from causeway.engines.opinion.routing import chances
from causeway.engines.opinion.sectors import shown
from causeway.engines.opinion.tallies import Tallies

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "engines" / "opinions.md").read_text()
TEXT = " ".join(PAGE.split())


def on_paper() -> tuple[list[str], Tallies]:
    rows = [
        line.strip("| \n").split("|") for line in PAGE.splitlines() if re.match(r"\| [A-Z][^|]+\|( \d+ \|){6}", line)
    ]
    counts = np.array([[int(cell) for cell in row[1:]] for row in rows], dtype=np.int64)
    assert counts.shape == (3, 6)
    return [row[0].strip() for row in rows], Tallies(counts[:, ::3].T, counts[:, 1::3].T, counts[:, 2::3].T)


def of_100(figure: Figure, place: int) -> list[int]:
    return [round(100 * float(end[place])) for end in (figure.value, figure.low, figure.high)]


def test_consensus_is_what_paper_gives() -> None:
    _, tallies = on_paper()
    fractions = re.findall(r"\*\*(\d+)/(\d+)\*\*, or (\d+) in 100", TEXT)
    assert len(fractions) == 3
    for value, (above, below, of) in zip(common(tallies).consensus.value.tolist(), fractions, strict=True):
        assert value == pytest.approx(int(above) / int(below))
        assert round(100 * value) == int(of)


def test_one_bridges_one_divides_and_one_is_not_known() -> None:
    names, tallies = on_paper()
    figures = common(tallies)
    assert [names[place] for place, agreed in bridges(figures) if agreed] == ["Keep the late bus"]
    assert [names[place] for place in divides(figures)] == ["Charge for parking"]
    assert figures.enough.tolist() == [True, True, False]
    assert "({} in 100 at least, {} to {})".format(*of_100(figures.bridging, 0)) in TEXT
    assert "({} in 100 apart, {} to {})".format(*of_100(figures.gap, 1)) in TEXT
    assert int(chances(tallies, figures, asked=np.ones(3, bool)).argmax()) == 2


def test_each_group_stands_for_its_side_of_parking() -> None:
    _, tallies = on_paper()
    sides = [
        [(one.agree, f"{one.ratio:.1f}") for one in chosen if one.statement == 1] for chosen in representative(tallies)
    ]
    assert [side[0][0] for side in sides] == [False, True]
    assert f"{sides[0][0][1]} times as many" in TEXT


def test_three_of_three_and_thirty_of_thirty_are_as_unsure_as_the_page_says() -> None:
    few, many = (share(np.array([number]), np.array([number])) for number in (3, 30))
    assert "{1} to {2} in 100; thirty".format(*of_100(few, 0)) in TEXT
    assert "thirty of thirty gives {1} to {2}".format(*of_100(many, 0)) in TEXT


def test_the_workers_are_withheld_with_the_carers() -> None:
    agrees, disagrees = np.array([[30], [15], [4]]), np.array([[8], [7], [2]])
    tallies = Tallies(agrees, disagrees, agrees + disagrees)
    assert (int(tallies.total.agrees[0, 0]), int(tallies.total.seen[0, 0])) == (49, 66)
    assert shown(tallies, np.array([40, 25, 6]), tallies.total, 71).cells[:, 0].tolist() == [True, False, False]
