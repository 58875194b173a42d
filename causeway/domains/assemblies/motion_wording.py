"""Checks of what is filled in for motions and amendments: each returns the value, or raises Invalid."""

from __future__ import annotations

from django.utils.translation import gettext as _

from causeway.domains.assemblies.models import Amendment
from causeway.domains.assemblies.wordings import BEGINNING, Paragraphs, numbered
from causeway.domains.campaigns.wording import some_text
from causeway.kernel.errors import Invalid

LONGEST_TEXT = 20_000
MOST_PARAGRAPHS = 60
LONGEST_PARAGRAPH = 4_000


def checked_text(text: str, field: str = "text") -> Paragraphs:
    """The paragraphs of a motion's text."""
    paragraphs = numbered(some_text(text, field, longest=LONGEST_TEXT))
    if len(paragraphs) > MOST_PARAGRAPHS:
        raise Invalid(**{field: _("Use at most %(most)s paragraphs.") % {"most": MOST_PARAGRAPHS}})
    if any(len(one.words) > LONGEST_PARAGRAPH for one in paragraphs):
        raise Invalid(**{field: _("One paragraph is too long. Divide it by an empty line.")})
    return paragraphs


def checked_amendment(paragraphs: Paragraphs, *, action: str, number: str, text: str) -> str:
    """The new words of an amendment, which fits the text. Raises Invalid on ``paragraph`` or ``text``."""
    if action not in Amendment.Action.values:
        raise Invalid(action=_("Choose one of the answers."))
    standing = {one.number: one.words for one in paragraphs if one.words}
    if number not in standing and not (action == Amendment.Action.ADD and number == BEGINNING):
        raise Invalid(paragraph=_("Choose the paragraph that it touches."))
    if action == Amendment.Action.STRIKE:
        return ""
    lines = some_text(text, "text", longest=LONGEST_PARAGRAPH).splitlines()
    words = "\n".join(line.rstrip() for line in lines if line.strip())
    if action == Amendment.Action.REWORD and words == standing[number]:
        raise Invalid(text=_("This is what stands there already."))
    return words
