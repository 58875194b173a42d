"""Pages for handing a petition in, and for the answer."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from causeway.domains.petitions import handin_queries, sheet_queries
from causeway.domains.petitions.commands.hand_in_petition import HandInPetition
from causeway.domains.petitions.commands.record_answer import RecordAnswer
from causeway.domains.petitions.commands.record_receipt import RecordReceipt
from causeway.domains.petitions.commands.take_hand_in_copy import TakeHandInCopy
from causeway.domains.petitions.pdf.handin import handin_pdf
from causeway.domains.petitions.web.paper_forms import AnswerForm, HandInForm, ReceiptForm
from causeway.kernel import clock
from causeway.kernel.perform import may, perform
from causeway.kernel.web import actor_of, perform_form


@require_http_methods(["GET", "POST"])
def hand_in_petition(request: HttpRequest, slug: str) -> HttpResponse:
    """Hand a petition in: to whom, when, with or without names."""
    actor = actor_of(request)
    petition = sheet_queries.petition_to_run(actor, slug)
    targets = "; ".join(str(target) for target in petition.targets.all())
    form = HandInForm(request.POST or None, initial={"handed_in_on": clock.today(), "to_whom": targets[:200]})
    if request.method == "POST":
        made = perform_form(actor, form, lambda: HandInPetition(petition_id=petition.pk, **form.cleaned_data))
        if made:
            messages.success(request, _("Recorded. Take a copy of the papers below."))
            return redirect("petitions:hand_in", hand_in_id=made.pk)
    context = {
        "petition": petition,
        "form": form,
        "readiness": sheet_queries.readiness(actor, petition),
        "hand_ins": handin_queries.hand_ins_of(actor, petition),
    }
    return render(request, "petitions/paper/hand_in_petition.html", context, status=422 if form.errors else 200)


@require_safe
def hand_in(request: HttpRequest, hand_in_id: UUID) -> HttpResponse:
    """One hand-in, as everybody may see it; with its papers for those who run the campaign."""
    actor = actor_of(request)
    one = handin_queries.hand_in_of(actor, hand_in_id)
    context = {
        "hand_in": one,
        "petition": one.petition,
        "runs": bool(may(actor, TakeHandInCopy(hand_in_id=hand_in_id))),
    }
    return render(request, "petitions/paper/hand_in.html", context)


@require_POST
def take_copy(request: HttpRequest, hand_in_id: UUID) -> HttpResponse:
    """The papers as PDF: a numbered copy, logged."""
    one = perform(actor_of(request), TakeHandInCopy(hand_in_id=hand_in_id))
    answer = HttpResponse(handin_pdf(one), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="hand-in-{one.number}-copy-{one.copies}.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer


@require_http_methods(["GET", "POST"])
def receipt(request: HttpRequest, hand_in_id: UUID) -> HttpResponse:
    """Record which office took the papers."""
    actor = actor_of(request)
    one = handin_queries.hand_in_to_follow(actor, hand_in_id)
    form = ReceiptForm(request.POST or None, initial={"received_by": one.received_by})
    if (
        request.method == "POST"
        and perform_form(actor, form, lambda: RecordReceipt(hand_in_id=hand_in_id, **form.cleaned_data)) is not None
    ):
        messages.success(request, _("Recorded who received it."))
        return redirect("petitions:hand_in", hand_in_id=hand_in_id)
    context = {"hand_in": one, "petition": one.petition, "form": form}
    return render(request, "petitions/paper/receipt.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, hand_in_id: UUID) -> HttpResponse:
    """Record what they answered."""
    actor = actor_of(request)
    one = handin_queries.hand_in_to_follow(actor, hand_in_id)
    form = AnswerForm(request.POST or None, initial={"answered_on": clock.today(), "from_whom": one.to_whom[:160]})
    if (
        request.method == "POST"
        and perform_form(actor, form, lambda: RecordAnswer(hand_in_id=hand_in_id, **form.cleaned_data)) is not None
    ):
        messages.success(request, _("The answer is recorded, for everybody to read."))
        return redirect("petitions:hand_in", hand_in_id=hand_in_id)
    context = {"hand_in": one, "petition": one.petition, "form": form}
    return render(request, "petitions/paper/answer.html", context, status=422 if form.errors else 200)
