"""Slow, obvious twins of every measure, in plain Python."""

from __future__ import annotations

import itertools
from collections import Counter
from fractions import Fraction

import networkx as nx

from causeway.engines.networks import Network


def adjacency(network: Network) -> dict[str, set[str]]:
    """Who is in contact with whom."""
    found: dict[str, set[str]] = {name: set() for name in network.names}
    for tie in network.ties:
        found[tie.one].add(tie.other)
        found[tie.other].add(tie.one)
    return found


def reached(near: dict[str, set[str]], start: str, without: str = "") -> set[str]:
    """Everybody whom word from there reaches."""
    seen, waiting = {start}, [start]
    while waiting:
        for other in near[waiting.pop()] - seen - {without}:
            seen.add(other)
            waiting.append(other)
    return seen


def parts(near: dict[str, set[str]], names: set[str], without: str = "") -> list[set[str]]:
    """The separate parts among these names."""
    found = []
    while names:
        part = reached(near, min(names), without)
        found.append(part)
        names = names - part
    return found


def cut_off(network: Network) -> dict[str, int]:
    """How many would be cut off if one left, for those without whom anybody would."""
    near = adjacency(network)
    found = {}
    for name in network.names:
        pieces = parts(near, reached(near, name) - {name}, name)
        if len(pieces) > 1:
            found[name] = sum(map(len, pieces)) - max(map(len, pieces))
    return found


def betweenness(network: Network) -> dict[str, Fraction]:
    """By writing down every shortest way between every two."""
    graph = nx.Graph([(tie.one, tie.other) for tie in network.ties])
    graph.add_nodes_from(network.names)
    size = len(network.names)
    found = dict.fromkeys(network.names, Fraction(0))
    for one, other in itertools.combinations(network.names, 2):
        if not nx.has_path(graph, one, other):
            continue
        ways = list(nx.all_shortest_paths(graph, one, other))
        for name in (name for way in ways for name in way[1:-1]):
            found[name] += Fraction(2, len(ways) * (size - 1) * (size - 2))
    return found


def core_numbers(network: Network) -> dict[str, int]:
    """By taking away, for each k, whoever has fewer than k left, until nobody has."""
    near = adjacency(network)
    found = dict.fromkeys(network.names, 0)
    for least in range(1, len(near)):
        left = set(near)
        while weak := {name for name in left if len(near[name] & left) < least}:
            left -= weak
        for name in left:
            found[name] = least
    return found


def correlation_of_giving_and_getting(network: Network) -> Fraction | None:
    """Garlaschelli and Loffredo's definition: the correlation of a_ij and a_ji over all i other than j."""
    gives = {(tie.one, tie.other) for tie in network.ties if tie.layer == "support"}
    pairs = list(itertools.permutations(network.names, 2))
    mean = Fraction(len(gives), len(pairs))
    spread = sum((((one, other) in gives) - mean) ** 2 for one, other in pairs)
    both = sum((((one, other) in gives) - mean) * (((other, one) in gives) - mean) for one, other in pairs)
    return both / spread if spread else None


def known_pairs(network: Network) -> list[tuple[str, str, bool]]:
    """Every two whose kind is known, and whether they are in contact."""
    near = adjacency(network)
    return [(one, other, other in near[one]) for one, other in itertools.combinations(sorted(network.kinds), 2)]


def ei(network: Network) -> Fraction | None:
    """External less internal pairs, over all."""
    kinds = network.kinds
    across = [kinds[one] != kinds[other] for one, other, tied in known_pairs(network) if tied]
    if not across or len(set(kinds.values())) < 2:
        return None
    return Fraction(2 * sum(across) - len(across), len(across))


def assortativity(network: Network) -> Fraction | None:
    """From the mixing matrix, entry by entry."""
    kinds = network.kinds
    ends = [(kinds[one], kinds[other]) for one, other, tied in known_pairs(network) if tied]
    both = ends + [(other, one) for one, other in ends]
    if not both or len(set(kinds.values())) < 2:
        return None
    matrix, total = Counter(both), len(both)
    every = sorted(set(kinds.values()))
    share = {kind: Fraction(sum(matrix[kind, other] for other in every), total) for kind in every}
    apart = sum(part * part for part in share.values())
    return (Fraction(sum(matrix[kind, kind] for kind in every), total) - apart) / (1 - apart) if apart != 1 else None


def capital(network: Network) -> dict[str, tuple[int, int]]:
    """Tied and possible pairs of each sort."""
    found = {"bonding": [0, 0], "bridging": [0, 0], "linking": [0, 0]}
    for one, other, tied in known_pairs(network):
        held = (one in network.powers) + (other in network.powers)
        if held < 2:
            sort = "linking" if held else "bonding" if network.kinds[one] == network.kinds[other] else "bridging"
            found[sort][0] += tied
            found[sort][1] += 1
    return {sort: (tied, possible) for sort, (tied, possible) in found.items()}


def roles(network: Network) -> Counter[tuple[str, str]]:
    """Every three organisations in every order."""
    goes = {(tie.one, tie.other) for tie in network.ties}
    goes |= {(tie.other, tie.one) for tie in network.ties if tie.layer != "support"}
    found: Counter[tuple[str, str]] = Counter()
    for a, b, c in itertools.permutations(sorted(network.kinds), 3):
        if (a, b) in goes and (b, c) in goes and (a, c) not in goes:
            first, middle, last = network.kinds[a], network.kinds[b], network.kinds[c]
            role = {
                first == middle == last: "coordinator",
                first == last != middle: "itinerant",
                first != middle == last: "gatekeeper",
                first == middle != last: "representative",
                len({first, middle, last}) == 3: "liaison",
            }[True]
            found[b, role] += 1
    return found
