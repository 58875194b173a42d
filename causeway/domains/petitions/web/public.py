"""The pages that everybody may open: the list, a petition, who signed it."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any
from uuid import UUID

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from causeway.domains.petitions import handin_queries, policies, postcodes, queries
from causeway.domains.petitions.course import course_of
from causeway.domains.petitions.models import Petition
from causeway.domains.petitions.web.forms import SignForm
from causeway.kernel.actors import Actor
from causeway.kernel.errors import Missing
from causeway.kernel.web import actor_of

STAGES = ("open", "closed", "draft")


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("words", "").replace("\0", "")[:100]
    stage = request.GET.get("stage", "")
    number = request.GET.get("page", "1")
    page = queries.petitions_page(
        actor_of(request),
        words=words,
        stage=stage if stage in STAGES else "",
        number=int(number) if number.isdecimal() and len(number) < 7 else 1,
    )
    return render(request, "petitions/directory.html", {"page": page, "words": words, "stage": stage})


@require_safe
def petition(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.petition_by_slug(actor, slug)
    form = form_of(found) if may_be_signed(found) else None
    return render(request, "petitions/petition.html", petition_page(actor, found, form))


def form_of(petition: Petition, given: QueryDict | None = None) -> SignForm:
    """The form to sign with, with the boxes that this petition offers."""
    offered = queries.offered_organisations(petition)
    return SignForm(given, offered=offered, run_by=petition.campaign.alliance.name)


def petition_page(actor: Actor, petition: Petition, form: SignForm | None) -> dict[str, Any]:
    """What a petition's page shows."""
    updates, hand_ins = queries.public_updates(petition), handin_queries.hand_ins_of(actor, petition)
    return {
        "petition": petition,
        "form": form,
        "totals": queries.totals(petition),
        "names": queries.names_shown(petition, most=queries.RECENT_NAMES),
        "endorsements": queries.endorsements(petition) if petition.kind == Petition.Kind.OPEN_LETTER else [],
        "course": course_of(petition, updates, hand_ins),
        "may_run": policies.may_run_petition(actor, petition),
        "address": settings.SITE_URL + reverse("petitions:petition", kwargs={"slug": petition.slug}),
    }


def may_be_signed(petition: Petition) -> bool:
    """Whether the page shows the form."""
    return petition.is_open and not policies.has_run_out(petition)


@require_safe
def names(request: HttpRequest, slug: str) -> HttpResponse:
    found = queries.public_petition(slug)
    rows = queries.names_shown(found, before=read_place(request.GET.get("before", "")))
    shown = [{"name": row.name, "area": postcodes.name_of(row.area), "on": row.confirmed_at} for row in rows]
    last = rows[-1] if len(rows) == queries.NAMES_A_PAGE else None
    before = f"{last.confirmed_at.isoformat()}_{last.pk}" if last and last.confirmed_at else ""
    return render(request, "petitions/names.html", {"petition": found, "names": shown, "before": before})


def read_place(text: str) -> tuple[datetime, UUID] | None:
    """Where the last page of names ended, as its link says. Raises Missing where that is not from us."""
    if not text:
        return None
    moment, _, identifier = text.partition("_")
    try:
        at = datetime.fromisoformat(moment)
        place = UUID(identifier)
    except ValueError:
        raise Missing from None
    if at.tzinfo is None:
        raise Missing
    return at, place


@cache_control(max_age=86_400, public=True)
@require_safe
def qr(request: HttpRequest, slug: str) -> HttpResponse:
    """The petition's address as a square code, for posters and sheets."""
    found = queries.public_petition(slug)
    drawn = io.BytesIO()
    address = settings.SITE_URL + reverse("petitions:petition", kwargs={"slug": found.slug})
    segno.make(address, error="m").save(drawn, kind="svg", scale=6, border=2, light="#fff")
    return HttpResponse(drawn.getvalue(), content_type="image/svg+xml")
