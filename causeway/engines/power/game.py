"""A weighted vote: who has how many votes, and what a coalition needs to win."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from causeway.engines.exact import BadInput

MOST_PLAYERS = 1000
MOST_WEIGHT = 10**15
LONGEST_NAME = 300


@dataclass(frozen=True, kw_only=True)
class Game:
    """A coalition wins with at least ``quota`` votes and at least ``heads`` members (a double majority).

    With at least ``enough_heads`` members it wins whatever their votes, as in the Council of the EU, where a blocking
    minority needs four members. ``None``: there is no such rule.

    Raises ``BadInput`` where weights or quota make no sense.
    """

    weights: tuple[int, ...]
    quota: int
    heads: int = 0
    enough_heads: int | None = None
    names: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        count, total = len(self.weights), sum(self.weights)
        if not 1 <= count <= MOST_PLAYERS:
            raise BadInput(f"There must be between 1 and {MOST_PLAYERS} weights.")
        if min(self.weights) < 0 or total > MOST_WEIGHT:
            raise BadInput(f"Weights must be whole numbers from 0, and at most {MOST_WEIGHT} together.")
        if not 1 <= self.quota <= total:
            raise BadInput(f"The quota must lie between 1 and the sum of the weights, {total}.")
        if not 0 <= self.heads <= count or (self.enough_heads is not None and not 1 <= self.enough_heads <= count):
            raise BadInput(f"The heads needed must lie between 0 and the number of members, {count}.")
        if self.names and len(self.names) != count:
            raise BadInput(f"There are {len(self.names)} names for {count} weights.")
        for number, name in enumerate(self.names, 1):
            if not name.strip() or not name.isprintable() or len(name) > LONGEST_NAME:
                raise BadInput(
                    f"The name of member {number} is empty, cannot be shown or has over {LONGEST_NAME} signs."
                )

    @property
    def simple(self) -> bool:
        """Only votes count, not heads."""
        return self.heads <= 1 and self.enough_heads is None

    def wins(self, weight: int, size: int) -> bool:
        """Whether a coalition of that many votes and members wins."""
        if self.enough_heads is not None and size >= self.enough_heads:
            return True
        return weight >= self.quota and size >= self.heads

    def reduced(self) -> tuple[tuple[int, ...], int]:
        """Weights and quota without their common divisor; where only votes count, with the smaller of the quota and
        that of the dual game (what it takes to block), which gives everybody the same power.
        """
        divisor = math.gcd(*self.weights)
        weights = tuple(weight // divisor for weight in self.weights)
        quota = -(-self.quota // divisor)
        return weights, min(quota, sum(weights) - quota + 1) if self.simple else quota


def quota_of(text: str, weights: Sequence[int]) -> int:
    """A quota as people write it: ``12``, ``65%`` (at least so much of the sum) or ``>50%`` (more than so much)."""
    said, total = text.strip(), sum(weights)
    more = said.startswith(">")
    number, percent, rest = said.removeprefix(">").partition("%")
    try:
        whole, _, part = number.strip().partition(".")
        if rest or not (whole + part).isdecimal() or len(whole + part) > 30 or (part and not percent):
            raise ValueError
        amount, scale = int(whole + part), int(f"1{'0' * len(part)}") * (100 if percent else 1)
    except ValueError:
        raise BadInput(f"“{text[:40]}” is not a quota; write 12, 65% or >50%.") from None
    needed = amount * (total if percent else 1)
    return needed // scale + 1 if more else -(-needed // scale)
