"""The pages of recalls: asking for one, supporting it, answering it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from causeway.domains.alliances.web.pages import form_page
from causeway.domains.assemblies import committee_queries, recall_queries
from causeway.domains.assemblies import recall_policies as policies
from causeway.domains.assemblies.bodies import body_at
from causeway.domains.assemblies.commands.answer_recall import AnswerRecall
from causeway.domains.assemblies.commands.cover_grounds import CoverGrounds
from causeway.domains.assemblies.commands.open_recall import LONGEST, OpenRecall
from causeway.domains.assemblies.commands.reword_grounds import RewordGrounds
from causeway.domains.assemblies.commands.set_recall_rules import SetRecallRules
from causeway.domains.assemblies.commands.support_recall import SupportRecall
from causeway.domains.assemblies.commands.withdraw_support import WithdrawSupport
from causeway.domains.assemblies.recall_standing import rules_of
from causeway.domains.assemblies.web.bodies import crumbs_to
from causeway.domains.assemblies.web.committees import crumbs_to_committee
from causeway.domains.assemblies.web.forms import TextForm
from causeway.domains.assemblies.web.recall_forms import RulesForm
from causeway.domains.assemblies.web.views import FORM
from causeway.kernel.errors import Conflict
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


@require_http_methods(FORM)
def rules(request: HttpRequest, room: str, slug: str) -> HttpResponse:
    actor, body = actor_of(request), body_at(room, slug)
    policies.may_set_recall_rules.require(actor, body)
    known = rules_of(body)
    form = RulesForm(request.POST or None, initial={name: getattr(known, name) for name in RulesForm.base_fields})
    if perform_form(actor, form, lambda: SetRecallRules(body_id=body.pk, **form.cleaned_data)):
        messages.success(request, _("The rules of recall are settled."))
        return redirect(body.get_absolute_url())
    return form_page(
        request,
        form,
        heading=_("Rules of recall"),
        button=_("Save"),
        lede=_("They hold for petitions that are opened from now on, in all committees of this body."),
        crumbs=crumbs_to(body),
        back=body.get_absolute_url(),
    )


@require_http_methods(FORM)
def open_petition(request: HttpRequest, seat_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    seat = committee_queries.seat_at(actor, seat_id)
    policies.may_open_recall.require(actor, seat)
    why_not = recall_queries.why_no_recall(actor, seat)
    if why_not:
        raise Conflict(why_not)
    form = TextForm(
        request.POST or None,
        name="grounds",
        label=_("Why?"),
        hint=_(
            "What they did, or did not do, in this place, so that everybody can check it. Nothing about health, "
            "family, money or opinions. All who belong read it; your name is told to nobody."
        ),
        longest=LONGEST,
    )
    made = perform_form(actor, form, lambda: OpenRecall(seat_id=seat.pk, **form.cleaned_data))
    if made:
        messages.success(request, _("The petition is open, and you support it. They get a letter, and may answer."))
        return redirect(made)
    return form_page(
        request,
        form,
        heading=_("Ask for the recall of %(name)s") % {"name": seat.option.name},
        button=_("Open the petition"),
        lede=_("First talk to them, or ask for a report. If enough electors agree with you, all of them vote."),
        crumbs=crumbs_to_committee(seat.committee, within=True),
        back=seat.committee.get_absolute_url(),
    )


@require_safe
def page(request: HttpRequest, recall_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    recall = recall_queries.recall_at(actor, recall_id)
    context = {
        "recall": recall,
        "it": recall_queries.recall_shown(actor, recall),
        "crumbs": crumbs_to_committee(recall.seat.committee, within=True),
    }
    return render(request, "assemblies/recall.html", context)


@require_POST
def support(request: HttpRequest, recall_id: UUID) -> HttpResponse:
    perform(actor_of(request), SupportRecall(recall_id=recall_id))
    messages.success(request, _("You support the recall. Nobody learns that you do."))
    return redirect("recalls:page", recall_id=recall_id)


@require_POST
def withdraw(request: HttpRequest, recall_id: UUID) -> HttpResponse:
    perform(actor_of(request), WithdrawSupport(recall_id=recall_id))
    messages.success(request, _("You do not support the recall any more. Nothing of it is kept."))
    return redirect("recalls:page", recall_id=recall_id)


@require_http_methods(FORM)
def answer(request: HttpRequest, recall_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    recall = recall_queries.recall_at(actor, recall_id)
    policies.may_answer_recall.require(actor, recall)
    form = TextForm(
        request.POST or None,
        name="reply",
        label=_("Your answer"),
        hint=_(
            "It stands beside the reasons, on this page and on that of the vote. It can change until the vote opens."
        ),
        longest=LONGEST,
        initial={"reply": recall.reply},
    )
    if perform_form(actor, form, lambda: AnswerRecall(recall_id=recall.pk, **form.cleaned_data)):
        messages.success(request, _("Your answer stands beside the reasons."))
        return redirect(recall)
    return form_page(
        request,
        form,
        heading=_("Answer the recall"),
        button=_("Save"),
        lede=recall.grounds,
        crumbs=[*crumbs_to_committee(recall.seat.committee, within=True), (recall.get_absolute_url(), _("Recall"))],
        back=recall.get_absolute_url(),
    )


@require_http_methods(FORM)
def cover(request: HttpRequest, recall_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    recall = recall_queries.recall_at(actor, recall_id)
    policies.may_cover_grounds.require(actor, recall)
    form = TextForm(request.POST or None, name="reason", label=_("What must not stand there?"), longest=300)
    if perform_form(actor, form, lambda: CoverGrounds(recall_id=recall.pk, **form.cleaned_data)):
        messages.success(request, _("The reasons are covered. Whoever gave them may word them anew."))
        return redirect(recall)
    return form_page(
        request,
        form,
        heading=_("Cover the reasons"),
        button=_("Cover them"),
        lede=_(
            "Only where they tell private things or insult. What you write here stands in their place, and the "
            "petition goes on. The text is deleted."
        ),
        crumbs=[*crumbs_to_committee(recall.seat.committee, within=True), (recall.get_absolute_url(), _("Recall"))],
        back=recall.get_absolute_url(),
        danger=True,
    )


@require_http_methods(FORM)
def reword(request: HttpRequest, recall_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    recall = recall_queries.recall_at(actor, recall_id)
    policies.may_reword_grounds.require(actor, recall)
    form = TextForm(request.POST or None, name="grounds", label=_("Why?"), longest=LONGEST)
    if perform_form(actor, form, lambda: RewordGrounds(recall_id=recall.pk, **form.cleaned_data)):
        messages.success(request, _("The reasons stand on the page again."))
        return redirect(recall)
    return form_page(
        request,
        form,
        heading=_("Word the reasons anew"),
        button=_("Save"),
        lede=recall.cover_reason,
        crumbs=[*crumbs_to_committee(recall.seat.committee, within=True), (recall.get_absolute_url(), _("Recall"))],
        back=recall.get_absolute_url(),
    )
