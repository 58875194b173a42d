"""Reads of events: each takes an actor and returns only what that actor may see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.core.paginator import Page
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from causeway.domains.alliances.models import Affiliation
from causeway.domains.campaigns.models import Action, CalendarKey, Campaign, Event, SignUp
from causeway.domains.campaigns.queries import visible_campaigns
from causeway.domains.campaigns.standing import taken_part_in
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Bearer, Member
from causeway.kernel.errors import Missing
from causeway.kernel.paging import Paginator
from causeway.kernel.sealing import blind_index

A_PAGE = 20


def visible_events(actor: Actor) -> QuerySet[Event]:
    """Public events of campaigns that the actor sees, and every event of those that the actor takes part in."""
    public = Q(is_public=True, campaign__in=visible_campaigns(actor).values("pk"))
    if isinstance(actor, Member):
        public |= Q(campaign__in=taken_part_in(actor).values("pk"))
    return Event.objects.filter(public).select_related("campaign", "campaign__alliance", "host")


def event_at(actor: Actor, slug: str) -> Event:
    """One event. Raises Missing."""
    event = visible_events(actor).filter(slug=slug).first()
    if event is None:
        raise Missing
    return event


def campaign_at(actor: Actor, slug: str) -> Campaign:
    """One campaign. Raises Missing."""
    campaign = visible_campaigns(actor).filter(slug=slug).select_related("alliance").first()
    if campaign is None:
        raise Missing
    return campaign


def page_of_events(
    actor: Actor, *, campaign: Campaign | None = None, past: bool = False, words: str = "", number: str = "1"
) -> Page[Event]:
    """A page of events that are still to come (soonest first), or of those that are over (latest first)."""
    events = visible_events(actor)
    if campaign:
        events = events.filter(campaign=campaign)
    if words:
        events = events.filter(Q(title__icontains=words) | Q(place__icontains=words) | Q(about__icontains=words))
    now = clock.now()
    chosen = events.filter(ends_at__lt=now).order_by("-starts_at") if past else events.filter(ends_at__gte=now)
    return Paginator(chosen, A_PAGE).get_page(number)


def next_events(actor: Actor, *, campaign: Campaign | None = None, most: int = 5) -> list[Event]:
    """The next events that the actor may come to, of one campaign or of all."""
    events = visible_events(actor).filter(ends_at__gte=clock.now(), cancelled_at=None)
    return list((events.filter(campaign=campaign) if campaign else events)[:most])


@dataclass(frozen=True)
class Day:
    """A day in the month's table."""

    day: date
    in_month: bool
    is_today: bool
    events: list[Event]


