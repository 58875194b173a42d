"""Terms: combinations of conditions, written as the field writes them (``DEV*~IND``, ``DEV[2]*STB[1]``).

A term holds a value for each condition, or ``FREE`` where the condition may be either way. A row of the truth table is
a term without a free place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

FREE = -1

Term = tuple[int, ...]


@dataclass(frozen=True)
class Condition:
    """A condition: its name, how many values it can take (2 for crisp and fuzzy sets), and whether it is fuzzy."""

    name: str
    levels: int = 2
    fuzzy: bool = False

    @property
    def kind(self) -> str:
        """``fuzzy``, ``multi-value`` or ``crisp``."""
        return "fuzzy" if self.fuzzy else "multi-value" if self.levels > 2 else "crisp"


def literal(condition: Condition, value: int, *, brackets: bool) -> str:
    """One condition with a value: ``A``, ``~A``, or ``A[2]`` where any condition has more than two values."""
    if brackets:
        return f"{condition.name}[{value}]"
    return condition.name if value else f"~{condition.name}"


def written(conditions: Sequence[Condition], term: Term, *, join: str = "*") -> str:
    """The term as text; ``1`` for the term without any condition."""
    brackets = any(condition.levels > 2 for condition in conditions)
    parts = [
        literal(condition, value, brackets=brackets)
        for condition, value in zip(conditions, term, strict=True)
        if value != FREE
    ]
    return join.join(parts) or "1"


def order(term: Term) -> tuple[int, tuple[int, ...]]:
    """Sorts terms as they are shown: few conditions first, then earlier conditions, presence before absence."""
    return sum(value != FREE for value in term), tuple(-value for value in term)


def covers(wide: Term, narrow: Term) -> bool:
    """Whether every row of the second term is a row of the first."""
    return all(value in (FREE, other) for value, other in zip(wide, narrow, strict=True))


def meet(one: Term, other: Term) -> Term | None:
    """What both terms have in common; ``None`` if nothing."""
    found = []
    for left, right in zip(one, other, strict=True):
        if left != FREE and right != FREE and left != right:
            return None
        found.append(right if left == FREE else left)
    return tuple(found)


def widest(terms: Iterable[Term]) -> list[Term]:
    """The terms without those that another one covers."""
    kept: list[Term] = []
    for term in sorted(set(terms), key=order):
        if not any(covers(wide, term) for wide in kept):
            kept.append(term)
    return kept


def size(conditions: Sequence[Condition], term: Term) -> int:
    """How many rows of the truth table the term has."""
    rows = 1
    for condition, value in zip(conditions, term, strict=True):
        rows *= condition.levels if value == FREE else 1
    return rows
