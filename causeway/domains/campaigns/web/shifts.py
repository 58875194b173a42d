"""Pages of shifts: take one, manage one's own, ask somebody."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from causeway.domains.campaigns.commands.accept_shift import AcceptShift
from causeway.domains.campaigns.commands.choose_reminders import ChooseReminders
from causeway.domains.campaigns.commands.drop_shift import DropShift, is_near
from causeway.domains.campaigns.commands.hand_over_shift import HandOverShift
from causeway.domains.campaigns.commands.offer_shift import OfferShift
from causeway.domains.campaigns.commands.take_shift import TakeShift
from causeway.domains.campaigns.links import bearer_of
from causeway.domains.campaigns.models import Shift, Turn
from causeway.domains.campaigns.rota_policies import REMINDERS_LINK, may_run_rota
from causeway.domains.campaigns.rota_queries import (
    clashes_of,
    my_shifts,
    my_turn,
    people_to_ask,
    reminder_choice_of,
    shift_at,
    slot_of,
)
from causeway.domains.campaigns.standing import runs
from causeway.domains.campaigns.web.rota_forms import PersonForm, RemindersForm, TakeForm
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.errors import Conflict, Missing
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


@login_required
@require_http_methods(["GET", "POST"])
def shift_page(request: HttpRequest, shift_id: UUID) -> HttpResponse:
    """One shift: who is needed, and the button to take it."""
    actor = actor_of(request)
    shift = shift_at(actor, shift_id)
    clash = clashes_of(signed_in(actor), [shift]).get(shift.pk, "")
    form = TakeForm(
        request.POST if request.method == "POST" else None, every_week=_every_week(shift), clash=bool(clash)
    )
    if request.method == "POST" and form.is_valid():
        try:
            taken = perform(
                actor,
                TakeShift(
                    shift_id=shift.pk,
                    every_week=form.cleaned_data["every_week"],
                    despite_clash=form.cleaned_data.get("despite_clash", False),
                ),
            )
        except Conflict as conflict:
            form.add_error(None, conflict.sentence)
        else:
            messages.success(request, _thanks(len(taken.turns), taken.left_out))
            return redirect("rotas:mine")
    context = {
        "slot": slot_of(actor, shift),
        "shift": shift,
        "rota": shift.rota,
        "campaign": shift.rota.campaign,
        "form": form,
        "clash": clash,
        "runs": runs(actor, shift.rota.campaign),
        "offer_form": PersonForm(people=people_to_ask(actor, shift)),
    }
    return render(request, "campaigns/shift.html", context, status=422 if form.errors else 200)


def _every_week(shift: Shift) -> str:
    start = timezone.localtime(shift.starts_at)
    return _("Every %(day)s at %(time)s until the rota ends") % {
        "day": date_format(start, "l"),
        "time": f"{start:%H:%M}",
    }


def _thanks(number: int, left_out: int) -> str:
    said = ngettext("Thank you. The shift is yours.", "Thank you. %(n)s shifts are yours.", number) % {"n": number}
    if left_out:
        said += " " + ngettext(
            "One later week is full or clashes.", "%(n)s later weeks are full or clash.", left_out
        ) % {"n": left_out}
    return said


@login_required
@require_http_methods(["POST"])
def offer(request: HttpRequest, shift_id: UUID) -> HttpResponse:
    """An organiser asks somebody to take a shift."""
    actor = actor_of(request)
    shift = shift_at(actor, shift_id)
    may_run_rota.require(actor, shift)
    form = PersonForm(request.POST, people=people_to_ask(actor, shift))
    done = perform_form(actor, form, lambda: OfferShift(shift_id=shift.pk, person_id=UUID(form.cleaned_data["person"])))
    if done is None:
        messages.error(request, _("Choose somebody from the list."))
    else:
        messages.success(request, _("Asked. The shift is theirs once they say yes."))
    return redirect("rotas:shift", shift_id=shift.pk)


@login_required
@require_http_methods(["GET"])
def my_shifts_page(request: HttpRequest) -> HttpResponse:
    """My shifts, those I am asked to take first."""
    actor = actor_of(request)
    choice = reminder_choice_of(actor)
    turns = my_shifts(actor)
    context = {
        "asked": [turn for turn in turns if turn.state == Turn.State.OFFERED],
        "turns": [turn for turn in turns if turn.state == Turn.State.TAKEN],
        "form": RemindersForm(initial={"hours_before": "" if choice.stopped_at else choice.hours_before}),
    }
    return render(request, "campaigns/my_shifts.html", context)


@login_required
@require_http_methods(["POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """How long before a shift I am reminded."""
    form = RemindersForm(request.POST)
    done = perform_form(
        actor_of(request), form, lambda: ChooseReminders(hours_before=form.cleaned_data["hours_before"])
    )
    if done is None:
        messages.error(request, _("Choose one of the times."))
    elif done.stopped_at:
        messages.success(request, _("You get no more reminders."))
    else:
        messages.success(request, _("You are reminded %(n)s hours before each shift.") % {"n": done.hours_before})
    return redirect("rotas:mine")


@csrf_exempt  # the secret stands in the address; mail programs post here without a cookie (RFC 8058)
@require_http_methods(["GET", "POST"])
def stop_reminders(request: HttpRequest, token: str) -> HttpResponse:
    """Stop reminders with one click from a letter. Opening the page changes nothing."""
    bearer = bearer_of(REMINDERS_LINK, token)
    stopped = request.method == "POST"
    if stopped:
        perform(bearer, ChooseReminders(hours_before=None))
    return render(request, "campaigns/stop_reminders.html", {"stopped": stopped})


@login_required
@require_http_methods(["GET", "POST"])
def turn_page(request: HttpRequest, turn_id: UUID) -> HttpResponse:
    """One of my turns: accept it, hand it over, or give it back."""
    actor = actor_of(request)
    turn = my_turn(actor, turn_id)
    people = people_to_ask(actor, turn.shift)
    if request.method == "POST":
        return _change_turn(request, actor, turn)
    context = {
        "turn": turn,
        "shift": turn.shift,
        "rota": turn.shift.rota,
        "near": is_near(turn.shift),
        "form": PersonForm(people=people) if people else None,
    }
    return render(request, "campaigns/turn.html", context)


def _change_turn(request: HttpRequest, actor: Actor, turn: Turn) -> HttpResponse:
    match request.POST.get("do"):
        case "accept":
            perform(actor, AcceptShift(turn_id=turn.pk))
            said = _("Thank you. The shift is yours.")
        case "drop":
            perform(actor, DropShift(turn_id=turn.pk, and_later=request.POST.get("and_later") == "on"))
            said = _("The shift is given back. Thank you for saying so.")
        case "cover":
            perform(actor, HandOverShift(turn_id=turn.pk))
            said = _("Others on the rota can see that you look for cover. Until somebody takes it, it is yours.")
        case "keep":
            perform(actor, HandOverShift(turn_id=turn.pk, keep=True))
            said = _("Good. The shift stays yours.")
        case "ask":
            perform(actor, HandOverShift(turn_id=turn.pk, to_person_id=_person(request)))
            said = _("Asked. Until they say yes, the shift is yours.")
        case _:
            raise Missing
    messages.success(request, said)
    return redirect("rotas:mine")


def _person(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("person", ""))
    except ValueError:
        raise Missing from None
