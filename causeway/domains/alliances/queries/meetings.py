"""Meetings, as far as somebody may see them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.core.paginator import Page
from django.db.models import Q, QuerySet
from django.utils import timezone

from causeway.domains.alliances.bodies import Body, body_of, owner
from causeway.domains.alliances.models import (
    Affiliation,
    AgendaItem,
    Alliance,
    Attendance,
    Meeting,
    MeetingAction,
    MeetingReply,
    Organisation,
)
from causeway.domains.alliances.standing import (
    alliances_of,
    coordinates,
    index_of_person,
    is_officer_of,
    organisations_of,
    stands_in_body,
)
from causeway.domains.people.queries import names_of
from causeway.kernel import clock
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.errors import Missing
from causeway.kernel.paging import Paginator

ON_A_PAGE = 20


def meetings_with_me(actor: Actor) -> QuerySet[Meeting]:
    """The meetings of the bodies in which the actor stands."""
    return Meeting.objects.filter(
        Q(alliance_id__in=alliances_of(actor)) | Q(organisation_id__in=organisations_of(actor))
    )


def visible_meetings(actor: Actor) -> QuerySet[Meeting]:
    """Public meetings, and those of the bodies in which the actor stands."""
    return Meeting.objects.filter(
        Q(visibility=Meeting.Visibility.PUBLIC)
        | Q(alliance_id__in=alliances_of(actor))
        | Q(organisation_id__in=organisations_of(actor))
    )


def next_meetings(actor: Actor, limit: int = 5) -> list[Meeting]:
    """The next meetings of the actor's own bodies, soonest first, without cancelled ones; their bodies are fetched."""
    coming = meetings_with_me(actor).filter(ends_at__gte=clock.now(), cancelled_at=None)
    return list(coming.select_related("alliance", "organisation").order_by("starts_at", "id")[:limit])


@dataclass(frozen=True)
class MeetingsPage:
    """A body's meetings: those to come, and one page of those held."""

    coming: list[Meeting]
    held: Page[Meeting]
    runs_it: bool
    inside: bool


def meetings_of(actor: Actor, body: Body, number: str | int = 1) -> MeetingsPage:
    """The meetings of a body that the actor may see."""
    inside = stands_in_body(actor, body)
    mine = body.meetings.all() if inside else body.meetings.filter(visibility=Meeting.Visibility.PUBLIC)
    held = mine.filter(ends_at__lt=clock.now()).order_by("-starts_at", "id")
    return MeetingsPage(
        coming=list(mine.filter(ends_at__gte=clock.now()).order_by("starts_at", "id")[:50]),
        held=Paginator(held, ON_A_PAGE).get_page(number),
        runs_it=_runs(actor, body),
        inside=inside,
    )


@dataclass(frozen=True)
class MeetingPage:
    """Everything on a meeting's page, as the actor sees it."""

    meeting: Meeting
    body: Body
    inside: bool
    runs_it: bool
    over: bool
    agenda: list[AgendaItem]
    agenda_minutes: int
    attendance: list[Attendance]
    others: int
    present: int
    actions: list[MeetingAction]
    coming: int
    apologies: int
    coming_names: list[str]
    apology_names: list[str]
    reply: MeetingReply | None
    minutes_shown: bool
    adopting: list[Meeting]
    waiting: list[Meeting]
    """Earlier meetings whose minutes this one may adopt; for those who belong."""
    has_begun: bool


def meeting_for(actor: Actor, meeting_id: UUID) -> Meeting:
    """A meeting that the actor may see. Raises Missing."""
    rows = visible_meetings(actor).select_related("alliance", "organisation", "adopted_at")
    meeting = rows.filter(pk=meeting_id).first()
    if meeting is None:
        raise Missing
    return meeting


