"""What people are to a committee: who holds a place, and who could still take one from the paper."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from causeway.domains.assemblies.committee_members import is_over as is_over
from causeway.domains.assemblies.committee_members import members_of_committee as members_of_committee
from causeway.domains.assemblies.committee_members import sits_on as sits_on
from causeway.domains.assemblies.models import Committee, Nomination, Option, Process, Seat
from causeway.domains.assemblies.standing import people_for
from causeway.kernel.actors import Actor, Member
from causeway.kernel.reading import once_a_reading

TAKEN_UP_WITHIN = timedelta(days=14)  # whoever is elected answers by then, or the place is vacant
ASKED_FOR = timedelta(days=7)  # so long candidates are asked whether they would take a vacant place


def people_on_paper(process: Process) -> dict[str, UUID]:
    """Who stood under which name on the paper; without those who have left Causeway. Never shown."""
    rows = Nomination.objects.filter(process=process, person__isnull=False, person__is_active=True)
    return {name: person_id for name, person_id in rows.values_list("name", "person_id") if person_id}


@once_a_reading
def could_take(seat: Seat) -> dict[int, UUID]:
    """The options, by place, whose candidates were never elected from this paper and still belong: they are asked."""
    elected = Seat.objects.filter(election=seat.election_id).values("option")
    left = Option.objects.filter(ballot=seat.election_id).exclude(pk__in=elected)
    names, belong = people_on_paper(seat.election), people_for(seat.election.roll)
    return {one.place: names[one.name] for one in left if names.get(one.name) in belong}


def place_of(actor: Actor, seat: Seat) -> int | None:
    """The place on the paper under which the actor could take the vacant place; None for whoever could not."""
    if not isinstance(actor, Member):
        return None
    return next((place for place, person_id in could_take(seat).items() if person_id == actor.person_id), None)


def is_vacant(seat: Seat) -> bool:
    """Whether the place fell vacant and nobody has followed."""
    return seat.ended_at is not None and not Seat.objects.filter(succeeds=seat).exists()


def asked_until(seat: Seat) -> datetime:
    """Until when candidates may say whether they would take the place; a place that is held has no such moment."""
    assert seat.ended_at is not None  # noqa: S101 - asked of vacant places only
    return seat.ended_at + ASKED_FOR


def all_have_answered(seat: Seat) -> bool:
    """Whether everybody who could take the place has said whether they would."""
    answered = set(seat.answers.values_list("option__place", flat=True))
    return could_take(seat).keys() <= answered


def ready_for(seat: Seat) -> dict[int, UUID]:
    """Those who could take the place and said that they would, by place on the paper."""
    ready = set(seat.answers.filter(ready=True).values_list("option__place", flat=True))
    return {place: person_id for place, person_id in could_take(seat).items() if place in ready}


def waits_before(seat: Seat) -> bool:
    """Whether a place of the same paper fell vacant earlier and is not counted: one after the other."""
    earlier = Seat.objects.filter(election=seat.election_id, ended_at__lt=seat.ended_at, countback=None)
    return earlier.exclude(pk=seat.pk).exists()


def vacancies_open(committee: Committee) -> QuerySet[Seat]:
    """The places that a countback could not fill, the first to fall vacant first: a by-election fills them."""
    rows = Seat.objects.filter(committee=committee, ended_at__isnull=False, successor=None)
    return rows.filter(countback__isnull=False, countback__filled_by=None).order_by("ended_at", "id")
