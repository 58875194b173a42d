"""What holds the network together: who stands between others, whom it could not lose, and how dense its core is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx
import numpy as np

from causeway.engines.networks.between import betweenness
from causeway.engines.networks.chance import KINDS_BY_LOT, PARTNERS_BY_LOT, Figure, Floats, figure, shuffles
from causeway.engines.networks.rewiring import rewired


@dataclass(frozen=True, kw_only=True)
class Loss:
    """If ``name`` left, each of ``pieces`` would be cut off from the largest part that remains of its network."""

    name: str
    pieces: tuple[tuple[str, ...], ...]

    @property
    def cut_off(self) -> tuple[str, ...]:
        """Everybody who would be cut off, by name."""
        return tuple(sorted(name for piece in self.pieces for name in piece))


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Betweenness (0 to 1), and the number of the deepest core that the organisation belongs to."""

    between: float
    core: int


@dataclass(frozen=True, kw_only=True)
class KindStanding:
    """How organisations of one kind stand: mean betweenness and mean core number, tested by dealing out kinds."""

    kind: str
    organisations: int
    between: Figure
    core: Figure


@dataclass(frozen=True, kw_only=True)
class Holding:
    """``losses`` are the articulation points, worst first; ``parts`` the sizes of the separate parts of the network."""

    standing: Mapping[str, Standing]
    losses: tuple[Loss, ...]
    cut_points: Figure
    deepest_core: Figure
    by_kind: tuple[KindStanding, ...]
    parts: tuple[int, ...]


def losses(graph: nx.Graph[str]) -> tuple[Loss, ...]:
    """The articulation points, worst first, with what would fall off.

    An articulation point is one whose removal leaves its connected part in more pieces than before. Found by depth-
    first search in O(organisations + ties): J. Hopcroft, R. Tarjan (1973), “Efficient algorithms for graph
    manipulation”, Communications of the ACM 16, 372-378, as networkx has it. Of the pieces, the largest stays (of
    equals, the one with the alphabetically first name), the others are cut off.

    >>> [loss.cut_off for loss in losses(nx.path_graph(["A", "B", "C", "D"]))]
    [('A',), ('D',)]
    """
    found = []
    for name in nx.articulation_points(graph):
        part = nx.node_connected_component(graph, name) - {name}
        pieces = [tuple(sorted(piece)) for piece in nx.connected_components(graph.subgraph(part))]
        pieces.sort(key=lambda piece: (-len(piece), piece))
        found.append(Loss(name=name, pieces=tuple(pieces[1:])))
    return tuple(sorted(found, key=lambda loss: (-len(loss.cut_off), loss.name)))


def holding(
    graph: nx.Graph[str], kinds: Mapping[str, str], draws: int, rewirings: int, generator: np.random.RandomState
) -> Holding:
    """Betweenness, articulation points and k-cores of the contact graph, with their tests.

    - Betweenness of v: the mean over all pairs of others of the share of their shortest ways that lead through v
      (L.C. Freeman 1977, “A set of measures of centrality based on betweenness”, Sociometry 40, 35-41).
    - k-core: the largest set of organisations of which each is in contact with at least k others of the set; an
      organisation's core number is the largest such k (S.B. Seidman 1983, “Network structure and minimum degree”,
      Social Networks 5, 269-287; V. Batagelj, M. Zaversnik 2003 for the way to count).

    Means by kind are tested by dealing out kinds; the number of articulation points and the deepest core beside
    ``rewirings`` networks in which everybody has as many contacts, with partners drawn by lot.
    """
    between, core = betweenness(graph), nx.core_number(graph)
    standing = {name: Standing(between=between[name], core=core[name]) for name in sorted(graph)}
    found = losses(graph)
    points, cores = _by_lot(graph, rewirings, generator)
    size, ties = len(graph), graph.number_of_edges()

    def whole(name: str, value: float, drawn: Floats) -> Figure:
        shown = value if ties else None
        return figure(name, shown, drawn, sample=ties, unit="pairs", chance=PARTNERS_BY_LOT, organisations=size)

    return Holding(
        standing=standing,
        losses=found,
        cut_points=whole("articulation points", len(found), points),
        deepest_core=whole("deepest core", max(core.values(), default=0), cores),
        by_kind=_by_kind(standing, kinds, draws, generator),
        parts=tuple(sorted((len(part) for part in nx.connected_components(graph)), reverse=True)),
    )


def _by_lot(graph: nx.Graph[str], rewirings: int, generator: np.random.RandomState) -> tuple[Floats, Floats]:
    """Articulation points and deepest cores of networks with partners drawn by lot."""
    place = {name: number for number, name in enumerate(sorted(graph))}
    ties = sorted(tuple(sorted((place[one], place[other]))) for one, other in graph.edges)
    points, cores = [], []
    flat = np.array(ties, dtype=np.int64).reshape(-1, 2)
    for sample in rewired(flat, len(place), rewirings, generator, directed=False):
        drawn: nx.Graph[int] = nx.Graph(sample.tolist())
        points.append(sum(1 for _ in nx.articulation_points(drawn)))
        cores.append(max(nx.core_number(drawn).values(), default=0))
    return np.array(points, dtype=float), np.array(cores, dtype=float)


def _by_kind(
    standing: Mapping[str, Standing], kinds: Mapping[str, str], draws: int, generator: np.random.RandomState
) -> tuple[KindStanding, ...]:
    names = [name for name in standing if name in kinds]
    values = np.array([[standing[name].between, standing[name].core] for name in names]).reshape(-1, 2)
    deals = shuffles(len(names), draws, generator)
    found = []
    for kind in sorted({kinds[name] for name in names}):
        member = np.array([kinds[name] == kind for name in names])
        mean = values[member].mean(axis=0)
        drawn = (member[deals] @ values) / member.sum()
        between, core = (
            figure(
                name,
                float(mean[column]),
                drawn[:, column],
                sample=len(names),
                unit="organisations",
                chance=KINDS_BY_LOT,
                organisations=len(names),
            )
            for column, name in enumerate(("mean betweenness", "mean core number"))
        )
        found.append(KindStanding(kind=kind, organisations=int(member.sum()), between=between, core=core))
    return tuple(found)
