"""Betweenness by U. Brandes' method, for many sources at once."""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np

from causeway.engines.networks.chance import Floats, Integers

BATCH_CELLS = 1 << 20


def betweenness(graph: nx.Graph[str]) -> dict[str, float]:
    """For each v: the mean over pairs s, t of others of sigma(s, t | v) / sigma(s, t).

    sigma counts shortest ways, sigma(. | v) those through v; pairs without a way count 0. The same as
    ``networkx.betweenness_centrality``.

    Source: L.C. Freeman (1977), Sociometry 40, 35-41; U. Brandes (2001), “A faster algorithm for betweenness
    centrality”, Journal of Mathematical Sociology 25, 163-177. All ways grow level by level, as products with the
    sparse matrix of contacts: O(organisations x ties x longest way). Largest tried: 3,000 organisations, 9,000 pairs.
    """
    names = sorted(graph)
    size = len(names)
    if size < 3:
        return dict.fromkeys(names, 0.0)
    near = nx.to_scipy_sparse_array(graph, nodelist=names, dtype=np.dtype(float), weight=None, format="csr")
    batch = max(1, BATCH_CELLS // size)
    total = np.zeros(size)
    for start in range(0, size, batch):
        total += _from_sources(near, np.arange(start, min(size, start + batch)))
    return dict(zip(names, (total / ((size - 1) * (size - 2))).tolist(), strict=True))


def _from_sources(near: Any, sources: Integers) -> Floats:
    """What each organisation carries of the shortest ways from these sources."""
    here, shape = np.arange(len(sources)), (near.shape[0], len(sources))
    ways, level = np.zeros(shape), np.full(shape, -1, dtype=np.int16)
    ways[sources, here], level[sources, here] = 1, 0
    front, depth = ways.copy(), 0
    while front.any():
        front = np.where(level < 0, near @ front, 0)
        depth += 1
        level[front > 0] = depth
        ways += front
    carried = np.zeros(shape)
    for back in range(depth - 1, 0, -1):
        given = np.where(level == back, (1 + carried) / np.maximum(ways, 1), 0)
        carried += np.where(level == back - 1, ways * (near @ given), 0)
    carried[sources, here] = 0
    return np.asarray(carried.sum(axis=1))
