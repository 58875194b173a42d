"""The dates of threats as an iCalendar feed (RFC 5545), one all-day entry for each date of a clock."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from causeway.domains.services.models import Threat
from causeway.kernel import clock


def calendar_of(threats: Iterable[Threat]) -> bytes:
    """The feed as bytes. An entry keeps its identifier when its date moves, so that calendars move it too."""
    feed = Calendar()
    feed.add("prodid", "-//Causeway//Threats//EN")
    feed.add("version", "2.0")
    feed.add("x-wr-calname", _("Public services: decision dates"))
    for threat in threats:
        for point in threat.clock.points:
            entry = Event()
            entry.add("uid", f"{threat.pk}-{point.name}@causeway")
            entry.add("dtstamp", clock.now())
            entry.add("dtstart", point.date)
            entry.add("dtend", point.date + timedelta(days=1))
            entry.add("summary", f"{point.label}: {threat.title}")
            entry.add("description", f"{threat.service.name}\n{threat.get_kind_display()}")
            entry.add("url", f"{settings.SITE_URL}{threat.get_absolute_url()}")
            entry.add("transp", "TRANSPARENT")
            feed.add_component(entry)
    feed.add_missing_timezones()
    return bytes(feed.to_ical())
