"""The pages of committees: who holds a place, taking one up, and how a vacant one is filled."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from causeway.domains.alliances.web.pages import Crumbs, form_page, question_page
from causeway.domains.assemblies import committee_policies as policies
from causeway.domains.assemblies import committee_queries, queries
from causeway.domains.assemblies.bodies import body_of
from causeway.domains.assemblies.commands.accept_seat import AcceptSeat
from causeway.domains.assemblies.commands.answer_vacancy import AnswerVacancy
from causeway.domains.assemblies.commands.call_by_election import CallByElection
from causeway.domains.assemblies.commands.decline_seat import DeclineSeat
from causeway.domains.assemblies.commands.fill_vacancy import FillVacancy
from causeway.domains.assemblies.commands.set_up_committee import SetUpCommittee
from causeway.domains.assemblies.commands.step_down import StepDown
from causeway.domains.assemblies.mandate_queries import reports_due
from causeway.domains.assemblies.models import Ballot, Committee, Countback, Seat
from causeway.domains.assemblies.policies import may_run_process
from causeway.domains.assemblies.publishing import conditions_as_csv
from causeway.domains.assemblies.results import ResultShown, result_shown
from causeway.domains.assemblies.web.committee_forms import ByElectionForm, CommitteeForm
from causeway.domains.assemblies.web.views import FORM, crumbs_of
from causeway.domains.assemblies.web.voting import as_file
from causeway.kernel.errors import Missing, Refused
from causeway.kernel.panels import panels_for
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


def crumbs_to_committee(committee: Committee, *, within: bool = False) -> Crumbs:
    """The way down to a committee, by the election that made it; ``within`` for the pages below it."""
    below = [(committee.get_absolute_url(), committee.name)] if within else []
    return [*crumbs_of(committee.election, within=True), *below]


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    committee = committee_queries.committee_at(actor, slug)
    context = {
        "committee": committee,
        "it": committee_queries.committee_shown(actor, committee),
        "panels": panels_for("committee", actor, committee),
        "crumbs": crumbs_to_committee(committee),
    }
    return render(request, "assemblies/committee.html", context)


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The actor’s own places, and what they are asked."""
    actor = actor_of(request)
    if not request.user.is_authenticated:
        raise Refused(_("Sign in first, then you see your places."))
    context = {
        "places": committee_queries.my_places(actor),
        "due": list(reports_due(actor)),
        "asked": list(committee_queries.vacancies_asking(actor).select_related("committee")),
    }
    return render(request, "assemblies/my_places.html", context)


@require_http_methods(FORM)
def set_up(request: HttpRequest, process_slug: str) -> HttpResponse:
    actor = actor_of(request)
    process = queries.process_at(actor, process_slug)
    may_run_process.require(actor, process)
    known = committee_queries.committee_written_for(process)
    fields = ("name", "starts_on", "ends_on", "duties", "report_weeks")
    initial = {name: getattr(known, name) for name in fields} if known else {"name": process.title}
    form = CommitteeForm(request.POST or None, initial=initial)
    if perform_form(actor, form, lambda: SetUpCommittee(process_id=process.pk, **form.as_fields())):
        messages.success(request, _("That is written down. It can change until somebody stands."))
        return redirect(process)
    return form_page(
        request,
        form,
        heading=_("What are they elected to?"),
        button=_("Save"),
        lede=_("People stand on what you write here. It cannot change once somebody stands."),
        crumbs=crumbs_of(process, within=True),
        back=process.get_absolute_url(),
    )


@require_POST
def accept(request: HttpRequest, seat_id: UUID) -> HttpResponse:
    seat = perform(actor_of(request), AcceptSeat(seat_id=seat_id))
    messages.success(request, _("The place is yours. Thank you."))
    return redirect(seat.committee)


