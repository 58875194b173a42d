"""Reads of rotas: each takes an actor and returns only what that actor may see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Count, F, Prefetch, Q, QuerySet
from django.utils import timezone

from causeway.domains.campaigns.models import Campaign, Event, ReminderChoice, Rota, Shift, SignUp, Turn
from causeway.domains.campaigns.standing import run_by, runs, taken_part_in
from causeway.domains.people.models import Person
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Member, person_of, signed_in
from causeway.kernel.errors import Missing


def visible_rotas(actor: Actor) -> QuerySet[Rota]:
    """The rotas of campaigns that the actor takes part in."""
    mine = taken_part_in(actor).values("pk")
    return Rota.objects.filter(campaign__in=mine).select_related("campaign__alliance", "event")


def rota_at(actor: Actor, rota_id: UUID) -> Rota:
    """One rota with its pattern. Raises Missing."""
    rota = visible_rotas(actor).filter(pk=rota_id).prefetch_related("windows").first()
    if rota is None:
        raise Missing
    return rota


def shift_at(actor: Actor, shift_id: UUID) -> Shift:
    """One shift of a rota that the actor sees. Raises Missing."""
    shifts = Shift.objects.filter(rota__in=visible_rotas(actor)).select_related("rota__campaign__alliance")
    shift = shifts.filter(pk=shift_id, called_off_at=None).first()
    if shift is None:
        raise Missing
    return shift


def my_turn(actor: Actor, turn_id: UUID) -> Turn:
    """One of the actor's own turns. Raises Missing."""
    turns = Turn.objects.select_related("shift__rota__campaign__alliance")
    turn = turns.filter(pk=turn_id, person_id=signed_in(actor)).first()
    if turn is None:
        raise Missing
    return turn


@dataclass(frozen=True)
class Slot:
    """A shift as one actor sees it: ``names`` is empty for whoever is not on the rota."""

    shift: Shift
    taken: int
    cover_wanted: int
    names: tuple[str, ...]
    offered: int
    mine: Turn | None

    @property
    def missing(self) -> int:
        """How many people it still needs."""
        return max(0, self.shift.needed - self.taken)

    @property
    def blanks(self) -> range:
        """One for each person missing: lines to write on."""
        return range(self.missing)

    @property
    def is_over(self) -> bool:
        return self.shift.ends_at <= clock.now()

    @property
    def can_be_taken(self) -> bool:
        return not self.is_over and bool(self.missing or self.cover_wanted) and self.mine is None


def sees_names(actor: Actor, rota: Rota) -> bool:
    """Names are for those on the rota, and for its organisers."""
    if not isinstance(actor, Member):
        return False
    on_it = Turn.objects.filter(shift__rota=rota, person_id=actor.person_id, state=Turn.State.TAKEN)
    return on_it.exists() or runs(actor, rota.campaign)


def slots_between(actor: Actor, rota: Rota, first: date, last: date) -> list[Slot]:
    """The shifts that start between two days, in order."""
    shifts = rota.shifts.filter(
        called_off_at=None, starts_at__gte=_midnight(first), starts_at__lt=_midnight(last + timedelta(days=1))
    )
    return slots_of(actor, shifts, with_names=sees_names(actor, rota))


def slots_of(actor: Actor, shifts: QuerySet[Shift], *, with_names: bool) -> list[Slot]:
    """Shifts as the actor sees them."""
    turns = Prefetch("turns", Turn.objects.select_related("person"))
    return [_slot(shift, person_of(actor), with_names=with_names) for shift in shifts.prefetch_related(turns)]


def _slot(shift: Shift, person_id: UUID | None, *, with_names: bool) -> Slot:
    turns = list(shift.turns.all())
    taken = [turn for turn in turns if turn.state == Turn.State.TAKEN]
    names = tuple(first_name(str(turn.person)) for turn in taken) if with_names else ()
    mine = next((turn for turn in turns if turn.person_id == person_id), None)
    covers = sum(turn.cover_wanted for turn in taken)
    return Slot(shift, len(taken), covers, names, len(turns) - len(taken), mine)


