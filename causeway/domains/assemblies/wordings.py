"""The text of a motion as numbered paragraphs, and what amendments make of it.

A paragraph keeps its number for good, so that an amendment of paragraph 3 is one of paragraph 3 whatever was carried
before it. A paragraph that is added after paragraph 2 is 2a, the next one 2b. One that is struck out keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from django.utils.translation import gettext as _

from causeway.domains.assemblies.models import Amendment
from causeway.kernel.errors import Conflict

BEGINNING = "0"
_EMPTY_LINE = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph's number, and its words: none where it was struck out."""

    number: str
    words: str


Paragraphs = tuple[Paragraph, ...]


def numbered(text: str) -> Paragraphs:
    """The paragraphs of a text as it was written, with empty lines between them, numbered from 1."""
    pieces = [piece.strip() for piece in _EMPTY_LINE.split(text.replace("\r\n", "\n"))]
    return tuple(Paragraph(str(place), words) for place, words in enumerate(filter(None, pieces), start=1))


def from_rows(rows: Sequence[Sequence[str]]) -> Paragraphs:
    """The paragraphs as they are stored."""
    return tuple(Paragraph(number, words) for number, words in rows)


def as_rows(paragraphs: Paragraphs) -> list[list[str]]:
    """The paragraphs as they are stored."""
    return [[one.number, one.words] for one in paragraphs]


def as_text(paragraphs: Paragraphs) -> str:
    """The words that stand, with empty lines between the paragraphs."""
    return "\n\n".join(one.words for one in paragraphs if one.words)


def amended(paragraphs: Paragraphs, *, action: str, number: str, words: str) -> Paragraphs:
    """The text with one amendment carried. Raises Conflict where there is no such paragraph any more."""
    if action == Amendment.Action.ADD:
        return _added(paragraphs, number, words)
    if not any(one.number == number and one.words for one in paragraphs):
        raise Conflict(_("There is no paragraph %(number)s any more.") % {"number": number})
    new = words if action == Amendment.Action.REWORD else ""
    return tuple(Paragraph(number, new) if one.number == number else one for one in paragraphs)


def without(paragraphs: Paragraphs, numbers: Collection[str]) -> Paragraphs:
    """The text with these paragraphs struck out."""
    return tuple(Paragraph(one.number, "") if one.number in numbers else one for one in paragraphs)


def _added(paragraphs: Paragraphs, number: str, words: str) -> Paragraphs:
    after = [place for place, one in enumerate(paragraphs) if _root(one.number) == number]
    if not after and number != BEGINNING:
        raise Conflict(_("There is no paragraph %(number)s any more.") % {"number": number})
    place = after[-1] + 1 if after else 0
    so_far = sum(one.number != number for one in (paragraphs[here] for here in after))
    return (*paragraphs[:place], Paragraph(f"{number}{_letters(so_far)}", words), *paragraphs[place:])


def _root(number: str) -> str:
    return number.rstrip(ascii_lowercase)


def _letters(place: int) -> str:
    """a to z, then aa to az, and so on."""
    more, last = divmod(place, len(ascii_lowercase))
    return (_letters(more - 1) if more else "") + ascii_lowercase[last]


def excludes(one: Amendment, other: Amendment) -> bool:
    """Whether not both can be carried: both reword or strike out the same paragraph. An addition touches none."""
    touching = Amendment.Action.ADD not in {one.action, other.action}
    return touching and one.pk != other.pk and one.paragraph == other.paragraph


def in_order(amendments: Iterable[Amendment]) -> list[Amendment]:
    """The order in which amendments are voted on: by the paragraph, then by their own number."""
    return sorted(amendments, key=lambda one: (int(_root(one.paragraph) or 0), one.number))
