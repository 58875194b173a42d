"""A result in plain text, for a terminal."""

from __future__ import annotations

from causeway.engines.budgeting.instance import Instance
from causeway.engines.budgeting.measures import Measures, measure
from causeway.engines.budgeting.payments import paid_by, row_of
from causeway.engines.budgeting.recounting import Recount
from causeway.engines.budgeting.report.parts import money, per_hundred
from causeway.engines.budgeting.report.people import sentences
from causeway.engines.budgeting.report.plain import share
from causeway.engines.budgeting.result import RULES, Result


def as_text(vote: Instance, result: Result, *, by: str = "", changed: Recount | None = None) -> str:
    """Rounds and rejections, a line each, and what the outcome means for people; ``by`` groups the voters."""
    lines = [
        f"Rule: {RULES[result.rule]} (version {result.version}); budget {money(result.budget_pence)}, "
        f"spent {money(result.spent_pence)}, {vote.ballots.voters} voters.",
        "",
        "Chosen:",
    ]
    for number, record in enumerate(result.rounds, 1):
        paid = ""
        if record.payment is not None:
            paid = f"; {record.payers} paid {share(record.payment)}, {record.emptied} gave all they had left"
        ground = f"; {record.ground}" if record.ground else ""
        lines.append(
            f"{number:4}. {record.project}  {money(record.cost_pence)}  {_name(vote, record.project)}{paid}{ground}"
        )
    lines += ["", "Not chosen:"] if result.rejected else []
    for rejection in result.rejected:
        more = _more(result, rejection.supporters_needed)
        name = f"{money(rejection.cost_pence)}  {_name(vote, rejection.project)}"
        lines.append(f"      {rejection.project}  {name}: {rejection.reason}{more}")
    lines += ["", *_recounted(changed)] if changed else []
    lines += ["", *_meaning(measure(vote, result.selected, by=by))]
    return "\n".join([*lines, "", f"Digest: {result.digest}", ""])


def _more(result: Result, needed: int | None) -> str:
    """How many more supporters; after ``add1`` their project might break the budget, so only what is sure is said."""
    if needed is None:
        return ""
    people = "1 more supporter" if needed == 1 else f"{needed} more supporters"
    if result.rules.completion.startswith("add1"):
        return f" {people}, each with as much money as everybody held in the end, could have bought it."
    return f" {people} would have been enough."


def _recounted(changed: Recount) -> list[str]:
    gained, lost = (", ".join(projects) or "none" for projects in (changed.gained, changed.lost))
    return [f"Against the costs in the file, gained: {gained}; lost: {lost}."]


def _meaning(found: Measures) -> list[str]:
    lines = sentences(found)
    if len(found.sections) > 1:
        lines += [f"{per_hundred(part)} spent on {name or 'no section'}." for name, part in found.sections.items()]
    for name, group in found.groups.items():
        left_out = f"{group.excluded} of {group.voters} left out"
        lines.append(f"{name or 'not said'}: {left_out}, {money(int(group.worth_pence))} falls to them.")
    return lines


def receipt_text(vote: Instance, result: Result, voter: str) -> str:
    """What one voter paid, a line for each payment."""
    found = paid_by(vote, result, row_of(vote, voter))
    lines = [f"    {one.project}: paid {share(one.paid)}, had {share(one.left)} left" for one in found]
    return "\n".join([f"Voter {voter} paid:", *(lines or ["    nothing"]), ""])


def _name(vote: Instance, project: str) -> str:
    return vote.projects[vote.position[project]].name
