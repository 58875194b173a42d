"""The network of an alliance: organisations, and the ties between them in three layers."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import networkx as nx

from causeway.engines.exact import BadInput, canonical_json, digest_of

AFFILIATION, ACTION, SUPPORT = "affiliation", "joint action", "support"
LAYERS = (AFFILIATION, ACTION, SUPPORT)
DIRECTED = frozenset({SUPPORT})
MOST_ORGANISATIONS = 5_000
MOST_TIES = 200_000
MOST_WEIGHT = 10**11


@dataclass(frozen=True, order=True)
class Organisation:
    """A body with a life of its own, never a person. ``kind`` is empty where nobody said it.

    ``power`` marks institutions of power: whoever decides on services and money, such as a council or an employer.
    """

    name: str
    kind: str = ""
    power: bool = False


@dataclass(frozen=True, order=True)
class Tie:
    """That one organisation is tied to another. Only support has a direction: ``one`` gave it to ``other``.

    ``weight`` counts hundredths of whatever the file counts in (meetings, hours, pounds); 100 where it says nothing.
    """

    one: str
    other: str
    layer: str
    date: datetime.date | None = None
    weight: int = 100


@dataclass(frozen=True, eq=False)
class Network:
    """Organisations by name, and their ties. Both are kept in a canonical order, so that the order given is forgotten.

    Raises ``BadInput`` where a tie joins an organisation to itself or to one that is not listed, or bounds are passed.
    """

    organisations: tuple[Organisation, ...]
    ties: tuple[Tie, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "organisations", tuple(sorted(self.organisations)))
        object.__setattr__(self, "ties", tuple(sorted(map(_canonical, self.ties), key=_order)))
        check(self)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All names, in alphabetical order."""
        return tuple(organisation.name for organisation in self.organisations)

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The kind of each organisation whose kind was said."""
        return {one.name: one.kind for one in self.organisations if one.kind}

    @cached_property
    def powers(self) -> frozenset[str]:
        """The institutions of power."""
        return frozenset(one.name for one in self.organisations if one.power)

    @cached_property
    def digest(self) -> str:
        """The same for the same organisations and ties in any order."""
        bodies = [[one.name, one.kind, one.power] for one in self.organisations]
        ties = [[tie.one, tie.other, tie.layer, str(tie.date or ""), tie.weight] for tie in self.ties]
        return digest_of([b"causeway network 1", canonical_json(bodies), canonical_json(ties)])

    def between(self, since: datetime.date | None, until: datetime.date | None) -> Network:
        """The same organisations with the ties of these days, both included; ties without a date are always kept."""
        first, last = since or datetime.date.min, until or datetime.date.max
        return replace(self, ties=tuple(tie for tie in self.ties if tie.date is None or first <= tie.date <= last))

    def multiplex(self) -> nx.MultiDiGraph[str]:
        """Everything that is known, as one networkx graph: a tie without direction is one edge, marked so."""
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for body in self.organisations:
            graph.add_node(body.name, kind=body.kind, power=body.power)
        for tie in self.ties:
            said = {"layer": tie.layer, "directed": tie.layer in DIRECTED, "weight": tie.weight / 100}
            graph.add_edge(tie.one, tie.other, **said, **({"date": tie.date.isoformat()} if tie.date else {}))
        return graph

    def contacts(self, layers: Iterable[str] = LAYERS) -> nx.Graph[str]:
        """Who is in contact with whom: pairs joined by any tie in these layers, in any direction."""
        wanted = frozenset(layers)
        graph: nx.Graph[str] = nx.Graph()
        graph.add_nodes_from(self.names)
        graph.add_edges_from((tie.one, tie.other) for tie in self.ties if tie.layer in wanted)
        return graph

    def support(self) -> nx.DiGraph[str]:
        """Who gave support to whom; ``weight`` is the sum in hundredths."""
        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from(self.names)
        for tie in self.ties:
            if tie.layer in DIRECTED:
                before = graph.get_edge_data(tie.one, tie.other, {"weight": 0})["weight"]
                graph.add_edge(tie.one, tie.other, weight=before + tie.weight)
        return graph

    def flows(self) -> nx.DiGraph[str]:
        """Where word can go: along support as it was given, along all other ties both ways."""
        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from(self.names)
        for tie in self.ties:
            graph.add_edge(tie.one, tie.other)
            if tie.layer not in DIRECTED:
                graph.add_edge(tie.other, tie.one)
        return graph


def network(ties: Iterable[tuple[str, str, str]], kinds: dict[str, str] | None = None, power: str = "") -> Network:
    """A network from plain values: ties as (one, other, layer), kinds by name, and the kind that holds power.

    >>> network([("Branch", "Carers", "support")], {"Branch": "union"}).kinds
    {'Branch': 'union'}
    """
    known = kinds or {}
    all_ties = tuple(Tie(*tie) for tie in ties)
    names = {name for tie in all_ties for name in (tie.one, tie.other)} | set(known)
    bodies = (Organisation(name, known.get(name, ""), bool(power) and known.get(name) == power) for name in names)
    return Network(tuple(bodies), all_ties)


def check(network: Network) -> None:
    """Refuse what cannot be a network of organisations."""
    names = set(network.names)
    if len(names) != len(network.names):
        twice = next(one for one, other in zip(network.names, network.names[1:], strict=False) if one == other)
        raise BadInput(f"“{twice}” is listed twice.")
    if len(names) > MOST_ORGANISATIONS or len(network.ties) > MOST_TIES:
        raise BadInput(f"There may be at most {MOST_ORGANISATIONS:,} organisations and {MOST_TIES:,} ties.")
    for tie in network.ties:
        if tie.layer not in LAYERS:
            raise BadInput(f"“{tie.layer}” is no kind of tie; write {', '.join(LAYERS[:-1])} or {LAYERS[-1]}.")
        if tie.one == tie.other:
            raise BadInput(f"“{tie.one}” cannot be tied to itself.")
        if tie.one not in names or tie.other not in names:
            raise BadInput(f"A tie joins “{tie.one}” and “{tie.other}”, but not both are listed.")
        if not 0 < tie.weight <= MOST_WEIGHT:
            raise BadInput(f"A weight must be more than 0 and at most {MOST_WEIGHT // 100:,}.")


def _canonical(tie: Tie) -> Tie:
    """Ties without direction name the alphabetically first organisation first."""
    if tie.layer in DIRECTED or tie.one <= tie.other:
        return tie
    return replace(tie, one=tie.other, other=tie.one)


def _order(tie: Tie) -> tuple[str, str, str, datetime.date, int]:
    return tie.one, tie.other, tie.layer, tie.date or datetime.date.min, tie.weight
