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
        needed = rejection.supporters_needed
        more = "" if needed is None else f" {needed} more supporters would have been enough."
        name = f"{_money(rejection.cost_pence)}  {_name(vote, rejection.project)}"
        lines.append(f"      {rejection.project}  {name}: {rejection.reason}{more}")
    return "\n".join([*lines, "", f"Digest: {result.digest}", ""])


def _money(pence: int) -> str:
    return f"{pence // 100:,}" if pence % 100 == 0 else f"{pence // 100:,}.{pence % 100:02d}"


def _name(vote: Instance, project: str) -> str:
    return vote.projects[vote.position[project]].name
