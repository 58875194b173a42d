"""Meetings as iCalendar (RFC 5545): stable UIDs, a sequence that counts changes, and cancelled ones said to be so."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event, vText

from causeway.domains.alliances.models import Meeting


def calendar_of(name: str, meetings: Iterable[Meeting], *, with_links: bool) -> bytes:
    """A calendar with these meetings. ``with_links`` puts their online links in, for those invited only."""
    calendar = Calendar()
    calendar.add("prodid", "-//Causeway//Meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=6), parameters={"VALUE": "DURATION"})
    for meeting in meetings:
        calendar.add_component(_event(meeting, with_links=with_links))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(meeting: Meeting, *, with_links: bool) -> Event:
    event = Event()
    event.add("uid", f"meeting-{meeting.pk}@{urlsplit(settings.SITE_URL).hostname}")
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", meeting.changed_at.astimezone(UTC))
    event.add("last-modified", meeting.changed_at.astimezone(UTC))
    event.add("dtstart", timezone.localtime(meeting.starts_at))
    event.add("dtend", timezone.localtime(meeting.ends_at))
    event.add("summary", meeting.title)
    event.add("status", "CANCELLED" if meeting.cancelled_at else "CONFIRMED")
    event.add("url", f"{settings.SITE_URL}{meeting.get_absolute_url()}")
    if meeting.place:
        event.add("location", vText(meeting.place))
    said = [str(meeting.body), meeting.access_notes, meeting.cancel_reason]
    if with_links and meeting.online_link:
        said.append(meeting.online_link)
    event.add("description", "\n\n".join(part for part in said if part))
    return event
