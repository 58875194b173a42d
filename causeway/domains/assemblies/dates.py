"""The dates of a process: time to object, then time to vote."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from causeway.kernel import clock
from causeway.kernel.errors import Invalid

SHORTEST_VOTE = timedelta(minutes=10)
LONGEST_VOTE = timedelta(days=90)
FARTHEST = timedelta(days=366)
LONGEST_CONVERSATION = timedelta(days=366)


def checked_vote(opens_at: datetime, closes_at: datetime) -> None:
    """Raise Invalid unless the vote lies ahead and lasts long enough, and not too long."""
    now = clock.now()
    if opens_at < now:
        raise Invalid(opens_at=_("The vote cannot open in the past."))
    if opens_at > now + FARTHEST:
        raise Invalid(opens_at=_("Let the vote open within a year."))
    if closes_at < opens_at + SHORTEST_VOTE:
        raise Invalid(closes_at=_("Give people at least ten minutes to vote."))
    if closes_at > opens_at + LONGEST_VOTE:
        raise Invalid(closes_at=_("Close the vote within ninety days."))


def checked_conversation(opens_at: datetime, closes_at: datetime, *, begun: bool = False) -> datetime:
    """When the conversation opens: at once, where an hour of today was given that is past. Raises Invalid where it lies
    too far back or ahead, or lasts too short or too long."""
    now = clock.now()
    if not begun and timezone.localdate(opens_at) < timezone.localdate(now):
        raise Invalid(opens_at=_("The conversation cannot open in the past."))
    if opens_at > now + FARTHEST:
        raise Invalid(opens_at=_("Let the conversation open within a year."))
    opens_at = opens_at if begun else max(opens_at, now)
    if closes_at < opens_at + SHORTEST_VOTE:
        raise Invalid(closes_at=_("Give people at least ten minutes."))
    if closes_at > opens_at + LONGEST_CONVERSATION:
        raise Invalid(closes_at=_("Close the conversation within a year."))
    return opens_at
