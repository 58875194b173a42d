"""Do kinds keep to themselves? E-I index, assortativity, and bonding, bridging and linking.

All of it is about kinds, so one null serves: the network stays as it is, and the kinds (with who holds power) are dealt
out again by lot among the organisations whose kind is known. Organisations of unknown kind are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from causeway.engines.networks.chance import KINDS_BY_LOT, Figure, Floats, Integers, figure, shuffles


@dataclass(frozen=True, eq=False)
class Kinds:
    """A contact graph among organisations of known kind, as arrays: the two ends of each tie, kind and power of each.

    ``labels`` and ``power`` have a row for each arrangement of kinds; the first is the one that was observed.
    """

    names: tuple[str, ...]
    kinds: tuple[str, ...]
    ends: Integers
    labels: NDArray[np.int16]
    power: NDArray[np.bool_]

    @classmethod
    def of(
        cls,
        graph: nx.Graph[str],
        kinds: Mapping[str, str],
        powers: frozenset[str],
        draws: int,
        generator: np.random.RandomState,
    ) -> Kinds:
        """The arrangement observed, and ``draws`` by lot."""
        names = tuple(sorted(name for name in graph if name in kinds))
        place = {name: number for number, name in enumerate(names)}
        order = tuple(sorted({kinds[name] for name in names}))
        ends = [(place[one], place[other]) for one, other in graph.edges if one in place and other in place]
        label = np.array([order.index(kinds[name]) for name in names], dtype=np.int16)
        power = np.array([name in powers for name in names], dtype=bool)
        dealt = np.vstack([np.arange(len(names)), shuffles(len(names), draws, generator)]).astype(np.int64)
        return cls(names, order, np.array(ends, dtype=np.int64).reshape(-1, 2), label[dealt], power[dealt])

    def figure(self, name: str, values: Floats, *, sample: int | None = None, unit: str = "ties") -> Figure:
        """The first value with the others as its null."""
        return figure(
            name,
            None if np.isnan(values[0]) else float(values[0]),
            values[1:],
            sample=len(self.ends) if sample is None else sample,
            unit=unit,
            chance=KINDS_BY_LOT,
            organisations=len(self.names),
        )


def ei_index(kinds: Kinds) -> Floats:
    """(E - I) / (E + I) for each arrangement: E ties join different kinds, I the same; -1 all within, 1 all across.

    Source: D. Krackhardt, R.N. Stern (1988), “Informal networks and organizational crises: an experimental simulation”,
    Social Psychology Quarterly 51, 123-140. O(draws x ties).
    """
    if not len(kinds.ends) or len(kinds.kinds) < 2:
        return np.full(len(kinds.labels), np.nan)
    return np.asarray(1 - 2 * _same(kinds).mean(axis=1))


def assortativity(kinds: Kinds) -> Floats:
    """(sum e_kk - sum a_k^2) / (1 - sum a_k^2) for each arrangement.

    e_kk is the share of ties within kind k, a_k the share of all ends of ties that lie in kind k. 1: ties join only
    the same kind; 0: as many as if ends met by lot; below 0: different kinds are preferred.

    Source: M.E.J. Newman (2003), “Mixing patterns in networks”, Physical Review E 67, 026126, equation 2.
    O(draws x (ties + organisations)).
    """
    ties = len(kinds.ends)
    if not ties or len(kinds.kinds) < 2:
        return np.full(len(kinds.labels), np.nan)
    degree = np.bincount(kinds.ends.ravel(), minlength=len(kinds.names))
    apart = np.zeros(len(kinds.labels))
    for kind in range(len(kinds.kinds)):
        apart += ((kinds.labels == kind) @ degree / (2 * ties)) ** 2
    with np.errstate(invalid="ignore", divide="ignore"):
        found = (_same(kinds).mean(axis=1) - apart) / (1 - apart)
    return np.where(apart < 1, found, np.nan)


@dataclass(frozen=True, kw_only=True)
class Capital:
    """One of bonding, bridging and linking: ``tied`` of ``possible`` pairs; the figure is their share."""

    tied: int
    possible: int
    share: Figure


def social_capital(kinds: Kinds) -> dict[str, Capital]:
    """Bonding, bridging and linking: of all pairs that could be tied in this way, the share that is.

    - bonding: both of the same kind, neither an institution of power;
    - bridging: of different kinds, neither an institution of power;
    - linking: one is an institution of power, the other is not.

    bonding = tied pairs of that sort / possible pairs of that sort, and so on. With n_k organisations of kind k without
    power, n of all kinds together, and q institutions of power, possible are sum n_k (n_k - 1) / 2 for bonding,
    n (n - 1) / 2 less those for bridging, and n q for linking.

    The words are R. Putnam's (“Bowling Alone”, 2000), as a paper on solidarity took them up: ties within groups,
    between groups, and between groups and institutions of power. The formula is ours, a density for each sort, so that
    alliances of different sizes and mixes can be compared.
    """
    one, other = kinds.power[:, kinds.ends[:, 0]], kinds.power[:, kinds.ends[:, 1]]
    same, free_ends = _same(kinds), ~(one | other)
    tied = {
        "bonding": (same & free_ends).sum(axis=1),
        "bridging": (~same & free_ends).sum(axis=1),
        "linking": (one ^ other).sum(axis=1),
    }
    free = kinds.labels[0][~kinds.power[0]]
    sizes = np.bincount(free, minlength=len(kinds.kinds))
    within = int((sizes * (sizes - 1) // 2).sum())
    possible = {
        "bonding": within,
        "bridging": len(free) * (len(free) - 1) // 2 - within,
        "linking": len(free) * int(kinds.power[0].sum()),
    }
    return {name: _capital(kinds, name, tied[name], possible[name]) for name in tied}


def _capital(kinds: Kinds, name: str, tied: Integers, possible: int) -> Capital:
    shares = tied / possible if possible else np.full(len(tied), np.nan)
    found = kinds.figure(name, shares, sample=possible, unit="possible pairs")
    return Capital(tied=int(tied[0]), possible=possible, share=found)


def _same(kinds: Kinds) -> NDArray[np.bool_]:
    """For each arrangement and tie, whether it joins the same kind."""
    return np.asarray(kinds.labels[:, kinds.ends[:, 0]] == kinds.labels[:, kinds.ends[:, 1]])
