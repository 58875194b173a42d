"""Networks for the tests: drawn by hypothesis, drawn by a seed, and two that everybody in the field knows."""

from __future__ import annotations

import random

import networkx as nx
from hypothesis import strategies as st

from causeway.engines.networks import LAYERS, Network, network

KINDS = ("Union branch", "User group", "Community organisation", "Council")
POWER = "Council"

# Money and information among ten organisations of Indianapolis: who gave information to whom. D. Knoke, J. Wood (1981),
# “Organized for Action”; the matrix as in R. Hanneman, M. Riddle (2005), “Introduction to Social Network Methods”.
KNOKE_NAMES = ("COUN", "COMM", "EDUC", "INDU", "MAYR", "WRO", "NEWS", "UWAY", "WELF", "WEST")
KNOKE = (
    "0100101010",
    "1011101110",
    "0101111001",
    "1100101000",
    "1111001111",
    "0010001010",
    "0101100000",
    "1101101010",
    "0100101000",
    "1110101000",
)


@st.composite
def networks(draw: st.DrawFn, most: int = 9) -> Network:
    """Up to so many organisations with any ties; some kinds may be unknown."""
    size = draw(st.integers(2, most))
    names = [f"Org {number}" for number in range(size)]
    kinds = {name: draw(st.sampled_from(KINDS)) for name in names if draw(st.integers(0, 5))}
    place = st.integers(0, size - 1)
    pairs = draw(st.lists(st.tuples(place, place, st.sampled_from(LAYERS)), max_size=3 * size))
    ties = [(names[one], names[other], layer) for one, other, layer in pairs if one != other]
    return network([*ties, (names[0], names[1], "joint action")], kinds, POWER)


def knoke() -> Network:
    """Knoke's organisations, with information as support."""
    ties = [
        (one, other, "support")
        for one, row in zip(KNOKE_NAMES, KNOKE, strict=True)
        for other, told in zip(KNOKE_NAMES, row, strict=True)
        if told == "1"
    ]
    return network(ties)


def contacts(graph: nx.Graph) -> Network:
    """A graph that networkx brings along, as joint actions."""
    return network([(f"{one}", f"{other}", "joint action") for one, other in graph.edges])


def grown(size: int, seed: int = 1) -> Network:
    """A network as alliances have: a few hubs, kinds mixed, some support returned. The first are always the same."""
    drawn = random.Random(seed)
    names = [f"{KINDS[number % len(KINDS)]} number {number:04d}" for number in range(size)]
    ties = []
    for number in range(1, size):
        for _ in range(2):
            other = min(drawn.randrange(number), drawn.randrange(number))
            ties.append((names[number], names[other], drawn.choice(LAYERS)))
            if drawn.random() < 0.2:
                ties.append((names[other], names[number], "support"))
    return network(ties, {name: KINDS[number % len(KINDS)] for number, name in enumerate(names)}, POWER)
