"""Take a shift."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from causeway.domains.campaigns.finding import shift_with_rota_locked
from causeway.domains.campaigns.models import Shift, Turn
from causeway.domains.campaigns.rota_policies import may_take_shift
from causeway.domains.campaigns.rota_queries import clashes_of
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True)
class Taken:
    """What taking a shift brought: the turns, and how many further weeks were full or clashed."""

    turns: tuple[Turn, ...]
    left_out: int


@dataclass(frozen=True, kw_only=True)
class TakeShift(Command[Taken]):
    """Take a place in a shift, in one that wants cover too; ``every_week`` takes the same time each week after it.

    A clash with something else that one has is refused once; ``despite_clash`` says that one knows.
    """

    shift_id: UUID
    every_week: bool = False
    despite_clash: bool = False


@performs(
    TakeShift,
    policy=may_take_shift,
    says="took {number} of the shifts of “{rota}”",
    finds=shift_with_rota_locked,
)
def take_shift(actor: Actor, command: TakeShift, shift: Shift) -> Done[Taken]:
    person_id = signed_in(actor)
    if shift.ends_at <= clock.now():
        raise Conflict(_("This shift is over."))
    shifts = [shift, *(_same_time_later(shift) if command.every_week else [])]
    clashes = clashes_of(person_id, shifts)
    if shift.pk in clashes and not command.despite_clash:
        raise Conflict(_("At this time you have “%(other)s”.") % {"other": clashes[shift.pk]})
    first = take_place(shift, person_id)
    if first is None:
        raise Conflict(_("Somebody was faster: this shift is full now. Thank you; choose another one."))
    later = [take_place(each, person_id) for each in shifts[1:] if each.pk not in clashes]
    turns = (first, *(turn for turn in later if turn))
    return Done(
        Taken(turns, len(shifts) - len(turns)),
        scope=shift.rota.campaign.alliance_id,
        about=shift.rota_id,
        named={"rota": shift.rota.title, "number": str(len(turns))},
    )


def _same_time_later(shift: Shift) -> list[Shift]:
    start = timezone.localtime(shift.starts_at)
    later = shift.rota.shifts.filter(starts_at__gt=shift.starts_at, called_off_at=None)
    return [each for each in later if _wall(each) == (start.weekday(), start.time())]


def _wall(shift: Shift) -> tuple[int, object]:
    start = timezone.localtime(shift.starts_at)
    return start.weekday(), start.time()


def take_place(shift: Shift, person_id: UUID) -> Turn | None:
    """Give the person a place, while the rota is locked: a free one, or that of somebody who wants cover.

    Returns None where there is none. Whoever is on the shift already keeps their place.
    """
    turns = list(shift.turns.all())
    mine = next((turn for turn in turns if turn.person_id == person_id), None)
    if mine and mine.state == Turn.State.TAKEN:
        return mine
    taken = [turn for turn in turns if turn.state == Turn.State.TAKEN]
    if len(taken) >= shift.needed:
        relieved = next((turn for turn in taken if turn.cover_wanted), None)
        if relieved is None:
            return None
        relieved.delete()
    if mine is None:
        return Turn.objects.create(shift=shift, person_id=person_id, since=clock.now())
    mine.state, mine.instead_of, mine.since = Turn.State.TAKEN, None, clock.now()
    mine.save(update_fields=["state", "instead_of", "since"])
    return mine
