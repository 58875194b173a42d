"""Paper mode: tables of a meeting, a sheet to tick on, hands typed in by one and confirmed by another."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from causeway.domains.assemblies import conversation_policies, conversation_queries, table_queries
from causeway.domains.assemblies.commands.clear_table import ClearTable
from causeway.domains.assemblies.commands.confirm_table import ConfirmTable
from causeway.domains.assemblies.commands.lay_table import LayTable
from causeway.domains.assemblies.commands.type_in_table import TypeInTable
from causeway.domains.assemblies.conversation_counts import hands_to_confirm, written_out
from causeway.domains.assemblies.models import Conversation, Table
from causeway.domains.assemblies.web.conversation_forms import TableForm
from causeway.domains.assemblies.web.conversations import crumbs_to_conversation
from causeway.domains.assemblies.web.table_form import TypedForm
from causeway.domains.assemblies.web.views import FORM
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.errors import Conflict, Invalid
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


def _context(actor: Actor, conversation: Conversation) -> dict[str, Any]:
    return {
        "conversation": conversation,
        "process": conversation.process,
        "crumbs": crumbs_to_conversation(actor, conversation, within=True),
    }


@require_http_methods(FORM)
def tables(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    found = conversation_queries.conversation_at(actor, slug)
    conversation_policies.may_look_after_conversation.require(actor, found)
    form = TableForm(request.POST or None)
    if perform_form(actor, form, lambda: LayTable(process_id=found.pk, **form.cleaned_data)):
        messages.success(request, _("The table is laid."))
        return redirect("assemblies:tables", slug=slug)
    context = _context(actor, found) | {"form": form, "rows": table_queries.tables_of(actor, found)}
    return render(request, "assemblies/tables.html", context, status=422 if form.errors else 200)


@require_safe
def sheet(request: HttpRequest, slug: str) -> HttpResponse:
    """The statements on paper, with boxes in which a table notes its hands."""
    actor = actor_of(request)
    found = conversation_queries.conversation_at(actor, slug)
    conversation_policies.may_look_after_conversation.require(actor, found)
    statements = conversation_queries.statements_shown(actor, found)
    return render(request, "assemblies/table_sheet.html", _context(actor, found) | {"statements": statements})


@require_http_methods(FORM)
def table(request: HttpRequest, table_id: UUID) -> HttpResponse:
    """Type in the hands of a table, as many statements as are known; what is left empty stays as it was."""
    actor = actor_of(request)
    found = table_queries.table_at(actor, table_id)
    form = TypedForm(request.POST or None, rows=table_queries.hands_at(found))
    if request.method == "POST" and form.is_valid():
        typed = _type_in(actor, found, form)
        if not form.errors:
            said = ngettext("%(n)s statement is typed in.", "%(n)s statements are typed in.", typed) % {"n": typed}
            messages.success(request, said + " " + _("Now somebody else confirms it."))
            return redirect("assemblies:tables", slug=found.conversation.process.slug)
    context = _context(actor, found.conversation) | {"table": found, "form": form}
    return render(request, "assemblies/table.html", context, status=422 if form.errors else 200)


def _type_in(actor: Actor, table: Table, form: TypedForm) -> int:
    """Type in each changed line; one that is not accepted says so beside it."""
    typed = 0
    for line in form.changed():
        try:
            perform(actor, TypeInTable(table_id=table.pk, statement_id=line.asked.id, **line.numbers()))
            typed += 1
        except (Invalid, Conflict) as error:
            form.add_error(line.names[0], error.sentence)
    return typed


@require_http_methods(FORM)
def confirm(request: HttpRequest, table_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = table_queries.table_at(actor, table_id)
    waiting = hands_to_confirm(found, signed_in(actor))
    if request.method == "POST":
        try:
            number = perform(actor, ConfirmTable(table_id=found.pk, seen=request.POST.get("seen", "")))
        except Conflict as conflict:
            messages.error(request, conflict.sentence)
            return redirect("assemblies:confirm_table", table_id=found.pk)
        said = ngettext("%(n)s line is confirmed, and counts.", "%(n)s lines are confirmed, and count.", number)
        messages.success(request, said % {"n": number})
        return redirect("assemblies:tables", slug=found.conversation.process.slug)
    context = _context(actor, found.conversation) | {"table": found, "rows": waiting, "seen": written_out(waiting)}
    return render(request, "assemblies/table_confirm.html", context)


@require_POST
def clear(request: HttpRequest, table_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = table_queries.table_at(actor, table_id)
    slug = found.conversation.process.slug
    try:
        perform(actor, ClearTable(table_id=found.pk))
    except Conflict as conflict:
        messages.error(request, conflict.sentence)
    else:
        messages.success(request, _("The table is taken away."))
    return redirect("assemblies:tables", slug=slug)
