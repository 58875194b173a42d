"""When somebody can be recalled, by whom, and how far a petition has come."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from causeway.domains.assemblies.bodies import Body, body_of
from causeway.domains.assemblies.committee_standing import is_over
from causeway.domains.assemblies.models import Recall, RecallRules, RecallSupport, Seat
from causeway.domains.assemblies.standing import people_for
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Member
from causeway.kernel.reading import once_a_reading
from causeway.kernel.sealing import blind_index

LEAST_SUPPORTERS = 3  # however small the body: nobody is put to the vote by one person
TO_REPLY = timedelta(days=7)  # from the petition's success to the opening of the vote
VOTES_FOR = timedelta(days=7)
FAILED = (Recall.State.FAILED, Recall.State.SHORT)


def rules_of(body: Body) -> RecallRules:
    """What the body has settled; else the defaults."""
    return RecallRules.objects.filter(pk=body.pk).first() or RecallRules(body_id=body.pk)


def index_of_supporter(person_id: UUID) -> bytes:
    """The blind index under which a person supports recalls."""
    return blind_index(str(person_id), "assemblies.recall")


@once_a_reading
def electors_of(seat: Seat) -> frozenset[UUID]:
    """Whom the rule of the election finds today. Never shown or listed."""
    return people_for(seat.election.roll)


def may_elect(actor: Actor, seat: Seat) -> bool:
    """Whether the actor is an elector of this place today, other than whoever holds it."""
    return isinstance(actor, Member) and actor.person_id != seat.person_id and actor.person_id in electors_of(seat)


def needed_of(electors: int, percent: int) -> int:
    """How many must ask for a recall: the share of the electors, rounded up, and never fewer than three."""
    return max(LEAST_SUPPORTERS, -(-electors * percent // 100))


def supports(actor: Actor, recall: Recall) -> bool:
    """Whether the actor supports the petition; for their own use only."""
    if not isinstance(actor, Member):
        return False
    return RecallSupport.objects.filter(recall=recall, person_index=index_of_supporter(actor.person_id)).exists()


def supporters_of(recall: Recall) -> int:
    """How many support the petition and are electors today."""
    today = {index_of_supporter(person_id) for person_id in electors_of(recall.seat)}
    known = RecallSupport.objects.filter(recall=recall).values_list("person_index", flat=True)
    return sum(bytes(index) in today for index in known)


def why_not_recalled(seat: Seat) -> str:
    """Why nobody can ask for a recall from this place today, in a sentence; "" where they can."""
    if seat.state != Seat.State.HELD or seat.since is None or is_over(seat.committee):
        return _("Nobody holds this place now.")
    if Recall.objects.filter(seat=seat, ended_at=None).exists():
        return _("A recall from this place is under way.")
    rules = rules_of(body_of(seat.committee.election))
    first = seat.since + timedelta(weeks=rules.first_weeks)
    if clock.today() < first:
        return _("Nobody is recalled at the beginning of a term. It can be asked for from %(day)s.") % _day(first)
    last = seat.committee.ends_on and seat.committee.ends_on - timedelta(weeks=rules.last_weeks)
    if last and clock.today() > last:
        return _("The term ends soon. Nobody is recalled in its last weeks.")
    return _cooling_down(seat)


def _cooling_down(seat: Seat) -> str:
    """After a recall that failed the same person is left in peace for as long as its rules said."""
    failed = Recall.objects.filter(seat=seat, state__in=FAILED).order_by("-ended_at").first()
    if failed is None or failed.ended_at is None:
        return ""
    again = failed.ended_at.date() + timedelta(weeks=failed.cool_down_weeks)
    if clock.today() >= again:
        return ""
    return _("A recall from this place failed lately. It can be asked for again from %(day)s.") % _day(again)


def _day(day: date) -> dict[str, str]:
    return {"day": date_format(day, "j F Y")}
