"""What has happened with a petition, in order: pure, over rows that were read already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from causeway.domains.petitions.models import Answer, HandIn, Petition, Update


@dataclass(frozen=True)
class Happening:
    """One thing that happened on a day. ``said`` is a quotation, ``by`` who said it; ``source`` where it stands."""

    on: date
    what: str
    text: str = ""
    said: str = ""
    by: str = ""
    address: str = ""
    source: str = ""
    source_url: str = ""


def course_of(petition: Petition, updates: Iterable[Update], hand_ins: Iterable[HandIn]) -> list[Happening]:
    """From the latest to the day that signing began."""
    found = []
    if petition.opened_at:
        found.append(Happening(timezone.localdate(petition.opened_at), _("Signing began")))
    found += [_news(update) for update in updates]
    for hand_in in hand_ins:
        found.append(_handed_in(hand_in))
        found += [_answered(answer) for answer in hand_in.answers.all()]
    if petition.closed_at:
        found.append(Happening(timezone.localdate(petition.closed_at), _("Signing ended")))
    return sorted(found, key=lambda happening: happening.on)[::-1]


def _news(update: Update) -> Happening:
    return Happening(timezone.localdate(update.posted_at), update.title, text=update.text)


def _handed_in(hand_in: HandIn) -> Happening:
    words = ngettext(
        "%(n)s signature handed in to %(whom)s", "%(n)s signatures handed in to %(whom)s", hand_in.total
    ) % {"n": f"{hand_in.total:,}", "whom": hand_in.to_whom}
    text = "" if hand_in.answers.all() else _("No answer yet")
    return Happening(hand_in.handed_in_on, words, text=text, address=reverse("petitions:hand_in", args=[hand_in.pk]))


def _answered(answer: Answer) -> Happening:
    return Happening(
        answer.answered_on,
        _("Answered"),
        said=answer.text,
        by=answer.from_whom,
        source=answer.source,
        source_url=answer.source_url,
    )
