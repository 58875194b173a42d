"""Columns of a table become sets: crisp, multi-value or fuzzy, as their figures say, or calibrated by anchors.

A column of only 0 and 1 is crisp; of whole numbers up to 9 multi-value; of figures between 0 and 1 fuzzy. Anything else
needs a calibration. Where a figure is missing no cases come out; ``missing`` tries what it could be.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from causeway.engines.exact import BadInput
from causeway.engines.qca.calibration import Calibration
from causeway.engines.qca.cases import MOST_LEVELS, UNIT, Cases, Units
from causeway.engines.qca.table import Cell, Table
from causeway.engines.qca.terms import Condition

_OUTCOME = re.compile(r"(~?)([^\[\]{}]+)(?:[\[{]([0-9])[\]}])?")


@dataclass(frozen=True)
class Column:
    """A column as a set: its condition, and values or millionths, ``None`` where missing."""

    condition: Condition
    values: tuple[int | None, ...]


@dataclass(frozen=True, kw_only=True)
class Sets:
    """Columns that were chosen, the outcome last; some figures may be missing."""

    names: tuple[str, ...]
    columns: tuple[Column, ...]
    outcome: str

    @property
    def missing(self) -> list[tuple[int, int]]:
        """Case and column of each missing figure."""
        return [
            (case, place)
            for case in range(len(self.names))
            for place, column in enumerate(self.columns)
            if column.values[case] is None
        ]

    def cases(self, filled: Mapping[tuple[int, int], int] | None = None) -> Cases:
        """The cases, with these values where figures are missing. Raises ``BadInput`` where one is missing still."""
        values = np.zeros((len(self.names), len(self.columns)), dtype=np.int64)
        for place, column in enumerate(self.columns):
            for case, value in enumerate(column.values):
                given = (filled or {}).get((case, place)) if value is None else value
                if given is None:
                    raise BadInput(
                        f"“{self.names[case]}” has no figure for “{column.condition.name}”. Find it out, leave the "
                        "case or the condition out yourself, or see what it could change with --missing bound."
                    )
                values[case, place] = given
        return Cases(
            names=self.names,
            conditions=tuple(column.condition for column in self.columns[:-1]),
            values=values[:, :-1],
            outcome=self.outcome,
            memberships=_memberships(self.columns[-1].condition, values[:, -1], self.outcome),
        )


def chosen(
    table: Table,
    *,
    outcome: str,
    conditions: Sequence[str] | None = None,
    calibrations: Mapping[str, Calibration] | None = None,
) -> Sets:
    """Columns of a table as sets.

    Args:
        table: as read.
        outcome: a column; ``~NAME`` for its absence, ``NAME[2]`` for one value of several.
        conditions: columns; all but the outcome where not said.
        calibrations: by column.

    Raises:
        BadInput: a column is not there, or holds what is no membership and is not calibrated.
    """
    name, _, _ = _outcome(outcome)
    wanted = list(conditions) if conditions is not None else [title for title in table.columns if title != name]
    _check_columns(table, name, wanted, calibrations or {})
    columns = tuple(_column(table, title, (calibrations or {}).get(title)) for title in (*wanted, name))
    return Sets(names=table.names, columns=columns, outcome=outcome)


def _outcome(text: str) -> tuple[str, bool, int | None]:
    """Column, whether its absence is meant, and which value, if one is named."""
    found = _OUTCOME.fullmatch(text.strip())
    if found is None:
        raise BadInput(f"“{text[:60]}” is no outcome; write NAME, ~NAME or NAME[2].")
    return found[2].strip(), bool(found[1]), int(found[3]) if found[3] else None


def _check_columns(table: Table, outcome: str, wanted: Sequence[str], calibrations: Mapping[str, Calibration]) -> None:
    for title in (outcome, *wanted, *calibrations):
        if title not in table.columns:
            raise BadInput(f"There is no column “{title[:60]}”; the file has {', '.join(table.columns)[:200]}.")
    if outcome in wanted:
        raise BadInput(f"“{outcome}” cannot be outcome and condition at once.")
    if len(set(wanted)) < len(wanted):
        raise BadInput("A condition is named twice.")
    for title in (outcome, *wanted):
        if title in table.texts:
            text, line = table.texts[title]
            raise BadInput(f"“{text[:40]}” under “{title}” is neither a figure nor yes or no.", line=line)
        if re.search(r"[*+~\[\]{}]", title):
            raise BadInput(f"“{title[:60]}” has one of the signs *, +, ~ or brackets in its head; rename it.")


def _column(table: Table, title: str, calibration: Calibration | None) -> Column:
    cells = table.columns[title]
    figures = [cell for cell in cells if cell is not None]
    if not figures:
        raise BadInput(f"“{title}” has no figure at all.")
    if calibration is not None:
        found = calibration.of(figures)
        levels = 2 if calibration.fuzzy else len(calibration.anchors) + 1
        return Column(Condition(title, levels, calibration.fuzzy), _spread(cells, found))
    if all(figure.denominator == 1 and 0 <= figure < MOST_LEVELS for figure in figures):
        found = [int(figure) for figure in figures]
        return Column(Condition(title, max(2, max(found) + 1)), _spread(cells, found))
    if all(0 <= figure <= 1 for figure in figures):
        return Column(Condition(title, fuzzy=True), _spread(cells, [round(figure * UNIT) for figure in figures]))
    odd = next(figure for figure in figures if figure.denominator != 1 or not 0 <= figure < MOST_LEVELS)
    raise BadInput(
        f"“{title}” holds {float(odd):g}: it is neither 0 and 1, nor whole numbers up to {MOST_LEVELS - 1}, nor "
        f"memberships between 0 and 1. Calibrate it, for example with --calibrate {title}=direct:10,50,90."
    )


def _spread(cells: Sequence[Cell], found: Sequence[int]) -> tuple[int | None, ...]:
    """What was found for the figures, back among the missing."""
    given = iter(found)
    return tuple(None if cell is None else next(given) for cell in cells)


def _memberships(condition: Condition, held: Units, outcome: str) -> Units:
    name, absence, value = _outcome(outcome)
    if condition.fuzzy:
        if value is not None:
            raise BadInput(f"“{name}” is fuzzy and has no value {value}.")
        found = held
    elif condition.levels > 2 and value is None:
        raise BadInput(f"“{name}” has {condition.levels} values; say which is the outcome: “{name}[1]”.")
    else:
        found = np.where(held == (1 if value is None else value), UNIT, 0).astype(np.int64)
    return UNIT - found if absence else found


def as_fraction(text: str, what: str) -> Fraction:
    """A cut as people write it: ``0.8``, or ``.8``."""
    if not re.fullmatch(r"[0-9]{0,6}(?:\.[0-9]{1,12})?", text.strip()) or not text.strip():
        raise BadInput(f"“{text[:40]}” is no figure for {what}; write it as 0.8.")
    return Fraction(text.strip())
