"""Sections and reserved places: at least, or at most, so many of a group (Grey and Fitzgerald; Hill 1998; Otten 2001).

A candidate is *doomed* when no result that meets every condition has them among the elected, and *guarded* when every
such result has them. The doomed are excluded at once; the guarded are never excluded. Both are found exactly, for any
number of overlapping groups: candidates of the same groups are alike, so only the number of each kind matters.

Sources: I. D. Hill, “STV with constraints”, Voting matters 9 (1998); J. Otten, “STV with multiple constraints”, Voting
matters 13 (2001); the method is Grey and Fitzgerald's, in the Electoral Reform Society's earlier booklet.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from causeway.engines.exact import BadInput, Impossible

Tally = tuple[int, ...]
MOST_STATES = 200_000
LONGEST_NAME = 300


@dataclass(frozen=True, kw_only=True)
class Condition:
    """Of ``members`` (places from 0), at least ``minimum`` and at most ``maximum`` are elected."""

    name: str
    members: frozenset[int]
    minimum: int = 0
    maximum: int | None = None

    def __post_init__(self) -> None:
        if not self.name.strip() or not self.name.isprintable() or len(self.name) > LONGEST_NAME:
            raise BadInput(f"A condition needs a name that can be shown, of at most {LONGEST_NAME} letters.")
        if self.minimum < 0:
            raise BadInput(f"The condition “{self.name}” asks for at least {self.minimum}, which is less than nobody.")
        if self.maximum is not None and self.maximum < self.minimum:
            raise BadInput(f"The condition “{self.name}” asks for at least {self.minimum} and at most {self.maximum}.")

    def sentence(self) -> str:
        """The condition in words."""
        least = f"at least {self.minimum}" if self.minimum else ""
        most = f"at most {self.maximum}" if self.maximum is not None else ""
        return f"{self.name}: {' and '.join(part for part in (least, most) if part) or 'any number'}"


@dataclass(frozen=True, eq=False)
class Screen:
    """Whom the conditions rule out, and whom they require."""

    doomed: frozenset[int]
    guarded: frozenset[int]


def screen(
    conditions: Sequence[Condition], *, elected: Collection[int], hopeful: Collection[int], seats: int
) -> Screen:
    """Whom of the hopeful no allowed result contains, and whom every allowed result contains.

    Raises ``Impossible`` where no result is allowed at all.
    """
    if not conditions:
        return Screen(frozenset(), frozenset())
    kinds: dict[tuple[bool, ...], list[int]] = {}
    for place in sorted(hopeful):
        kinds.setdefault(tuple(place in one.members for one in conditions), []).append(place)
    have = tuple(sum(place in one.members for place in elected) for one in conditions)
    wanted = min(seats - len(elected), len(hopeful))
    numbers = _allowed_numbers(conditions, list(kinds.items()), have, wanted)
    if numbers is None:
        raise Impossible(
            f"No choice of {seats} from these candidates meets every condition "
            f"({'; '.join(one.sentence() for one in conditions)})."
        )
    doomed: set[int] = set()
    guarded: set[int] = set()
    for places, allowed in zip(kinds.values(), numbers, strict=True):
        if max(allowed) == 0:
            doomed.update(places)
        if min(allowed) == len(places):
            guarded.update(places)
    return Screen(frozenset(doomed), frozenset(guarded))


def _allowed_numbers(
    conditions: Sequence[Condition],
    kinds: list[tuple[tuple[bool, ...], list[int]]],
    have: Tally,
    wanted: int,
) -> list[set[int]] | None:
    """For each kind, how many of it some allowed result elects; ``None`` where there is no allowed result."""
    ceilings = [one.maximum for one in conditions]
    layers: list[dict[Tally, set[tuple[Tally, int]]]] = []
    reached: set[Tally] = {(*have, 0)}
    for groups, places in kinds:
        layer: dict[Tally, set[tuple[Tally, int]]] = {}
        for tally in reached:
            for number in range(min(len(places), wanted - tally[-1]) + 1):
                after = (*(t + number * inside for t, inside in zip(tally, groups, strict=False)), tally[-1] + number)
                if all(top is None or t <= top for t, top in zip(after, ceilings, strict=False)):
                    layer.setdefault(after, set()).add((tally, number))
        if len(layer) > MOST_STATES:
            raise BadInput("The conditions overlap in too many ways to be weighed exactly.")
        layers.append(layer)
        reached = set(layer)
    good = {
        tally
        for tally in reached
        if tally[-1] == wanted and all(t >= one.minimum for t, one in zip(tally, conditions, strict=False))
    }
    if not good:
        return None
    numbers: list[set[int]] = []
    for layer in reversed(layers):
        steps = [step for tally in good for step in layer[tally]]
        numbers.append({number for _, number in steps})
        good = {before for before, _ in steps}
    return numbers[::-1]
