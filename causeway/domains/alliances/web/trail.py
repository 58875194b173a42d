"""The page of a body's trail."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from causeway.domains.alliances.policies import may_read_trail
from causeway.domains.alliances.queries.bodies import alliance_by_slug
from causeway.domains.alliances.queries.staff_sessions import staff_sessions_in
from causeway.domains.alliances.queries.trail import TrailFilter, trail_of
from causeway.domains.alliances.web.forms import TrailForm
from causeway.domains.alliances.web.pages import body_by, crumbs_to
from causeway.kernel.web import actor_of


@require_GET
def trail(request: HttpRequest, slug: str, room: str) -> HttpResponse:
    actor, body = actor_of(request), body_by(room, slug)
    may_read_trail.require(actor, body)
    form = TrailForm(request.GET or None)
    shown = trail_of(actor, body, _wanted(request), request.GET.get("page", "1"))
    for name, everything, choices in (
        ("command", _("Every kind"), shown.commands),
        ("person", _("Everybody"), shown.people),
    ):
        field = form.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", everything), *choices]
    context = {"it": shown, "page": shown.page, "form": form, "body": body, "crumbs": crumbs_to(body)}
    return render(request, "alliances/trail.html", context)


@require_GET
def staff_sessions(request: HttpRequest, slug: str) -> HttpResponse:
    """When those who run the platform looked into an alliance's matters, and why."""
    actor, alliance = actor_of(request), alliance_by_slug(slug)
    page = staff_sessions_in(actor, alliance, request.GET.get("page", "1"))
    crumbs = [*crumbs_to(alliance), (reverse("alliances:trail", kwargs={"slug": slug}), _("Trail of changes"))]
    context = {"page": page, "looks": page.object_list, "body": alliance, "crumbs": crumbs}
    return render(request, "alliances/staff_sessions.html", context)


def _wanted(request: HttpRequest) -> TrailFilter:
    """The filter that was asked for; what cannot be read is left out, and the form says so."""
    days = {name: _day(request.GET.get(name, "")) for name in ("first", "last")}
    try:
        person_id = UUID(request.GET.get("person", ""))
    except ValueError:
        person_id = None
    return TrailFilter(command=request.GET.get("command", "")[:80], person_id=person_id, **days)


def _day(text: str) -> date | None:
    try:
        day: date | None = forms.DateField(required=False).clean(text)
    except ValidationError:
        return None
    return day
