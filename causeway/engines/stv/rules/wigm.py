"""The weighted inclusive Gregory method in exact fractions: as ``scottish``, but nothing is ever cut or rounded.

The Droop quota is a whole number. Values are fractions, so no vote is lost except with papers that show no further
preference. Each surplus lengthens the fractions, so that a count with thirty would take minutes: beyond ``MOST_BITS``
it ends with a sentence, after a few seconds at most.
"""

from __future__ import annotations

from fractions import Fraction

from causeway.engines.exact import EngineError
from causeway.engines.stv.counting import Table, Votes
from causeway.engines.stv.rules.gregory import count_weighted

MOST_BITS = 16_000


def count_wigm(table: Table) -> None:
    """Drive the table to the end."""
    count_weighted(table, _exact)


def _exact(surplus: Votes, value: Votes, total: Votes) -> Votes:
    new = Fraction(surplus) * Fraction(value) / Fraction(total)
    if new.denominator.bit_length() > MOST_BITS:
        raise EngineError(
            "The exact fractions of this count have grown beyond 4,800 digits, since each surplus lengthens them. "
            "Count it by the rule “scottish”, which cuts values to five decimal places."
        )
    return new
