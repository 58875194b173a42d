"""The pages on which tellers type in hands, and have them counted again."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from causeway.domains.alliances.web.pages import crumbs_to, form_page
from causeway.domains.assemblies import floor_policies, floor_queries
from causeway.domains.assemblies.commands.count_hands import CountHands
from causeway.domains.assemblies.commands.recount_hands import RecountHands
from causeway.domains.assemblies.floor_policies import Counting
from causeway.domains.assemblies.models import FloorVote
from causeway.domains.assemblies.standing import runs
from causeway.domains.assemblies.web.floor_forms import NumbersForm
from causeway.domains.assemblies.web.forms import TextForm
from causeway.domains.assemblies.web.views import FORM
from causeway.kernel.errors import Conflict, Missing
from causeway.kernel.web import actor_of, perform_form


@never_cache
@require_http_methods(FORM)
def tell(request: HttpRequest, teller_code: str) -> HttpResponse:
    """For a teller with the code: the question that was put last."""
    code = teller_code.upper()
    vote = floor_queries.question_for_tellers(actor_of(request), code)
    return _counting(request, vote, code)


@never_cache
@require_http_methods(FORM)
def count(request: HttpRequest, process_id: UUID) -> HttpResponse:
    """For those who run the meeting: one question."""
    vote = floor_queries.question_with(actor_of(request), process_id)
    return _counting(request, vote, "")


def _counting(request: HttpRequest, vote: FloorVote, code: str) -> HttpResponse:
    actor = actor_of(request)
    floor_policies.may_count_hands.require(actor, Counting(vote, holds_code=bool(code)))
    if vote.way != FloorVote.Way.HANDS and not code:
        raise Missing
    form = NumbersForm(request.POST or None, names=vote.names, numbers=floor_queries.own_count(actor, vote))
    asked = request.POST.get("question") == str(vote.pk)  # the page may have stood open while another was put
    if request.method == "POST" and asked:
        try:
            if perform_form(actor, form, lambda: CountHands(process_id=vote.pk, numbers=form.numbers(), code=code)):
                return redirect(request.path)
        except Conflict as conflict:
            messages.error(request, conflict.sentence)
            return redirect(request.path)
    elif request.method == "POST":
        messages.error(request, _("Another question was put in the meantime. These numbers were not stored."))
        return redirect(request.path)
    meeting = vote.floor.meeting
    context = {
        "vote": vote,
        "question": floor_queries.shown(vote),
        "form": form,
        "mine": floor_queries.own_count(actor, vote),
        "differences": floor_queries.differences(vote),
        "runs_it": runs(actor, vote.process),
        "crumbs": crumbs_to(vote.process.alliance or vote.process.organisation, meeting),
    }
    return render(request, "assemblies/floor_count.html", context, status=422 if form.errors else 200)


@require_http_methods(FORM)
def recount(request: HttpRequest, process_id: UUID) -> HttpResponse:
    """Have the hands counted again, with the reason."""
    actor = actor_of(request)
    vote = floor_queries.question_with(actor, process_id)
    floor_policies.may_run_question.require(actor, vote)
    form = TextForm(
        request.POST or None,
        name="reason",
        label=_("Why is it counted again?"),
        hint=_("For example: somebody asked for a recount; a row was left out. It stands beside the result."),
        longest=300,
    )
    if perform_form(actor, form, lambda: RecountHands(process_id=vote.pk, **form.cleaned_data)):
        messages.success(request, _("Ask people to show hands once more. The earlier result stands until then."))
        return redirect(vote.process)
    return form_page(
        request,
        form,
        heading=_("Count the hands again"),
        button=_("Count again"),
        lede=vote.question,
        crumbs=[
            *crumbs_to(vote.process.alliance or vote.process.organisation, vote.floor.meeting),
            (vote.process.get_absolute_url(), vote.process.title),
        ],
        back=vote.process.get_absolute_url(),
    )
