"""What changed between two wordings: side by side, paragraph by paragraph, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from causeway.domains.assemblies.wordings import Paragraphs

_WORDS = re.compile(r"\s+|[\w’'-]+|[^\w\s]")


@dataclass(frozen=True)
class Piece:
    """Some words in a row, and whether they were changed."""

    words: str
    changed: bool


Pieces = tuple[Piece, ...]


@dataclass(frozen=True)
class Beside:
    """One paragraph in both wordings: its words before and after. Nothing before: it is new; nothing after: gone."""

    number: str
    before: Pieces
    after: Pieces

    @property
    def changed(self) -> bool:
        """Whether the paragraph is another one."""
        return any(piece.changed for piece in (*self.before, *self.after))


def side_by_side(before: Paragraphs, after: Paragraphs) -> list[Beside]:
    """The paragraphs of an earlier and a later wording of one motion, in the order of the later one.

    They are matched by their numbers, which they keep: so every number of the earlier one is in the later one too.
    """
    old = {one.number: one.words for one in before}
    pairs = [(one.number, old.get(one.number, ""), one.words) for one in after]
    return [Beside(number, *changed_words(left, right)) for number, left, right in pairs if left or right]


def changed_words(before: str, after: str) -> tuple[Pieces, Pieces]:
    """The words of both sides in pieces, as ``difflib`` aligns them. Joined again they are the texts themselves.

    A space between two changes counts as changed, so that they are read as one.
    """
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    aligned = [
        (step != "equal" or (0 < place < len(steps) - 1 and "".join(old[a:b]).isspace()), old[a:b], new[c:d])
        for place, (step, a, b, c, d) in enumerate(steps)
    ]
    left, right = [], []
    for changed, group in groupby(aligned, key=lambda one: one[0]):
        pieces = list(group)
        left.append(Piece("".join(word for _changed, words, _new in pieces for word in words), changed))
        right.append(Piece("".join(word for _changed, _old, words in pieces for word in words), changed))
    return _filled(left), _filled(right)


def _filled(pieces: list[Piece]) -> Pieces:
    return tuple(piece for piece in pieces if piece.words)
