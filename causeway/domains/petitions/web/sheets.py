"""Pages for sheets of paper: printing, giving out, taking back, and one sheet's own page."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from causeway.domains.petitions import sheet_queries
from causeway.domains.petitions.commands.decide_resemblance import DecideResemblance
from causeway.domains.petitions.commands.hand_out_sheet import HandOutSheet
from causeway.domains.petitions.commands.print_sheets import PrintSheets
from causeway.domains.petitions.commands.reinstate_sheet import ReinstateSheet
from causeway.domains.petitions.commands.report_sheet_lost import ReportSheetLost
from causeway.domains.petitions.commands.take_back_sheet import TakeBackSheet
from causeway.domains.petitions.commands.void_sheet import VoidSheet
from causeway.domains.petitions.commands.withdraw_line import WithdrawLine
from causeway.domains.petitions.pdf.printing import sheets_pdf
from causeway.domains.petitions.sheet_codes import code_of
from causeway.domains.petitions.short_addresses import petition_with
from causeway.domains.petitions.web.paper_forms import CodeForm, HandOutForm, PrintForm, WhyForm
from causeway.kernel.errors import Invalid, Missing
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


@require_safe
def short(request: HttpRequest, code: str) -> HttpResponse:
    """The short address from a sheet: on to the petition."""
    petition = petition_with(code)
    if petition is None:
        raise Missing(_("There is no petition at this address. Check the letters on the sheet: there are six."))
    return redirect("petitions:petition", slug=petition.slug)


@require_http_methods(["GET", "POST"])
@never_cache
def sheets(request: HttpRequest, slug: str) -> HttpResponse:
    """A petition's sheets; the form finds one by its number."""
    actor = actor_of(request)
    petition = sheet_queries.petition_to_run(actor, slug)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            found = sheet_queries.sheet_with_code(actor, petition, form.cleaned_data["code"])
            return redirect("petitions:sheet", sheet_id=found.pk)
        except Invalid as invalid:
            form.add_error("code", invalid.sentence)
    state = request.GET.get("state", "")
    context = {
        "petition": petition,
        "form": form,
        "state": state,
        "states": sheet_queries.sheets_by_state(actor, petition),
        "page": sheet_queries.sheets_page(actor, petition, state=state, number=request.GET.get("page")),
        "undecided": sheet_queries.undecided(petition),
    }
    return render(request, "petitions/paper/sheets.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def print_sheets(request: HttpRequest, slug: str) -> HttpResponse:
    """Make new sheets; then their PDF is offered."""
    actor = actor_of(request)
    petition = sheet_queries.petition_to_run(actor, slug)
    form = PrintForm(request.POST or None)
    if request.method == "POST":
        made = perform_form(actor, form, lambda: PrintSheets(petition_id=petition.pk, **form.cleaned_data))
        if made:
            first, last = made[0].number, made[-1].number
            return redirect("petitions:printed_sheets", slug=slug, first=first, last=last)
    status = 422 if form.errors else 200
    return render(request, "petitions/paper/print.html", {"petition": petition, "form": form}, status=status)


@require_safe
def printed_sheets(request: HttpRequest, slug: str, first: int, last: int) -> HttpResponse:
    """“Your sheets are ready”: with the PDF and what to do next."""
    actor = actor_of(request)
    petition = sheet_queries.petition_to_run(actor, slug)
    made = sheet_queries.sheets_to_print(actor, petition, first, last)
    codes = [code_of(made[0].number), code_of(made[-1].number)]
    context = {"petition": petition, "sheets": made, "codes": codes, "first": first, "last": last}
    return render(request, "petitions/paper/printed.html", context)


@require_safe
@never_cache
def sheets_file(request: HttpRequest, slug: str, first: int, last: int) -> HttpResponse:
    """The PDF of sheets; the same again for a reprint."""
    actor = actor_of(request)
    petition = sheet_queries.petition_to_run(actor, slug)
    made = sheet_queries.sheets_to_print(actor, petition, first, last)
    answer = HttpResponse(sheets_pdf(petition, made), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="sheets-{first}-{last}.pdf"'
    return answer


@require_safe
@never_cache
def sheet(request: HttpRequest, sheet_id: UUID) -> HttpResponse:
    """One sheet: where it is, what is on it, and what can be done next."""
    actor = actor_of(request)
    one = sheet_queries.sheet_of(actor, sheet_id)
    context = {
        "sheet": one,
        "petition": one.petition,
        "code": code_of(one.number),
        "runs": sheet_queries.may_run(actor, one),
        "lines": sheet_queries.lines_with_signatures(one),
    }
    return render(request, "petitions/paper/sheet.html", context)


@require_http_methods(["GET", "POST"])
def hand_out(request: HttpRequest, sheet_id: UUID) -> HttpResponse:
    """Register a sheet out."""
    actor = actor_of(request)
    one = sheet_queries.sheet_to_run(actor, sheet_id)
    form = HandOutForm(request.POST or None)
    if (
        request.method == "POST"
        and perform_form(actor, form, lambda: HandOutSheet(sheet_id=sheet_id, **form.cleaned_data)) is not None
    ):
        messages.success(request, _("Sheet %(code)s is registered out.") % {"code": code_of(one.number)})
        return redirect("petitions:sheets", slug=one.petition.slug)
    context = {"sheet": one, "petition": one.petition, "code": code_of(one.number), "form": form}
    return render(request, "petitions/paper/hand_out.html", context, status=422 if form.errors else 200)


@require_POST
def take_back(request: HttpRequest, sheet_id: UUID) -> HttpResponse:
    """Register a sheet back in."""
    one = perform(actor_of(request), TakeBackSheet(sheet_id=sheet_id))
    messages.success(request, _("Sheet %(code)s is back. Type it in, or count it.") % {"code": code_of(one.number)})
    return redirect("petitions:sheet", sheet_id=sheet_id)


@require_http_methods(["GET", "POST"])
def lost(request: HttpRequest, sheet_id: UUID) -> HttpResponse:
    """Say that a sheet is lost, and read what to do about it."""
    actor = actor_of(request)
    one = sheet_queries.sheet_of(actor, sheet_id)
    form = WhyForm(request.POST or None)
    if (
        request.method == "POST"
        and perform_form(actor, form, lambda: ReportSheetLost(sheet_id=sheet_id, why=form.cleaned_data["why"]))
        is not None
    ):
        return redirect("petitions:sheet", sheet_id=sheet_id)
    context = {
        "sheet": one,
        "petition": one.petition,
        "code": code_of(one.number),
        "runs": sheet_queries.may_run(actor, one),
        "form": form,
    }
    return render(request, "petitions/paper/lost.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, sheet_id: UUID) -> HttpResponse:
    """Make a sheet void."""
    actor = actor_of(request)
    one = sheet_queries.sheet_to_run(actor, sheet_id)
    form = WhyForm(request.POST or None)
    if (
        request.method == "POST"
        and perform_form(actor, form, lambda: VoidSheet(sheet_id=sheet_id, why=form.cleaned_data["why"])) is not None
    ):
        messages.success(request, _("Sheet %(code)s is void.") % {"code": code_of(one.number)})
        return redirect("petitions:sheet", sheet_id=sheet_id)
    context = {"sheet": one, "petition": one.petition, "code": code_of(one.number), "form": form}
    return render(request, "petitions/paper/void.html", context, status=422 if form.errors else 200)


@require_POST
def reinstate(request: HttpRequest, sheet_id: UUID) -> HttpResponse:
    """Undo lost or void."""
    perform(actor_of(request), ReinstateSheet(sheet_id=sheet_id))
    messages.success(request, _("The sheet is again what it was before."))
    return redirect("petitions:sheet", sheet_id=sheet_id)


@require_http_methods(["GET", "POST"])
@never_cache
def withdraw_line(request: HttpRequest, signature_id: UUID) -> HttpResponse:
    """Take a line out at the signer's wish, after asking once more."""
    actor = actor_of(request)
    line = sheet_queries.line_of(actor, signature_id)
    if request.method == "POST":
        perform(actor, WithdrawLine(signature_id=signature_id))
        messages.success(request, _("The line is taken out. If the same person signed elsewhere, that counts now."))
        return redirect("petitions:sheet", sheet_id=line.sheet_id)
    context = {"line": line, "petition": line.sheet.petition, "code": code_of(line.sheet.number)}
    return render(request, "petitions/paper/withdraw_line.html", context)


@require_safe
@never_cache
def resemblances(request: HttpRequest, slug: str) -> HttpResponse:
    """Pairs that may be one person, each with the question."""
    actor = actor_of(request)
    petition = sheet_queries.petition_to_run(actor, slug)
    page = sheet_queries.open_questions(actor, petition, number=request.GET.get("page"))
    return render(request, "petitions/paper/resemblances.html", {"petition": petition, "page": page})


@require_POST
def decide(request: HttpRequest, resemblance_id: int) -> HttpResponse:
    """Answer one of these questions."""
    same = request.POST.get("same") == "yes"
    pair = perform(actor_of(request), DecideResemblance(resemblance_id=resemblance_id, same=same))
    said = _("One of the two counts now.") if same else _("Both count.")
    messages.success(request, said + " " + _("You can change this at any time."))
    return redirect("petitions:resemblances", slug=pair.petition.slug)


@require_safe
@never_cache
def my_sheets(request: HttpRequest) -> HttpResponse:
    """The sheets that the person holds, or that wait for them."""
    actor = actor_of(request)
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    out, waiting = sheet_queries.sheets_out(actor), sheet_queries.sheets_to_take_in(actor)
    context = {"out": list(out), "waiting": list(waiting)}
    return render(request, "petitions/paper/my_sheets.html", context)
