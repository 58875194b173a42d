"""What happens after shifts changed: letters to those concerned."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from causeway.domains.campaigns.facts import ShiftComesNear, ShiftDroppedLate, ShiftOffered, ShiftsCalledOff
from causeway.domains.campaigns.letters import letter, organisers_of, when_of
from causeway.domains.campaigns.links import site, stop_reminders_url
from causeway.domains.campaigns.models import Rota, Shift, Turn
from causeway.domains.people.models import Person
from causeway.kernel.mail import send


def _mine() -> str:
    return site(reverse("rotas:mine"))


def ask_person(fact: ShiftOffered) -> None:
    """Ask somebody whether they take a shift."""
    turn = Turn.objects.select_related("shift__rota", "person").filter(pk=fact.turn_id).first()
    if turn is None or turn.state != Turn.State.OFFERED:
        return
    send(
        letter(
            turn.person.email,
            _("Can you take a shift? “%(rota)s”") % {"rota": turn.shift.rota.title},
            [
                _("You are asked to take this shift. It is yours only if you say yes."),
                f"{turn.shift.rota.title}\n{when_of(turn.shift)}\n{turn.shift.rota.place}",
            ],
            link=_mine(),
            link_says=_("Say yes or no"),
        )
    )


def remind(fact: ShiftComesNear) -> None:
    """The reminder, with the link that stops reminders."""
    turn = Turn.objects.select_related("shift__rota", "person").filter(pk=fact.turn_id).first()
    if turn is None or turn.state != Turn.State.TAKEN or turn.shift.called_off_at:
        return
    rota = turn.shift.rota
    send(
        letter(
            turn.person.email,
            _("Your shift: %(when)s") % {"when": when_of(turn.shift)},
            [
                f"{rota.title}\n{when_of(turn.shift)}\n{rota.place}",
                *([rota.about] if rota.about else []),
                _("Thank you for taking it."),
            ],
            link=_mine(),
            link_says=_("If you cannot come, hand it over here"),
            unsubscribe_url=stop_reminders_url(turn.person_id),
        )
    )


def tell_organisers_of_gap(fact: ShiftDroppedLate) -> None:
    """A gap opened late: those who run the campaign hear of it, without a name."""
    shift = (
        Shift.objects.select_related("rota__campaign__alliance").filter(pk=fact.shift_id, called_off_at=None).first()
    )
    if shift is None:
        return
    for address in organisers_of(shift.rota.campaign):
        send(
            letter(
                address,
                _("A gap in “%(rota)s”") % {"rota": shift.rota.title},
                [_("Somebody had to give a shift back at short notice:"), when_of(shift)],
                link=site(reverse("rotas:shift", kwargs={"shift_id": shift.pk})),
                link_says=_("Find somebody for it"),
            )
        )


def tell_of_shifts_called_off(fact: ShiftsCalledOff) -> None:
    """Whoever took a shift that will not take place hears of it."""
    rota = Rota.objects.filter(pk=fact.rota_id).first()
    if rota is None:
        return
    turns = Turn.objects.filter(
        shift_id__in=fact.shift_ids, person_id__in=fact.person_ids, state=Turn.State.TAKEN
    ).select_related("shift", "person")
    by_person: dict[Person, list[str]] = {}
    for turn in turns.order_by("shift__starts_at"):
        by_person.setdefault(turn.person, []).append(when_of(turn.shift))
    for person, times in by_person.items():
        send(
            letter(
                person.email,
                _("No more shifts: “%(rota)s”") % {"rota": rota.title},
                [_("These shifts will not take place. Thank you for standing by."), "\n".join(times[:40])],
            )
        )
