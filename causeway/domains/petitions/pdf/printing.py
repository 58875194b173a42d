"""The papers of this room: what goes into each layout."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import segno
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from causeway.domains.petitions import paper_wording
from causeway.domains.petitions.models import Petition, Sheet
from causeway.domains.petitions.sheet_codes import code_of
from causeway.domains.petitions.short_addresses import short_address
from causeway.kernel.pdf import compile_pdf

HERE = Path(__file__).parent


def sheets_pdf(petition: Petition, sheets: Sequence[Sheet]) -> bytes:
    """Sheets to sign, each beginning on a page of its own. They are of one size, that of the first."""
    address = short_address(petition)
    is_letter = petition.kind == Petition.Kind.OPEN_LETTER
    notice = paper_wording.data_notice(petition, shown(address))
    data = {
        "language": language(),
        "title": petition.title,
        "author": petition.campaign.alliance.name,
        "kind": _("Open letter") if is_letter else _("Petition"),
        "size": sheets[0].size,
        "targets": [str(target) for target in petition.targets.all()],
        "text": paragraphs(petition.text),
        "qr": segno.make(address, error="m").svg_inline(scale=4, border=0),
        "short_address": shown(address),
        "notice": [list(pair) for pair in notice],
        "words": {
            "to": _("To:"),
            "sheet": _("Sheet"),
            "page": _("page"),
            "qr_alt": _("QR code that opens %(address)s") % {"address": shown(address)},
            "online": _("Rather sign online?"),
            "how": _("We sign this letter.") if is_letter else _("We, the undersigned, support this petition."),
            "ticks": _("Tick A or B only if you wish:"),
            "show_name": paper_wording.show_name(),
            "news": paper_wording.news(),
            "line": _("No."),
            "name": _("Name, in capitals"),
            "postcode": _("Postcode"),
            "signature": _("Signature"),
            "email": _("E-mail, if you tick B"),
            "return_to": _("Full, or nearly? Please bring it back to:"),
        },
        "sheets": [
            {
                "code": code_of(sheet.number),
                "lines": sheet.line_count,
                "return_to": sheet.return_to,
                "imprint": sheet.imprint,
            }
            for sheet in sheets
        ],
    }
    return compile_pdf(HERE / "sheet.typ", data)


def paragraphs(text: str) -> list[str]:
    """A text’s paragraphs, without empty ones."""
    return [part.strip() for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]


def shown(address: str) -> str:
    """An address as people type it: without “https://”."""
    return address.split("://", 1)[-1]


def language() -> str:
    """The language of the document, as PDF readers want it."""
    return (get_language() or settings.LANGUAGE_CODE).split("-")[0]
