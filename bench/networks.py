"""Networks of 300 and 3,000 organisations: each step of ours, and networkx where it does the same.

`python -m bench.networks [300] [3000]`. Seconds of processor time, best of three below a second; peak memory of the
process. Rewired networks and roles have no counterpart in networkx; igraph (C, under the GPL) is not used.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Callable

import networkx as nx
import numpy as np

from causeway.engines.networks import LAYERS, Chance, Network, measure, network, report
from causeway.engines.networks.between import betweenness
from causeway.engines.networks.brokerage import brokerage
from causeway.engines.networks.mixing import Kinds, assortativity, ei_index, social_capital
from causeway.engines.networks.reciprocity import reciprocity
from causeway.engines.networks.rewiring import rewired

KINDS = ("Union branch", "User group", "Carers’ group", "Community organisation", "Campaign group", "Council")
SEED = 20261122


def alliance(size: int) -> Network:
    """Each newcomer is tied to three who are there, rather to those who came early; a fifth of it is returned."""
    drawn = random.Random(SEED)
    ties = []
    for number in range(1, size):
        for _ in range(3):
            other = min(drawn.randrange(number), drawn.randrange(number))
            ties.append((f"O{number:04d}", f"O{other:04d}", drawn.choice(LAYERS)))
            if drawn.random() < 0.2:
                ties.append((f"O{other:04d}", f"O{number:04d}", "support"))
    return network(ties, {f"O{number:04d}": KINDS[number % len(KINDS)] for number in range(size)}, "Council")


def seconds(work: Callable[[], object]) -> float:
    """Processor time; the best of three where it is short."""
    found = []
    while len(found) < 3:
        started = time.process_time()
        work()
        found.append(time.process_time() - started)
        if found[0] > 1:
            break
    return min(found)


def line(name: str, ours: Callable[[], object], theirs: Callable[[], object] | None = None) -> None:
    """Measure, and print a line."""
    mine = seconds(ours)
    other = f"{seconds(theirs):>12.3f}" if theirs else f"{'':>12}"
    print(f"{name:<52}{mine:>10.3f}{other}", flush=True)


def table(size: int) -> None:
    """All steps for so many organisations."""
    world = alliance(size)
    graph, flows, support = world.contacts(), world.flows(), world.support()
    nx.set_node_attributes(graph, world.kinds, "kind")
    pairs = np.array([(int(one[1:]), int(other[1:])) for one, other in graph.edges])
    print(f"\n{size:,} organisations, {len(world.ties):,} ties, {len(pairs):,} pairs in contact")
    print(f"{'':<52}{'ours, s':>10}{'networkx, s':>12}")

    def lots() -> np.random.RandomState:
        return np.random.RandomState(1)

    def dealt(draws: int) -> Kinds:
        return Kinds.of(graph, world.kinds, world.powers, draws, lots())

    once, many = dealt(0), dealt(999)
    line("betweenness", lambda: betweenness(graph), lambda: nx.betweenness_centrality(graph))
    line(
        "assortativity by kind, once",
        lambda: assortativity(once),
        lambda: nx.attribute_assortativity_coefficient(graph, "kind"),
    )
    line("reciprocity, once", lambda: reciprocity(support, 0, lots()), lambda: nx.overall_reciprocity(support))
    line("kinds by lot, 999 times: dealing", lambda: dealt(999))
    line("  E-I, assortativity, bonding, bridging, linking", lambda: [
        measured(many) for measured in (ei_index, assortativity, social_capital)
    ])  # fmt: skip
    line("  brokerage roles, p of all organisations", lambda: brokerage(flows, world.kinds, 999, lots()))
    line("support with partners by lot, 999 times", lambda: reciprocity(support, 999, lots()))
    line("contacts with partners by lot, 199 times", lambda: list(rewired(pairs, size, 199, lots(), directed=False)))
    line("everything (`causeway network`)", lambda: measure(world, Chance()))
    found = measure(world, Chance(draws=9, rewirings=3))
    line("the picture, of 300 at most", lambda: report.arrange(found))
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    for wanted in [int(word) for word in sys.argv[1:]] or [300, 3000]:
        table(wanted)
