"""The two plain pages that most changes need: a form, and a question with one button."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import Body
from causeway.domains.alliances.models import Alliance, Meeting
from causeway.domains.alliances.queries.bodies import alliance_by_slug, organisation_by_slug

Crumbs = Sequence[tuple[str, str]]


def body_by(room: str, slug: str) -> Body:
    """The alliance or the organisation at that address. Raises Missing."""
    return alliance_by_slug(slug) if room == "alliances" else organisation_by_slug(slug)


def crumbs_to(body: Body | None = None, meeting: Meeting | None = None, *, offices: bool = False) -> Crumbs:
    """The way down to a page below a body."""
    organisations = body is not None and not isinstance(body, Alliance)
    crumbs = [(reverse("alliances:directory"), _("Alliances"))]
    if organisations:
        crumbs = [(reverse("organisations:directory"), _("Organisations"))]
    if body is not None:
        crumbs.append((body.get_absolute_url(), body.name))
    if body is not None and offices:
        crumbs.append((reverse(f"{body.room}:offices", kwargs={"slug": body.slug}), _("Offices")))
    if meeting is not None and body is not None:
        crumbs.append((reverse(f"{body.room}:meetings", kwargs={"slug": body.slug}), _("Meetings")))
        crumbs.append((meeting.get_absolute_url(), meeting.title))
    return crumbs


def form_page(
    request: HttpRequest,
    form: BaseForm,
    *,
    heading: str,
    button: str,
    crumbs: Crumbs,
    back: str,
    lede: str = "",
    danger: bool = False,
    **more: Any,
) -> HttpResponse:
    """A page with one form; after errors it is shown again with them, and says so in its status."""
    context = {
        "form": form,
        "heading": heading,
        "button": button,
        "crumbs": crumbs,
        "back": back,
        "lede": lede,
        "danger": danger,
        **more,
    }
    return render(request, "alliances/form.html", context, status=422 if form.errors else 200)


def question_page(
    request: HttpRequest, *, heading: str, lede: str, button: str, crumbs: Crumbs, back: str, danger: bool = False
) -> HttpResponse:
    """A page that asks, with one button that does it."""
    context = {"heading": heading, "lede": lede, "button": button, "crumbs": crumbs, "back": back, "danger": danger}
    return render(request, "alliances/question.html", context)
