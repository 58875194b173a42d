"""One cell as an amount in whole pounds, exactly; or what stands there instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation
from typing import Any

THOUSAND = 1_000
LARGEST_POUNDS = 1_000_000_000_000
LONGEST_NUMBER = 40
NO_FIGURE = re.compile(r"\[\w{1,2}\]|c|x|z|\.\.+|…|-|–|n/?a|\*|#\w+[/!?]*\w*[!?]*", re.IGNORECASE)
"""What stands where there is no figure: [x] not available, c confidential, .. and … missing, # a broken formula."""
NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,2})?", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True)
class Amount:
    """What a cell says: pounds; or None and what stands there instead. ``understood`` is whether we know that."""

    pounds: int | None
    instead: str = ""
    understood: bool = True


def amount_of(cell: Any, *, unit_pounds: int = THOUSAND) -> Amount:
    """The amount in a cell of thousands of pounds, rounded to the pound, halves to the even one.

    >>> amount_of("8168.73015377779").pounds
    8168730
    >>> amount_of("[x]")
    Amount(pounds=None, instead='[x]', understood=True)
    """
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return Amount(None, str(cell)[:20], understood=False)
    text = repr(cell) if not isinstance(cell, str) else _plain(cell)
    if not text or NO_FIGURE.fullmatch(text):
        return Amount(None, text[:20])
    if len(text) > LONGEST_NUMBER or not NUMBER.fullmatch(text):
        return Amount(None, text[:20], understood=False)
    try:
        pounds = int((Decimal(text) * unit_pounds).quantize(Decimal(1), ROUND_HALF_EVEN))
    except InvalidOperation:  # more digits than can be held
        return Amount(None, text[:20], understood=False)
    if abs(pounds) > LARGEST_POUNDS:
        return Amount(None, text[:20], understood=False)
    return Amount(pounds)


def _plain(cell: str) -> str:
    """Without the pound sign, commas and spaces; a number in brackets is negative."""
    text = cell.strip().replace("£", "").replace(",", "").replace("\u2212", "-").strip()
    bracketed = re.fullmatch(r"\(([\d.]+)\)", text)
    return f"-{bracketed[1]}" if bracketed else text


def words_of(cell: Any) -> str:
    """A cell that holds words or a code: in one line, without signs that cannot be seen."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = " ".join(str(cell).split())
    return "".join(sign for sign in text if sign.isprintable())
