"""Fixed-point numbers as whole units, and fractions as text. Nothing here is ever a float."""

from __future__ import annotations

import re
from fractions import Fraction

from causeway.engines.exact.errors import BadInput

_DECIMAL = re.compile(r"([+-]?)([0-9]{1,40})(?:\.([0-9]{1,40}))?")


def decimal_string(value: int | Fraction, places: int) -> str:
    """The value with so many decimal places, cut towards zero: ``decimal_string(Fraction(2, 3), 2) == "0.66"``."""
    scaled = Fraction(value) * 10**places
    units = abs(scaled.numerator) // scaled.denominator
    sign = "-" if scaled < 0 and units else ""
    if not places:
        return f"{sign}{units}"
    whole, part = divmod(units, 10**places)
    return f"{sign}{whole}.{part:0{places}d}"


def fraction_string(value: int | Fraction) -> str:
    """The exact value: ``"7"`` or ``"2/3"``."""
    exact = Fraction(value)
    return str(exact.numerator) if exact.denominator == 1 else f"{exact.numerator}/{exact.denominator}"


def to_units(text: str, places: int, *, line: int | None = None) -> int:
    """A decimal numeral as a whole number of units of ``10**-places``: ``to_units("12.5", 2) == 1250``.

    Raises ``BadInput`` for what is no numeral, or has more decimal places than a unit can hold.
    """
    found = _DECIMAL.fullmatch(text.strip())
    if found is None:
        raise BadInput(f"“{text[:40]}” is not a number.", line=line)
    sign, whole, part = found[1], found[2], (found[3] or "").rstrip("0")
    if len(part) > places:
        raise BadInput(f"“{text[:40]}” has more than {places} decimal places.", line=line)
    units = int(whole + part.ljust(places, "0"))
    return -units if sign == "-" else units
