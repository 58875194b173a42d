"""Whether somebody has said it already: statements compared without case, points and spaces, and by their words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

ALIKE = 0.75
_NO_WORD = re.compile(r"[\W_]+")


def plain_words(text: str) -> str:
    """The words of a text, in one spelling: “Keep the Centre open!” and “keep the centre open” are the same."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "").replace("'", "")
    return _NO_WORD.sub(" ", folded).strip()


def likest(words: str, others: Iterable[str]) -> str | None:
    """Of other plain texts the one that shares most words with this, if it shares three quarters of all; else None."""
    mine = set(words.split())
    best = max(others, key=lambda other: _shared(mine, set(other.split())), default=None)
    return best if best is not None and _shared(mine, set(best.split())) >= ALIKE else None


def _shared(mine: set[str], theirs: set[str]) -> float:
    """The part of all words that both have (Jaccard)."""
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0
