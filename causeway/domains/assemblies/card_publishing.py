"""The cards of a vote as a file that anybody can add up."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from causeway.domains.assemblies.cards import cast_of
from causeway.domains.assemblies.models import Card
from causeway.kernel.spreadsheets import harmless


def cards_as_csv(names: Sequence[str], cards: Sequence[Card]) -> bytes:
    """One line for each card, cast or not: organisation, section, votes, a number for each option, and the mandate.

    A name that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["organisation", "section", "votes", *map(harmless, names), "mandate"])
    for card in cards:
        cast = cast_of(card)
        said = [*cast.votes, harmless(cast.mandate)] if cast else [*([""] * len(names)), ""]
        writer.writerow([harmless(card.name), card.section, card.votes, *said])
    return text.getvalue().encode()
