"""All measures of a network, with their tests, from one seed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from causeway.engines.exact import BadInput, canonical_json, digest_of
from causeway.engines.networks.brokerage import Brokerage, brokerage
from causeway.engines.networks.chance import Figure
from causeway.engines.networks.holding import Holding, holding
from causeway.engines.networks.mixing import Capital, Kinds, assortativity, ei_index, social_capital
from causeway.engines.networks.network import LAYERS, Network
from causeway.engines.networks.overlap import Overlap, overlaps
from causeway.engines.networks.reciprocity import Reciprocity, reciprocity

VERSION = "1"
MOST_DRAWS = 99_999
MOST_SEED = 2**32 - 1


@dataclass(frozen=True, kw_only=True)
class Chance:
    """How lots are drawn: the seed, how often kinds and partners of support are, and how often whole networks are."""

    seed: int = 1
    draws: int = 999
    rewirings: int = 199

    def __post_init__(self) -> None:
        if not 0 <= self.seed <= MOST_SEED:
            raise BadInput(f"The seed must lie between 0 and {MOST_SEED}.")
        if not 0 <= self.draws <= MOST_DRAWS or not 0 <= self.rewirings <= MOST_DRAWS:
            raise BadInput(f"There can be between 0 and {MOST_DRAWS:,} draws.")


@dataclass(frozen=True, kw_only=True)
class Layer:
    """One kind of tie: how many ties and pairs, and whether kinds keep to themselves in it."""

    name: str
    ties: int
    pairs: int
    ei: Figure


@dataclass(frozen=True, kw_only=True)
class Findings:
    """Everything that is measured of a network. ``digest`` covers the network and how lots were drawn.

    ``pairs`` are in contact in any layer, ``many_sided`` of them in more than one.
    """

    version: str
    digest: str
    network: Network
    lots: Chance
    pairs: int
    many_sided: int
    layers: tuple[Layer, ...]
    overlaps: tuple[Overlap, ...]
    ei: Figure
    assortativity: Figure
    capital: dict[str, Capital]
    reciprocity: Reciprocity
    brokerage: Brokerage
    holding: Holding


def measure(
    network: Network, lots: Chance | None = None, *, progress: Callable[[str], None] = lambda sentence: None
) -> Findings:
    """Measure a network.

    Args:
        network: the organisations and their ties.
        lots: seed and numbers of draws; each test starts afresh from the seed, so that one does not move another.
        progress: told what is going on, now and then.

    >>> from causeway.engines.networks import measure, network
    >>> found = measure(network([("A", "B", "support"), ("B", "A", "support"), ("B", "C", "joint action")]))
    >>> found.reciprocity.returned, [loss.name for loss in found.holding.losses]
    (2, ['B'])
    """
    lots = lots or Chance()
    contacts = network.contacts()

    def fresh() -> np.random.RandomState:
        return np.random.RandomState(lots.seed)

    progress("dealing out kinds by lot")
    kinds = Kinds.of(contacts, network.kinds, network.powers, lots.draws, fresh())
    layers = tuple(_layer(network, name, lots.draws, fresh()) for name in LAYERS)
    progress("drawing partners of support by lot")
    returned = reciprocity(network.support(), lots.draws, fresh())
    progress("looking for brokers")
    brokers = brokerage(network.flows(), network.kinds, lots.draws, fresh())
    progress("drawing networks by lot")
    held = holding(contacts, network.kinds, lots.draws, lots.rewirings, fresh())
    return Findings(
        version=VERSION,
        digest=_digest(network, lots),
        network=network,
        lots=lots,
        pairs=contacts.number_of_edges(),
        many_sided=_many_sided(network),
        layers=layers,
        overlaps=overlaps(network, lots.draws, lots.seed),
        ei=kinds.figure("E-I index", ei_index(kinds)),
        assortativity=kinds.figure("assortativity", assortativity(kinds)),
        capital=social_capital(kinds),
        reciprocity=returned,
        brokerage=brokers,
        holding=held,
    )


def _layer(network: Network, name: str, draws: int, generator: np.random.RandomState) -> Layer:
    graph = network.contacts([name])
    kinds = Kinds.of(graph, network.kinds, network.powers, draws, generator)
    ties = sum(tie.layer == name for tie in network.ties)
    return Layer(name=name, ties=ties, pairs=graph.number_of_edges(), ei=kinds.figure("E-I index", ei_index(kinds)))


def _many_sided(network: Network) -> int:
    """Pairs in contact in more than one layer."""
    layers: dict[frozenset[str], set[str]] = {}
    for tie in network.ties:
        layers.setdefault(frozenset((tie.one, tie.other)), set()).add(tie.layer)
    return sum(len(found) > 1 for found in layers.values())


def _digest(network: Network, lots: Chance) -> str:
    return digest_of([network.digest.encode(), canonical_json([VERSION, lots.seed, lots.draws, lots.rewirings])])
