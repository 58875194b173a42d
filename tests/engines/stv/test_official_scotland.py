"""Scottish council elections of 2012 and 2017: the engine against what the councils declared."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from causeway.engines import stv
from causeway.engines.stv.formats import read

# Cells that the source gives with two decimals only, or wrongly: (ward, stage, position): what the source says.
# Each differs from our total by less than 0.005, so each is our total rounded.
ROUNDED = {
    ("glasgow_2017_ward5", 2, 1): "1100.86",
    ("glasgow_2017_ward5", 2, 4): "1121.35",
    ("glasgow_2017_ward5", 3, 1): "1105.01",
    ("glasgow_2017_ward5", 3, 4): "1125.49",
    ("glasgow_2017_ward5", 4, 1): "1115.16",
    ("glasgow_2017_ward5", 4, 4): "1131.49",
    ("glasgow_2017_ward5", 5, 1): "1122.45",
    ("glasgow_2017_ward5", 5, 4): "1150.94",
    ("glasgow_2017_ward5", 6, 1): "1259.60",
    ("glasgow_2017_ward5", 6, 4): "1581.82",
    ("glasgow_2017_ward5", 7, 1): "1486.92",
    ("glasgow_2017_ward5", 10, 10): "1099.03",
    ("dundee_2017_ward3", 2, 2): "1210.91",
    ("dundee_2017_ward3", 7, 6): "1078.59",
    ("dundee_2017_ward3", 8, 6): "1416.70",
}

pytestmark = pytest.mark.realdata


@pytest.fixture(scope="module")
def official() -> dict:
    folder = Path(__file__).resolve().parents[4] / "shared" / "data" / "stv"
    return json.loads((folder / "official.json").read_text())


def test_every_official_winner_and_every_stage_total_is_ours(official: dict, real_data: Path) -> None:
    assert len(official) == 40
    differing = {}
    for ward, declared in official.items():
        result = stv.count(read(real_data / "stv" / f"{ward}.blt"), rule="scottish")
        assert sorted(place + 1 for place in result.winners) == sorted(declared["elected"]), ward
        assert len(result.stages) == len(declared["stages"]), ward
        for stage, cells in zip(result.stages, declared["stages"], strict=True):
            for position, text in cells.items():
                ours = stage.totals[int(position) - 1]
                if Fraction(text) != ours:
                    assert abs(Fraction(text) - ours) < Fraction("0.005")
                    differing[ward, stage.number, int(position)] = text
    assert differing == ROUNDED


def test_no_official_count_needed_a_lot(official: dict, real_data: Path) -> None:
    for ward in official:
        result = stv.count(read(real_data / "stv" / f"{ward}.blt"), rule="scottish", ties=stv.TieOrder.refuse())
        assert not result.unfilled


@pytest.mark.parametrize(("rule", "changed"), [("wigm", 0), ("ers97", 2), ("meek", 5)])
def test_how_often_another_rule_elects_somebody_else(rule: str, changed: int, official: dict, real_data: Path) -> None:
    """The figures that the documentation quotes."""
    other = 0
    for ward, declared in official.items():
        result = stv.count(read(real_data / "stv" / f"{ward}.blt"), rule=rule)
        other += {place + 1 for place in result.winners} != set(declared["elected"])
    assert other == changed
