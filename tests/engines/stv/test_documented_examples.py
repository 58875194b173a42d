"""Each page of a rule has an example small enough for paper; its table is what the engine records."""

from __future__ import annotations

import io
import re
from fractions import Fraction
from pathlib import Path

import pytest

from causeway.engines import stv
from causeway.engines.exact.stream import Stream
from causeway.engines.stv.formats.blt import read_blt

PAGES = Path(__file__).resolve().parents[3] / "docs" / "engines"


@pytest.mark.parametrize("rule", stv.RULES)
def test_the_example_of_each_rule_is_counted_as_its_page_says(rule: str) -> None:
    text = (PAGES / f"{rule}.md").read_text()
    ballots = re.search(r"```blt\n(.*?)```", text, re.DOTALL)
    assert ballots
    result = stv.count(read_blt(Stream(io.BytesIO(ballots[1].encode()))), rule=rule)
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if re.match(r"\| \d", line)
    ]
    assert len(rows) == len(result.stages)
    for row, stage in zip(rows, result.stages, strict=True):
        assert [Fraction(cell) for cell in row[1:-1]] == [*stage.totals, stage.non_transferable]
        assert row[-1] == ", ".join(result.names[place] for place in stage.elected)
