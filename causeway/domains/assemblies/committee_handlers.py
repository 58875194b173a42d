"""What follows when places are offered and fall vacant: letters to those who are to answer."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from causeway.domains.alliances.letters import addresses_of, write
from causeway.domains.assemblies import committee_events as events
from causeway.domains.assemblies.commands.vacate_seats import VacateSeats
from causeway.domains.assemblies.committee_standing import could_take
from causeway.domains.assemblies.models import Countback, Seat
from causeway.domains.people.events import PersonErased
from causeway.kernel.actors import System
from causeway.kernel.perform import perform


def tell_elected(event: events.SeatOffered) -> None:
    """Ask whoever was elected whether they take the place up."""
    seat = Seat.objects.select_related("committee").filter(pk=event.seat_id, state=Seat.State.OFFERED).first()
    if seat is None or seat.person_id is None:
        return
    write(
        addresses_of([seat.person_id]),
        subject=_("You are elected"),
        sentence=_("You are elected to a place on “%(committee)s”. Say within a fortnight whether you take it up.")
        % {"committee": seat.committee.name},
        address=seat.committee.get_absolute_url(),
        link_words=_("Take it up, or decline"),
        why=_("You get this letter because you stood in the election."),
    )


def ask_candidates(event: events.SeatVacated) -> None:
    """Ask the candidates who were not elected whether they would take a place that fell vacant."""
    rows = Seat.objects.select_related("committee", "election__roll").filter(pk=event.seat_id, ended_at__isnull=False)
    seat = rows.first()
    if seat is None or Countback.objects.filter(seat=seat).exists():
        return
    write(
        addresses_of(could_take(seat).values()),
        subject=_("A place fell vacant: would you take it?"),
        sentence=_(
            "A place on “%(committee)s” fell vacant. It is filled by counting the papers again. Say within a week "
            "whether you still stand; whoever does not answer is passed over."
        )
        % {"committee": seat.committee.name},
        address=reverse("committees:vacancy", kwargs={"seat_id": seat.pk}),
        link_words=_("Answer yes or no"),
        why=_("You get this letter because you stood in the election and were not elected."),
    )


def tell_filler(event: events.VacancyFilled) -> None:
    """Tell whoever fills a vacancy that the place is theirs."""
    seat = Seat.objects.select_related("committee").filter(pk=event.seat_id, state=Seat.State.HELD).first()
    if seat is None or seat.person_id is None:
        return
    write(
        addresses_of([seat.person_id]),
        subject=_("You have a place now"),
        sentence=_("The papers were counted again, and you fill the vacant place on “%(committee)s”.")
        % {"committee": seat.committee.name},
        address=seat.committee.get_absolute_url(),
        link_words=_("See the committee"),
        why=_("You get this letter because you said that you would take the place."),
    )


def forget(event: PersonErased) -> None:
    """The places of somebody who has left fall vacant."""
    perform(System(reason="A person’s account was erased."), VacateSeats(person_id=event.person_id))
