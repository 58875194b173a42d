"""The people's budget beside the council's own, line by line. Whole pounds; the totals agree exactly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum


class Order(Enum):
    """How the lines can be sorted."""

    COUNCIL = "council"
    """As in the council's own figures."""
    NAME = "name"
    DIFFERENCE = "difference"
    """The greatest change first, up or down."""


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A line of the council's own figures: what it costs net of its income; None where the file has no figure."""

    key: str
    name: str
    group: str = ""
    net_pounds: int | None


@dataclass(frozen=True, kw_only=True)
class Change:
    """What the people's budget changes: a proposal that is paid for, or a saving (then less than nothing).

    ``key`` names the line; "" where it belongs to none. ``number`` is a proposal's, None of a saving.
    """

    key: str
    title: str
    pounds: int
    number: int | None = None
    link: str = ""


@dataclass(frozen=True, kw_only=True)
class Compared:
    """One line of both budgets, and what makes the difference."""

    name: str
    group: str
    council_pounds: int | None
    changes: tuple[Change, ...]

    @property
    def difference_pounds(self) -> int:
        """By how much the people's budget differs."""
        return sum(change.pounds for change in self.changes)

    @property
    def people_pounds(self) -> int:
        """What the people's budget spends on it."""
        return (self.council_pounds or 0) + self.difference_pounds


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """All lines, those that are shown, and the totals of all."""

    shown: tuple[Compared, ...]
    lines: int
    differing: int
    unfilled: int
    council_pounds: int
    people_pounds: int

    @property
    def difference_pounds(self) -> int:
        """By how much the whole differs."""
        return self.people_pounds - self.council_pounds


def compare(
    figures: Sequence[Figure],
    changes: Iterable[Change],
    *,
    new: str,
    order: Order = Order.COUNCIL,
    only_different: bool = False,
) -> Comparison:
    """Both budgets line by line. What belongs to no line of the council stands last, under the name ``new``."""
    by_line: dict[str, list[Change]] = {}
    known = {figure.key for figure in figures}
    for change in changes:
        by_line.setdefault(change.key if change.key in known else "", []).append(change)
    lines = [
        Compared(
            name=figure.name,
            group=figure.group,
            council_pounds=figure.net_pounds,
            changes=tuple(by_line.get(figure.key, ())),
        )
        for figure in figures
    ]
    if "" in by_line:
        lines.append(Compared(name=new, group="", council_pounds=0, changes=tuple(by_line[""])))
    differing = [line for line in lines if line.changes]
    return Comparison(
        shown=tuple(_sorted(differing if only_different else lines, order)),
        lines=len(lines),
        differing=len(differing),
        unfilled=sum(line.council_pounds is None for line in lines),
        council_pounds=sum(line.council_pounds or 0 for line in lines),
        people_pounds=sum(line.people_pounds for line in lines),
    )


def _sorted(lines: Sequence[Compared], order: Order) -> list[Compared]:
    if order is Order.NAME:
        return sorted(lines, key=lambda line: line.name.casefold())
    if order is Order.DIFFERENCE:
        return sorted(lines, key=lambda line: -abs(line.difference_pounds))
    return list(lines)