@require_http_methods(FORM)
def decline(request: HttpRequest, seat_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    seat = _own_seat(request, seat_id)
    if request.method == "POST":
        perform(actor, DeclineSeat(seat_id=seat.pk))
        messages.success(request, _("You have declined. The place is filled from the papers of the election."))
        return redirect(seat.committee)
    return _asked(request, seat, heading=_("Decline the place?"), button=_("Decline"))


@require_http_methods(FORM)
def step_down(request: HttpRequest, seat_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    seat = _own_seat(request, seat_id)
    if request.method == "POST":
        perform(actor, StepDown(seat_id=seat.pk))
        messages.success(request, _("You have stepped down. Thank you for what you did."))
        return redirect(seat.committee)
    return _asked(request, seat, heading=_("Step down from your place?"), button=_("Step down"))


def _own_seat(request: HttpRequest, seat_id: UUID) -> Seat:
    actor = actor_of(request)
    seat = committee_queries.seat_at(actor, seat_id)
    policies.may_answer_seat.require(actor, seat)
    return seat


def _asked(request: HttpRequest, seat: Seat, *, heading: str, button: str) -> HttpResponse:
    return question_page(
        request,
        heading=heading,
        lede=_("Nobody asks you why. The place is then filled by counting the papers again; you cannot take it back."),
        button=button,
        crumbs=crumbs_to_committee(seat.committee, within=True),
        back=seat.committee.get_absolute_url(),
        danger=True,
    )


@require_safe
def vacancy(request: HttpRequest, seat_id: UUID) -> HttpResponse:
    """A place that fell vacant, and how it was filled."""
    actor = actor_of(request)
    seat = committee_queries.seat_at(actor, seat_id)
    shown = committee_queries.vacancy_shown(actor, seat)
    counted = shown.record is not None and shown.record.outcome is not None
    context = {
        "committee": seat.committee,
        "election": seat.election,
        "seat": seat,
        "it": shown,
        "result": _result(seat, shown.record) if counted and shown.record else None,
        "again": _command_again(seat, shown.record) if counted and shown.record else "",
        "crumbs": crumbs_to_committee(seat.committee, within=True),
    }
    return render(request, "assemblies/vacancy.html", context)


def _result(seat: Seat, record: Countback) -> ResultShown:
    counted = Ballot(form=Ballot.Form.RANKED, outcome=record.outcome)
    return result_shown(counted, queries.option_names(seat.election.ballot))


def _command_again(seat: Seat, record: Countback) -> str:
    """The command that counts the published papers again."""
    election = seat.election
    words = [f"causeway count {election.slug}.blt --rule scottish --tie-order drawn:{election.ballot.tie_seed}"]
    words += [f"--seats {len(record.sitting) + 1} --vacate {seat.option.place + 1}"]
    words += [f"--stays {place + 1}" for place in record.sitting]
    words += [f"--stands-down {place + 1}" for place in record.passed_over]
    words += [f"--conditions {election.slug}-vacancy.csv"] if record.kept else []
    return " ".join(words)


@require_safe
def conditions(request: HttpRequest, seat_id: UUID) -> HttpResponse:
    """The condition under which a vacancy was filled, as ``causeway count`` takes it."""
    seat = committee_queries.seat_at(actor_of(request), seat_id)
    record = committee_queries.countback_of_seat(seat)
    if record is None or not record.kept:
        raise Missing
    return as_file(conditions_as_csv(record.kept).encode(), f"{seat.election.slug}-vacancy.csv", "text/csv")


@require_POST
def answer(request: HttpRequest, seat_id: UUID) -> HttpResponse:
    ready = request.POST.get("ready") == "1"
    perform(actor_of(request), AnswerVacancy(seat_id=seat_id, ready=ready))
    said = _("You stand for the place.") if ready else _("You do not stand for the place.")
    messages.success(request, said + " " + _("You can change that until the papers are counted."))
    return redirect("committees:vacancy", seat_id=seat_id)


@require_POST
def fill(request: HttpRequest, seat_id: UUID) -> HttpResponse:
    record = perform(actor_of(request), FillVacancy(seat_id=seat_id))
    messages.success(request, _("The place is filled.") if record.filled_by else _("Nobody could be found."))
    return redirect("committees:vacancy", seat_id=seat_id)


@require_http_methods(FORM)
def by_election(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    committee = committee_queries.committee_at(actor, slug)
    policies.may_call_by_election.require(actor, committee)
    form = ByElectionForm(request.POST or None)
    made = perform_form(actor, form, lambda: CallByElection(committee_id=committee.pk, **form.as_fields()))
    if made:
        messages.success(request, _("The by-election is called. Settle the roll, so that people can stand."))
        return redirect(made)
    return form_page(
        request,
        form,
        heading=_("Call a by-election"),
        button=_("Call it"),
        lede=body_of(committee.election).name,
        crumbs=crumbs_to_committee(committee, within=True),
        back=committee.get_absolute_url(),
    )
