"""What a calendar address opens."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import QuerySet

from causeway.domains.alliances.bodies import Body
from causeway.domains.alliances.calendars import calendar_of
from causeway.domains.alliances.models import CalendarKey, Meeting
from causeway.domains.alliances.standing import index_of_calendar_token, stands_in_body
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Member, person_of
from causeway.kernel.errors import Missing

KEPT_DAYS = 400


def public_calendar(body: Body) -> bytes:
    """A body's public meetings, of the last year and to come, as iCalendar."""
    meetings = _recent(body).filter(visibility=Meeting.Visibility.PUBLIC)
    return calendar_of(body.name, meetings, with_links=False)


def private_calendar(body: Body, token: str) -> bytes:
    """All meetings of a body for whoever holds a member's token; as long as that member belongs. Raises Missing."""
    key = CalendarKey.objects.select_related("person").filter(token_index=index_of_calendar_token(token)).first()
    if key is None or not key.person.is_active or not stands_in_body(Member(key.person_id), body):
        raise Missing
    return calendar_of(body.name, _recent(body), with_links=True)


def meeting_calendar(meeting: Meeting, *, inside: bool) -> bytes:
    """One meeting as iCalendar; the online link only for those who belong."""
    return calendar_of(meeting.title, [meeting], with_links=inside)


def calendar_key_of(actor: Actor) -> CalendarKey | None:
    """The actor's own calendar key, if they have made one."""
    person_id = person_of(actor)
    return CalendarKey.objects.filter(person_id=person_id).first() if person_id else None


def _recent(body: Body) -> QuerySet[Meeting]:
    since = clock.now() - timedelta(days=KEPT_DAYS)
    return body.meetings.filter(ends_at__gte=since).select_related("alliance", "organisation").order_by("starts_at")
