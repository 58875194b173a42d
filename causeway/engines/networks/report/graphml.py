"""The network for other programs."""

from __future__ import annotations

import networkx as nx

from causeway.engines.networks.network import Network


def as_graphml(network: Network) -> str:
    """GraphML as networkx writes it: kind and power of organisations, and layer, direction, weight and date of ties.

    GraphML has one direction for all: where ``directed`` is false, the order of a tie's two ends means nothing.
    """
    return "\n".join(nx.generate_graphml(network.multiplex())) + "\n"
