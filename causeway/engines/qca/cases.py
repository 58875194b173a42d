"""Cases with their memberships in sets: the input of a comparison.

Memberships are whole millionths, so that sums and ratios are exact and a cut of 0.8 is 0.8 on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from causeway.engines.exact import BadInput, canonical_json, digest_of
from causeway.engines.qca.terms import FREE, Condition, Term

UNIT = 1_000_000
HALF = UNIT // 2
MOST_CASES = 5_000
MOST_CONDITIONS = 24
MOST_LEVELS = 10

Units = NDArray[np.int64]


@dataclass(frozen=True, eq=False, kw_only=True)
class Cases:
    """Cases, conditions and an outcome.

    Attributes:
        names: the cases' names, carried through to every result.
        conditions: at most 24.
        values: a row for each case, a column for each condition: a value from 0 for crisp and multi-value conditions,
            millionths of membership for fuzzy ones.
        outcome: the outcome's name as asked for, such as ``SURV`` or ``~SURV``.
        memberships: each case's membership in the outcome, in millionths.

    Raises ``BadInput`` where they do not fit together, or a case is exactly half in a fuzzy condition.
    """

    names: tuple[str, ...]
    conditions: tuple[Condition, ...]
    values: Units
    outcome: str
    memberships: Units

    def __post_init__(self) -> None:
        if not 1 <= len(self.names) <= MOST_CASES:
            raise BadInput(f"There must be between 1 and {MOST_CASES:,} cases.")
        if not 1 <= len(self.conditions) <= MOST_CONDITIONS:
            raise BadInput(f"There must be between 1 and {MOST_CONDITIONS} conditions.")
        if len(set(self.names)) < len(self.names):
            twice = next(name for name in self.names if self.names.count(name) > 1)
            raise BadInput(f"Two cases are called “{twice[:60]}”; give each a name of its own.")
        for column, condition in enumerate(self.conditions):
            self._check(column, condition)

    def _check(self, column: int, condition: Condition) -> None:
        if not 2 <= condition.levels <= MOST_LEVELS:
            raise BadInput(f"“{condition.name}” has more than {MOST_LEVELS} values; join some of them.")
        if condition.fuzzy and (half := np.flatnonzero(self.values[:, column] == HALF)).size:
            raise BadInput(
                f"“{self.names[half[0]]}” is exactly half in “{condition.name}” (0.5), so it belongs to no row of the "
                "truth table; decide whether it is rather in or rather out."
            )

    def literal(self, column: int, value: int) -> Units:
        """Each case's membership in one condition having one value."""
        held = self.values[:, column]
        if self.conditions[column].fuzzy:
            return held if value else UNIT - held
        return np.where(held == value, UNIT, 0).astype(np.int64)

    def term(self, term: Term) -> Units:
        """Each case's membership in a term: the least of its conditions (fuzzy AND)."""
        found = np.full(len(self.names), UNIT, dtype=np.int64)
        for column, value in enumerate(term):
            if value != FREE:
                np.minimum(found, self.literal(column, value), out=found)
        return found

    def union(self, terms: Sequence[Term]) -> Units:
        """Each case's membership in a solution: the most of its terms (fuzzy OR)."""
        found = np.zeros(len(self.names), dtype=np.int64)
        for term in terms:
            np.maximum(found, self.term(term), out=found)
        return found

    def rows(self) -> list[Term]:
        """The row of the truth table that each case belongs to: where its membership is above one half."""
        fuzzy = np.array([condition.fuzzy for condition in self.conditions])
        corners = np.where(fuzzy, self.values > HALF, self.values)
        return [tuple(map(int, row)) for row in corners]

    def named(self, chosen: NDArray[np.bool_]) -> tuple[str, ...]:
        """The names of the chosen cases, in the order given."""
        return tuple(self.names[place] for place in np.flatnonzero(chosen))

    def negated(self) -> Cases:
        """The same cases with the outcome's absence for an outcome."""
        outcome = self.outcome[1:] if self.outcome.startswith("~") else f"~{self.outcome}"
        return replace(self, outcome=outcome, memberships=UNIT - self.memberships)

    def without(self, place: int) -> Cases:
        """All cases but one."""
        return replace(
            self,
            names=self.names[:place] + self.names[place + 1 :],
            values=np.delete(self.values, place, axis=0),
            memberships=np.delete(self.memberships, place),
        )

    def digest(self, settings: object) -> str:
        """SHA-256 of cases and settings, the same for any order of the cases."""
        head = [[condition.name, condition.levels, condition.fuzzy] for condition in self.conditions]
        rows = sorted(
            canonical_json([name, values, membership])
            for name, values, membership in zip(
                self.names, self.values.tolist(), self.memberships.tolist(), strict=True
            )
        )
        return digest_of([canonical_json([self.outcome, head, settings]), *rows])
