"""The pages of those who run a conversation: setting it up, its time, its codes."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from causeway.domains.alliances.web.pages import form_page, question_page
from causeway.domains.assemblies import code_queries, conversation_policies, conversation_queries, policies, queries
from causeway.domains.assemblies.bodies import body_at
from causeway.domains.assemblies.codes_on_paper import address_of as address_of_code
from causeway.domains.assemblies.codes_on_paper import picture_of
from causeway.domains.assemblies.commands.freeze_conversation import FreezeConversation
from causeway.domains.assemblies.commands.make_codes import MakeCodes
from causeway.domains.assemblies.commands.move_conversation import MoveConversation
from causeway.domains.assemblies.commands.open_conversation import OpenConversation
from causeway.domains.assemblies.commands.seed_conversation import SeedConversation
from causeway.domains.assemblies.commands.set_up_conversation import SetUpConversation
from causeway.domains.assemblies.commands.void_codes import VoidCodes
from causeway.domains.assemblies.conversation_course import deliberation_of
from causeway.domains.assemblies.models import Conversation
from causeway.domains.assemblies.web.bodies import crumbs_to
from causeway.domains.assemblies.web.conversation_forms import (
    CodesForm,
    ConversationForm,
    MoveConversationForm,
    QuestionForm,
    SeedsForm,
    lines_of,
)
from causeway.domains.assemblies.web.conversations import address_of, crumbs_to_conversation
from causeway.domains.assemblies.web.views import FORM, crumbs_of
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


def run_by(request: HttpRequest, slug: str) -> tuple[Actor, Conversation]:
    """Who asks, and the conversation that they run. Raises Missing or Refused."""
    actor = actor_of(request)
    found = conversation_queries.conversation_at(actor, slug)
    conversation_policies.may_run_conversation.require(actor, found)
    return actor, found


@require_http_methods(FORM)
def set_up(request: HttpRequest, room: str, slug: str) -> HttpResponse:
    actor, body = actor_of(request), body_at(room, slug)
    policies.may_set_up_process.require(actor, body)
    form = ConversationForm(request.POST or None)
    made = perform_form(actor, form, lambda: SetUpConversation(body_id=body.pk, **form.as_fields()))
    if made:
        messages.success(request, _("The conversation is set up."))
        return redirect("assemblies:conversation", slug=made.slug)
    return form_page(
        request,
        form,
        heading=_("Start a conversation"),
        button=_("Set it up"),
        lede=_("One question. People write statements, and agree or disagree with each other’s, one at a time."),
        crumbs=crumbs_to(body),
        back=body.get_absolute_url(),
    )


@require_http_methods(FORM)
def open_within(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    process = queries.process_at(actor, slug)
    policies.may_run_process.require(actor, process)
    form = QuestionForm(request.POST or None)
    if perform_form(actor, form, lambda: OpenConversation(process_id=process.pk, **form.as_fields())):
        messages.success(request, _("The conversation is set up."))
        return redirect("assemblies:conversation", slug=slug)
    return form_page(
        request,
        form,
        heading=_("Start a conversation"),
        button=_("Set it up"),
        lede=process.title,
        crumbs=crumbs_of(process, within=True),
        back=process.get_absolute_url(),
    )


@require_http_methods(FORM)
def seed(request: HttpRequest, slug: str) -> HttpResponse:
    actor, found = run_by(request, slug)
    form = SeedsForm(request.POST or None)
    build = lambda: SeedConversation(process_id=found.pk, statements=lines_of(form.cleaned_data["statements"]))  # noqa: E731
    number = perform_form(actor, form, build)
    if number:
        said = ngettext("%(n)s statement is in.", "%(n)s statements are in.", number)
        messages.success(request, said % {"n": number})
        return redirect(address_of(found))
    return form_page(
        request,
        form,
        heading=_("Put statements in"),
        button=_("Put them in"),
        lede=found.question,
        crumbs=crumbs_to_conversation(actor, found, within=True),
        back=address_of(found),
    )


@require_POST
def freeze(request: HttpRequest, slug: str) -> HttpResponse:
    actor, found = run_by(request, slug)
    frozen = request.POST.get("frozen") == "yes"
    perform(actor, FreezeConversation(process_id=found.pk, frozen=frozen))
    messages.success(
        request,
        _("No new statements come in. People go on voting on those that are there.")
        if frozen
        else _("People can write statements again."),
    )
    return redirect(address_of(found))


@require_http_methods(FORM)
def move(request: HttpRequest, slug: str) -> HttpResponse:
    actor, found = run_by(request, slug)
    phase = deliberation_of(found.process)
    form = MoveConversationForm(request.POST or None, begun=phase is None or phase.opens_at <= clock.now())
    if perform_form(actor, form, lambda: MoveConversation(process_id=found.pk, **form.moments())):
        messages.success(request, _("The conversation is moved."))
        return redirect(address_of(found))
    return form_page(
        request,
        form,
        heading=_("Move the conversation"),
        button=_("Move it"),
        crumbs=crumbs_to_conversation(actor, found, within=True),
        back=address_of(found),
    )


@require_http_methods(FORM)
def close(request: HttpRequest, slug: str) -> HttpResponse:
    actor, found = run_by(request, slug)
    if request.method == "POST":
        perform(actor, MoveConversation(process_id=found.pk))
        messages.success(request, _("The conversation is closed. The final totals stand in a minute."))
        return redirect(address_of(found))
    return question_page(
        request,
        heading=_("Close this conversation now?"),
        lede=_("Nobody can vote or write any more. This cannot be undone."),
        button=_("Close it now"),
        crumbs=crumbs_to_conversation(actor, found, within=True),
        back=address_of(found),
        danger=True,
    )


@never_cache
@require_http_methods(FORM)
def codes(request: HttpRequest, slug: str) -> HttpResponse:
    """The codes in numbers; making some answers with the sheet, which is shown this once."""
    actor, found = run_by(request, slug)
    form = CodesForm(request.POST or None)
    made = perform_form(actor, form, lambda: MakeCodes(process_id=found.pk, **form.cleaned_data))
    context = {
        "conversation": found,
        "process": found.process,
        "crumbs": crumbs_to_conversation(actor, found, within=True),
    }
    if made:
        slips = [(code, picture_of(code)) for code in made]
        return render(request, "assemblies/code_sheet.html", context | {"slips": slips, "where": _where(made[0])})
    context |= {"form": form, "sheets": code_queries.code_sheets(found), "codes": code_queries.codes_in(found)}
    return render(request, "assemblies/codes.html", context, status=422 if form.errors else 200)


def _where(code: str) -> str:
    """The address on which a code can be typed, as people read it."""
    return address_of_code(code).split("?")[0].split("://", 1)[-1]


@never_cache
@require_http_methods(FORM)
def screen(request: HttpRequest, slug: str) -> HttpResponse:
    """One code after another on a big screen: each press of the button makes one."""
    actor, found = run_by(request, slug)
    code = None
    if request.method == "POST":
        label = _("On the screen, %(day)s") % {"day": clock.today().isoformat()}
        code = perform(actor, MakeCodes(process_id=found.pk, label=label, number=1))[0]
    context = {
        "conversation": found,
        "process": found.process,
        "code": code,
        "picture": picture_of(code) if code else "",
        "where": _where(code or ""),
        "crumbs": crumbs_to_conversation(actor, found, within=True),
    }
    return render(request, "assemblies/code_screen.html", context)


@require_POST
def void(request: HttpRequest, sheet_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    sheet = code_queries.code_sheet_at(actor, sheet_id)
    perform(actor, VoidCodes(sheet_id=sheet.pk))
    messages.success(request, _("The unused codes of this sheet are worthless now."))
    return redirect("assemblies:codes", slug=sheet.conversation.process.slug)
