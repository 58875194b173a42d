"""Checks of what is filled in, beside those of lower rooms: each returns the value, or raises Invalid."""

from __future__ import annotations

from django.utils.translation import gettext as _

from causeway.kernel.errors import Invalid

MOST_POUNDS = 1_000_000_000_000


def some_pounds(amount: int, field: str, *, least: int = 1) -> int:
    """Whole pounds, from ``least`` up to a million millions."""
    if amount < least:
        said = _("Give an amount of at least £%(least)s.") if least else _("Give an amount that is not negative.")
        raise Invalid(**{field: said % {"least": f"{least:,}"}})
    if amount > MOST_POUNDS:
        raise Invalid(**{field: _("This is more money than there is. Check the noughts.")})
    return amount
