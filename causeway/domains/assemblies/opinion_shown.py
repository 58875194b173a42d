"""A stored opinion map, ready to be shown: sentences with their workings, tables and drawings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from causeway.domains.alliances.models import Section
from causeway.domains.assemblies.models import OpinionMap, Statement

Figures = Mapping[str, Any]
Triple = Sequence[float]
"""A figure with the ends of its interval."""

CLEAR, WEAK = 0.5, 0.25
MOST_LISTED = 20


@dataclass(frozen=True)
class Said:
    """A statement with what is found about it: a sentence, how it was worked out, and a drawing where there is one."""

    statement: Statement
    sentence: str
    workings: tuple[str, ...] = ()
    strip: SafeString | str = ""


@dataclass(frozen=True)
class Group:
    """A group of people who vote alike, and what it stands for: what it agrees with, and what it rejects."""

    name: str
    people: int
    agrees: list[Said]
    rejects: list[Said]


@dataclass(frozen=True)
class Sector:
    """One row of the table of sections: counts of each, or "" where they are withheld."""

    statement: Statement
    cells: list[str]
    everybody: str
    bridging: str


@dataclass(frozen=True)
class Total:
    """All votes on a statement, online and at tables."""

    statement: Statement
    agreed: int
    disagreed: int
    passed: int
    agree: str
    disagree: str


@dataclass(frozen=True, kw_only=True)
class MapShown:
    """Everything that the page of a map shows."""

    drawn_at: datetime
    is_last: bool
    people: int
    votes: int
    has_tables: bool
    few: list[str]
    placed: int = 0
    least_votes: int = 0
    picture: SafeString | str = ""
    key: SafeString | str = ""
    crowds: list[list[str]]
    right: Statement | None = None
    left: Statement | None = None
    trust: list[str]
    groups: list[Group]
    bridges: list[Said]
    divides: list[Said]
    sectors: list[str]
    sector_people: list[tuple[str, str]]
    sector_rows: list[Sector]
    unsure: list[Statement]
    unsure_in_all: int = 0
    totals: list[Total]
    digest: str = ""
    asked: str = ""

    @property
    def has_map(self) -> bool:
        """Whether enough people took part for a map."""
        return bool(self.digest)

    @property
    def sector_bridges(self) -> list[Sector]:
        """The statements on which the sections shown are of one mind."""
        return [row for row in self.sector_rows if row.bridging]

    @property
    def has_groups(self) -> bool:
        return len(self.groups) > 1


def map_shown(drawn: OpinionMap, statements: Sequence[Statement]) -> MapShown:
    """The map with the words of the statements that are in the conversation; of the others nothing is said."""
    figures: Figures = drawn.figures or {}
    by_number = {str(statement.number): statement for statement in statements}
    assert drawn.drawn_at is not None  # noqa: S101 - stored together with the figures
    sectors = [section for section in Section.values if _is_named(figures["sectors"], section)]
    return MapShown(
        drawn_at=drawn.drawn_at,
        is_last=drawn.is_last,
        people=figures["people"],
        votes=figures["votes"],
        has_tables=bool(figures["tables"]),
        few=[str(Section(section).label) for section in figures["few"]],
        sectors=[str(Section(section).label) for section in sectors],
        sector_people=_sector_people(figures["sectors"], sectors),
        sector_rows=_sector_rows(figures["sectors"]["rows"], sectors, by_number),
        totals=[_total(by_number[number], row) for number, row in figures["totals"].items() if number in by_number],
        **_of_map(figures["map"], figures["tables"], by_number),
    )


NO_MAP: dict[str, Any] = {"crowds": [], "trust": [], "groups": [], "bridges": [], "divides": [], "unsure": []}


def _of_map(found: Figures | None, tables: Figures, by_number: Mapping[str, Statement]) -> dict[str, Any]:
    """What is said of groups; nothing where too few people took part."""
    if found is None:
        return NO_MAP
    bridges = [(str(number), side) for number, side in found["bridges"] if str(number) in by_number]
    divides = [str(number) for number in found["divides"] if str(number) in by_number]
    unsure = [by_number[str(number)] for number in found["unsure"] if str(number) in by_number]
    return {
        "placed": found["placed"],
        "least_votes": found["least_votes"],
        "picture": mark_safe(found["picture"]),  # drawn by our own engine, which escapes the names
        "key": mark_safe(found["key"]),
        "crowds": [[name, str(people), _decimal(x), _decimal(y)] for name, people, x, y in found["crowds"]],
        "right": by_number.get(str(found["ends"].get("right"))),
        "left": by_number.get(str(found["ends"].get("left"))),
        "trust": _trust(found),
        "groups": [_group(group, by_number) for group in found["groups"]],
        "bridges": [_bridge(found, tables, by_number[number], side) for number, side in bridges[:MOST_LISTED]],
        "divides": [_divide(found, by_number[number]) for number in divides[:MOST_LISTED]],
        "unsure": unsure[:MOST_LISTED],
        "unsure_in_all": len(unsure),
        "digest": found["digest"],
        "asked": found["asked"],
    }


def _trust(found: Figures) -> list[str]:
    """How far the groups can be trusted."""
    if len(found["groups"]) < 2:
        return [_("The votes show no groups of ten people or more that differ.")]
    silhouette, stability = found["silhouette"], found["stability"]
    apart = _("The groups lie clearly apart (silhouette %(n)s of 1; votes cast by lot reach 0.3 to 0.45).")
    near = _("Many people stand between the groups (silhouette %(n)s of 1; votes cast by lot reach 0.3 to 0.45).")
    lines = [(apart if silhouette >= CLEAR else near) % {"n": _decimal(silhouette)}]
    if stability is None:
        return [*lines, _("There are too few people to say whether others would have shown the same groups.")]
    same = _("Two halves of these people, taken apart, show much the same groups (agreement %(n)s of 1).")
    partly = _("Two halves of these people, taken apart, show partly the same groups (agreement %(n)s of 1).")
    other = _(
        "Two halves of these people, taken apart, show other groups (agreement %(n)s of 1). So read the groups as ends "
        "of a range, and do not name them."
    )
    said = same if stability >= CLEAR else partly if stability >= WEAK else other
    return [*lines, said % {"n": _decimal(stability)}]


def _group(group: Figures, by_number: Mapping[str, Statement]) -> Group:
    shown = [one for one in group["stands_for"] if str(one["statement"]) in by_number]
    sides = {
        side: [_stand(by_number[str(one["statement"])], one) for one in shown if one["side"] == side]
        for side in ("agree", "disagree")
    }
    return Group(group["name"], group["people"], sides["agree"], sides["disagree"])


def _stand(statement: Statement, one: Figures) -> Said:
    low, high = one["times"][1:]
    sentence = _("%(share)s of the group; %(times)s times as many as among the others (%(low)s to %(high)s).")
    named = {"share": shared(one["share"]), "times": _once(one["times"][0]), "low": _once(low), "high": _once(high)}
    working = _("In the group: %(votes)s of %(seen)s. (%(votes)s + 1) / (%(seen)s + 2) is %(share)s in 100.")
    numbers = {"votes": one["votes"], "seen": one["seen"], "share": of_100(one["share"][0])}
    return Said(statement, sentence % named, (working % numbers,))


def _bridge(found: Figures, tables: Figures, statement: Statement, side: str) -> Said:
    row, hands = found["counts"][str(statement.number)], tables.get(str(statement.number))
    agree = _("Agreed by at least %(share)s in every group.")
    against = _("Rejected by at least %(share)s in every group.")
    if hands:
        agree = _("Agreed by at least %(share)s in every group, and at the tables.")
        against = _("Rejected by at least %(share)s in every group, and at the tables.")
    least = _(
        "The least of these shares, as far as is known, is %(n)s in 100: the median of what is likely. With a chance "
        "of 90 in 100 it lies between the numbers in brackets."
    ) % {"n": of_100(row[side][0])}
    parts = [*_by_group(row["of"], side), *([_working(_("At the tables"), hands["all"], side)] if hands else [])]
    sentence = (agree if side == "agree" else against) % {"share": shared(row[side])}
    return Said(statement, sentence, (*parts, least), _strip(found, statement))


def _divide(found: Figures, statement: Statement) -> Said:
    row = found["counts"][str(statement.number)]
    sides = ", ".join(
        _("Group %(name)s %(n)s") % {"name": name, "n": of_100((cell[0] + 1) / (cell[2] + 2))}
        for name, cell in row["of"].items()
    )
    sentence = _("Of 100 agree: %(sides)s. The widest gap is %(gap)s.") % {"sides": sides, "gap": shared(row["gap"])}
    return Said(statement, sentence, tuple(_by_group(row["of"], "agree")), _strip(found, statement))


def _by_group(cells: Mapping[str, Sequence[int]], side: str) -> list[str]:
    return [_working(_("Group %(name)s") % {"name": name}, cell, side) for name, cell in cells.items()]


def _working(who: str, cell: Sequence[int], side: str) -> str:
    """“Group A: 17 of 20 agree; (17 + 1) / (20 + 2) is 82 in 100.”"""
    votes = cell[0] if side == "agree" else cell[1]
    agree = _("%(who)s: %(votes)s of %(seen)s agree; (%(votes)s + 1) / (%(seen)s + 2) is %(n)s in 100.")
    against = _("%(who)s: %(votes)s of %(seen)s disagree; (%(votes)s + 1) / (%(seen)s + 2) is %(n)s in 100.")
    numbers = {"who": who, "votes": votes, "seen": cell[2], "n": of_100((votes + 1) / (cell[2] + 2))}
    return (agree if side == "agree" else against) % numbers


def _strip(found: Figures, statement: Statement) -> SafeString | str:
    drawn: str = found["strips"].get(str(statement.number), "")
    return mark_safe(drawn)  # by our own engine


def _is_named(sectors: Figures, section: str) -> bool:
    """Whether anything is shown of this section."""
    rows = [*sectors["rows"].values(), *sectors["people"].values()]
    return any(section in row["of"] for row in rows)


def _sector_people(sectors: Figures, names: Sequence[str]) -> list[tuple[str, str]]:
    people = sectors["people"].get("", {}).get("of", {})
    return [(str(Section(name).label), str(people[name][0]) if name in people else "") for name in names]


def _sector_rows(rows: Figures, names: Sequence[str], by_number: Mapping[str, Statement]) -> list[Sector]:
    """The statements of which something is shown by section: first those that bridge the sections most surely."""
    found = []
    for number, row in rows.items():
        if number in by_number and row["of"]:
            cells = [_counted(row["of"][name]) if name in row["of"] else "" for name in names]
            sure = max((one[1] for one in (row["agree"], row["disagree"]) if one), default=0.0)
            sector = Sector(by_number[number], cells, _counted(row["all"]), _sector_bridging(row))
            found.append((-sure, int(number), sector))
    return [sector for *_order, sector in sorted(found, key=lambda one: one[:2])]


def _sector_bridging(row: Figures) -> str:
    """In words, where more than half of every section shown are surely of one mind."""
    if row["agree"] and row["agree"][1] > 0.5:
        return _("Agreed by at least %(share)s in each section shown.") % {"share": shared(row["agree"])}
    if row["disagree"] and row["disagree"][1] > 0.5:
        return _("Rejected by at least %(share)s in each section shown.") % {"share": shared(row["disagree"])}
    return ""


def _counted(cell: Sequence[int]) -> str:
    """“12 agree, 3 disagree, of 20”."""
    text = ngettext(
        "%(agreed)s agree, %(disagreed)s disagree, of %(n)s vote",
        "%(agreed)s agree, %(disagreed)s disagree, of %(n)s votes",
        cell[2],
    )
    return text % {"agreed": cell[0], "disagreed": cell[1], "n": cell[2]}


def _total(statement: Statement, row: Figures) -> Total:
    agreed, disagreed, seen = row["all"]
    passed = seen - agreed - disagreed
    return Total(statement, agreed, disagreed, passed, shared(row["agree"]), shared(row["disagree"]))


def shared(figure: Triple) -> str:
    """“72 in 100 (65 to 78)”."""
    value, low, high = (of_100(min(1.0, max(0.0, one))) for one in figure)
    return _("%(value)s in 100 (%(low)s to %(high)s)") % {"value": value, "low": low, "high": high}


def of_100(share: float) -> str:
    """A share as a whole number of 100, never 0 or 100 for what is only near."""
    return str(min(99, max(1, round(100 * share)))) if 0 < share < 1 else str(round(100 * share))


def _once(number: float) -> str:
    return f"{number:.1f}"


def _decimal(number: float) -> str:
    return f"{number:.2f}".replace("-", "−")
