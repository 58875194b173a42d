"""The code on a voter's receipt: random, so that it says nothing of who voted or when."""

from __future__ import annotations

import secrets

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: without I, L, O and U."""
GROUPS, LETTERS_A_GROUP = 3, 4
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_receipt() -> str:
    """A fresh code of 60 random bits: ``7K3Q-X2MD-0PTA``."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(LETTERS_A_GROUP)) for _ in range(GROUPS))
    return "-".join(groups)


def plain_receipt(typed: str) -> str:
    """A code as typed, in its one spelling; "" where it cannot be one."""
    letters = "".join(letter for letter in typed.upper().translate(_MISREAD) if letter in LETTERS)
    if len(letters) != GROUPS * LETTERS_A_GROUP:
        return ""
    return "-".join(letters[start : start + LETTERS_A_GROUP] for start in range(0, len(letters), LETTERS_A_GROUP))
