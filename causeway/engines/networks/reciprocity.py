"""Is support returned? Reciprocity after Garlaschelli and Loffredo, and by weight."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import networkx as nx
import numpy as np

from causeway.engines.networks.chance import PARTNERS_BY_LOT, Figure, Integers, figure
from causeway.engines.networks.rewiring import rewired


@dataclass(frozen=True, kw_only=True)
class OneSided:
    """Support between two organisations, more of it from ``giver``; amounts in hundredths."""

    giver: str
    receiver: str
    given: int
    returned: int


@dataclass(frozen=True, kw_only=True)
class Reciprocity:
    """``returned`` of ``arcs`` directed ties have a tie the other way; ``weighted`` is the share of all weight that is.

    ``one_sided`` starts with the widest gap.
    """

    arcs: int
    returned: int
    rho: Figure
    weighted: Figure
    one_sided: tuple[OneSided, ...]


def rho(arcs: int, returned: int, size: int) -> Fraction | None:
    """The correlation of giving and getting: rho = (r - a) / (1 - a).

    r = returned / arcs is the share of directed ties that are returned, a = arcs / (n (n - 1)) the share of possible
    ones that exist. 0: support is returned as if partners were drawn by lot among all; 1: always; below 0: less than
    that. ``None`` where nothing or everything is tied.

    Source: D. Garlaschelli, M.I. Loffredo (2004), “Patterns of link reciprocity in directed networks”, Physical Review
    Letters 93, 268701, equation 3.

    >>> rho(arcs=4, returned=2, size=4)
    Fraction(1, 4)
    """
    possible = size * (size - 1)
    if not arcs or arcs == possible:
        return None
    density = Fraction(arcs, possible)
    return (Fraction(returned, arcs) - density) / (1 - density)


def returned_weight(ties: Integers, weights: Integers, size: int) -> Fraction | None:
    """The share of all weight that is returned: sum over pairs of 2 min(w_ij, w_ji) / sum of all weights.

    ``ties`` are rows (from, to) among ``size`` organisations numbered from 0, none twice. O(ties log ties).

    Source: T. Squartini, F. Picciolo, F. Ruzzenenti, D. Garlaschelli (2013), “Reciprocity of weighted networks”,
    Scientific Reports 3, 2729.

    >>> returned_weight(np.array([(0, 1), (1, 0)]), np.array([5, 3]), 2)
    Fraction(3, 4)
    """
    if not len(ties):
        return None
    there, back = ties[:, 0] * size + ties[:, 1], ties[:, 1] * size + ties[:, 0]
    order = np.argsort(there)
    at = np.minimum(np.searchsorted(there[order], back), len(ties) - 1)
    other = np.where(there[order][at] == back, weights[order][at], 0)
    return Fraction(int(np.minimum(weights, other).sum()), int(weights.sum()))


def reciprocity(graph: nx.DiGraph[str], draws: int, generator: np.random.RandomState) -> Reciprocity:
    """Whether support is returned, beside ``draws`` networks in which everybody gives to as many, and gets from as
    many, as they do, with partners drawn by lot (so that being generous or popular alone explains nothing). What
    somebody gave one partner goes, as a whole, to the partner drawn.
    """
    active = [name for name in graph if graph.degree(name)]
    place = {name: number for number, name in enumerate(active)}
    ties = np.array([(place[one], place[other]) for one, other in graph.edges], dtype=np.int64).reshape(-1, 2)
    weights = np.array([said["weight"] for _, _, said in graph.edges(data=True)], dtype=np.int64)
    size, arcs, busy = len(graph), len(ties), len(active)
    samples = list(rewired(ties, busy, draws, generator, directed=True))
    returned = _returned(ties, busy)

    def tested(name: str, value: Fraction | None, drawn: list[Fraction | None]) -> Figure:
        floats = np.array([float(one or 0) for one in drawn])
        shown = None if value is None else float(value)
        return figure(
            name, shown, floats, sample=arcs, unit="directed ties", chance=PARTNERS_BY_LOT, organisations=busy
        )

    by_weight = [returned_weight(sample, weights, busy) for sample in samples]
    return Reciprocity(
        arcs=arcs,
        returned=returned,
        rho=tested(
            "reciprocity", rho(arcs, returned, size), [rho(arcs, _returned(sample, busy), size) for sample in samples]
        ),
        weighted=tested("returned weight", returned_weight(ties, weights, busy), by_weight),
        one_sided=_one_sided(graph),
    )


def _returned(ties: Integers, size: int) -> int:
    """How many directed ties have one the other way."""
    there, back = ties[:, 0] * size + ties[:, 1], ties[:, 1] * size + ties[:, 0]
    return int(np.isin(there, back).sum())


def _one_sided(graph: nx.DiGraph[str]) -> tuple[OneSided, ...]:
    """Pairs in which one gave more than the other, widest gap first."""
    found = []
    for giver, receiver, said in graph.edges(data=True):
        given, returned = said["weight"], graph.get_edge_data(receiver, giver, {"weight": 0})["weight"]
        if given > returned:
            found.append(OneSided(giver=giver, receiver=receiver, given=given, returned=returned))
    return tuple(sorted(found, key=lambda one: (one.returned - one.given, one.giver, one.receiver)))
