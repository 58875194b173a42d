"""The pages on which impact checks are written and published."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from causeway.domains.alliances.web.pages import form_page, question_page
from causeway.domains.impact import policies, queries
from causeway.domains.impact.commands.answer_open_question import AnswerOpenQuestion
from causeway.domains.impact.commands.ask_open_question import AskOpenQuestion
from causeway.domains.impact.commands.begin_check import BeginCheck
from causeway.domains.impact.commands.publish_check import PublishCheck
from causeway.domains.impact.commands.put_name_to_check import PutNameToCheck
from causeway.domains.impact.commands.reword_effect import RewordEffect
from causeway.domains.impact.commands.strike_effect import StrikeEffect
from causeway.domains.impact.commands.strike_question import StrikeQuestion
from causeway.domains.impact.commands.sum_up_check import SumUpCheck
from causeway.domains.impact.commands.take_name_off_check import TakeNameOffCheck
from causeway.domains.impact.commands.weigh_point import WeighPoint
from causeway.domains.impact.commands.withdraw_check import WithdrawCheck
from causeway.domains.impact.commands.write_effect import WriteEffect
from causeway.domains.impact.frame import POINTS
from causeway.domains.impact.models import ImpactCheck
from causeway.domains.impact.subjects import subject_at
from causeway.domains.impact.web.forms import (
    AnswerForm,
    EffectForm,
    NameForm,
    PublishForm,
    QuestionForm,
    SumUpForm,
    WeighForm,
    WithdrawForm,
)
from causeway.domains.impact.web.views import crumbs_below, crumbs_to
from causeway.kernel.errors import Conflict, Missing
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form

FORM = ["GET", "HEAD", "POST"]


def _form(
    request: HttpRequest, form: BaseForm, check: ImpactCheck, *, heading: str, button: str, **more: Any
) -> HttpResponse:
    back = check.get_absolute_url()
    return form_page(request, form, heading=heading, button=button, crumbs=crumbs_below(check), back=back, **more)


@require_http_methods(FORM)
def begin(request: HttpRequest, kind: str, subject_id: UUID) -> HttpResponse:
    actor, subject = actor_of(request), subject_at(kind, subject_id)
    policies.may_begin_check.require(actor, subject)
    known = queries.check_about(kind, subject_id)
    if known:
        return redirect(known)
    form = NameForm(request.POST or None)
    try:
        made = perform_form(actor, form, lambda: BeginCheck(kind=kind, subject_id=subject_id, **form.as_fields()))
    except Conflict as conflict:
        messages.info(request, conflict.sentence)
        return redirect(request.path)
    if made:
        messages.success(request, _("The check is begun. Now say who gains and who loses."))
        return redirect(made)
    return form_page(
        request,
        form,
        heading=_("Begin an impact check"),
        button=_("Begin"),
        lede=_(
            "Who gains and who loses by it, now and in a generation. It is written by named people: you are the first."
        ),
        crumbs=crumbs_to(subject),
        back=subject.row.get_absolute_url(),
    )


@require_http_methods(FORM)
def put_name(request: HttpRequest, check_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    check = queries.check_at(actor, check_id)
    policies.may_put_name.require(actor, check)
    mine = queries.my_name_on(actor, check)
    form = NameForm(request.POST or None, initial={"name": mine} if mine else None)
    if perform_form(actor, form, lambda: PutNameToCheck(check_id=check.pk, **form.as_fields())):
        messages.success(request, _("Your name stands with the check. You can write in it now."))
        return redirect(check)
    return _form(request, form, check, heading=_("Put your name to this check"), button=_("Save"))


@require_http_methods(FORM)
def take_name_off(request: HttpRequest, check_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    check = queries.check_at(actor, check_id)
    policies.may_take_name_off.require(actor, check)
    if request.method == "POST":
        perform(actor, TakeNameOffCheck(check_id=check.pk))
        messages.success(request, _("Your name is off this check, in every edition."))
        return redirect(check)
    return question_page(
        request,
        heading=_("Take your name off?"),
        lede=_("It is shown in no edition any more. What was written stays, and you can put your name to it again."),
        button=_("Take it off"),
        crumbs=crumbs_below(check),
        back=check.get_absolute_url(),
    )


@require_http_methods(FORM)
def write(request: HttpRequest, check_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    check = queries.check_at(actor, check_id)
    policies.may_write_check.require(actor, check)
    form = EffectForm(request.POST or None)
    if perform_form(actor, form, lambda: WriteEffect(check_id=check.pk, **form.cleaned_data)):
        messages.success(request, _("The effect is written down."))
        return redirect(check)
    lede = _("One group, in one place, at one time. Write another one for the same group later on.")
    return _form(request, form, check, heading=_("Who gains, who loses?"), button=_("Save"), lede=lede)


@require_http_methods(FORM)
def reword(request: HttpRequest, effect_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    effect = queries.effect_at(actor, effect_id)
    policies.may_write_check.require(actor, effect)
    form = EffectForm(request.POST or None)
    form.initial = {name: getattr(effect, name) for name in form.fields}
    if perform_form(actor, form, lambda: RewordEffect(effect_id=effect.pk, **form.cleaned_data)):
        messages.success(request, _("The effect is reworded."))
        return redirect(effect.check_of)
    return _form(request, form, effect.check_of, heading=_("Reword this effect"), button=_("Save"))


@require_http_methods(FORM)
def strike(request: HttpRequest, effect_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    effect = queries.effect_at(actor, effect_id)
    policies.may_write_check.require(actor, effect)
    check = effect.check_of
    if request.method == "POST":
        perform(actor, StrikeEffect(effect_id=effect.pk))
        messages.success(request, _("The effect is struck out. Editions that were published keep it."))
        return redirect(check)
    return question_page(
        request,
        heading=_("Strike this effect out?"),
        lede=effect.text,
        button=_("Strike it out"),
        crumbs=crumbs_below(check),
        back=check.get_absolute_url(),
        danger=True,
    )


@require_http_methods(FORM)
def ask(request: HttpRequest, check_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    check = queries.check_at(actor, check_id)
    policies.may_ask.require(actor, check)
    form = QuestionForm(request.POST or None)
    if perform_form(actor, form, lambda: AskOpenQuestion(check_id=check.pk, **form.cleaned_data)):
        messages.success(request, _("The question is written down, without your name."))
        return redirect(check)
    return _form(request, form, check, heading=_("What is still open?"), button=_("Ask"))


@require_http_methods(FORM)
def answer(request: HttpRequest, question_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    question = queries.question_at(actor, question_id)
    policies.may_write_check.require(actor, question)
    form = AnswerForm(request.POST or None)
    form.initial = {name: getattr(question, name) for name in form.fields}
    if perform_form(actor, form, lambda: AnswerOpenQuestion(question_id=question.pk, **form.cleaned_data)):
        messages.success(request, _("Saved."))
        return redirect(question.check_of)
    heading = _("Answer a question")
    return _form(request, form, question.check_of, heading=heading, button=_("Save"), lede=question.text)


@require_http_methods(FORM)
def strike_question(request: HttpRequest, question_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    question = queries.question_at(actor, question_id)
    policies.may_write_check.require(actor, question)
    check = question.check_of
    if request.method == "POST":
        perform(actor, StrikeQuestion(question_id=question.pk))
        messages.success(request, _("The question is struck out."))
        return redirect(check)
    return question_page(
        request,
        heading=_("Strike this question out?"),
        lede=question.text,
        button=_("Strike it out"),
        crumbs=crumbs_below(check),
        back=check.get_absolute_url(),
        danger=True,
    )


@require_http_methods(FORM)
def sum_up(request: HttpRequest, check_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    check = queries.check_at(actor, check_id)
    policies.may_write_check.require(actor, check)
    form = SumUpForm(request.POST or None, initial={"gist": check.gist, "uses_frame": check.uses_frame})
    if perform_form(actor, form, lambda: SumUpCheck(check_id=check.pk, **form.cleaned_data)):
        messages.success(request, _("The summary is saved."))
        return redirect(check)
    return _form(request, form, check, heading=_("Sum it up"), button=_("Save"))


@require_http_methods(FORM)
def weigh(request: HttpRequest, check_id: UUID, point: str) -> HttpResponse:
    actor = actor_of(request)
    check = queries.check_at(actor, check_id)
    policies.may_write_check.require(actor, check)
    if point not in POINTS:
        raise Missing
    said = queries.bearing_on(check, point)
    form = WeighForm(request.POST or None, initial={"sense": said.sense, "text": said.text} if said else None)
    if perform_form(actor, form, lambda: WeighPoint(check_id=check.pk, point=point, **form.cleaned_data)):
        messages.success(request, _("Saved."))
        return redirect(check)
    about = POINTS[point]
    return _form(request, form, check, heading=str(about.name), button=_("Save"), lede=str(about.asks))


@require_http_methods(FORM)
def publish(request: HttpRequest, check_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    check = queries.check_at(actor, check_id)
    policies.may_publish_check.require(actor, check)
    form = PublishForm(request.POST if request.method == "POST" else None, first=check.published_on is None)
    try:
        made = perform_form(actor, form, lambda: PublishCheck(check_id=check.pk, **form.cleaned_data))
    except Conflict as conflict:
        messages.error(request, conflict.sentence)
        return redirect(check)
    if made:
        messages.success(request, _("The check is published, and its summary stands with what it is about."))
        return redirect(check)
    lede = _("Whoever sees what it is about sees this edition. It stays as it is, also when a later one follows.")
    return _form(request, form, check, heading=_("Publish the check"), button=_("Publish"), lede=lede)


@require_http_methods(FORM)
def withdraw(request: HttpRequest, check_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    check = queries.check_at(actor, check_id)
    policies.may_publish_check.require(actor, check)
    form = WithdrawForm(request.POST or None)
    try:
        done = perform_form(actor, form, lambda: WithdrawCheck(check_id=check.pk, **form.cleaned_data))
    except Conflict as conflict:
        messages.error(request, conflict.sentence)
        return redirect(check)
    if done:
        messages.success(request, _("The check is withdrawn. You can publish it again."))
        return redirect(check)
    heading = _("Withdraw the check")
    return _form(request, form, check, heading=heading, button=_("Withdraw it"), danger=True)
