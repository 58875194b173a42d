"""Do the same who act together also support each other? What two kinds of tie share, and whether chance would do it."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import networkx as nx
import numpy as np

from causeway.engines.networks.chance import NAMES_BY_LOT, Figure, Floats, Integers, figure, shuffles
from causeway.engines.networks.network import LAYERS, Network


@dataclass(frozen=True, kw_only=True)
class Overlap:
    """Of all pairs in contact in either of two layers, ``shared`` are in both; the figure is their share."""

    one: str
    other: str
    shared: int
    either: int
    share: Figure


def overlaps(network: Network, draws: int, seed: int) -> tuple[Overlap, ...]:
    """For every two layers: pairs in both / pairs in either (the index of P. Jaccard 1901).

    The null is that of the quadratic assignment procedure: one layer stays, the other keeps its shape, with its names
    dealt out by lot among all who have any contact (D. Krackhardt 1987, “QAP partialling as a test of spuriousness”,
    Social Networks 9, 171-186). O(draws x pairs) time and n^2 bits of memory; largest tried 3,000 organisations.
    """
    names = sorted(name for name, contacts in network.contacts().degree if contacts)
    graphs = {layer: network.contacts([layer]) for layer in LAYERS}
    return tuple(
        _overlap(
            one, other, graphs[one], graphs[other], names, shuffles(len(names), draws, np.random.RandomState(seed))
        )
        for one, other in itertools.combinations(LAYERS, 2)
    )


def _overlap(
    one: str, other: str, first: nx.Graph[str], second: nx.Graph[str], names: list[str], deals: Integers
) -> Overlap:
    place = {name: number for number, name in enumerate(names)}
    there = np.zeros((len(names), len(names)), dtype=bool)
    for a, b in first.edges:
        there[place[a], place[b]] = there[place[b], place[a]] = True
    ends = np.array([(place[a], place[b]) for a, b in second.edges], dtype=np.int64).reshape(-1, 2)
    shared = int(there[ends[:, 0], ends[:, 1]].sum())
    both = first.number_of_edges() + len(ends)
    dealt = np.array([there[deal[ends[:, 0]], deal[ends[:, 1]]].sum() for deal in deals], dtype=float)
    return Overlap(
        one=one,
        other=other,
        shared=shared,
        either=both - shared,
        share=figure(
            f"{one} and {other}",
            shared / (both - shared) if len(ends) and first.number_of_edges() else None,
            _share(dealt, both),
            sample=both - shared,
            unit="pairs",
            chance=NAMES_BY_LOT,
            organisations=len(names),
        ),
    )


def _share(shared: Floats, both: int) -> Floats:
    return shared / np.maximum(both - shared, 1)
