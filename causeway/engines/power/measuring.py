"""Voting power: Banzhaf, Penrose and Shapley-Shubik, exact; who can block, and who never matters.

A *swing* of a member is a coalition of others that loses without and wins with them.

- Penrose's power is the share of all coalitions of others that are swings (the absolute Banzhaf index).
- Banzhaf's index is a member's part of everybody's swings.
- Shapley-Shubik's index weights a swing of size k by k! (n - 1 - k)! / n!, the chance that just these came before the
  member if all join in random order.

References: L.S. Penrose (1946); L.S. Shapley, M. Shubik (1954); J.F. Banzhaf (1965); D.S. Felsenthal, M. Machover, “The
Measurement of Voting Power” (1998).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from causeway.engines.exact import BadInput, canonical_json, digest_of
from causeway.engines.power import sizes, tables
from causeway.engines.power.game import Game
from causeway.engines.power.quadrature import bounded_shapley
from causeway.engines.power.residues import Progress

VERSION = "1"
HALVES = 32
MOST_TABLE_BYTES = 1 << 32
MOST_TABLE_WORK = 2 * 10**11
MOST_ROW = 10**8


@dataclass(frozen=True, kw_only=True)
class Member:
    """The power of one member.

    ``shapley`` is exact where ``shapley_error`` is 0; otherwise it is off by at most that. ``share`` is the member's
    part of all votes, ``root_share`` that of the square roots of all votes (Penrose's proposal), these roots cut after
    12 places. ``wins``: alone; ``blocks``: all others together lose.
    """

    name: str
    weight: int
    swings: int
    penrose: Fraction
    banzhaf: Fraction
    shapley: Fraction
    shapley_error: Fraction
    share: Fraction
    root_share: Fraction
    wins: bool
    blocks: bool

    @property
    def dummy(self) -> bool:
        """Never decisive."""
        return not self.swings


@dataclass(frozen=True, kw_only=True)
class Power:
    """The power of all members. ``method`` is how coalitions were counted."""

    version: str
    digest: str
    game: Game
    members: tuple[Member, ...]
    method: str


def measure(game: Game, *, progress: Progress = lambda sentence: None, memory_bytes: int = MOST_TABLE_BYTES) -> Power:
    """Measure everybody's power.

    Args:
        game: weights, quota and, for double majorities, heads.
        progress: told what is going on, now and then.
        memory_bytes: what the exact table for Shapley-Shubik may take; where it needs more, or too long, that index
            comes with a bound on its error. Swings are exact always.

    Definitions and sources stand at the head of this module. The table takes (members x sizes x votes) additions, less
    what lies outside its lens, for each modulus. Largest tried: 200 members with 10,284,011 votes, with a majority of
    heads besides, in 74 seconds and 2.5 GB.

    Raises:
        BadInput: the game is too large to count at all.

    >>> from causeway.engines.power import Game, measure
    >>> [str(member.banzhaf) for member in measure(Game(weights=(3, 2, 1), quota=4)).members]
    ['3/5', '1/5', '1/5']
    """
    weights, quota = game.reduced()
    size = len(weights)
    table_bytes, work = sizes.table_for(weights, quota)
    if size <= HALVES and table_bytes > 1 << 23:
        return _from_sizes(game, tables.from_halves(weights, quota, progress), weights, "halves")
    if table_bytes <= memory_bytes and work <= MOST_TABLE_WORK:
        return _from_sizes(game, sizes.by_size(weights, quota, progress), weights, "table")
    if not game.simple:
        raise BadInput(
            f"A double majority of {size} members with {sum(weights):,} votes is too large to count: it takes "
            f"{table_bytes / 1e9:,.1f} GB and {work / 1e9:,.0f} thousand million additions; "
            f"{memory_bytes / 1e9:,.1f} GB and {MOST_TABLE_WORK / 1e9:,.0f} can be."
        )
    if quota > MOST_ROW:
        raise BadInput(f"There are too many votes to count: the quota, or its complement, may be {MOST_ROW} at most.")
    below = tables.in_all(weights, quota, progress)
    shapley = bounded_shapley(weights, quota, progress)
    return _power(
        game,
        [below[weight][0] - below[weight][1] for weight in weights],
        [Fraction(shapley[weight][0]) for weight in weights],
        [Fraction(shapley[weight][1]) for weight in weights],
        "row and quadrature",
    )


def _from_sizes(
    game: Game, below: dict[int, tuple[list[int], list[int]]], weights: Sequence[int], method: str
) -> Power:
    """Swings and Shapley-Shubik from counts by size."""
    size = len(weights)
    orders = [math.factorial(k) * math.factorial(size - 1 - k) for k in range(size)]
    swings = {weight: _swings(game, *counts) for weight, counts in below.items()}
    return _power(
        game,
        [sum(swings[weight]) for weight in weights],
        [
            Fraction(sum(map(math.prod, zip(swings[weight], orders, strict=True))), math.factorial(size))
            for weight in weights
        ],
        [Fraction(0)] * size,
        method,
    )


def _swings(game: Game, at_quota: list[int], less: list[int]) -> list[int]:
    """For each number of others, the coalitions that lose without the member and win with them."""
    size = len(at_quota)
    enough = size + 1 if game.enough_heads is None else game.enough_heads
    found = []
    for others in range(size):
        every = math.comb(size - 1, others)
        joined = every if others + 1 >= enough else every - less[others] if others + 1 >= game.heads else 0
        alone = every if others >= enough else every - at_quota[others] if others >= game.heads else 0
        found.append(joined - alone)
    return found


def _power(
    game: Game, swings: Sequence[int], shapley: Sequence[Fraction], errors: Sequence[Fraction], method: str
) -> Power:
    total, size = sum(game.weights), len(game.weights)
    roots = [math.isqrt(weight * 10**24) for weight in game.weights]
    head = [list(game.weights), game.quota, game.heads, game.enough_heads]
    return Power(
        version=VERSION,
        digest=digest_of([canonical_json(head)]),
        game=game,
        method=method,
        members=tuple(
            Member(
                name=game.names[place] if game.names else str(place + 1),
                weight=weight,
                swings=swings[place],
                penrose=Fraction(swings[place], 1 << (size - 1)),
                banzhaf=Fraction(swings[place], sum(swings)),
                shapley=shapley[place],
                shapley_error=errors[place],
                share=Fraction(weight, total),
                root_share=Fraction(roots[place], sum(roots)),
                wins=game.wins(weight, 1),
                blocks=not game.wins(total - weight, size - 1),
            )
            for place, weight in enumerate(game.weights)
        ),
    )
