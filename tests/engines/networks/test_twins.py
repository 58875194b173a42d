"""Every measure equals its slow twin, and none depends on the order of lines or on names."""

from __future__ import annotations

import random
from collections import Counter
from fractions import Fraction

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from causeway.engines.networks import LAYERS, Chance, Findings, Network, Organisation, Tie, measure
from causeway.engines.networks.between import betweenness
from tests.engines.networks import twins
from tests.engines.networks.worlds import grown, networks

FEW = Chance(draws=9, rewirings=3)


def close(value: float | None, exact: Fraction | None) -> bool:
    return value is exact is None or (value is not None and exact is not None and abs(value - exact) < 1e-12)


@given(network=networks())
@settings(max_examples=60)
def test_every_measure_is_what_its_slow_twin_says(network: Network) -> None:
    found = measure(network, FEW)
    assert close(found.reciprocity.rho.value, twins.correlation_of_giving_and_getting(network))
    assert close(found.ei.value, twins.ei(network))
    assert close(found.assortativity.value, twins.assortativity(network))
    assert {name: (one.tied, one.possible) for name, one in found.capital.items()} == twins.capital(network)
    assert Counter({(one.name, one.role): one.pairs for one in found.brokerage.brokers}) == twins.roles(network)
    assert {one.name: len(one.cut_off) for one in found.holding.losses} == twins.cut_off(network)
    assert {name: one.core for name, one in found.holding.standing.items()} == twins.core_numbers(network)
    if len(network.names) > 2:
        exact = twins.betweenness(network)
        assert all(close(one.between, exact[name]) for name, one in found.holding.standing.items())


@given(network=networks())
@settings(max_examples=30)
def test_two_layers_share_the_pairs_that_are_in_both(network: Network) -> None:
    pairs = {layer: {frozenset((t.one, t.other)) for t in network.ties if t.layer == layer} for layer in LAYERS}
    for one in measure(network, FEW).overlaps:
        assert one.shared == len(pairs[one.one] & pairs[one.other])
        assert one.either == len(pairs[one.one] | pairs[one.other])
        named = pairs[one.one] and pairs[one.other]
        assert one.share.value == (one.shared / one.either if named else None)


@given(network=networks(most=7))
@settings(max_examples=30)
def test_the_share_returned_counts_the_smaller_side_of_each_pair_twice(network: Network) -> None:
    weight: Counter[tuple[str, str]] = Counter()
    for tie in network.ties:
        if tie.layer == "support":
            weight[tie.one, tie.other] += tie.weight
    smaller = sum(2 * min(given, weight[other, one]) for (one, other), given in list(weight.items()) if one < other)
    total = sum(weight.values())
    assert close(measure(network, FEW).reciprocity.weighted.value, Fraction(smaller, total) if total else None)


def test_betweenness_of_300_is_that_of_networkx() -> None:
    graph = grown(300).contacts()
    expected = nx.betweenness_centrality(graph)
    assert betweenness(graph) == pytest.approx(expected, abs=1e-12)


def test_assortativity_is_that_of_networkx() -> None:
    network = grown(80)
    graph = network.contacts()
    nx.set_node_attributes(graph, network.kinds, "kind")
    assert measure(network, FEW).assortativity.value == pytest.approx(
        nx.attribute_assortativity_coefficient(graph, "kind"), abs=1e-12
    )


def comparable(found: Findings) -> dict[str, object]:
    """What does not name anybody."""
    return {
        "rho": found.reciprocity.rho.value,
        "weighted": found.reciprocity.weighted.value,
        "overlaps": [(one.one, one.other, one.shared, one.either) for one in found.overlaps],
        "capital": {name: (one.tied, one.possible) for name, one in found.capital.items()},
        "ei": found.ei.value,
        "roles": sorted((one.role, one.pairs) for one in found.brokerage.brokers),
        "losses": sorted(len(one.cut_off) for one in found.holding.losses),
        "cores": sorted(one.core for one in found.holding.standing.values()),
        "between": [round(value, 9) for value in sorted(one.between for one in found.holding.standing.values())],
    }


@given(network=networks(), seed=st.integers(0, 99))
@settings(max_examples=30)
def test_names_change_no_measure(network: Network, seed: int) -> None:
    others = [f"Body {number}" for number in range(len(network.names))]
    random.Random(seed).shuffle(others)
    new = dict(zip(network.names, others, strict=True))
    renamed = Network(
        tuple(Organisation(new[one.name], one.kind, one.power) for one in network.organisations),
        tuple(Tie(new[tie.one], new[tie.other], tie.layer, tie.date, tie.weight) for tie in network.ties),
    )
    assert comparable(measure(renamed, FEW)) == comparable(measure(network, FEW))


@given(network=networks(), seed=st.integers(0, 99))
@settings(max_examples=30)
def test_the_order_of_lines_changes_nothing_at_all(network: Network, seed: int) -> None:
    bodies, ties = list(network.organisations), list(network.ties)
    random.Random(seed).shuffle(bodies)
    random.Random(seed).shuffle(ties)
    turned = [tie if tie.layer == "support" else Tie(tie.other, tie.one, tie.layer) for tie in ties]
    again, before = measure(Network(tuple(bodies), tuple(turned)), FEW), measure(network, FEW)
    assert again.digest == before.digest
    for name in ("reciprocity", "ei", "assortativity", "capital", "brokerage", "holding", "layers", "overlaps"):
        assert getattr(again, name) == getattr(before, name)
