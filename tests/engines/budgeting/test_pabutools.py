"""Agreement with pabutools (extra ``bench``; GPL, so never a dependency) where it implements the same rule.

Known differences, each on purpose:

- Phragmén stops there at the first project that does not fit; that is ``skip=False`` here.
- Pabutools breaks ties in its own order; here votes are compared whose outcome no tie decides.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from causeway.engines.budgeting import Rules, allocate, pabulib

peer = pytest.importorskip("pabutools.rules", reason="pabutools is in the extra `bench`")
from pabutools.election import Cardinality_Sat, Cost_Sat, parse_pabulib  # noqa: E402

Choose = Callable[[Any, Any], Any]
SAME: dict[str, tuple[Rules, Choose]] = {
    "greedy": (
        Rules(rule="greedy"),
        lambda vote, ballots: peer.greedy_utilitarian_welfare(vote, ballots, sat_class=Cost_Sat),
    ),
    "greedy per cost": (
        Rules(rule="greedy-per-cost"),
        lambda vote, ballots: peer.greedy_utilitarian_welfare(vote, ballots, sat_class=Cardinality_Sat),
    ),
    "equal shares, cost": (
        Rules(),
        lambda vote, ballots: peer.method_of_equal_shares(vote, ballots, Cost_Sat),
    ),
    "equal shares, cardinality": (
        Rules(utility="cardinality"),
        lambda vote, ballots: peer.method_of_equal_shares(vote, ballots, Cardinality_Sat),
    ),
    "phragmen": (Rules(rule="phragmen", skip=False), peer.sequential_phragmen),
}
APPROVED = [
    "Netherlands_Assen_2024",
    "Poland_Warszawa_2017_Marysin_Polnocny",
    "Poland_Warszawa_2019_Ursynow_Poludniowy",
]


@pytest.mark.realdata
@pytest.mark.parametrize("rule", SAME)
@pytest.mark.parametrize("name", APPROVED)
def test_pabutools_chooses_the_same(rule: str, name: str, real_data: Path) -> None:
    file = real_data / "pb" / f"{name}.pb"
    rules, choose = SAME[rule]
    instance, profile = parse_pabulib(str(file))
    assert set(allocate(pabulib.read(file), rules).selected) == {str(project) for project in choose(instance, profile)}


@pytest.mark.realdata
def test_pabutools_raises_money_as_far_on_assen(real_data: Path) -> None:
    file = real_data / "pb" / "Netherlands_Assen_2024.pb"
    instance, profile = parse_pabulib(str(file))
    theirs = peer.method_of_equal_shares(instance, profile, Cost_Sat, voter_budget_increment=1)
    ours = allocate(pabulib.read(file), Rules(completion="add1"))
    assert set(ours.selected) == {str(project) for project in theirs}
