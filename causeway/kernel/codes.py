"""Codes that people write down and type in again: random, in letters of which none is mistaken for another."""

from __future__ import annotations

import secrets

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32, five bits a letter: without I, L, O and U."""
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_code(length: int, *, group: int) -> str:
    """A fresh code of so many letters, in groups: ``7K3QX-…``."""
    return in_groups("".join(secrets.choice(LETTERS) for _ in range(length)), group=group)


def plain_code(typed: str, length: int) -> str:
    """A code as typed, without spaces and hyphens and with misread letters mended; "" where it cannot be a code."""
    letters = "".join(typed.split()).replace("-", "").upper().translate(_MISREAD)
    return letters if len(letters) == length and set(letters) <= set(LETTERS) else ""


def in_groups(letters: str, *, group: int) -> str:
    """The letters with a hyphen after each group."""
    return "-".join(letters[start : start + group] for start in range(0, len(letters), group))
