"""Made-up conversations: camps of people whose votes are known beforehand."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

from causeway.domains.assemblies.opinion_computing import Gathered

STATEMENTS = 12
SHARED = (1, 2)
"""Everybody agrees on these; on the others the camps differ."""
Vote = tuple[int, int, int]


def camp(first: int, people: int, side: int, *, seed: int = 1, seen: int = STATEMENTS) -> list[Vote]:
    """The votes of so many people, numbered from ``first``: one in ten votes otherwise than the rest of the camp."""
    chance = random.Random(f"{seed} {first}")
    return [
        (person, number, _opinion(number, side) * (1 if chance.random() < 0.9 else -1))
        for person in range(first, first + people)
        for number in range(1, seen + 1)
    ]


def _opinion(number: int, side: int) -> int:
    return 1 if number in SHARED else side * (1 if number % 2 else -1)


def said(votes: Sequence[Vote], **more: Any) -> Gathered:
    """What was gathered of these votes."""
    columns: Mapping[str, Any] = dict(
        zip(("participants", "statements", "votes"), zip(*votes, strict=True), strict=True)
        if votes
        else {"participants": (), "statements": (), "votes": ()}
    )
    texts = {number: f"Statement {number}." for number in range(1, STATEMENTS + 1)}
    return Gathered(topic="What shall we do?", texts=texts, **columns, **more)
