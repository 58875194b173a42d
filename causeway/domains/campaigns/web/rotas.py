"""Pages of rotas: draw one up, see its weeks and gaps, print it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from causeway.domains.campaigns.commands.draw_up_rota import DrawUpRota
from causeway.domains.campaigns.commands.end_rota import EndRota
from causeway.domains.campaigns.event_queries import campaign_at, events_to_staff
from causeway.domains.campaigns.models import Event, Rota
from causeway.domains.campaigns.policies import may_run_campaign, may_take_part
from causeway.domains.campaigns.rota_policies import may_run_rota
from causeway.domains.campaigns.rota_queries import (
    next_day_of,
    past_rotas_of,
    rota_at,
    rotas_of,
    sees_names,
    slots_between,
    week_of,
)
from causeway.domains.campaigns.standing import runs
from causeway.domains.campaigns.web.rota_forms import RotaForm
from causeway.kernel import clock
from causeway.kernel.errors import Refused
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form

ROSTER_DAYS = 14


@login_required
@require_http_methods(["GET"])
def rotas_of_campaign(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    campaign = campaign_at(actor, slug)
    may_take_part.require(actor, campaign)
    context = {
        "campaign": campaign,
        "rotas": rotas_of(actor, campaign),
        "past": past_rotas_of(actor, campaign),
        "runs": runs(actor, campaign),
    }
    return render(request, "campaigns/rotas.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def draw_up(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    campaign = campaign_at(actor, slug)
    may_run_campaign.require(actor, campaign)
    events = events_to_staff(campaign)
    staffed = next((event for event in events if str(event.pk) == request.GET.get("event")), None)
    form = RotaForm(request.POST or None, events=events, initial=first_guess(staffed) if staffed else None)
    rota = perform_form(
        actor,
        form,
        lambda: DrawUpRota(
            campaign_id=campaign.pk,
            windows=form.windows(),
            **{
                name: form.cleaned_data[name]
                for name in ("title", "event_id", "place", "about", "from_date", "to_date", "days")
            },
        ),
    )
    if rota is not None:
        messages.success(request, _("The rota is drawn up. Now ask people to take shifts."))
        return redirect("rotas:rota", rota_id=rota.pk)
    context = {"campaign": campaign, "form": form}
    return render(request, "campaigns/rota_form.html", context, status=422 if form.errors else 200)


def first_guess(event: Event) -> dict[str, Any]:
    """The pattern that fits an event: its days, its hours and its place, for somebody to change."""
    starts, ends = localtime(event.starts_at), localtime(event.ends_at)
    days = {(starts + timedelta(days=number)).weekday() for number in range(min(7, (ends - starts).days + 1))}
    return {
        "event_id": event.pk,
        "title": event.title,
        "place": event.place,
        "from_date": starts.date(),
        "to_date": ends.date(),
        "days": sorted(days),
        "starts_1": starts.time(),
        "ends_1": ends.time(),
    }


@login_required
@require_http_methods(["GET"])
def rota_page(request: HttpRequest, rota_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    rota = rota_at(actor, rota_id)
    context = {
        "rota": rota,
        "campaign": rota.campaign,
        "week": week_of(actor, rota, _day(request, rota)),
        "today": clock.today(),
        "runs": runs(actor, rota.campaign),
        "sees_names": sees_names(actor, rota),
    }
    return render(request, "campaigns/rota.html", context)


def _day(request: HttpRequest, rota: Rota) -> date:
    """The day that the address names, else that of the next shift, within the rota's own days."""
    try:
        wanted = date.fromisoformat(request.GET.get("week", ""))
    except ValueError:
        wanted = next_day_of(rota)
    return min(max(wanted, rota.from_date), rota.to_date)


@login_required
@require_http_methods(["GET"])
def roster(request: HttpRequest, rota_id: UUID) -> HttpResponse:
    """Two weeks for the wall, with first names or pseudonyms only."""
    actor = actor_of(request)
    rota = rota_at(actor, rota_id)
    if not sees_names(actor, rota):
        raise Refused(_("Names are for those on the rota. Take a shift, then you can print it."))
    first = _day(request, rota)
    last = first + timedelta(days=ROSTER_DAYS - 1)
    context = {"rota": rota, "first": first, "last": last, "slots": slots_between(actor, rota, first, last)}
    return render(request, "campaigns/roster.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, rota_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    rota = rota_at(actor, rota_id)
    may_run_rota.require(actor, rota)
    if request.method == "POST":
        perform(actor, EndRota(rota_id=rota.pk))
        messages.success(request, _("The rota has ended. Whoever had a shift gets a letter."))
        return redirect("rotas:of_campaign", slug=rota.campaign.slug)
    return render(request, "campaigns/rota_end.html", {"rota": rota, "campaign": rota.campaign})
