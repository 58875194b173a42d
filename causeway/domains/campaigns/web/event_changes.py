"""Pages on which organisers announce, change and cancel events, and record the turn-out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from causeway.domains.campaigns.commands.announce_event import AnnounceEvent
from causeway.domains.campaigns.commands.cancel_event import CancelEvent
from causeway.domains.campaigns.commands.describe_event import DescribeEvent
from causeway.domains.campaigns.commands.record_action import RecordAction
from causeway.domains.campaigns.commands.record_turn_out import RecordTurnOut
from causeway.domains.campaigns.commands.reschedule_event import RescheduleEvent
from causeway.domains.campaigns.event_policies import may_run_event
from causeway.domains.campaigns.event_queries import (
    ACTION_KINDS,
    campaign_at,
    event_at,
    hosts_for,
    is_recorded,
    sign_ups_of,
)
from causeway.domains.campaigns.models import Action, Event
from causeway.domains.campaigns.policies import may_run_campaign
from causeway.domains.campaigns.web.event_forms import CancelForm, EventForm, TimesForm, TurnOutForm, WordsForm
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.errors import Conflict
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form

WORDS = (
    *("title", "kind", "about", "host_id", "step_free", "hearing_loop", "quiet_space"),
    *("access_notes", "travel", "is_public", "capacity", "contact_office"),
)


def _page(request: HttpRequest, form: Any, title: str, button: str, **more: Any) -> HttpResponse:
    context = {"form": form, "title": title, "button": button, **more}
    return render(request, "campaigns/event_form.html", context, status=422 if form.errors else 200)


def _mine(request: HttpRequest, slug: str) -> tuple[Actor, Event]:
    """The actor, and an event that they run."""
    actor = actor_of(request)
    event = event_at(actor, slug)
    may_run_event.require(actor, event)
    return actor, event


@require_http_methods(["GET", "POST"])
def announce(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    campaign = campaign_at(actor, slug)
    may_run_campaign.require(actor, campaign)
    form = EventForm(request.POST or None, hosts=hosts_for(campaign))
    event = perform_form(
        actor,
        form,
        lambda: AnnounceEvent(
            campaign_id=campaign.pk,
            starts_at=form.starts_at(),
            ends_at=form.ends_at(),
            place=form.cleaned_data["place"],
            **{name: form.cleaned_data[name] for name in WORDS},
        ),
    )
    if event is not None:
        messages.success(request, _("The event is announced."))
        return redirect("events:event", slug=event.slug)
    return _page(request, form, _("Announce an event"), _("Announce it"), campaign=campaign)


@require_http_methods(["GET", "POST"])
def describe(request: HttpRequest, slug: str) -> HttpResponse:
    actor, event = _mine(request, slug)
    form = WordsForm(request.POST or None, hosts=hosts_for(event.campaign), initial=WordsForm.initial_from(event))
    done = perform_form(
        actor, form, lambda: DescribeEvent(event_id=event.pk, **{name: form.cleaned_data[name] for name in WORDS})
    )
    if done is not None:
        messages.success(request, _("The page is corrected."))
        return redirect("events:event", slug=slug)
    return _page(request, form, _("Correct the page"), _("Save"), event=event, campaign=event.campaign)


@require_http_methods(["GET", "POST"])
def reschedule(request: HttpRequest, slug: str) -> HttpResponse:
    actor, event = _mine(request, slug)
    form = TimesForm(request.POST or None, initial=TimesForm.initial_from(event))
    done = perform_form(
        actor,
        form,
        lambda: RescheduleEvent(
            event_id=event.pk,
            starts_at=form.starts_at(),
            ends_at=form.ends_at(),
            place=form.cleaned_data["place"],
        ),
    )
    if done is not None:
        messages.success(request, _("Changed. Everybody who signed up gets a letter."))
        return redirect("events:event", slug=slug)
    return _page(
        request,
        form,
        _("Change time or place"),
        _("Change it and tell everybody"),
        event=event,
        campaign=event.campaign,
        hint=_("Everybody who signed up gets a letter with the new time and place."),
    )


@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, slug: str) -> HttpResponse:
    actor, event = _mine(request, slug)
    form = CancelForm(request.POST if request.method == "POST" else None)
    done = perform_form(actor, form, lambda: CancelEvent(event_id=event.pk, because=form.cleaned_data["because"]))
    if done is not None:
        messages.success(request, _("The event is cancelled. Everybody who signed up gets a letter."))
        return redirect("events:event", slug=slug)
    return _page(
        request,
        form,
        _("Cancel this event?"),
        _("Yes, cancel it"),
        event=event,
        campaign=event.campaign,
        danger=True,
        hint=_("Everybody who signed up gets a letter, and its shifts are called off. This cannot be undone."),
    )


@require_http_methods(["GET", "POST"])
def turn_out(request: HttpRequest, slug: str) -> HttpResponse:
    actor, event = _mine(request, slug)
    if event.starts_at > clock.now():
        raise Conflict(_("This event has not started yet. Record the turn-out afterwards."))
    form = TurnOutForm(request.POST or None, sign_ups=sign_ups_of(event), initial={"turn_out": event.turn_out})
    done = perform_form(
        actor,
        form,
        lambda: RecordTurnOut(event_id=event.pk, turn_out=form.cleaned_data["turn_out"], came=form.came()),
    )
    if done is not None:
        messages.success(request, _("The turn-out is recorded."))
        return redirect("events:event", slug=slug)
    return _page(
        request,
        form,
        _("How many came?"),
        _("Record the turn-out"),
        event=event,
        campaign=event.campaign,
        hint=_("Who came is kept as a step on the ladder, without a name."),
    )


@require_http_methods(["POST"])
def record_action(request: HttpRequest, slug: str) -> HttpResponse:
    """Put an event that has taken place into the campaign's record of actions."""
    actor, event = _mine(request, slug)
    if is_recorded(event):
        raise Conflict(_("This event stands in the campaign’s record already."))
    starts_on, ends_on = timezone.localdate(event.starts_at), timezone.localdate(event.ends_at)
    perform(
        actor,
        RecordAction(
            campaign_id=event.campaign_id,
            kind=ACTION_KINDS[Event.Kind(event.kind)],
            title=event.title,
            starts_on=starts_on,
            ends_on=ends_on if ends_on > starts_on else None,
            host_ids=(event.host_id,) if event.host_id else (),
            place=event.place[:160],
            turnout=event.turn_out,
            turnout_how="" if event.turn_out is None else Action.Counted.ORGANISER,
        ),
    )
    messages.success(request, _("It stands in the campaign’s record of actions now."))
    return redirect("events:event", slug=slug)
