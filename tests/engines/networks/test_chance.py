"""Permutation tests: exact p-values, lots that keep what they promise, and silence where numbers are small."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from causeway.engines.networks import Chance, measure, network
from causeway.engines.networks.brokerage import brokerage
from causeway.engines.networks.chance import figure, p_value
from causeway.engines.networks.mixing import Kinds, ei_index
from causeway.engines.networks.reciprocity import reciprocity
from causeway.engines.networks.rewiring import rewired
from tests.engines.networks.worlds import KINDS, grown


def test_the_p_value_counts_the_observation_as_one_of_the_draws() -> None:
    drawn = np.array([1.0, 2.0, 3.0, 4.0])
    assert p_value(5.0, drawn) == 2 * 1 / 5
    assert p_value(4.0, drawn) == 2 * 2 / 5
    assert p_value(2.5, drawn) == 1.0
    assert p_value(0.0, drawn) == 2 * 1 / 5


def test_p_is_never_nothing() -> None:
    assert p_value(1e9, np.zeros(999)) == 2 / 1000


def p_values_of_kinds_by_lot(count: int) -> list[float]:
    drawn = random.Random(5)
    found = []
    for _ in range(count):
        graph = nx.gnm_random_graph(24, 50, seed=drawn.randrange(10**6))
        graph = nx.relabel_nodes(graph, str)
        kinds = {name: drawn.choice(KINDS) for name in graph}
        dealt = Kinds.of(graph, kinds, frozenset(), 99, np.random.RandomState(drawn.randrange(10**6)))
        p = dealt.figure("E-I index", ei_index(dealt)).p
        found += [] if p is None else [p]
    return found


def p_values_of_support_by_lot(count: int) -> list[float]:
    drawn = random.Random(7)
    found = []
    for _ in range(count):
        graph = nx.gnm_random_graph(14, 45, seed=drawn.randrange(10**6), directed=True)
        nx.set_edge_attributes(graph, 100, "weight")
        named = nx.relabel_nodes(graph, str)
        p = reciprocity(named, 99, np.random.RandomState(drawn.randrange(10**6))).rho.p
        found += [] if p is None else [p]
    return found


@pytest.mark.parametrize(("p_values", "count"), [(p_values_of_kinds_by_lot, 400), (p_values_of_support_by_lot, 60)])
def test_where_chance_rules_p_is_spread_evenly_and_small_no_more_often_than_it_says(
    p_values: Callable[[int], list[float]], count: int
) -> None:
    """In networks of chance: of 0.05 or less at most 0.05, with three standard errors of room; half of them below a
    half, less what ties take (two-sided p-values of a discrete measure are a little too large)."""
    found = p_values(count)
    assert len(found) == count
    assert sum(p <= 0.05 for p in found) / count <= 0.05 + 3 * (0.05 * 0.95 / count) ** 0.5
    assert 0.25 <= sum(p <= 0.5 for p in found) / count <= 0.5 + 3 * (0.25 / count) ** 0.5


@given(size=st.integers(3, 12), seed=st.integers(0, 10**6), directed=st.booleans())
@settings(max_examples=40)
def test_partners_by_lot_keep_how_many_ties_everybody_has(size: int, seed: int, directed: bool) -> None:
    graph = nx.gnp_random_graph(size, 0.4, seed=seed, directed=directed)
    ties = np.array(list(graph.edges), dtype=np.int64).reshape(-1, 2)
    for sample in rewired(ties, size, 3, np.random.RandomState(seed), directed=directed):
        drawn = (nx.DiGraph if directed else nx.Graph)(sample.tolist())
        assert drawn.number_of_edges() == len(ties), "a tie was made twice"
        assert all(one != other for one, other in sample.tolist())
        if directed:
            assert Counter(sample[:, 0].tolist()) == Counter(ties[:, 0].tolist())
            assert Counter(sample[:, 1].tolist()) == Counter(ties[:, 1].tolist())
        else:
            assert Counter(sample.ravel().tolist()) == Counter(ties.ravel().tolist())


def test_partners_by_lot_are_each_as_likely() -> None:
    """Four each in two contacts: three rings. 3,000 draws, each ring 1,000 times, with four standard errors of room."""
    ring = np.array([(0, 1), (1, 2), (2, 3), (0, 3)], dtype=np.int64)
    draws = [
        frozenset(frozenset(pair) for pair in sample.tolist())
        for seed in range(30)
        for sample in rewired(ring, 4, 100, np.random.RandomState(seed), directed=False)
    ]
    found = Counter(draws)
    assert len(found) == 3
    assert all(abs(count - 1000) < 4 * (3000 * 2 / 9) ** 0.5 * 1.5 for count in found.values())


def test_a_batch_too_large_for_memory_is_drawn_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("causeway.engines.networks.rewiring.BATCH_BYTES", 4 * 400)
    ties = np.array(list(nx.gnm_random_graph(20, 40, seed=1).edges), dtype=np.int64)
    assert len(list(rewired(ties, 20, 10, np.random.RandomState(1), directed=False))) == 10


def test_below_ten_organisations_or_ten_ties_it_says_that_there_is_too_little() -> None:
    few = network([(f"O{n}", f"O{n + 1}", "support") for n in range(8)], {f"O{n}": KINDS[n % 2] for n in range(9)})
    found = measure(few, Chance(draws=99, rewirings=9))
    assert found.ei.value == 1
    assert {found.ei.verdict, found.reciprocity.rho.verdict, found.holding.cut_points.verdict} == {"too few to say"}
    assert found.ei.p is None
    assert all(one.p is None for one in found.brokerage.brokers)


def test_where_lots_cannot_differ_there_is_nothing_to_say() -> None:
    said = {"sample": 100, "unit": "ties", "chance": "", "organisations": 100}
    assert figure("x", 1.0, np.ones(99), **said).verdict == "too few to say"
    assert figure("x", None, np.arange(99.0), **said).verdict == "too few to say"
    assert figure("x", 200.0, np.arange(99.0), **said).verdict == "more"


def test_the_same_seed_gives_the_same_p_and_another_seed_another_draw() -> None:
    one, again, other = (measure(grown(30), Chance(seed=seed, draws=99, rewirings=9)) for seed in (1, 1, 2))
    assert one.ei == again.ei
    assert one.brokerage == again.brokerage
    assert one.digest == again.digest != other.digest
    assert one.ei.expected != other.ei.expected


def test_returned_support_that_popularity_explains_is_not_called_more_than_chance() -> None:
    """All give to one hub, which gives back to all: nobody could have given otherwise."""
    names = [f"O{number}" for number in range(20)]
    ties = [(name, "Hub", "support") for name in names] + [("Hub", name, "support") for name in names]
    found = measure(network(ties), Chance(draws=99, rewirings=9)).reciprocity
    assert found.rho.value == pytest.approx(1)
    assert found.rho.verdict == "too few to say"


def test_a_broker_between_kinds_is_told_from_all_others() -> None:
    """One organisation joins two kinds that are otherwise apart, each in a ring of its own."""
    rings = {kind: [f"{kind} {number}" for number in range(12)] for kind in ("Union branch", "User group")}
    ties = [(ring[n], ring[(n + 1) % 12], "joint action") for ring in rings.values() for n in range(12)]
    ties += [("Forum", ring[n], "joint action") for ring in rings.values() for n in range(0, 12, 3)]
    kinds = {name: kind for kind, ring in rings.items() for name in ring} | {"Forum": "Trades council"}
    found = measure(network(ties, kinds), Chance(draws=499, rewirings=9)).brokerage
    assert [(one.name, one.role, one.pairs) for one in found.brokers if one.clear and one.name == "Forum"] == [
        ("Forum", "liaison", 32)
    ]


def test_among_brokers_of_chance_somebody_is_called_clear_in_one_network_of_twenty_at_most() -> None:
    """80 networks of chance, with three standard errors of room, although a hundred counts are looked at in each."""
    drawn, false = random.Random(11), 0
    for _ in range(80):
        graph = nx.relabel_nodes(nx.gnm_random_graph(20, 60, seed=drawn.randrange(10**6), directed=True), str)
        kinds = {name: drawn.choice(KINDS) for name in graph}
        found = brokerage(graph, kinds, 99, np.random.RandomState(drawn.randrange(10**6)))
        false += any(one.clear for one in found.brokers)
    assert false / 80 <= 0.05 + 3 * (0.05 * 0.95 / 80) ** 0.5