def first_name(display_name: str) -> str:
    """The first word of a display name or pseudonym: all that a wall needs to know."""
    return display_name.split()[0] if display_name.split() else display_name


@dataclass(frozen=True)
class Week:
    """A week of a rota: days by windows on a desktop, a list on a phone."""

    first: date
    last: date
    days: list[date]
    rows: list[tuple[str, list[Slot | None]]]
    slots: list[Slot]
    before: date | None
    after: date | None

    @property
    def gaps(self) -> int:
        return sum(slot.missing for slot in self.slots if not slot.is_over)


def next_day_of(rota: Rota) -> date:
    """The day of a rota's next shift, so that its page opens where there is something to see; else today."""
    coming = rota.shifts.filter(called_off_at=None, ends_at__gt=clock.now()).order_by("starts_at").first()
    return timezone.localdate(coming.starts_at) if coming else clock.today()


def week_of(actor: Actor, rota: Rota, day: date) -> Week:
    """The week of ``day``, kept within the rota's own days."""
    day = min(max(day, rota.from_date), rota.to_date)
    first = day - timedelta(days=day.weekday())
    last = first + timedelta(days=6)
    slots = slots_between(actor, rota, first, last)
    days = [first + timedelta(days=offset) for offset in range(7)]
    labels: dict[tuple[time, time], dict[date, Slot]] = {}
    for slot in slots:
        start, end = timezone.localtime(slot.shift.starts_at), timezone.localtime(slot.shift.ends_at)
        labels.setdefault((start.time(), end.time()), {})[start.date()] = slot
    rows: list[tuple[str, list[Slot | None]]] = [
        (f"{start:%H:%M}–{end:%H:%M}", [by_day.get(day) for day in days])
        for (start, end), by_day in sorted(labels.items())
    ]
    before = first - timedelta(days=7) if first > rota.from_date else None
    after = first + timedelta(days=7) if last < rota.to_date else None
    return Week(first, last, days, rows, slots, before, after)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


@dataclass(frozen=True)
class Gap:
    """A shift that needs more people."""

    shift: Shift
    taken: int

    @property
    def missing(self) -> int:
        return self.shift.needed - self.taken


def _with_gaps(shifts: QuerySet[Shift], days: int) -> list[Gap]:
    now = clock.now()
    counted = shifts.filter(
        called_off_at=None, rota__ended_at=None, ends_at__gt=now, starts_at__lt=now + timedelta(days=days)
    ).annotate(taken=Count("turns", filter=Q(turns__state=Turn.State.TAKEN)))
    open_ = counted.filter(taken__lt=F("needed")).select_related("rota__campaign")
    return [Gap(shift, shift.taken) for shift in open_.order_by("starts_at")[:100]]


def gaps_in_rotas(actor: Actor, days: int = 14) -> list[Gap]:
    """The shifts of the next days that need people, in the campaigns that the actor runs; at most 100."""
    return _with_gaps(Shift.objects.filter(rota__campaign__in=run_by(actor).values("pk")), days)


def open_shifts(actor: Actor, *, campaign: Campaign, days: int = 28, most: int = 3) -> list[Gap]:
    """The next shifts that the actor could take in a campaign."""
    if not isinstance(actor, Member):
        return []
    shifts = Shift.objects.filter(rota__in=visible_rotas(actor), rota__campaign=campaign)
    mine = Turn.objects.filter(person_id=actor.person_id).values("shift_id")
    return _with_gaps(shifts.exclude(pk__in=mine), days)[:most]


def rotas_of(actor: Actor, campaign: Campaign) -> list[tuple[Rota, int]]:
    """A campaign's rotas that still run, each with the number of people missing in the next two weeks."""
    rotas = visible_rotas(actor).filter(campaign=campaign, ended_at=None, to_date__gte=clock.today())
    shifts = Shift.objects.filter(rota__campaign=campaign)
    missing: dict[UUID, int] = {}
    for gap in _with_gaps(shifts, 14):
        missing[gap.shift.rota_id] = missing.get(gap.shift.rota_id, 0) + gap.missing
    return [(rota, missing.get(rota.pk, 0)) for rota in rotas]


