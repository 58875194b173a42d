"""Networks of organisations: who is tied to whom, whom an alliance could not lose, and whether support is returned.

from causeway.engines.networks import measure, network
measure(network([("Branch", "Carers", "support"), ("Carers", "Council", "joint action")]))
"""

from causeway.engines.networks.layout import Layout, Point, place
from causeway.engines.networks.measuring import Chance, Findings, measure
from causeway.engines.networks.network import LAYERS, Network, Organisation, Tie, network
from causeway.engines.networks.reading import read

__all__ = [
    "LAYERS",
    "Chance",
    "Findings",
    "Layout",
    "Network",
    "Organisation",
    "Point",
    "Tie",
    "measure",
    "network",
    "place",
    "read",
]
