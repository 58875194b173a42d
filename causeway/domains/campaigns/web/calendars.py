"""Calendars: one event, a campaign's public events, and a person's own shifts and events."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from causeway.domains.campaigns.calendar_feed import calendar_of
from causeway.domains.campaigns.commands.renew_calendar_key import RenewCalendarKey
from causeway.domains.campaigns.event_queries import (
    campaign_at,
    event_at,
    my_calendar_key,
    my_events,
    owner_of_calendar,
    public_events_of,
)
from causeway.domains.campaigns.links import site
from causeway.domains.campaigns.rota_queries import turns_ahead
from causeway.kernel.actors import Visitor, signed_in
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of


def _file(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return answer


@require_http_methods(["GET", "HEAD"])
def event_file(request: HttpRequest, slug: str) -> HttpResponse:
    """One event, to put into a calendar."""
    event = event_at(actor_of(request), slug)
    return _file(calendar_of(event.title, [event]), event.slug)


@require_http_methods(["GET", "HEAD"])
def campaign_feed(request: HttpRequest, slug: str) -> HttpResponse:
    """A campaign's public events, to subscribe to. The same for everybody, signed in or not."""
    campaign = campaign_at(Visitor(), slug)
    return _file(calendar_of(campaign.name, public_events_of(campaign)), campaign.slug)


@require_http_methods(["GET", "HEAD"])
def my_calendar(request: HttpRequest, key: str) -> HttpResponse:
    """The shifts and events of whoever made this private address."""
    person_id = owner_of_calendar(key)
    answer = _file(calendar_of(_("My shifts and events"), my_events(person_id), turns_ahead(person_id)), "causeway")
    answer["Cache-Control"] = "private, no-store"
    return answer


@login_required
@require_http_methods(["GET", "POST"])
def my_calendar_page(request: HttpRequest) -> HttpResponse:
    """My events, and the private calendar address: make it, or make a new one."""
    actor = actor_of(request)
    if request.method == "POST":
        perform(actor, RenewCalendarKey())
        messages.success(request, _("Here is your new calendar address. An older one no longer works."))
        return redirect("events:mine")
    key = my_calendar_key(actor)
    address = site(reverse("events:my_calendar", kwargs={"key": key.key})) if key else ""
    return render(request, "campaigns/my_events.html", {"events": my_events(signed_in(actor)), "address": address})