def past_rotas_of(actor: Actor, campaign: Campaign) -> list[Rota]:
    """A campaign's rotas that have ended."""
    over = Q(ended_at__isnull=False) | Q(to_date__lt=clock.today())
    return list(visible_rotas(actor).filter(over, campaign=campaign).order_by("-to_date")[:50])


def my_shifts(actor: Actor) -> list[Turn]:
    """The actor's turns still to come, those that they are asked to take included; soonest first."""
    if not isinstance(actor, Member):
        return []
    return turns_ahead(actor.person_id)


def turns_ahead(person_id: UUID) -> list[Turn]:
    """A person's turns still to come."""
    turns = Turn.objects.filter(person_id=person_id, shift__called_off_at=None, shift__ends_at__gt=clock.now())
    return list(turns.select_related("shift__rota__campaign").order_by("shift__starts_at")[:500])


def people_to_ask(actor: Actor, shift: Shift) -> list[Person]:
    """Whom an organiser, or one on the rota, may ask to take a shift: those on the campaign's rotas, and for
    organisers also those with an account who signed up for its events. Nobody who is on this shift already."""
    rota = shift.rota
    if not sees_names(actor, rota):
        return []
    known = set(Turn.objects.filter(shift__rota__campaign=rota.campaign).values_list("person_id", flat=True))
    if runs(actor, rota.campaign):
        signed_up = SignUp.objects.filter(event__campaign=rota.campaign, person__isnull=False)
        known |= {person_id for person_id in signed_up.values_list("person_id", flat=True) if person_id}
    known -= set(shift.turns.values_list("person_id", flat=True))
    return list(Person.objects.filter(pk__in=known, is_active=True).order_by("display_name")[:500])


def clashes_of(person_id: UUID, shifts: Iterable[Shift]) -> dict[UUID, str]:
    """For each of these shifts that overlaps with something the person has: what it is."""
    mine = [
        (turn.shift.starts_at, turn.shift.ends_at, turn.shift.rota.title, turn.shift_id)
        for turn in turns_ahead(person_id)
        if turn.state == Turn.State.TAKEN
    ]
    coming = Event.objects.filter(
        sign_ups__person_id=person_id,
        sign_ups__answer=SignUp.Answer.COMING,
        sign_ups__confirmed_at__isnull=False,
        cancelled_at=None,
        ends_at__gt=clock.now(),
    )
    mine += [(event.starts_at, event.ends_at, event.title, event.pk) for event in coming]
    return {
        shift.pk: title
        for shift in shifts
        for starts_at, ends_at, title, pk in mine
        if pk not in (shift.pk, shift.rota.event_id) and starts_at < shift.ends_at and shift.starts_at < ends_at
    }


def reminder_choice_of(actor: Actor) -> ReminderChoice:
    """How the actor is reminded; the default where nothing was chosen."""
    if not isinstance(actor, Member):
        return ReminderChoice()
    return ReminderChoice.objects.filter(person_id=actor.person_id).first() or ReminderChoice()


def turns_to_remind() -> list[UUID]:
    """The turns whose reminder is due and was not sent: at most 500 at a time."""
    now = clock.now()
    choices = dict(ReminderChoice.objects.values_list("person_id", "hours_before"))
    stopped = set(ReminderChoice.objects.filter(stopped_at__isnull=False).values_list("person_id", flat=True))
    longest = max([24, *choices.values()])
    turns = Turn.objects.filter(
        state=Turn.State.TAKEN,
        reminded_at=None,
        shift__called_off_at=None,
        shift__starts_at__gt=now,
        shift__starts_at__lte=now + timedelta(hours=longest),
        person__is_active=True,
    ).select_related("shift")
    due = [
        turn.pk
        for turn in turns.order_by("shift__starts_at")
        if turn.person_id not in stopped
        and turn.shift.starts_at <= now + timedelta(hours=choices.get(turn.person_id, 24))
    ]
    return due[:500]


def slot_of(actor: Actor, shift: Shift) -> Slot:
    """One shift as the actor sees it."""
    with_names = sees_names(actor, shift.rota)
    return slots_of(actor, Shift.objects.filter(pk=shift.pk), with_names=with_names)[0]
