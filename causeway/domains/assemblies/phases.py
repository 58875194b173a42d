"""Which phases can follow which: one rule for ready blueprints and for processes that are put together by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from causeway.domains.assemblies.dates import FARTHEST, SHORTEST_VOTE
from causeway.domains.assemblies.models import Phase
from causeway.kernel import clock
from causeway.kernel.errors import Invalid

BY_HAND = (Phase.Kind.DELIBERATE, Phase.Kind.PROPOSE, Phase.Kind.SECOND, Phase.Kind.AMEND, Phase.Kind.VOTE)
"""The phases that can be put together; nominations, the roll and its objections belong to a ballot of their own."""
NEEDS_PROPOSE = (Phase.Kind.SECOND, Phase.Kind.AMEND, Phase.Kind.VOTE)
LONGEST = timedelta(days=366)
A_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Stretch:
    """A phase to be: its kind, and from when until when it is open."""

    kind: str
    opens_at: datetime
    closes_at: datetime

    @property
    def label(self) -> str:
        """What people call it."""
        return str(Phase.Kind(self.kind).label)


def checked_course(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The phases in the order in which they open. Raises Invalid with one sentence for each that cannot stand so."""
    wrong = {one.kind: sentence for one in stretches if (sentence := _why_not(one, stretches))}
    if not stretches:
        raise Invalid(_("Choose at least one phase."))
    if wrong:
        raise Invalid(**wrong)
    return sorted(stretches, key=lambda one: (one.opens_at, BY_HAND.index(Phase.Kind(one.kind))))


def _why_not(one: Stretch, stretches: Sequence[Stretch]) -> str:
    return _wrong_time(one) or _wrong_place(one, {other.kind: other for other in stretches}, stretches)


def _wrong_time(one: Stretch) -> str:
    now = clock.now()
    if one.closes_at < one.opens_at + SHORTEST_VOTE:
        return _("“%(phase)s” must last at least ten minutes.") % {"phase": one.label}
    if one.opens_at < now - A_MINUTE:
        return _("“%(phase)s” cannot open in the past.") % {"phase": one.label}
    if one.opens_at > now + FARTHEST or one.closes_at > one.opens_at + LONGEST:
        return _("Let “%(phase)s” open within a year, and last no longer than one.") % {"phase": one.label}
    return ""


def _wrong_place(one: Stretch, by_kind: dict[str, Stretch], stretches: Sequence[Stretch]) -> str:
    if one.kind not in BY_HAND:
        return _("“%(phase)s” belongs to an election or a ballot. Set that up by itself.") % {"phase": one.label}
    if sum(other.kind == one.kind for other in stretches) > 1:
        return _("“%(phase)s” stands there twice. Give it one longer time.") % {"phase": one.label}
    propose, named = by_kind.get(Phase.Kind.PROPOSE), {"phase": one.label, "other": str(Phase.Kind.PROPOSE.label)}
    if one.kind in NEEDS_PROPOSE and propose is None:
        return _("“%(phase)s” needs “%(other)s” before it: there would be nothing to work on.") % named
    if one.kind in NEEDS_PROPOSE and propose and one.opens_at < propose.opens_at:
        return _("“%(phase)s” cannot open before “%(other)s” does: nothing lies on the table yet.") % named
    return _overlaps_vote(one, by_kind)


def _overlaps_vote(one: Stretch, by_kind: dict[str, Stretch]) -> str:
    vote = by_kind.get(Phase.Kind.VOTE)
    if vote is None or one.kind == Phase.Kind.VOTE or one.closes_at <= vote.opens_at:
        return ""
    return _("“%(phase)s” must be over when “%(vote)s” opens: nobody can vote on a text that still changes.") % {
        "phase": one.label,
        "vote": vote.label,
    }
