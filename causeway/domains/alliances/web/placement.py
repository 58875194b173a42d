"""The pages by which one alliance comes to stand under another."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from causeway.domains.alliances.commands.accept_placement import AcceptPlacement
from causeway.domains.alliances.commands.ask_for_place import AskForPlace
from causeway.domains.alliances.commands.decline_placement import DeclinePlacement
from causeway.domains.alliances.commands.leave_parent import LeaveParent
from causeway.domains.alliances.commands.withdraw_placement import WithdrawPlacement
from causeway.domains.alliances.policies import may_place_alliance
from causeway.domains.alliances.queries.affiliations import placement_for
from causeway.domains.alliances.queries.bodies import alliance_by_slug
from causeway.domains.alliances.queries.directory import find_alliances
from causeway.domains.alliances.web.forms import ReasonForm
from causeway.domains.alliances.web.pages import crumbs_to, form_page, question_page
from causeway.kernel.errors import Invalid
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form

GET_OR_POST = ["GET", "HEAD", "POST"]


@require_http_methods(GET_OR_POST)
def place(request: HttpRequest, slug: str) -> HttpResponse:
    actor, child = actor_of(request), alliance_by_slug(slug)
    may_place_alliance.require(actor, child)
    if request.method == "POST":
        placed = perform(actor, AskForPlace(child_id=child.pk, parent_id=_identifier(request)))
        done = placed.parent_id != child.parent_id
        messages.success(request, _("It stands there now.") if done else _("Asked. A coordinator there answers."))
        return redirect(child)
    words = request.GET.get("words", "")[:100]
    context = {
        "alliance": child,
        "words": words,
        "found": find_alliances(words, above=child),
        "crumbs": crumbs_to(child),
    }
    return render(request, "alliances/choose_parent.html", context)


def _identifier(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("parent_id", ""))
    except ValueError:
        raise Invalid(parent_id=_("There is no such alliance. Choose one from the list.")) from None


@require_http_methods(GET_OR_POST)
def leave(request: HttpRequest, slug: str) -> HttpResponse:
    actor, child = actor_of(request), alliance_by_slug(slug)
    may_place_alliance.require(actor, child)
    if request.method == "POST":
        perform(actor, LeaveParent(child_id=child.pk))
        messages.success(request, _("The alliance stands by itself now."))
        return redirect(child)
    return question_page(
        request,
        heading=_("Take this alliance out of the larger one?"),
        lede=_("It keeps its page, its organisations and its history. You can ask for a place again."),
        button=_("Take it out"),
        crumbs=crumbs_to(child),
        back=child.get_absolute_url(),
        danger=True,
    )


@require_POST
def accept(request: HttpRequest, placement_id: UUID) -> HttpResponse:
    placement = placement_for(actor_of(request), placement_id)
    perform(actor_of(request), AcceptPlacement(placement_id=placement_id))
    messages.success(request, _("Accepted: it stands under your alliance."))
    return redirect(placement.parent)


@require_POST
def withdraw(request: HttpRequest, placement_id: UUID) -> HttpResponse:
    placement = placement_for(actor_of(request), placement_id)
    perform(actor_of(request), WithdrawPlacement(placement_id=placement_id))
    messages.success(request, _("The question is withdrawn."))
    return redirect(placement.child)


@require_http_methods(GET_OR_POST)
def decline(request: HttpRequest, placement_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    placement = placement_for(actor, placement_id)
    form = ReasonForm(request.POST or None)
    if request.method == "POST":
        declined = perform_form(
            actor, form, lambda: DeclinePlacement(placement_id=placement_id, reason=form.cleaned_data["reason"])
        )
        if declined is not None:
            messages.success(request, _("Declined, with your reason."))
            return redirect(placement.parent)
    return form_page(
        request,
        form,
        heading=_("Decline %(child)s") % {"child": placement.child.name},
        button=_("Decline"),
        crumbs=crumbs_to(placement.parent),
        back=placement.parent.get_absolute_url(),
    )