def month_of_events(actor: Actor, first: date, *, campaign: Campaign | None = None) -> list[list[Day]]:
    """The weeks of a month, Monday first, each day with its events."""
    start = first - timedelta(days=first.weekday())
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    weeks = ((last - start).days // 7) + 1
    end = start + timedelta(days=7 * weeks)
    events = visible_events(actor).filter(starts_at__gte=_midnight(start), starts_at__lt=_midnight(end))
    if campaign:
        events = events.filter(campaign=campaign)
    by_day: dict[date, list[Event]] = {}
    for event in events:
        by_day.setdefault(timezone.localdate(event.starts_at), []).append(event)
    days = [start + timedelta(days=offset) for offset in range(7 * weeks)]
    cells = [Day(day, day.month == first.month, day == clock.today(), by_day.get(day, [])) for day in days]
    return [cells[at : at + 7] for at in range(0, len(cells), 7)]


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


@dataclass(frozen=True)
class Coming:
    """Who comes, in numbers."""

    coming: int
    maybe: int
    waiting: int
    places_left: int | None

    @property
    def is_full(self) -> bool:
        return self.places_left == 0


def coming_to(event: Event) -> Coming:
    """How many come, may come and wait, guests included."""
    rows = event.sign_ups.filter(confirmed_at__isnull=False).values_list("answer", "waiting", "guests")
    coming = sum(1 + guests for answer, waiting, guests in rows if answer == SignUp.Answer.COMING and not waiting)
    waiting_for = sum(1 + guests for _answer, waiting, guests in rows if waiting)
    maybe = sum(1 for answer, _waiting, _guests in rows if answer == SignUp.Answer.MAYBE)
    left = None if event.capacity is None else max(0, event.capacity - coming)
    return Coming(coming, maybe, waiting_for, left)


def my_sign_up(actor: Actor, event: Event) -> SignUp | None:
    """The actor's own sign-up that counts."""
    if not isinstance(actor, Member):
        return None
    return event.sign_ups.filter(person_id=actor.person_id, confirmed_at__isnull=False).first()


def sign_up_by_link(actor: Bearer) -> SignUp:
    """The sign-up that a letter's link opens. Raises Missing."""
    rows = SignUp.objects.select_related("event__campaign__alliance", "event__host", "person")
    sign_up = rows.filter(pk=actor.subject_id).first()
    if sign_up is None:
        raise Missing("This sign-up is no longer here: it was withdrawn, or the event is long over.")
    return sign_up


def sign_ups_of(event: Event) -> list[SignUp]:
    """Everybody who signed up and counts, for the event's organisers only: the page asks ``may_run_event`` first."""
    return list(event.sign_ups.filter(confirmed_at__isnull=False).select_related("person").order_by("made_at"))


def my_events(person_id: UUID) -> list[Event]:
    """The events that a person comes or may come to, from a month back on."""
    mine = SignUp.objects.filter(
        event=OuterRef("pk"),
        person_id=person_id,
        confirmed_at__isnull=False,
        waiting=False,
        answer__in=[SignUp.Answer.COMING, SignUp.Answer.MAYBE],
    )
    since = clock.now() - timedelta(days=31)
    return list(Event.objects.filter(Exists(mine), ends_at__gte=since).select_related("campaign"))


def my_calendar_key(actor: Actor) -> CalendarKey | None:
    """The actor's own private calendar address."""
    return CalendarKey.objects.filter(person_id=actor.person_id).first() if isinstance(actor, Member) else None


def owner_of_calendar(key: str) -> UUID:
    """Whose calendar a key opens. Raises Missing."""
    row = CalendarKey.objects.filter(key_index=blind_index(key, "calendar.key"), person__is_active=True).first()
    if row is None:
        raise Missing
    return row.person_id


def public_events_of(campaign: Campaign) -> list[Event]:
    """A campaign's public events, from three months back on, for its public feed."""
    since = clock.now() - timedelta(days=92)
    return list(campaign.events.filter(is_public=True, ends_at__gte=since).select_related("campaign"))


def hosts_for(campaign: Campaign) -> list[tuple[UUID, str]]:
    """The organisations of the campaign's alliance, one of which may host an event."""
    affiliated = Affiliation.objects.filter(alliance_id=campaign.alliance_id, until=None).select_related("organisation")
    return [(row.organisation_id, row.organisation.name) for row in affiliated.order_by("organisation__name")]


def events_to_staff(campaign: Campaign) -> list[Event]:
    """The campaign's events still to come, for which shifts can be drawn up."""
    return list(campaign.events.filter(ends_at__gte=clock.now(), cancelled_at=None)[:200])


ACTION_KINDS = {
    Event.Kind.PUBLIC_MEETING: Action.Kind.MEETING,
    Event.Kind.ORGANISING: Action.Kind.MEETING,
    Event.Kind.STALL: Action.Kind.STALL,
    Event.Kind.LEAFLETING: Action.Kind.LEAFLETING,
    Event.Kind.DEMONSTRATION: Action.Kind.DEMONSTRATION,
    Event.Kind.LOBBY: Action.Kind.LOBBY,
    Event.Kind.PICKET: Action.Kind.PICKET,
    Event.Kind.OCCUPATION: Action.Kind.OCCUPATION,
    Event.Kind.HEARING: Action.Kind.HEARING,
    Event.Kind.TRAINING: Action.Kind.SPEAKER,
    Event.Kind.SOCIAL: Action.Kind.MEETING,
}


def is_recorded(event: Event) -> bool:
    """Whether an action of that name on that day stands in the campaign's record already."""
    day = timezone.localdate(event.starts_at)
    return Action.objects.filter(campaign=event.campaign, title=event.title, starts_on=day, withdrawn_on=None).exists()
