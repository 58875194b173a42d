"""Agreement with pabutools (GPL, so never a dependency) where it implements the same rule.

It lives in the environment of the benchmarks' peers: `python3 tools/bootstrap.py --dev --peers`. Known differences,
each on purpose: Phragmén stops there at the first project that does not fit, which is ``skip=False`` here; and ties are
broken in another order, so that votes are compared whose outcome no tie decides.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.budgeting import PEERS_PYTHON, measured
from causeway.engines.budgeting import Rules, allocate, pabulib

SAME = {
    "greedy": Rules(rule="greedy"),
    "greedy-per-cost": Rules(rule="greedy-per-cost"),
    "equal-shares": Rules(),
    "cardinality": Rules(utility="cardinality"),
    "phragmen": Rules(rule="phragmen", skip=False),
}
APPROVED = [
    "Netherlands_Assen_2024",
    "Poland_Warszawa_2017_Marysin_Polnocny",
    "Poland_Warszawa_2019_Ursynow_Poludniowy",
]

pytestmark = [
    pytest.mark.realdata,
    pytest.mark.skipif(not PEERS_PYTHON.exists(), reason="the peers are not installed here"),
]


def theirs(file: Path, rule: str) -> set[str]:
    found = measured("pabutools", file, rule, 120, short=0)
    assert found is not None
    return set(found["winners"])


@pytest.mark.parametrize("rule", SAME)
@pytest.mark.parametrize("name", APPROVED)
def test_pabutools_chooses_the_same(rule: str, name: str, real_data: Path) -> None:
    file = real_data / "pb" / f"{name}.pb"
    assert set(allocate(pabulib.read(file), SAME[rule]).selected) == theirs(file, rule)


def test_pabutools_raises_money_as_far_on_assen(real_data: Path) -> None:
    file = real_data / "pb" / "Netherlands_Assen_2024.pb"
    assert set(allocate(pabulib.read(file), Rules(completion="add1")).selected) == theirs(file, "add1")
