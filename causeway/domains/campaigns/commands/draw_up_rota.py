"""Draw up a rota."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from causeway.domains.campaigns.models import Campaign, Event, Rota, Shift, Window
from causeway.domains.campaigns.policies import may_run_campaign
from causeway.domains.campaigns.rota_pattern import LONGEST_DAYS, MOST_WINDOWS, TimeWindow, planned_shifts
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs
from causeway.kernel.errors import Invalid

MOST_PEOPLE = 200


@dataclass(frozen=True, kw_only=True)
class DrawUpRota(Command[Rota]):
    """Draw up a rota: on which weekdays (0 is Monday), at which times, from when to when, how many people a shift."""

    campaign_id: UUID
    title: str
    days: Sequence[int]
    windows: Sequence[TimeWindow]
    from_date: date
    to_date: date
    event_id: UUID | None = None
    about: str = ""
    place: str = ""


@performs(
    DrawUpRota,
    policy=may_run_campaign,
    says="drew up the rota “{rota}” with {number} shifts",
    finds=found(Campaign, "campaign_id"),
)
def draw_up_rota(_actor: Actor, command: DrawUpRota, campaign: Campaign) -> Done[Rota]:
    _require_pattern(command)
    if command.event_id and not Event.objects.filter(pk=command.event_id, campaign=campaign).exists():
        raise Invalid(event=_("Choose an event of this campaign."))
    rota = Rota.objects.create(
        campaign=campaign,
        event_id=command.event_id,
        title=command.title.strip(),
        about=command.about,
        place=command.place,
        days=sorted(set(command.days)),
        from_date=command.from_date,
        to_date=command.to_date,
    )
    Window.objects.bulk_create(
        Window(rota=rota, starts=window.starts, ends=window.ends, needed=window.needed) for window in command.windows
    )
    planned = planned_shifts(
        days=rota.days,
        windows=sorted(command.windows, key=lambda window: window.starts),
        first=rota.from_date,
        last=rota.to_date,
        zone=timezone.get_current_timezone(),
    )
    shifts = Shift.objects.bulk_create(
        Shift(rota=rota, starts_at=shift.starts_at, ends_at=shift.ends_at, needed=shift.needed) for shift in planned
    )
    if not shifts:
        raise Invalid(days=_("No such weekday falls between the first and the last day."))
    return Done(
        rota,
        scope=campaign.alliance_id,
        about=rota.pk,
        named={"rota": rota.title, "number": str(len(shifts))},
    )


def _require_pattern(command: DrawUpRota) -> None:
    if not command.title.strip():
        raise Invalid(title=_("Give the rota a title."))
    if not command.days or not set(command.days) <= set(range(7)):
        raise Invalid(days=_("Choose at least one day of the week."))
    if not 1 <= len(command.windows) <= MOST_WINDOWS:
        raise Invalid(starts_1=_("Give between 1 and %(most)s times of day.") % {"most": MOST_WINDOWS})
    if len({(window.starts, window.ends) for window in command.windows}) < len(command.windows):
        raise Invalid(starts_1=_("Two of the times are the same."))
    if not all(1 <= window.needed <= MOST_PEOPLE for window in command.windows):
        raise Invalid(needed_1=_("Each shift needs between 1 and %(most)s people.") % {"most": MOST_PEOPLE})
    if command.to_date < command.from_date:
        raise Invalid(to_date=_("The last day cannot be before the first."))
    if command.to_date < clock.today():
        raise Invalid(to_date=_("These days have passed."))
    if (command.to_date - command.from_date).days >= LONGEST_DAYS:
        raise Invalid(to_date=_("A rota can run for a year at most. Draw up a new one after that."))
