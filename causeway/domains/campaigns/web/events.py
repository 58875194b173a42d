"""Pages to find events and to sign up for one."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from causeway.domains.campaigns.commands.sign_up_for_event import SignUpForEvent
from causeway.domains.campaigns.event_policies import may_run_event
from causeway.domains.campaigns.event_queries import (
    campaign_at,
    coming_to,
    event_at,
    is_recorded,
    month_of_events,
    my_sign_up,
    next_events,
    page_of_events,
    sign_ups_of,
)
from causeway.domains.campaigns.ladder_queries import SMALL, controller_of
from causeway.domains.campaigns.models import Campaign, Event, SignUp
from causeway.domains.campaigns.rota_queries import open_shifts
from causeway.domains.campaigns.standing import runs, takes_part
from causeway.domains.campaigns.web.event_forms import MemberSignUpForm, VisitorSignUpForm
from causeway.domains.campaigns.wording_of_consent import consent_wording
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Member
from causeway.kernel.web import actor_of, perform_form


@require_http_methods(["GET"])
def all_events(request: HttpRequest) -> HttpResponse:
    """Every event that the reader may come to."""
    return _list(request, actor_of(request), None)


@require_http_methods(["GET"])
def events_of_campaign(request: HttpRequest, slug: str) -> HttpResponse:
    """The events of one campaign."""
    actor = actor_of(request)
    return _list(request, actor, campaign_at(actor, slug))


def _list(request: HttpRequest, actor: Actor, campaign: Campaign | None) -> HttpResponse:
    given = request.GET
    context: dict[str, Any] = {
        "campaign": campaign,
        "runs": campaign is not None and runs(actor, campaign),
        "takes_part": campaign is not None and takes_part(actor, campaign),
        "words": given.get("q", "").replace("\0", "").strip()[:100],
        "past": given.get("past") == "1",
        "today": clock.today(),
    }
    if given.get("view") == "month":
        first = _month(given.get("month", ""))
        context |= {
            "first": first,
            "weeks": month_of_events(actor, first, campaign=campaign),
            "before": _shifted(first, -1),
            "after": _shifted(first, 1),
        }
        return render(request, "campaigns/events_month.html", context)
    context["page"] = page_of_events(
        actor,
        campaign=campaign,
        past=bool(context["past"]),
        words=str(context["words"]),
        number=given.get("page", "1"),
    )
    return render(request, "campaigns/events.html", context)


def _month(text: str) -> date:
    """The first day of the month that an address names; this month where it names none."""
    try:
        first = date.fromisoformat(f"{text}-01")
    except ValueError:
        first = clock.today().replace(day=1)
    return first if 2000 <= first.year < 2100 else clock.today().replace(day=1)


def _shifted(first: date, months: int) -> str:
    number = first.year * 12 + first.month - 1 + months
    return f"{number // 12:04}-{number % 12 + 1:02}"


@require_http_methods(["GET", "POST"])
def event_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One event, with the form to sign up."""
    actor = actor_of(request)
    event = event_at(actor, slug)
    mine = my_sign_up(actor, event)
    form = sign_up_form(request, actor, event, mine)
    if request.method == "POST":
        sign_up = perform_form(actor, form, lambda: _command(event, form))
        if sign_up is not None and isinstance(actor, Member):
            messages.success(request, _told(sign_up))
            return redirect("events:event", slug=slug)
        if sign_up is not None:
            return render(request, "campaigns/look_in_your_letters.html", {"event": event})
    context = {
        "event": event,
        "mine": mine,
        "form": form,
        "is_over": event.ends_at <= clock.now(),
        "is_recorded": is_recorded(event),
        "has_started": event.starts_at <= clock.now(),
        **next_steps(actor, event),
    }
    return render(request, "campaigns/event.html", context, status=422 if form.errors else 200)


def next_steps(actor: Actor, event: Event) -> dict[str, object]:
    """What an event's pages say about numbers, and the steps that come next."""
    coming = coming_to(event)
    organises = runs(actor, event.campaign)
    return {
        "coming": coming,
        "shows_numbers": organises or coming.coming >= SMALL,
        "runs": organises,
        "takes_part": takes_part(actor, event.campaign),
        "shifts": open_shifts(actor, campaign=event.campaign),
        "next": [other for other in next_events(actor, campaign=event.campaign, most=3) if other != event][:2],
        "is_member": isinstance(actor, Member),
    }


def sign_up_form(request: HttpRequest, actor: Actor, event: Event, mine: SignUp | None) -> MemberSignUpForm:
    """The form for a member, with the answer that they gave; or the one for a visitor."""
    _controller_id, name = controller_of(event)
    consent = consent_wording(name)
    data = request.POST if request.method == "POST" else None
    if not isinstance(actor, Member):
        return VisitorSignUpForm(data, consent=consent)
    initial = (
        {name: getattr(mine, name) for name in ("answer", "guests", "access_needs", "wants_to_hear")} if mine else {}
    )
    return MemberSignUpForm(data, consent=consent, initial=initial)


def _command(event: Event, form: MemberSignUpForm) -> SignUpForEvent:
    given = form.cleaned_data
    return SignUpForEvent(
        event_id=event.pk,
        name=given.get("name", ""),
        email=given.get("email", ""),
        answer=given["answer"],
        guests=given["guests"],
        access_needs=given["access_needs"],
        wants_to_hear=given["wants_to_hear"],
    )


def _told(sign_up: SignUp) -> str:
    if sign_up.answer == SignUp.Answer.NOT_COMING:
        return _("Thank you for telling us that you cannot come.")
    if sign_up.waiting:
        return _("The event is full. You are on the waiting list, and we write as soon as a place is free.")
    return _("Thank you. We look forward to seeing you.")


@require_http_methods(["GET"])
def who_comes(request: HttpRequest, slug: str) -> HttpResponse:
    """Who signed up and what they need, for the organisers of this event only."""
    actor = actor_of(request)
    event = event_at(actor, slug)
    may_run_event.require(actor, event)
    context = {"event": event, "sign_ups": sign_ups_of(event), "coming": coming_to(event)}
    return render(request, "campaigns/who_comes.html", context)
