"""What a card vote adds to the page of its process."""

from __future__ import annotations

from causeway.domains.assemblies.card_queries import card_vote_shown, is_card_vote
from causeway.domains.assemblies.models import Process
from causeway.kernel.actors import Actor
from causeway.kernel.panels import Panel


def cards_of_process(actor: Actor, process: Process) -> Panel | None:
    """The cards, the say that each gives, and the count."""
    if not is_card_vote(process):
        return None
    return Panel("assemblies/cards.html", {"it": card_vote_shown(actor, process), "process": process})
