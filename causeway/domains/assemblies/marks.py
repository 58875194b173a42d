"""What a ballot paper says: one number for each option, checked as it is cast.

======== =====================================================================
form     the number of an option
======== =====================================================================
yes_no   1 for the one that is chosen (the options are Yes, No and Abstain)
approval 1 where it is ticked
score    the mark, from 0 to ``BEST_MARK``
ranked   the preference, from 1; no number is used twice, and none is left out
======== =====================================================================

0 everywhere is a blank paper: it counts for the quorum and for no option.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from causeway.domains.assemblies.models import Ballot
from causeway.kernel.errors import Invalid

BEST_MARK = 5

Marks = list[int]


def checked_marks(form: str, marks: Sequence[int | None], *, options: int) -> Marks:
    """The marks of a paper for a ballot of this form, 0 where nothing was filled in. Raises Invalid on ``marks``."""
    given = [mark or 0 for mark in marks]
    if len(given) != options:
        raise Invalid(marks=_("This paper does not fit the ballot. Load the page again, and vote on it."))
    why_not = _CHECKS[Ballot.Form(form)](given)
    if why_not:
        raise Invalid(marks=why_not)
    return given


def _one(marks: Marks) -> str:
    return "" if sorted(marks)[-1] == 1 and sum(marks) == 1 else _("Choose one.")


def _ticks(marks: Marks) -> str:
    return "" if set(marks) <= {0, 1} else _("Tick each option or leave it.")


def _scores(marks: Marks) -> str:
    if all(0 <= mark <= BEST_MARK for mark in marks):
        return ""
    return _("Give marks from 0 to %(best)s.") % {"best": BEST_MARK}


def _preferences(marks: Marks) -> str:
    numbers = sorted(mark for mark in marks if mark)
    if numbers == list(range(1, len(numbers) + 1)):
        return ""
    doubled = next((mark for mark in numbers if numbers.count(mark) > 1), None)
    if doubled:
        return _("You gave the number %(n)s more than once. Use each number for one option only.") % {"n": doubled}
    missing = next(n for n in range(1, len(marks) + 2) if n not in numbers)
    return _("The number %(n)s is missing. Number your choices 1, 2, 3 and so on.") % {"n": missing}


_CHECKS = {
    Ballot.Form.YES_NO: _one,
    Ballot.Form.APPROVAL: _ticks,
    Ballot.Form.SCORE: _scores,
    Ballot.Form.RANKED: _preferences,
}
