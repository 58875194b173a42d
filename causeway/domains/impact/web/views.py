"""The pages on which impact checks are read."""

from __future__ import annotations

import csv
import io
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from causeway.domains.alliances.web.pages import Crumbs
from causeway.domains.impact import queries
from causeway.domains.impact.frame import ACT_URL, GOALS, WAYS
from causeway.domains.impact.matrix import by_group, by_place
from causeway.domains.impact.models import ImpactCheck
from causeway.domains.impact.queries import CheckShown
from causeway.domains.impact.subjects import Subject, kinds, subject_at
from causeway.kernel.errors import Missing
from causeway.kernel.spreadsheets import harmless
from causeway.kernel.web import actor_of


def crumbs_to(subject: Subject, check: ImpactCheck | None = None) -> Crumbs:
    """The way down to a check; with the check itself for the pages below it."""
    above = [(reverse("impact:directory"), _("Impact checks")), (subject.row.get_absolute_url(), subject.title)]
    return [*above, (check.get_absolute_url(), _("Impact check"))] if check else above


def crumbs_below(check: ImpactCheck) -> Crumbs:
    """The way down to the pages below a check."""
    return crumbs_to(subject_at(check.kind, check.subject_id), check)


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    known = {kind.name: kind.title for kind in kinds()}
    wanted = request.GET.get("kind", "")
    wanted = wanted if wanted in known else ""
    context = {
        "page": queries.checks_page(actor_of(request), request.GET.get("page", "1"), wanted),
        "kinds": known.items(),
        "wanted": wanted,
    }
    return render(request, "impact/directory.html", context)


@require_safe
def check(request: HttpRequest, check_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    shown = queries.check_shown(actor, queries.check_at(actor, check_id))
    return _page(request, shown, crumbs_to(shown.subject))


@require_safe
def edition(request: HttpRequest, check_id: UUID, number: int) -> HttpResponse:
    actor = actor_of(request)
    shown = queries.check_shown(actor, queries.check_at(actor, check_id), number=number)
    return _page(request, shown, crumbs_to(shown.subject, shown.check))


def _page(request: HttpRequest, shown: CheckShown, crumbs: Crumbs) -> HttpResponse:
    effects = shown.content.effects
    context = {
        "it": shown,
        "check": shown.check,
        "content": shown.content,
        "groups": by_group(effects),
        "places": by_place(effects) if any(told.place for told in effects) else [],
        "frame": (*GOALS, *WAYS) if shown.check.uses_frame else (),
        "act_url": ACT_URL,
        "crumbs": crumbs,
    }
    return render(request, "impact/check.html", context)


@require_safe
def effects_csv(request: HttpRequest, check_id: UUID) -> HttpResponse:
    """What the page shows, as a table for a spreadsheet."""
    actor = actor_of(request)
    shown = queries.check_shown(actor, queries.check_at(actor, check_id))
    if shown.check.withdrawn_on and not shown.may_write:
        raise Missing
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow(["group", "place", "when", "gains or loses", "how much", "what happens", "rests on", "link"])
    for told in shown.content.effects:
        cells = [told.who, told.place, told.when, told.direction, told.size, told.text, told.source, told.source_url]
        rows.writerow([harmless(cell) for cell in cells])
    response = HttpResponse(written.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="impact-check.csv"'
    return response
