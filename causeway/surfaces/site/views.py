"""The pages that belong to no room, and the pages for errors."""

from __future__ import annotations

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from causeway.domains.alliances.queries.affiliations import waiting_for
from causeway.domains.alliances.queries.standing import my_bodies
from causeway.domains.alliances.web.acting import acting_for
from causeway.domains.campaigns.queries import visible_campaigns
from causeway.domains.campaigns.work_queries import invitations_for, requests_for
from causeway.domains.petitions.queries import visible_petitions, with_total
from causeway.domains.services.queries import threats_with_clock
from causeway.domains.services.queries.threats import ThreatWithClock
from causeway.kernel.actors import Actor, Visitor
from causeway.kernel.web import actor_of
from causeway.surfaces.site.search import search
from causeway.surfaces.site.today import needs_of

SHOWN = 6
SHOWN_PETITIONS = 2
SHOWN_WON = 3
WON = ("won", "partly")


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """For a visitor what is going on; for who is signed in what needs them today."""
    actor = actor_of(request)
    if isinstance(actor, Visitor):
        campaigns = visible_campaigns(actor).select_related("alliance")
        shown = {
            "threats": decided_soon(actor),
            "campaigns": campaigns.filter(stage="open").exclude(outcome__in=WON)[:SHOWN],
            "won": campaigns.filter(outcome__in=WON)[:SHOWN_WON],
            "petitions": with_total(visible_petitions(actor).filter(closed_at=None))[:SHOWN_PETITIONS],
        }
        return render(request, "site/home.html", {key: list(rows) for key, rows in shown.items()})
    bodies = my_bodies(actor)
    shown_today = {
        "needs": needs_of(actor, request.user.email if request.user.is_authenticated else ""),
        "bodies": bodies,
        "acting": acting_for(request),
        "coordinates": any(mine.is_alliance and mine.runs_it for mine in bodies),
        "handles": any("handler" in mine.roles for mine in bodies),
    }
    return render(request, "site/today.html", shown_today)


def decided_soon(actor: Actor) -> list[ThreatWithClock]:
    """The threats with a date to come, soonest first; where none has one, those that stand."""
    threats = threats_with_clock(actor, None, SHOWN)
    return [threat for threat in threats if threat.next_on] or threats


@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """The questions that wait for somebody's yes or no, one by one."""
    actor = actor_of(request)
    if isinstance(actor, Visitor):
        return redirect_to_login(request.get_full_path())
    shown = {
        "proposals": waiting_for(actor),
        "requests": requests_for(actor),
        "invitations": invitations_for(actor),
    }
    return render(request, "site/waiting.html", shown)


@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """Search across the rooms."""
    words = request.GET.get("q", "")
    return render(request, "site/search.html", {"words": words, "found": search(actor_of(request), words)})


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "site/error.html", {"error": exception}, status=403)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "site/missing.html", status=404)


def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "site/unreadable.html", status=400)


def not_from_here(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without the token that our page gave it: mostly one that stood open too long, or no cookie."""
    return render(request, "site/not_from_here.html", status=403)


def broken(request: HttpRequest) -> HttpResponse:
    return render(request, "site/broken.html", status=500)
