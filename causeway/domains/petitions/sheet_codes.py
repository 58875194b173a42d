"""Numbers of sheets with a letter that catches slips: sheet 42 is “42-V”.

The letter is the number's remainder by 23. Since 23 is a prime above 10, every single wrong digit and every swap of
two neighbouring digits gives another letter, however long the number is. I, O and Z are left out: they look like
1, 0 and 2 in a hurried hand.
"""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from causeway.kernel.errors import Invalid

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXY"
WRITTEN = re.compile(r"0*([1-9][0-9]{0,6})[\s\-–.]*([A-Za-z])")


def check_letter(number: int) -> str:
    """The letter that goes with a number."""
    return LETTERS[number % len(LETTERS)]


def code_of(number: int) -> str:
    """How a sheet's number is printed."""
    return f"{number}-{check_letter(number)}"


def number_in(written: str) -> int:
    """The number in a code as somebody typed it. Raises Invalid where it is none, or where letter and number differ."""
    found = WRITTEN.fullmatch(written.strip())
    if found is None:
        raise Invalid(code=_("Type the sheet’s number with its letter, for example 42-V."))
    number = int(found[1])
    if found[2].upper() != check_letter(number):
        raise Invalid(
            code=_("This number and letter do not belong together. Look at the sheet again: one is mistyped.")
        )
    return number
