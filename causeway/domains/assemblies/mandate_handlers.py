"""What follows when a report comes due: a letter to whoever is to write it."""

from __future__ import annotations

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from causeway.domains.alliances.letters import addresses_of, write
from causeway.domains.assemblies import mandate_events as events
from causeway.domains.assemblies.models import Seat


def remind(event: events.ReportComesDue) -> None:
    """Say by when the report is due, and to whom."""
    rows = Seat.objects.filter(pk=event.seat_id, state=Seat.State.HELD, next_report_on__isnull=False)
    seat = rows.select_related("committee").first()
    if seat is None or seat.person_id is None or seat.next_report_on is None:
        return
    write(
        addresses_of([seat.person_id]),
        subject=_("Your report is due"),
        sentence=_("Those who elected you to “%(committee)s” wait for your report by %(day)s.")
        % {"committee": seat.committee.name, "day": date_format(seat.next_report_on, "j F Y")},
        address=reverse("mandates:write", kwargs={"seat_id": seat.pk}),
        link_words=_("Write it"),
        why=_("You get this letter because you hold this place."),
    )
