"""A stored result, ready to be shown: in words, in a table, and for a ranked ballot in a picture."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from causeway.domains.assemblies.counting_for import section_label
from causeway.domains.assemblies.models import Ballot


@dataclass(frozen=True)
class Line:
    """One option of the result: its total, its part of the largest total in per cent, whether it was chosen."""

    name: str
    total: int
    share: int
    chosen: bool


@dataclass(frozen=True)
class StageShown:
    """One stage of a count of ranked papers: what was done, on what ground, and where each option stood then."""

    number: int
    heading: str
    ground: str
    cells: list[tuple[str, str]]
    """A total, and what happened to the option in this stage: "elected", "excluded" or nothing."""
    non_transferable: str
    quota: str


@dataclass(frozen=True)
class ResultShown:
    """Everything that the page of a result shows."""

    papers: int
    electors: int
    turn_out: int
    blank: int
    needed: int
    quorate: bool
    carried: bool | None
    chosen: list[str]
    lines: list[Line]
    ties: list[str]
    stages: list[StageShown] = field(default_factory=list)
    why_not: list[tuple[str, str]] = field(default_factory=list)
    picture: SafeString | str = ""
    unopposed: bool = False
    conditions: list[str] = field(default_factory=list)
    sections: list[tuple[str, int]] = field(default_factory=list)


def result_shown(ballot: Ballot, names: list[str]) -> ResultShown:
    """The result of a ballot that was counted."""
    stored: dict[str, Any] = ballot.outcome or {}
    largest = max(stored["totals"], default=0) or 1
    chosen = [names[place] for place in stored["chosen"]]
    yes_no = ballot.form == Ballot.Form.YES_NO
    return ResultShown(
        papers=stored["papers"],
        electors=stored["electors"],
        turn_out=100 * stored["papers"] // max(stored["electors"], 1),
        blank=stored["blank"],
        needed=stored["needed"],
        quorate=stored["quorate"],
        carried=stored["chosen"] == [0] if yes_no else None,
        chosen=[] if yes_no else chosen,
        lines=[
            Line(name, total, 100 * total // largest, not yes_no and place in stored["chosen"])
            for place, (name, total) in enumerate(zip(names, stored["totals"], strict=True))
        ],
        ties=[names[place] for place in stored["ties"]],
        stages=[_stage(stage, names) for stage in stored["count"].get("stages", ())],
        why_not=[(name, why) for name, why in stored["why_not"]],
        unopposed=stored["unopposed"],
        conditions=stored["count"].get("conditions", []),
        sections=_sections(stored.get("by_section", {})),
        picture=mark_safe(stored["picture"]),  # drawn by our own engine, which escapes the names
    )


def _sections(told: dict[str, int]) -> list[tuple[str, int]]:
    return [(section_label(section), number) for section, number in told.items()]


def _stage(stage: dict[str, Any], names: list[str]) -> StageShown:
    return StageShown(
        number=stage["stage"],
        heading=_heading(stage, names),
        ground=stage["ground"],
        cells=[(stage["totals"][str(place)], _fate(stage, place)) for place in range(1, len(names) + 1)],
        non_transferable=stage["non_transferable"],
        quota=stage["quota"],
    )


def _heading(stage: dict[str, Any], names: list[str]) -> str:
    whose = ", ".join(names[place - 1] for place in stage["of"])
    words = {
        "first-preferences": _("First preferences"),
        "surplus": _("Surplus of %(whose)s"),
        "surpluses": _("Surpluses of %(whose)s"),
        "exclusion": _("Exclusion of %(whose)s"),
    }
    return words[stage["action"]] % {"whose": whose}


def _fate(stage: dict[str, Any], place: int) -> str:
    if place in stage["elected"]:
        return "elected"
    return "excluded" if place in stage["excluded"] else ""
