"""Single values from outside: text, money, moments and days, or nothing where they cannot be that."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from zoneinfo import ZoneInfo

LARGEST_PENCE = 10**15  # ten trillion pounds: more than any government spends
FIRST_YEAR, LAST_YEAR = 1990, 2100


@dataclass
class Notes:
    """What was wrong with one release: pairs of a field and a sentence."""

    said: list[tuple[str, str]] = field(default_factory=list)

    def add(self, where: str, sentence: str) -> None:
        if (where, sentence) not in self.said and len(self.said) < 20:
            self.said.append((where, sentence))


def clean(text: str) -> str:
    """Text that the database and a page can hold: no control characters, no half characters, single spaces."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return re.sub(r"[ \t]+", " ", re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]", " ", whole)).strip()


def without_contacts(text: str) -> str:
    """The text with e-mail addresses and telephone numbers taken out: contact persons are never kept."""
    text = re.sub(r"(?<![\w.+'-])[\w.+'-]+@[\w-]+(\.[\w-]+)+", "[…]", text)
    return re.sub(r"(?<![\w£.,-])(\+44|0)[\d ()-]{8,14}\d(?!\w)", "[…]", text)


def text_of(given: Any, longest: int) -> str:
    """A text of at most ``longest`` characters; "" for what is none. Numbers count as text."""
    if isinstance(given, bool) or not isinstance(given, str | Decimal | int):
        return ""
    if isinstance(given, Decimal) and (not given.is_finite() or abs(given.adjusted()) > 30):
        return ""
    text = clean(f"{given:f}" if isinstance(given, Decimal) else str(given)[: longest * 4])
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def pence_of(given: Any) -> int | None:
    """A sum of money in pence, exactly, half a penny rounded to even; None for what is none (1e9999, -5, NaN)."""
    if isinstance(given, bool):
        return None
    if isinstance(given, str):
        if len(given) > 40 or not re.fullmatch(r"\s*\d[\d,]*(\.\d+)?\s*", given):
            return None
        given = given.strip().replace(",", "")
    try:
        amount = Decimal(given) if isinstance(given, str | int | Decimal) else None
    except (InvalidOperation, ValueError):
        return None
    if amount is None or not amount.is_finite() or amount < 0 or amount.adjusted() > 14:
        return None
    if amount.adjusted() < -20:
        return 0
    pence = int((amount * 100).to_integral_value())
    return pence if pence <= LARGEST_PENCE else None


def moment_of(given: Any) -> datetime | None:
    """A moment with its time zone (UTC where none is said); None for what is none."""
    if not isinstance(given, str) or not 10 <= len(given) <= 40:
        return None
    try:
        moment = datetime.fromisoformat(given.strip())
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        moment = moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment if FIRST_YEAR <= moment.year <= LAST_YEAR else None


def day_of(given: Any, zone: ZoneInfo) -> date | None:
    """A day: as said where it is a plain date, else the day of that moment in ``zone``."""
    if isinstance(given, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", given.strip()):
        try:
            day = date.fromisoformat(given.strip())
        except ValueError:
            return None
        return day if FIRST_YEAR <= day.year <= LAST_YEAR else None
    moment = moment_of(given)
    return moment.astimezone(zone).date() if moment else None
