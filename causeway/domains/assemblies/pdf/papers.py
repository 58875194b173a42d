"""Ballot papers to print, and the slip that goes into the outer envelope."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import segno
from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from causeway.domains.assemblies.bodies import body_of
from causeway.domains.assemblies.marks import BEST_MARK
from causeway.domains.assemblies.models import Ballot, PostalPaper, PostalVote
from causeway.kernel.pdf import compile_pdf

HERE = Path(__file__).parent


def papers_pdf(vote: PostalVote, names: Sequence[str], papers: Sequence[PostalPaper], *, large: bool = False) -> bytes:
    """For each paper asked for, a ballot paper and a slip with its code; without any, one ballot paper alone.

    Nothing on a ballot paper tells it from another.
    """
    process, ballot = vote.process, vote.process.ballot
    until = date_format(timezone.localtime(vote.post_by), "j F Y, H:i")
    data: dict[str, Any] = {
        "language": (get_language() or settings.LANGUAGE_CODE).split("-")[0],
        "title": process.title,
        "body": body_of(process).name,
        "question": ballot.question,
        "how": how_to_mark(ballot),
        "boxes": ballot.form != Ballot.Form.YES_NO,
        "options": list(names),
        "large": large,
        "return_to": vote.return_to,
        "until": _("It must be there by %(when)s.") % {"when": until},
        "slips": [
            {
                "code": paper.code,
                "address": paper.address.splitlines(),
                "qr": segno.make(paper.code, error="m").svg_inline(scale=4, border=0),
            }
            for paper in papers
        ],
        "words": {
            "paper": _("Ballot paper"),
            "not_statutory": _("This is not a statutory ballot: it does not stand for a ballot that the law asks for."),
            "nothing_else": _("Write nothing else on this paper, and no name. Then put it into the inner envelope."),
            "slip": _("For the outer envelope"),
            "steps": [
                _("Mark the ballot paper. Put it alone into the inner envelope, and seal that."),
                _("Put the inner envelope and this slip into the outer envelope. Send it, or hand it in."),
                _("Until it is opened you can still vote on the site instead. Then the envelope does not count."),
            ],
            "return_to": _("To:"),
            "code": _("Code of the envelope"),
            "qr_alt": _("The same code as a square to scan"),
        },
    }
    return compile_pdf(HERE / "papers.typ", data)


def how_to_mark(ballot: Ballot) -> str:
    """How a paper of this form is marked, in a sentence."""
    match ballot.form:
        case Ballot.Form.YES_NO:
            return _("Put a cross into one box.")
        case Ballot.Form.APPROVAL:
            return _("Put a cross into the box of each that you can live with.")
        case Ballot.Form.SCORE:
            return _("Write a mark into each box, from 0 (no) to %(best)s (very good).") % {"best": BEST_MARK}
        case _:
            return _("Write 1 into the box of your first choice, 2 into that of the second, and so on.")
