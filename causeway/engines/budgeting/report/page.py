"""One self-contained page: the result, a picture of the payments, every round, every rejection, and how to check it."""

from __future__ import annotations

from html import escape

from causeway.engines.budgeting.instance import Instance
from causeway.engines.budgeting.recounting import Recount
from causeway.engines.budgeting.report.parts import money, named, table, tidy
from causeway.engines.budgeting.report.people import meaning
from causeway.engines.budgeting.report.picture import picture
from causeway.engines.budgeting.report.plain import PLACES, share
from causeway.engines.budgeting.result import RULES, Rejection, Result, Round
from causeway.engines.exact import decimal_string

STYLE = """
:root { color-scheme: light dark; --line: #767676; --pay: #1d5f8a; --rest: #d9822b; --text: #1b1b1b; --back: #fff }
@media (prefers-color-scheme: dark) {
  :root { --line: #9a9a9a; --pay: #6fb3e0; --rest: #f0a860; --text: #eee; --back: #161616 } }
body { font: 1.05rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); max-width: 62rem;
  margin: 0 auto; padding: 1rem }
h1, h2 { line-height: 1.2; overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100% } caption { text-align: left; font-weight: 600; padding: .3rem 0 }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .6rem .35rem 0; text-align: left; vertical-align: top;
  overflow-wrap: break-word; min-width: 4rem }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums } td.n { white-space: nowrap }
.wide { overflow-x: auto; margin-bottom: 1rem } .wide:focus { outline: 3px solid var(--rest) }
.bars { padding-left: 1.6rem } .bars svg { display: block; width: 100%; height: .8rem; margin-bottom: .5rem }
.pay { fill: var(--pay) } .rest { fill: var(--rest) } .pay-key { background: var(--pay) }
.rest-key { background: var(--rest) }
.key { display: inline-block; width: .8em; height: .8em; margin: 0 .3em 0 .6em; forced-color-adjust: none }
td.t { min-width: 13rem }
code { overflow-wrap: anywhere }
"""
COMPLETED = {
    "none": "",
    "greedy": " Money that was left went to the projects with most votes that it could pay for.",
    "add1": " Everybody’s money was then raised, unit by unit, for as long as the outcome stayed within the budget.",
    "add1u": " Everybody’s money was then raised, unit by unit, for as long as the outcome stayed within the budget; "
    "money that was left went to the projects with most votes that it could pay for.",
}
WHAT = {
    "equal-shares": (
        "Every voter held an equal share of the budget. In each round the project was bought whose supporters had to "
        "pay least for what they gain; each of them paid the same, or all that they had left."
    ),
    "greedy": "Projects were taken in the order of their votes, each if the money that was left could pay for it.",
    "greedy-per-cost": "Projects were taken in the order of their votes for each unit of cost, if the money could pay.",
    "phragmen": (
        "Every voter earned money at the same pace. As soon as the supporters of a project owned its cost, it was "
        "bought and their money was gone."
    ),
}
VALUES = {
    "equal-shares": "effective votes",
    "greedy": "votes",
    "greedy-per-cost": "votes per 1 of cost",
    "phragmen": "earned by each voter",
}


def page(
    vote: Instance, result: Result, *, title: str, checked_with: str, by: str = "", changed: Recount | None = None
) -> str:
    """The page as HTML, for print and screen, without script or outside file.

    Args:
        vote: what was decided on, for the names of projects.
        result: what was decided.
        title: a heading.
        checked_with: the command that gives the same result again.
        by: the column of the ballots' details by which to show what the outcome means for people.
        changed: where costs changed after the vote, both results.
    """
    parts = [
        f"<h1>{escape(title)}</h1>",
        _summary(vote, result),
        _recounted(vote, changed) if changed else "",
        "<h2>What was chosen</h2>",
        picture(vote, result),
        _rounds(vote, result),
        "<h2>What was not chosen, and why</h2>",
        _rejections(vote, result),
        "<h2>What it means for people</h2>",
        meaning(vote, result, by),
        "<h2>How to check it</h2>",
        f"<p>With the same file, <code>{escape(checked_with)}</code> gives this result again, with the digest "
        f"<code>{escape(result.digest)}</code> of votes, costs and rules (rule {escape(result.rule)}, version "
        f"{escape(result.version)}). The order of ballots in the file makes no difference.</p>",
    ]
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(part for part in parts if part)
        + "\n</main>\n</body>\n</html>\n"
    )


