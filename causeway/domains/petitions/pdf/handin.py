"""The papers of a hand-in as PDF, from what was frozen then."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from causeway.domains.petitions.models import HandIn, Petition
from causeway.domains.petitions.pdf.printing import language, paragraphs
from causeway.kernel.pdf import compile_pdf

LAYOUT = Path(__file__).parent / "handin.typ"


def handin_pdf(hand_in: HandIn) -> bytes:
    """The papers, marked on every page with the hand-in and the number of this copy."""
    papers = json.loads(hand_in.paper)
    petition = hand_in.petition
    is_letter = petition.kind == Petition.Kind.OPEN_LETTER
    data = {
        "language": language(),
        "title": _("%(petition)s: hand-in") % {"petition": petition.title},
        "author": petition.campaign.alliance.name,
        "kind": _("Open letter") if is_letter else _("Petition"),
        "petition": petition.title,
        "to_whom": hand_in.to_whom,
        "targets": [str(target) for target in petition.targets.all()],
        "handed_in_on": date_format(hand_in.handed_in_on, "j F Y"),
        "total": number(papers["total"]),
        "parts": parts(papers),
        "text": paragraphs(petition.text),
        "areas": [[name, number(n)] for name, n in papers["areas"]],
        "elsewhere": elsewhere(papers),
        "method": method(papers, date_format(timezone.localdate(hand_in.recorded_at), "j F Y")),
        "digest": papers["digest"],
        "names": papers["names"],
        "mark": mark(hand_in),
        "words": {
            "to": _("To"),
            "addressed": _("Addressed to"),
            "from": _("From"),
            "on": _("Date"),
            "people": ngettext("person signed", "people signed", papers["total"]),
            "text": _("What they signed"),
            "where": _("Where they live"),
            "area": _("Postcode area"),
            "signatures": _("Signatures"),
            "how": _("How this was counted"),
            "digest": _("Digest of the exact counts (SHA-256), by which these totals can be proved:"),
            "names": _("Who agreed to be named"),
            "names_note": _(
                "These signers agreed that their names are handed in. Please do not publish or pass on this list."
            ),
            "page": _("page"),
        },
    }
    return compile_pdf(LAYOUT, data)


def number(n: int) -> str:
    """A number as people read it: 12,345."""
    return f"{n:,}"


def mark(hand_in: HandIn) -> str:
    """What stands at the foot of every page."""
    reference = hand_in.pk.hex[:8].upper()
    return _("Hand-in %(reference)s, copy %(copy)s") % {"reference": reference, "copy": hand_in.copies}


def parts(papers: dict[str, Any]) -> str:
    """The parts of the total in a sentence."""
    on_paper = papers["typed"] + papers["counted"]
    said = _("%(online)s online and %(paper)s on paper.") % {
        "online": number(papers["online"]),
        "paper": number(on_paper),
    }
    if papers["counted"]:
        said += " " + _("Of those on paper, %(typed)s were typed in line by line and %(counted)s counted by sheet.") % {
            "typed": number(papers["typed"]),
            "counted": number(papers["counted"]),
        }
    return said


def elsewhere(papers: dict[str, Any]) -> str:
    """What the table leaves out."""
    left_out = papers["elsewhere"]
    if not left_out:
        return ""
    if left_out < 10:
        return _("Fewer than 10 signed elsewhere, or gave no postcode.")
    return _(
        "Another %(n)s signed in areas with fewer than 10 signatures each, gave no postcode, or were counted by sheet."
    ) % {"n": number(left_out)}


def method(papers: dict[str, Any], day: str) -> list[str]:
    """How it was counted, with what was left out and what is not certain."""
    said = [
        _("The totals are those of %(day)s.") % {"day": day},
        _("Online, a signature counts once its e-mail address was confirmed from a letter."),
        _("On paper, each sheet is numbered. Lines are typed in by one person and checked by a second."),
        ngettext(
            "%(n)s further signature was left out, because the same person had signed before.",
            "%(n)s further signatures were left out, because the same people had signed before.",
            papers["duplicates"],
        )
        % {"n": number(papers["duplicates"])},
    ]
    if papers["counted"]:
        said.append(
            _("%(n)s were counted from sheets with a photograph. They cannot be compared with others line by line.")
            % {"n": number(papers["counted"])}
        )
    for key, one, many in (
        ("undecided", "%(n)s pair of similar names at one postcode is counted as two people.",
         "%(n)s pairs of similar names at one postcode are counted as two people each."),
        ("without_postcode", "%(n)s line had no readable postcode and could not be compared.",
         "%(n)s lines had no readable postcode and could not be compared."),
        ("unchecked_sheets", "%(n)s sheet has not been checked by a second person yet.",
         "%(n)s sheets have not been checked by a second person yet."),
        ("lost_sheets", "%(n)s sheet was lost. Nothing on it is counted.",
         "%(n)s sheets were lost. Nothing on them is counted."),
    ):  # fmt: skip
        if papers[key]:
            said.append(ngettext(one, many, papers[key]) % {"n": number(papers[key])})
    said.append(_("Areas with fewer than 10 signatures are put together, so that nobody can be made out."))
    return said
