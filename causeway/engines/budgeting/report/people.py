"""What the outcome means for people: who is left out, what falls to each section and group, how evenly it is spread."""

from __future__ import annotations

from html import escape

from causeway.engines.budgeting.instance import Instance
from causeway.engines.budgeting.measures import Measures, Satisfaction, measure
from causeway.engines.budgeting.report.parts import money, per_hundred, table, tidy
from causeway.engines.budgeting.result import Result
from causeway.engines.exact import decimal_string


def sentences(found: Measures) -> list[str]:
    """The measures of everybody in words."""
    everybody = found.everybody
    return [
        f"{everybody.excluded:,} of {everybody.voters:,} voters ({per_hundred(everybody.exclusion)}) have none of "
        "their projects chosen.",
        f"The projects chosen that a voter supports cost {money(int(everybody.approved_pence))} on average.",
        f"Gini coefficient of what voters get: {tidy(decimal_string(found.gini, 3))} (0: all get alike; close to 1: "
        "few get all).",
    ]


def meaning(vote: Instance, result: Result, by: str) -> str:
    """Sentences, and a table of sections of projects and of groups of voters where there are any."""
    found = measure(vote, result.selected, by=by)
    parts = ["<ul>", *(f"<li>{escape(sentence)}</li>" for sentence in sentences(found)), "</ul>"]
    if len(found.sections) > 1:
        spent = [[escape(name) or "no section", per_hundred(part)] for name, part in found.sections.items()]
        parts.append(table("What was spent, by section of projects", ["Section", "Share"], spent, {"Share"}))
    if found.groups:
        head = ["Group", "Voters", "None of theirs chosen", "Falls to them", "Cost of theirs chosen"]
        rows = [_cells(name, group) for name, group in found.groups.items()]
        parts.append(table(f"Voters, by {by}", head, rows, set(head[1:])))
        parts.append(
            "<p>“Falls to them”: the cost of each project chosen, divided equally among its supporters, and summed "
            "for the group. “Cost of theirs chosen”: of the projects that a voter supports, on average.</p>"
        )
    return "\n".join(parts)


def _cells(name: str, group: Satisfaction) -> list[str]:
    return [
        escape(name) or "not said",
        f"{group.voters:,}",
        f"{group.excluded:,} ({per_hundred(group.exclusion)})",
        money(int(group.worth_pence)),
        money(int(group.approved_pence)),
    ]
