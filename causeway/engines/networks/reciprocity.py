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
    """``returned`` of ``arcs`` directed ties have a tie the other way. ``one_sided`` starts with the widest gap."""

    arcs: int
    returned: int
    rho: Figure
    weighted: Fraction | None
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


def returned_weight(graph: nx.DiGraph[str]) -> Fraction | None:
    """The share of all weight that is returned: sum over pairs of 2 min(w_ij, w_ji) / sum of all weights.

    Source: T. Squartini, F. Picciolo, F. Ruzzenenti, D. Garlaschelli (2013), “Reciprocity of weighted networks”,
    Scientific Reports 3, 2729. O(ties).
    """
    weight: dict[tuple[str, str], int] = {(one, other): said["weight"] for one, other, said in graph.edges(data=True)}
    total = sum(weight.values())
    back = sum(min(amount, weight.get((other, one), 0)) for (one, other), amount in weight.items())
    return Fraction(back, total) if total else None


def reciprocity(graph: nx.DiGraph[str], draws: int, generator: np.random.RandomState) -> Reciprocity:
    """Whether support is returned, beside ``draws`` networks in which everybody gives to as many, and gets from as
    many, as they do, with partners drawn by lot (so that being generous or popular alone explains nothing).
    """
    active = [name for name in graph if graph.degree(name)]
    place = {name: number for number, name in enumerate(active)}
    ties = np.array([(place[one], place[other]) for one, other in graph.edges], dtype=np.int64).reshape(-1, 2)
    size, arcs = len(graph), len(ties)
    returned = _returned(ties, len(active))
    found = rho(arcs, returned, size)
    samples = rewired(ties, len(active), 0 if found is None else draws, generator, directed=True)
    drawn = [float(rho(arcs, _returned(sample, len(active)), size) or 0) for sample in samples]
    return Reciprocity(
        arcs=arcs,
        returned=returned,
        rho=figure(
            "reciprocity",
            None if found is None else float(found),
            np.array(drawn),
            sample=arcs,
            unit="directed ties",
            chance=PARTNERS_BY_LOT,
            organisations=len(active),
        ),
        weighted=returned_weight(graph),
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