def _summary(vote: Instance, result: Result) -> str:
    return (
        f"<p>{vote.ballots.voters:,} people voted on {len(vote.projects):,} projects and a budget of "
        f"{money(result.budget_pence)}. {len(result.selected)} projects were chosen, which cost "
        f"{money(result.spent_pence)} together; {money(result.budget_pence - result.spent_pence)} is left.</p>"
        f"<p>The rule was {escape(RULES[result.rule])}. {WHAT[result.rule]}{COMPLETED[result.rules.completion]}"
        f"{_held(result, '')}</p>{_guarantees(result)}"
    )


def _held(result: Result, section: str) -> str:
    """What each voter held, in words; nothing under rules that give voters no money."""
    held = result.held_pence.get(section, {})
    each = "; ".join(
        f"{escape(name)}: {tidy(share(pence))}" if name else tidy(share(pence)) for name, pence in held.items()
    )
    if not each:
        return ""
    if section:
        return f" Each who voted for any of its projects held {each}."
    return f" Each voter held {each}{' of the common pot' if result.rules.guarantees else ''}."


def _guarantees(result: Result) -> str:
    """How much was decided for sections of projects first."""
    if not result.rules.guarantees:
        return ""
    items = "".join(
        f"<li>{escape(name)}: {money(pence)}.{_held(result, name)}</li>"
        for name, pence in result.rules.guarantees.items()
    )
    return (
        "<p>These sections decided first among their own projects, by the same rule, with the money that was promised "
        f"to them. What they left went to the common pot, which was decided last:</p><ul>{items}</ul>"
    )


def _recounted(vote: Instance, changed: Recount) -> str:
    """What costs that changed after the vote bring in and drop."""

    def listed(projects: tuple[str, ...]) -> str:
        return ", ".join(named(vote, project) for project in projects) or "none"

    costs = "; ".join(f"{named(vote, project)}: {money(pence)}" for project, pence in changed.costs_pence.items())
    return (
        f"<p>Costs that changed after the vote: {costs}. With them, projects gained: {listed(changed.gained)}; "
        f"projects lost: {listed(changed.lost)}.</p>"
    )


def _rounds(vote: Instance, result: Result) -> str:
    shown = result.rule in {"equal-shares", "phragmen"}
    head = ["Round", "Project", "Cost", VALUES[result.rule].capitalize()]
    head += ["Paid by most", "Paid in full", "Gave all they had"] if shown else []
    head += ["Left", "Notes"]
    numbers = {"Round", "Cost", "Left", *head[3:7]} - {"Notes"}
    rows = [_round_cells(vote, result, number, record, shown) for number, record in enumerate(result.rounds, 1)]
    return table("Rounds, in the order in which projects were chosen", head, rows, numbers)


def _round_cells(vote: Instance, result: Result, number: int, record: Round, shown: bool) -> list[str]:
    value = record.value / 100 if result.rule == "phragmen" and record.payment is not None else record.value
    notes = [part for part in (record.stage, record.ground) if part]
    paid = record.payment is not None
    return [
        str(number),
        named(vote, record.project),
        money(record.cost_pence),
        tidy(decimal_string(value, PLACES)),
        *(
            [tidy(share(record.payment)), f"{record.payers:,}" if paid else "", f"{record.emptied:,}" if paid else ""]
            if shown
            else []
        ),
        money(record.left_pence),
        escape("; ".join(notes)),
    ]


def _rejections(vote: Instance, result: Result) -> str:
    if not result.rejected:
        return "<p>Every project was chosen.</p>"
    head = ["Project", "Cost", "Why", "Lacked", "More supporters needed"]
    rows = [_rejection_cells(vote, rejection) for rejection in result.rejected]
    rejected = table("Projects that were not chosen", head, rows, {"Cost", "Lacked", "More supporters needed"})
    raised = result.rules.completion.startswith("add1")
    return rejected + (
        "<p>“More supporters needed”: so many more voters (points, where ballots give points), voting for this "
        "project alone, would have had it chosen without a tie, everything else being the same."
        + (" They would have held as much as everybody did in the end." if raised else "")
        + (
            " If their project had then exceeded the budget, the raising would have ended earlier.</p>"
            if raised
            else "</p>"
        )
    )


def _rejection_cells(vote: Instance, rejection: Rejection) -> list[str]:
    needed = "none would do" if rejection.supporters_needed is None else f"{rejection.supporters_needed:,}"
    lacked = tidy(share(rejection.lacked_pence))
    return [named(vote, rejection.project), money(rejection.cost_pence), escape(rejection.reason), lacked, needed]
