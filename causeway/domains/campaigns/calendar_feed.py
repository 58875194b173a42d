"""Events and shifts as iCalendar (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import icalendar
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from causeway.domains.campaigns.links import site
from causeway.domains.campaigns.models import Event, Turn
from causeway.kernel import clock


def calendar_of(name: str, events: Iterable[Event], turns: Iterable[Turn] = ()) -> bytes:
    """A calendar with these events and turns."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Causeway//causeway//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=4), parameters={"VALUE": "DURATION"})
    for event in events:
        calendar.add_component(_of_event(event))
    for turn in turns:
        calendar.add_component(_of_turn(turn))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _of_event(event: Event) -> icalendar.Event:
    entry = _entry(f"event-{event.pk}", event.title, event.starts_at, event.ends_at, event.place)
    entry.add("sequence", event.version)
    entry.add("status", "CANCELLED" if event.cancelled_at else "CONFIRMED")
    address = site(reverse("events:event", kwargs={"slug": event.slug}))
    entry.add("url", address)
    entry.add("description", "\n\n".join(filter(None, [event.about, event.access_notes, event.travel, address])))
    return entry


def _of_turn(turn: Turn) -> icalendar.Event:
    shift, rota = turn.shift, turn.shift.rota
    title = _("Shift: %(rota)s") % {"rota": rota.title}
    entry = _entry(f"shift-{shift.pk}", title, shift.starts_at, shift.ends_at, rota.place)
    entry.add("status", "CONFIRMED" if turn.state == Turn.State.TAKEN else "TENTATIVE")
    entry.add("url", site(reverse("rotas:shift", kwargs={"shift_id": shift.pk})))
    entry.add("description", rota.about)
    return entry


def _entry(uid: str, title: str, starts_at: datetime, ends_at: datetime, place: str) -> icalendar.Event:
    zone = timezone.get_default_timezone()
    entry = icalendar.Event()
    entry.add("uid", f"{uid}@{urlsplit(settings.SITE_URL).hostname}")
    entry.add("dtstamp", clock.now())
    entry.add("summary", title)
    entry.add("dtstart", starts_at.astimezone(zone))
    entry.add("dtend", ends_at.astimezone(zone))
    if place:
        entry.add("location", place)
    return entry
