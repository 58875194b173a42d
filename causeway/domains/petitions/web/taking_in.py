"""Pages for taking a sheet in: typing, counting, and the second person's check."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from causeway.domains.petitions import sheet_queries
from causeway.domains.petitions.commands.check_sheet import CheckSheet
from causeway.domains.petitions.commands.count_sheet import CountSheet
from causeway.domains.petitions.commands.save_sheet_draft import SaveSheetDraft
from causeway.domains.petitions.commands.type_sheet import TypeSheet
from causeway.domains.petitions.looking import found_twins
from causeway.domains.petitions.photographs import MOST_BYTES
from causeway.domains.petitions.sheet_codes import code_of
from causeway.domains.petitions.taking_in import TypedLine, lines_of, tidied
from causeway.domains.petitions.web.paper_forms import CountForm, typed_lines
from causeway.kernel.errors import Invalid
from causeway.kernel.perform import may, perform
from causeway.kernel.web import actor_of, perform_form


@require_http_methods(["GET", "POST"])
@never_cache
def type_sheet(request: HttpRequest, sheet_id: UUID) -> HttpResponse:
    """All lines of a sheet on one page, made for the keyboard. “Save” keeps a draft; “Take in” counts them."""
    actor = actor_of(request)
    one = sheet_queries.sheet_of(actor, sheet_id)
    errors: dict[str, str] = {}
    if request.method == "POST":
        lines = tidied(typed_lines(request.POST, one.line_count))
        try:
            if "finish" in request.POST:
                perform(actor, TypeSheet(sheet_id=sheet_id, lines=lines))
                messages.success(request, _("Sheet %(code)s is typed in.") % {"code": code_of(one.number)})
                return redirect("petitions:sheet", sheet_id=sheet_id)
            perform(actor, SaveSheetDraft(sheet_id=sheet_id, lines=lines))
            messages.success(request, _("Saved. Nothing counts until you take the sheet in."))
            return redirect("petitions:type_sheet", sheet_id=sheet_id)
        except Invalid as invalid:
            errors = {name: said[0] for name, said in invalid.fields.items()} or {"line-1": invalid.sentence}
    else:
        lines = tuple(lines_of(one.draft))
    context = {
        "sheet": one,
        "petition": one.petition,
        "code": code_of(one.number),
        "runs": sheet_queries.may_run(actor, one),
        "rows": rows(lines, one.line_count, errors),
        "errors": errors,
        "found": found_twins(one, lines),
    }
    return render(request, "petitions/paper/type.html", context, status=422 if errors else 200)


def rows(lines: tuple[TypedLine, ...], count: int, errors: dict[str, str]) -> list[dict[str, object]]:
    """One row of the page for each line of the paper; the first empty one has the cursor."""
    by_number = {line.number: line for line in lines if not line.is_empty}
    empty = (number for number in range(1, count + 1) if number not in by_number)
    first = min((int(name.split("-")[1]) for name in errors), default=next(empty, 1))
    return [
        {
            "line": by_number.get(number, TypedLine(number=number)),
            "error": errors.get(f"line-{number}", ""),
            "first": number == first,
        }
        for number in range(1, count + 1)
    ]


@require_POST
@never_cache
def look(request: HttpRequest, sheet_id: UUID) -> HttpResponse:
    """Which of the lines signed already; asked by the page while one types. It changes nothing."""
    one = sheet_queries.sheet_of(actor_of(request), sheet_id)
    lines = tidied(typed_lines(request.POST, one.line_count))
    return render(request, "petitions/paper/_found.html", {"found": found_twins(one, lines)})


@require_http_methods(["GET", "POST"])
def count_sheet(request: HttpRequest, sheet_id: UUID) -> HttpResponse:
    """Count a sheet, with a photograph."""
    actor = actor_of(request)
    one = sheet_queries.sheet_of(actor, sheet_id)
    form = CountForm(request.POST or None, request.FILES or None)
    if (
        request.method == "POST"
        and perform_form(
            actor,
            form,
            lambda: CountSheet(
                sheet_id=sheet_id,
                counted=form.cleaned_data["counted"],
                photograph=form.cleaned_data["photograph"].read(MOST_BYTES + 1),
            ),
        )
        is not None
    ):
        messages.success(request, _("Counted. A second person checks the number against the photograph."))
        return redirect("petitions:sheet", sheet_id=sheet_id)
    context = {
        "sheet": one,
        "petition": one.petition,
        "code": code_of(one.number),
        "runs": sheet_queries.may_run(actor, one),
        "form": form,
    }
    return render(request, "petitions/paper/count.html", context, status=422 if form.errors else 200)


@require_safe
@never_cache
def photograph(request: HttpRequest, sheet_id: UUID) -> HttpResponse:
    """The photograph of a counted sheet, for those who see the sheet."""
    answer = HttpResponse(sheet_queries.photograph_of(actor_of(request), sheet_id), content_type="image/jpeg")
    answer["Cache-Control"] = "no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@require_http_methods(["GET", "POST"])
@never_cache
def check_sheet(request: HttpRequest, sheet_id: UUID) -> HttpResponse:
    """The second person compares some lines, or the number, with the paper."""
    actor = actor_of(request)
    one = sheet_queries.sheet_to_run(actor, sheet_id)
    if request.method == "POST":
        agrees = request.POST.get("agrees") == "yes"
        perform(actor, CheckSheet(sheet_id=sheet_id, agrees=agrees))
        said = _("Checked. Thank you.") if agrees else _("Sent back. It can be taken in again.")
        messages.success(request, said)
        return redirect("petitions:sheet", sheet_id=sheet_id)
    context = {
        "sheet": one,
        "petition": one.petition,
        "code": code_of(one.number),
        "lines": sheet_queries.lines_with_signatures(one),
        "verdict": may(actor, CheckSheet(sheet_id=sheet_id, agrees=True)),
    }
    return render(request, "petitions/paper/check.html", context)
