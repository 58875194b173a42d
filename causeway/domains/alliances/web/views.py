"""The pages of alliances."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import formset_factory
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from causeway.domains.alliances.commands.edit_alliance import EditAlliance
from causeway.domains.alliances.commands.found_alliance import FoundAlliance
from causeway.domains.alliances.commands.list_employer_domains import ListEmployerDomains
from causeway.domains.alliances.commands.set_out_strategy import MOST_STRANDS, SetOutStrategy, StrandText
from causeway.domains.alliances.models import Alliance
from causeway.domains.alliances.policies import may_found_alliance, may_keep_page
from causeway.domains.alliances.queries.bodies import alliance_by_slug, alliance_page
from causeway.domains.alliances.queries.directory import alliances_page, tree
from causeway.domains.alliances.standing import officer_of
from causeway.domains.alliances.web.forms import AllianceForm, DomainsForm, FoundForm, StrandForm
from causeway.domains.alliances.web.pages import crumbs_to, form_page
from causeway.kernel.errors import Invalid
from causeway.kernel.panels import panels_for
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form

GET_OR_POST = ["GET", "HEAD", "POST"]
STRATEGY_EXAMPLE = (
    "Alternative economic agenda",
    "Workplace organising",
    "Community coalition",
    "Political strategy",
)


@require_GET
def directory(request: HttpRequest) -> HttpResponse:
    asked = request.GET
    words, level, under = asked.get("q", "")[:100], asked.get("level", ""), asked.get("under", "")[:80]
    page = alliances_page(words=words, level=level, under=under, number=asked.get("page", "1"))
    context = {"page": page, "words": words, "level": level, "under": under, "levels": Alliance.Level.choices}
    return render(request, "alliances/directory.html", context)


@require_GET
def tree_page(request: HttpRequest) -> HttpResponse:
    return render(request, "alliances/tree.html", {"tree": tree(), "crumbs": crumbs_to()})


@require_http_methods(GET_OR_POST)
def found(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    may_found_alliance.require(actor)
    form = FoundForm(request.POST or None)
    if request.method == "POST":
        alliance = perform_form(actor, form, lambda: FoundAlliance(**form.cleaned_data))
        if alliance is not None:
            messages.success(request, _("The alliance is founded, and you are its coordinator."))
            return redirect(alliance)
    return form_page(
        request,
        form,
        heading=_("Found an alliance"),
        button=_("Found this alliance"),
        lede=_(
            "An alliance joins the users of public services, the workers in them and the community around them. "
            "You become its first coordinator, and can pass that on."
        ),
        crumbs=crumbs_to(),
        back=crumbs_to()[-1][0],
    )


@require_GET
def page(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    shown = alliance_page(actor, slug)
    standing = {row.organisation_id for section in shown.sections for row in section.affiliations}
    mine = officer_of(actor) if request.user.is_authenticated and not shown.runs_it else []
    context = {
        "it": shown,
        "alliance": shown.alliance,
        "can_apply": any(row.pk not in standing for row in mine),
        "panels": panels_for("alliance", actor, shown.alliance),
    }
    return render(request, "alliances/alliance.html", context)


@require_http_methods(GET_OR_POST)
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    actor, alliance = actor_of(request), alliance_by_slug(slug)
    may_keep_page.require(actor, alliance)
    before = {"name": alliance.name, "area": alliance.area, "about": alliance.about}
    form = AllianceForm(request.POST or None, initial=before)
    if request.method == "POST":
        edited = perform_form(actor, form, lambda: EditAlliance(body_id=alliance.pk, **form.cleaned_data))
        if edited is not None:
            messages.success(request, _("The page is changed."))
            return redirect(edited)
    return form_page(
        request,
        form,
        heading=_("Edit this alliance"),
        button=_("Save"),
        crumbs=crumbs_to(alliance),
        back=alliance.get_absolute_url(),
    )


@require_http_methods(GET_OR_POST)
def strategy(request: HttpRequest, slug: str) -> HttpResponse:
    actor, alliance = actor_of(request), alliance_by_slug(slug)
    may_keep_page.require(actor, alliance)
    make = formset_factory(StrandForm, extra=0, min_num=4, max_num=MOST_STRANDS, absolute_max=MOST_STRANDS)
    before: list[dict[str, Any]] = [{"title": row.title, "text": row.text} for row in alliance.strands.all()]
    rows = min(MOST_STRANDS, max(4, len(before) + 1))
    forms = make(request.POST or None, initial=[*before, *([{}] * (rows - len(before)))])
    problem = ""
    if request.method == "POST" and forms.is_valid():
        strands = tuple(
            StrandText(title=row["title"], text=row.get("text", "")) for row in forms.cleaned_data if row.get("title")
        )
        try:
            perform(actor, SetOutStrategy(alliance_id=alliance.pk, strands=strands))
        except Invalid as invalid:
            problem = invalid.sentence
        else:
            messages.success(request, _("The strategy is set out."))
            return redirect(alliance)
    context = {
        "alliance": alliance,
        "forms": forms,
        "problem": problem,
        "example": STRATEGY_EXAMPLE,
        "crumbs": crumbs_to(alliance),
    }
    return render(request, "alliances/strategy.html", context, status=422 if forms.is_bound else 200)


@require_http_methods(GET_OR_POST)
def domains(request: HttpRequest, slug: str) -> HttpResponse:
    actor, alliance = actor_of(request), alliance_by_slug(slug)
    may_keep_page.require(actor, alliance)
    form = DomainsForm(request.POST or None, initial={"domains": "\n".join(alliance.employer_domains)})
    if request.method == "POST":

        def build() -> ListEmployerDomains:
            listed = tuple(form.cleaned_data["domains"].split())
            return ListEmployerDomains(alliance_id=alliance.pk, domains=listed)

        if perform_form(actor, form, build) is not None:
            messages.success(request, _("The list is saved."))
            return redirect(alliance)
    return form_page(
        request,
        form,
        heading=_("Employers’ e-mail domains"),
        button=_("Save the list"),
        lede=_("Whoever uses an address at one of these is warned that the employer may read along."),
        crumbs=crumbs_to(alliance),
        back=alliance.get_absolute_url(),
    )
