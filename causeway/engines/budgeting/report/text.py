"""A result in plain text, for a terminal."""

from __future__ import annotations

from causeway.engines.budgeting.instance import Instance
from causeway.engines.budgeting.report.plain import share
from causeway.engines.budgeting.result import RULES, Result


def as_text(vote: Instance, result: Result) -> str:
    """Rounds and rejections, a line each."""
    lines = [
        f"Rule: {RULES[result.rule]} (version {result.version}); budget {_money(result.budget_pence)}, "
        f"spent {_money(result.spent_pence)}, {vote.ballots.voters} voters.",
        "",
        "Chosen:",
    ]
    for number, record in enumerate(result.rounds, 1):
        paid = ""
        if record.payment is not None:
            paid = f"; {record.payers} paid {share(record.payment)}, {record.emptied} gave all they had left"
        ground = f"; {record.ground}" if record.ground else ""
        lines.append(
            f"{number:4}. {record.project}  {_money(record.cost_pence)}  {_name(vote, record.project)}{paid}{ground}"
        )
    lines += ["", "Not chosen:"] if result.rejected else []
    for rejection in result.rejected:
        more = _more(result, rejection.supporters_needed)
        name = f"{_money(rejection.cost_pence)}  {_name(vote, rejection.project)}"
        lines.append(f"      {rejection.project}  {name}: {rejection.reason}{more}")
    return "\n".join([*lines, "", f"Digest: {result.digest}", ""])


def _more(result: Result, needed: int | None) -> str:
    """How many more supporters; after ``add1`` their project might break the budget, so only what is sure is said."""
    if needed is None:
        return ""
    people = "1 more supporter" if needed == 1 else f"{needed} more supporters"
    if result.rules.completion.startswith("add1"):
        return f" {people}, each with as much money as everybody held in the end, could have bought it."
    return f" {people} would have been enough."


def _money(pence: int) -> str:
    return f"{pence // 100:,}" if pence % 100 == 0 else f"{pence // 100:,}.{pence % 100:02d}"


def _name(vote: Instance, project: str) -> str:
    return vote.projects[vote.position[project]].name