def meeting_page(actor: Actor, meeting_id: UUID) -> MeetingPage:
    """A meeting's page. Names are those of people who agreed, and only to those who belong there."""
    meeting = meeting_for(actor, meeting_id)
    body = body_of(meeting)
    inside, runs_it = stands_in_body(actor, body), _runs(actor, body)
    counted = list(meeting.attendance.select_related("organisation").order_by("organisation__name"))
    others = sum(row.present for row in counted if row.organisation_id is None)
    agenda = list(meeting.agenda.all())
    replies = list(meeting.replies.all()) if inside else []
    names = names_of(UUID(reply.sealed_person) for reply in replies if reply.named)
    coming = [reply for reply in replies if reply.answer == MeetingReply.Answer.COMING]
    sorry = [reply for reply in replies if reply.answer == MeetingReply.Answer.APOLOGIES]
    return MeetingPage(
        meeting=meeting,
        body=body,
        inside=inside,
        runs_it=runs_it,
        over=meeting.ends_at < clock.now(),
        agenda=agenda,
        agenda_minutes=sum(item.minutes or 0 for item in agenda),
        attendance=[row for row in counted if row.organisation_id],
        others=others,
        present=sum(row.present for row in counted),
        actions=list(meeting.actions.all()) if inside else [],
        coming=len(coming),
        apologies=len(sorry),
        coming_names=_agreed(coming, names),
        apology_names=_agreed(sorry, names),
        reply=own_reply(actor, meeting),
        minutes_shown=bool(meeting.minutes) and (inside or (meeting.is_public and meeting.adopted_on is not None)),
        adopting=later_meetings(meeting) if runs_it and meeting.minutes and not meeting.adopted_on else [],
        waiting=minutes_waiting_at(meeting) if inside and not meeting.cancelled_at else [],
        has_begun=meeting.starts_at <= clock.now(),
    )


def own_reply(actor: Actor, meeting: Meeting) -> MeetingReply | None:
    """What the actor answered to a meeting's invitation."""
    person_id = person_of(actor)
    return meeting.replies.filter(person_index=index_of_person(person_id)).first() if person_id else None


def _agreed(replies: list[MeetingReply], names: dict[UUID, str]) -> list[str]:
    shown = (names.get(UUID(reply.sealed_person), "") for reply in replies if reply.named)
    return sorted((name for name in shown if name), key=str.lower)


def later_meetings(meeting: Meeting) -> list[Meeting]:
    """The meetings of the same body after this one, which may adopt its minutes."""
    rows = Meeting.objects.filter(starts_at__gt=meeting.starts_at, cancelled_at=None, **owner(body_of(meeting)))
    return list(rows.order_by("starts_at")[:12])


def minutes_waiting_at(meeting: Meeting) -> list[Meeting]:
    """The earlier meetings of the same body whose minutes this one may adopt, the oldest first."""
    rows = Meeting.objects.filter(starts_at__lt=meeting.starts_at, adopted_on=None, **owner(body_of(meeting)))
    return list(rows.exclude(minutes="").order_by("starts_at")[:6])


def organisations_at(meeting: Meeting) -> list[Organisation]:
    """The organisations whose attendance is counted: those that stand in the alliance, and those counted already."""
    counted = meeting.attendance.exclude(organisation=None).values_list("organisation_id", flat=True)
    if meeting.organisation_id:
        return list(Organisation.objects.filter(Q(pk=meeting.organisation_id) | Q(pk__in=list(counted))))
    standing = Affiliation.objects.filter(alliance=meeting.alliance, until=None).values("organisation_id")
    return list(Organisation.objects.filter(Q(pk__in=standing) | Q(pk__in=list(counted)))[:200])


def attendance_of(meeting: Meeting) -> dict[UUID | None, int]:
    """How many were counted for each organisation; under None those for none."""
    return dict(meeting.attendance.values_list("organisation_id", "present"))


def agenda_of(meeting: Meeting) -> list[AgendaItem]:
    """The points of the agenda, in order."""
    return list(meeting.agenda.all())


def action_for(actor: Actor, action_id: UUID) -> MeetingAction:
    """An agreed action of a meeting that the actor may see. Raises Missing."""
    action = MeetingAction.objects.select_related("meeting").filter(pk=action_id).first()
    if action is None or not visible_meetings(actor).filter(pk=action.meeting_id).exists():
        raise Missing
    return action


def next_in_rhythm(starts_at: datetime) -> datetime:
    """The same hour on the same weekday of the next month: the second Tuesday follows the second Tuesday.

    Where the next month has no fifth such day, its fourth.
    """
    local = timezone.localtime(starts_at)
    nth = (local.day - 1) // 7
    first = (local.replace(day=1) + timedelta(days=32)).replace(day=1)
    day = 1 + (local.weekday() - first.weekday()) % 7 + 7 * nth
    if day > monthrange(first.year, first.month)[1]:
        day -= 7
    naive = datetime.combine(first.date().replace(day=day), local.time())
    return timezone.make_aware(naive)


def _runs(actor: Actor, body: Body) -> bool:
    return coordinates(actor, body.pk) if isinstance(body, Alliance) else is_officer_of(actor, body.pk)
