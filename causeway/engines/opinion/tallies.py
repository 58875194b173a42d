"""Counts of votes by group and statement: all that consensus, representative statements and their tests need.

Tallies of different people add up to the tallies of all of them, so parts can be counted apart and no person's votes
need to travel.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from causeway.engines.opinion.votes import Integers, Votes


@dataclass(frozen=True, eq=False)
class Tallies:
    """``agrees``, ``disagrees`` and ``seen`` (with passes), each of shape (groups, statements)."""

    agrees: Integers
    disagrees: Integers
    seen: Integers

    def __add__(self, other: Tallies) -> Tallies:
        """The tallies of both: of the same groups and statements, and of different people."""
        return Tallies(self.agrees + other.agrees, self.disagrees + other.disagrees, self.seen + other.seen)

    @property
    def total(self) -> Tallies:
        """All groups as one, of shape (1, statements)."""
        return Tallies(*(array.sum(axis=0, keepdims=True) for array in (self.agrees, self.disagrees, self.seen)))


def tally(votes: Votes, groups: Integers, *, count: int | None = None) -> Tallies:
    """Count the votes of each group on each statement; linear in the votes.

    ``groups`` has the group of each participant, from 0, or −1 for nobody's; ``count`` is the number of groups where
    the last may be empty.
    """
    count = int(groups.max(initial=-1)) + 1 if count is None else count
    statements = len(votes.statements)
    cell = np.repeat((groups + 1) * (3 * statements) + 1, votes.seen)
    cell += 3 * votes.columns
    cell += votes.values
    counts = np.bincount(cell, minlength=(count + 1) * statements * 3).reshape(count + 1, statements, 3)[1:]
    return Tallies(counts[:, :, 2].astype(np.int64), counts[:, :, 0].astype(np.int64), counts.sum(axis=2))


def everyone(votes: Votes) -> Integers:
    """All participants as one group."""
    return np.zeros(len(votes.participants), np.int64)


def nothing(groups: int, statements: int) -> Tallies:
    """Tallies of nobody: what a merge starts from."""
    zeros = np.zeros((groups, statements), np.int64)
    return Tallies(zeros, zeros.copy(), zeros.copy())
