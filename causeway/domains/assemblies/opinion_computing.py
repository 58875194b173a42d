"""What a map is drawn from, and how its figures are written down.

The files ``opinion_computing*.py`` and ``polis_computing.py`` alone call the engine of opinions. What they give out may
be shown: no place, group or vote of anybody, and no figure of fewer than ``opinion_steps.FEWEST`` people.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from causeway.engines.opinion import Votes

Figures = dict[str, Any]
Hands = tuple[int, int, int]
"""Agreed, disagreed, passed."""

DECIMALS = 6


@dataclass(frozen=True)
class Gathered:
    """What was said: the statements that are in, the votes on them, the hands at tables, and declared sections.

    ``participants``, ``statements`` and ``votes`` are the columns of a log; participants are numbers that lead to
    nobody. ``tables`` has the hands at all tables together, by statement, and ``totals`` what the conversation shows of
    votes and hands together. ``sections`` are what participants declared; ``expected`` the sections that the body has.
    """

    topic: str
    texts: Mapping[int, str]
    participants: Sequence[int]
    statements: Sequence[int]
    votes: Sequence[int]
    tables: Mapping[int, Hands] = field(default_factory=dict)
    totals: Mapping[int, Hands] = field(default_factory=dict)
    sections: Mapping[int, str] = field(default_factory=dict)
    expected: Sequence[str] = ()


def votes_of(gathered: Gathered) -> Votes:
    """The votes in the engine’s form, with a column for each statement."""
    from causeway.engines.opinion import gather

    return gather(gathered.participants, gathered.statements, gathered.votes, all_statements=sorted(gathered.texts))


def figure(of: Any, place: int = 0) -> list[float]:
    """A figure of the engine’s with both ends of its interval."""
    return [round(float(one[place]), DECIMALS) for one in (of.value, of.low, of.high)]
