"""The booklet of a vote on proposals: what each way pays for, why not, what shares bought, and both budgets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from causeway.domains.budgets.comparing import Compared
from causeway.domains.budgets.comparing_queries import Beside
from causeway.domains.budgets.templatetags.pounds import difference, pounds
from causeway.domains.budgets.votes_shown import VoteShown
from causeway.domains.budgets.ways_shown import WayShown
from causeway.kernel.pdf import compile_pdf

LAYOUT = Path(__file__).parent / "booklet.typ"


def booklet_pdf(it: VoteShown, both: Beside) -> bytes:
    """The booklet of a vote that is worked out."""
    budget = it.vote.budget
    worked_out_at = it.vote.worked_out_at
    data = {
        "language": (get_language() or "en").split("-")[0],
        "title": it.vote.process.title,
        "author": it.body.name,
        "kicker": _("People’s budget of %(council)s, %(years)s")
        % {"council": budget.council_name, "years": budget.years},
        "worked_out": date_format(worked_out_at, "j F Y") if worked_out_at else "",
        "outcome": _outcome(it),
        "ways": [_way(way) for way in it.ways],
        "rows": [
            {
                "name": f"{row.number}. {row.title}",
                "cost": row.cost,
                "votes": f"{row.votes:,}",
                "cells": [{"funded": cell.funded, "text": cell.short} for cell in row.cells],
            }
            for row in it.rows
        ],
        "why_not": [[f"{row.number}. {row.title}", row.sentence] for row in it.rows if row.sentence],
        "comparison": _comparison(both),
        "words": _words(it),
    }
    return compile_pdf(LAYOUT, data)


def _outcome(it: VoteShown) -> list[str]:
    said = [_("%(amount)s was shared out among %(n)s proposals.") % {"amount": it.amount, "n": len(it.stood)}]
    if not it.decided_by:
        return [*said, _("Nothing is decided: too few voted. This is what each way would have given.")]
    said.append(_("Decided by “%(way)s”. The other ways stand beside it for comparison.") % {"way": it.decided_by})
    if it.replaced:
        said.append(
            _("Equal shares decided in place of those balanced by section: too few papers count for one of them.")
        )
    return said


def _way(way: WayShown) -> dict[str, Any]:
    return {
        "label": way.label,
        "how": way.how,
        "decides": way.decides,
        "spent": _("%(spent)s spent on %(n)s proposals, %(left)s left")
        % {"spent": way.spent, "n": way.funded, "left": way.left},
        "sentences": way.sentences,
        "bars": [[bar.label, f"{bar.papers:,}", bar.percent] for bar in way.bars],
        "command": way.command,
        "digest": way.digest,
    }


def _comparison(both: Beside) -> dict[str, Any]:
    found = both.found
    return {
        "lines": [_line(line) for line in found.shown if line.changes],
        "total": [pounds(found.council_pounds), pounds(found.people_pounds), difference(found.difference_pounds)],
        "same": _("%(n)s lines of the council’s figures are the same in both budgets.")
        % {"n": found.lines - found.differing},
        "capital": [f"{change.title}: {pounds(change.pounds)}" for change in both.capital],
    }


def _line(line: Compared) -> list[str]:
    council = _("no figure") if line.council_pounds is None else pounds(line.council_pounds)
    changes = "; ".join(change.title for change in line.changes)
    return [line.name, council, pounds(line.people_pounds), difference(line.difference_pounds), changes]


def _under(it: VoteShown) -> str:
    if not it.decided_by:
        return _("Under equal shares.")
    return _("Under the way that decided: %(way)s.") % {"way": it.decided_by}


def _words(it: VoteShown) -> dict[str, str]:
    return {
        "by": _("A vote of"),
        "on": _("Worked out on"),
        "page": _("page"),
        "ways": _("What each way pays for"),
        "decides": _("decides"),
        "compared": _("for comparison"),
        "proposal": _("Proposal"),
        "cost": _("Cost"),
        "votes": _("Votes"),
        "paid": _("paid for"),
        "why": _("Why not, and how far from it"),
        "why_under": " ".join([_under(it), it.note_on_distance]),
        "got": _("What each person’s share bought"),
        "got_how": _(
            "The cost of each proposal that is paid for, divided equally among those who ticked it. An equal share is "
            "all the money divided by the number of papers."
        ),
        "got_what": _("What they got"),
        "papers": _("Papers"),
        "both": _("Beside the council’s own budget"),
        "line": _("Line"),
        "council": _("Council"),
        "people": _("People"),
        "difference": _("Difference"),
        "made_by": _("What makes it"),
        "all": _("All lines"),
        "nothing_differs": _("Nothing differs."),
        "capital": _("Things that last, paid for from capital"),
        "check": _("Check it yourself"),
        "check_how": _(
            "The page of this vote has all papers with their codes as a file. With it, Causeway’s command line gives "
            "each result again, with the same digest:"
        ),
        "digest": _("Digest:"),
        "statutory": _("This was not a statutory ballot."),
    }
