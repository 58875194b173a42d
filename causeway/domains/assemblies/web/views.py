"""The pages of votes: the list, one vote, and setting one up."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from causeway.domains.alliances.web.pages import Crumbs, form_page, question_page
from causeway.domains.assemblies import policies, queries
from causeway.domains.assemblies.blueprints import blueprints_for
from causeway.domains.assemblies.bodies import body_at, body_of, has_sections, kind_of, runs_body
from causeway.domains.assemblies.commands.answer_objection import AnswerObjection
from causeway.domains.assemblies.commands.cancel_process import CancelProcess
from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.commands.move_vote import MoveVote
from causeway.domains.assemblies.commands.object_to_roll import ObjectToRoll
from causeway.domains.assemblies.commands.set_up_process import SetUpProcess
from causeway.domains.assemblies.commands.settle_roll import SettleRoll
from causeway.domains.assemblies.course import has_ballot, stage_of
from causeway.domains.assemblies.levels import level_sentence, levels_from, why_here_hint
from causeway.domains.assemblies.models import Process, Roll
from causeway.domains.assemblies.results import result_shown
from causeway.domains.assemblies.web.bodies import crumbs_to
from causeway.domains.assemblies.web.forms import DatesForm, SetUpForm, TextForm
from causeway.kernel.actors import Actor
from causeway.kernel.errors import Conflict
from causeway.kernel.panels import panels_for
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form

FORM = ["GET", "HEAD", "POST"]


def crumbs_of(process: Process, *, within: bool = False) -> Crumbs:
    """The way down to a vote; ``within`` for the pages below it."""
    body = body_of(process)
    votes = (reverse("assemblies:list", kwargs={"room": body.room, "slug": body.slug}), _("Decisions"))
    above = [(process.part_of.get_absolute_url(), process.part_of.title)] if process.part_of else []
    below = [(process.get_absolute_url(), process.title)] if within else []
    return [*crumbs_to(body), votes, *above, *below]


@require_safe
def votes(request: HttpRequest, room: str, slug: str) -> HttpResponse:
    actor, body = actor_of(request), body_at(room, slug)
    policies.may_look_for_votes.require(actor, body)
    context = {
        "body": body,
        "page": queries.processes_page(actor, body, request.GET.get("page", "1")),
        "runs": runs_body(actor, body),
        "crumbs": crumbs_to(body),
    }
    return render(request, "assemblies/votes.html", context)


@require_safe
def choose(request: HttpRequest, room: str, slug: str) -> HttpResponse:
    """What a body can set up: one link for each blueprint."""
    actor, body = actor_of(request), body_at(room, slug)
    policies.may_set_up_process.require(actor, body)
    context = {"body": body, "blueprints": blueprints_for(body), "crumbs": crumbs_to(body)}
    return render(request, "assemblies/choose.html", context)


@require_http_methods(FORM)
def set_up(request: HttpRequest, room: str, slug: str) -> HttpResponse:
    actor, body = actor_of(request), body_at(room, slug)
    policies.may_set_up_process.require(actor, body)
    form = SetUpForm(request.POST or None, has_sections=has_sections(body), why_here=why_here_hint(body))
    made = perform_form(actor, form, lambda: SetUpProcess(body_id=body.pk, **form.as_fields()))
    if made:
        messages.success(request, _("The vote is set up. Now settle the roll, so that people can look at it."))
        return redirect(made)
    return form_page(
        request,
        form,
        heading=_("Set up a vote"),
        button=_("Set it up"),
        lede=_("A secret ballot by the members. This is not a statutory ballot."),
        crumbs=crumbs_to(body),
        back=body.get_absolute_url(),
    )


@require_safe
def process(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.process_at(actor, slug)
    body = body_of(found)
    context = {
        **(_of_vote(actor, found) if has_ballot(found) else {}),
        "body": body,
        "voters": kind_of(body).rule,
        "level": level_sentence(body),
        "levels": levels_from(body),
        "process": found,
        "stage": stage_of(found).name.lower(),
        "panels": panels_for("process", actor, found),
        "panels_first": not has_ballot(found) or found.roll.rule == Roll.Rule.CARDS,
        "steps": queries.steps_of(actor, found),
        "crumbs": crumbs_of(found),
    }
    return render(request, "assemblies/process.html", context)


def _of_vote(actor: Actor, process: Process) -> dict[str, Any]:
    """What the page of a process that has a ballot shows besides."""
    shown, ballot = queries.process_shown(actor, process), process.ballot
    result = result_shown(ballot, shown.options) if ballot.counted_at else None
    return {"it": shown, "ballot": ballot, "result": result}


@require_http_methods(FORM)
def settle(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.vote_at(actor, slug)
    policies.may_run_process.require(actor, found)
    if request.method == "POST":
        try:
            roll = perform(actor, SettleRoll(process_id=found.pk))
        except Conflict as conflict:
            messages.error(request, conflict.sentence)
        else:
            messages.success(request, _settled(roll))
        return redirect(found)
    return question_page(
        request,
        heading=_("Settle the roll?"),
        lede=_(
            "The rule is applied to who belongs now. Whoever joins later has no vote. Until the vote opens people may "
            "object, and you may settle the roll again."
        ),
        button=_("Settle the roll"),
        crumbs=crumbs_of(found, within=True),
        back=found.get_absolute_url(),
    )


def _settled(roll: Roll) -> str:
    """How many may vote, in a sentence."""
    if roll.rule == Roll.Rule.CARDS:
        said = ngettext(
            "The roll is settled: %(n)s organisation has a card.",
            "The roll is settled: %(n)s organisations have cards.",
            roll.electors,
        )
    else:
        said = ngettext(
            "The roll is settled: %(n)s person may vote.", "The roll is settled: %(n)s people may vote.", roll.electors
        )
    return said % {"n": roll.electors}


@require_http_methods(FORM)
def object_to_roll(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.vote_at(actor, slug)
    policies.may_object_to_roll.require(actor, found.roll)
    form = TextForm(
        request.POST or None,
        name="text",
        label=_("What is wrong with the roll?"),
        hint=_("Only those who run the vote read this, and you read their answer. Do not name other people."),
    )
    if perform_form(actor, form, lambda: ObjectToRoll(process_id=found.pk, **form.cleaned_data)):
        messages.success(request, _("Your objection waits for an answer. The vote does not open before it has one."))
        return redirect(found)
    return form_page(
        request,
        form,
        heading=_("Object to the roll"),
        button=_("Object"),
        crumbs=crumbs_of(found, within=True),
        back=found.get_absolute_url(),
    )


@require_http_methods(FORM)
def answer(request: HttpRequest, objection_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    objection = queries.objection_at(actor, objection_id)
    found = objection.roll.process
    form = TextForm(
        request.POST or None,
        name="answer",
        label=_("Your answer"),
        hint=_("What was done about it, or why nothing is wrong. If the roll must change, settle it again first."),
        initial={"answer": objection.answer},
    )
    if perform_form(actor, form, lambda: AnswerObjection(objection_id=objection.pk, **form.cleaned_data)):
        messages.success(request, _("The objection is answered."))
        return redirect(found)
    return form_page(
        request,
        form,
        heading=_("Answer an objection"),
        button=_("Answer"),
        lede=objection.text,
        crumbs=crumbs_of(found, within=True),
        back=found.get_absolute_url(),
    )


@require_http_methods(FORM)
def move(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.vote_at(actor, slug)
    policies.may_run_process.require(actor, found)
    form = DatesForm(request.POST or None)
    if perform_form(actor, form, lambda: MoveVote(process_id=found.pk, **form.dates())):
        messages.success(request, _("The vote is moved."))
        return redirect(found)
    return form_page(
        request,
        form,
        heading=_("Move the vote"),
        button=_("Move it"),
        crumbs=crumbs_of(found, within=True),
        back=found.get_absolute_url(),
    )


@require_http_methods(FORM)
def cancel(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.process_at(actor, slug)
    policies.may_run_process.require(actor, found)
    form = TextForm(request.POST or None, name="reason", label=_("Why is it cancelled?"), longest=300)
    if perform_form(actor, form, lambda: CancelProcess(process_id=found.pk, **form.cleaned_data)):
        messages.success(request, _("The vote is cancelled."))
        return redirect(found)
    return form_page(
        request,
        form,
        heading=_("Cancel this vote"),
        button=_("Cancel the vote"),
        lede=_("Papers that were cast already are destroyed unread. This cannot be undone."),
        crumbs=crumbs_of(found, within=True),
        back=found.get_absolute_url(),
        danger=True,
    )


@require_http_methods(["POST"])
def count(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = queries.vote_at(actor, slug)
    perform(actor, CountBallot(ballot_id=found.pk))
    messages.success(request, _("The vote is counted."))
    return redirect(found)
