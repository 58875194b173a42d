"""The part of a booklet that tells of a vote on proposals, and of both budgets beside each other."""

from __future__ import annotations

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from causeway.domains.budgets.comparing import Compared
from causeway.domains.budgets.comparing_queries import Beside
from causeway.domains.budgets.templatetags.pounds import difference, pounds
from causeway.domains.budgets.votes_shown import VoteShown
from causeway.domains.budgets.ways_shown import WayShown


def vote_part(it: VoteShown) -> dict[str, Any]:
    """What each way pays for, why not, what shares bought, and how to check it."""
    worked_out_at = it.vote.worked_out_at
    return {
        "title": it.vote.process.title,
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
        "why_under": " ".join([_under(it), it.note_on_distance]),
    }


def comparison_part(both: Beside) -> dict[str, Any]:
    """The lines that differ, and the totals of all."""
    found = both.found
    return {
        "lines": [_line(line) for line in found.shown if line.changes],
        "total": [pounds(found.council_pounds), pounds(found.people_pounds), difference(found.difference_pounds)],
        "same": _same(found.lines - found.differing),
        "capital": [f"{change.title}: {pounds(change.pounds)}" for change in both.capital],
    }


def _same(lines: int) -> str:
    said = ngettext(
        "%(n)s line of the council’s figures is the same in both budgets.",
        "%(n)s lines of the council’s figures are the same in both budgets.",
        lines,
    )
    return said % {"n": lines}


def _line(line: Compared) -> list[str]:
    council = _("no figure") if line.council_pounds is None else pounds(line.council_pounds)
    changes = "; ".join(change.title for change in line.changes)
    return [line.name, council, pounds(line.people_pounds), difference(line.difference_pounds), changes]


def _under(it: VoteShown) -> str:
    if not it.decided_by:
        return _("Under equal shares.")
    return _("Under the way that decided: %(way)s.") % {"way": it.decided_by}


def _outcome(it: VoteShown) -> list[str]:
    shared = ngettext(
        "%(amount)s was shared out; %(n)s proposal stood on the paper.",
        "%(amount)s was shared out; %(n)s proposals stood on the paper.",
        len(it.stood),
    )
    said = [shared % {"amount": it.amount, "n": len(it.stood)}]
    if not it.decided_by:
        return [*said, _("Nothing is decided: too few voted. This is what each way would have given.")]
    said.append(_("Decided by “%(way)s”. The other ways stand beside it for comparison.") % {"way": it.decided_by})
    if it.replaced:
        said.append(
            _("Equal shares decided in place of those balanced by section: too few papers count for one of them.")
        )
    return said


def _spent(way: WayShown) -> str:
    said = ngettext(
        "%(spent)s spent on %(n)s proposal, %(left)s left",
        "%(spent)s spent on %(n)s proposals, %(left)s left",
        way.funded,
    )
    return said % {"spent": way.spent, "n": way.funded, "left": way.left}


def _way(way: WayShown) -> dict[str, Any]:
    return {
        "label": way.label,
        "how": way.how,
        "decides": way.decides,
        "spent": _spent(way),
        "sentences": way.sentences,
        "bars": [[bar.label, f"{bar.papers:,}", bar.percent] for bar in way.bars],
        "command": way.command,
        "digest": way.digest,
    }
