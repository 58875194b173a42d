"""The payments as bars: how much of each project was paid by whom."""

from __future__ import annotations

from html import escape

from causeway.engines.budgeting.instance import Instance
from causeway.engines.budgeting.result import Result, Round


def picture(vote: Instance, result: Result) -> str:
    """A list with a bar for each round, as long as its cost; text stays readable at any width.

    Under equal shares and Phragmén the first part of a bar was paid by supporters who could pay in full (who had not
    paid before, under Phragmén) and the second by those who gave all they had left (who had).
    """
    if not result.rounds:
        return "<p>Nothing was chosen.</p>"
    most = max(record.cost_pence for record in result.rounds)
    rows = "\n".join(_row(vote, record, most) for record in result.rounds)
    return f"{_legend(result)}\n<ol class=bars>\n{rows}\n</ol>"


def _row(vote: Instance, record: Round, most: int) -> str:
    """A project's name and its bar; widths are thousandths of the longest."""
    length = max(4, round(1000 * record.cost_pence / most))
    part = 1.0 if record.payment is None else min(1.0, float(record.payment * record.payers / record.cost_pence))
    full = round(length * part)
    name = vote.projects[vote.position[record.project]].name or record.project
    rest = f'<rect class="rest" x="{full}" width="{length - full}" height="10"/>' if full < length else ""
    share = "" if record.payment is None else f", {round(100 * part)} in 100 of it paid in full"
    return (
        f'<li>{escape(name)}<svg viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" '
        f'aria-label="Cost {record.cost_pence // 100:,}{share}">'
        f'<rect class="pay" width="{full}" height="10"/>{rest}</svg></li>'
    )


def _legend(result: Result) -> str:
    words = {
        "equal-shares": ("paid by supporters who paid in full", "by supporters who gave all they had left"),
        "phragmen": ("paid by supporters who had not paid before", "by supporters who had paid before"),
    }
    first, second = words.get(result.rule, ("cost", ""))
    second = f' <span class="key rest-key"></span>{second}' if second else ""
    return f'<p>Each bar is as long as the cost: <span class="key pay-key"></span>{first}{second}.</p>'
