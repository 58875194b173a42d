"""The picture of a check: groups from top to bottom, now and in a generation side by side; and the same by place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from causeway.domains.impact.content import Told
from causeway.domains.impact.models import Effect

ORDER = [Effect.Direction.LOSES, Effect.Direction.UNCLEAR, Effect.Direction.GAINS]


@dataclass(frozen=True)
class Row:
    """One group, or one place: what happens to it now, and in a generation; losses first."""

    name: str
    now: list[Told]
    later: list[Told]


def by_group(effects: Iterable[Told]) -> list[Row]:
    """A row for each group, in the order of the list of groups; those in own words at the end."""
    return _rows(sorted(effects, key=lambda told: Effect.Group.values.index(told.group)), lambda told: told.who)


def by_place(effects: Iterable[Told]) -> list[Row]:
    """A row for each place by name; what concerns no single place comes last."""
    ordered = sorted(effects, key=lambda told: (not told.place, told.place.casefold()))
    return _rows(ordered, lambda told: told.place or _("Everywhere it reaches"))


def _rows(effects: Iterable[Told], name_of: Callable[[Told], str]) -> list[Row]:
    rows: dict[str, Row] = {}
    for told in effects:
        row = rows.setdefault(name_of(told), Row(name_of(told), [], []))
        (row.now if told.when == Effect.When.NOW else row.later).append(told)
    for row in rows.values():
        for cell in (row.now, row.later):
            cell.sort(key=lambda told: ORDER.index(Effect.Direction(told.direction)))
    return list(rows.values())
