"""The pages for what a meeting does: agenda, attendance, minutes, actions."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import formset_factory
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from causeway.domains.alliances.bodies import body_of
from causeway.domains.alliances.commands.adopt_minutes import AdoptMinutes
from causeway.domains.alliances.commands.agree_action import AgreeAction
from causeway.domains.alliances.commands.finish_action import FinishAction
from causeway.domains.alliances.commands.record_attendance import RecordAttendance
from causeway.domains.alliances.commands.set_agenda import MOST_ITEMS, AgendaPoint, SetAgenda
from causeway.domains.alliances.commands.write_minutes import WriteMinutes
from causeway.domains.alliances.minuting import draft_of
from causeway.domains.alliances.models import Meeting
from causeway.domains.alliances.policies import may_keep_meeting
from causeway.domains.alliances.queries.meetings import (
    action_for,
    agenda_of,
    attendance_of,
    later_meetings,
    meeting_for,
    next_in_rhythm,
    organisations_at,
)
from causeway.domains.alliances.web.meeting_forms import (
    ActionForm,
    AdoptForm,
    AgendaItemForm,
    AttendanceForm,
    MinutesForm,
)
from causeway.domains.alliances.web.pages import crumbs_to, form_page
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form

GET_OR_POST = ["GET", "HEAD", "POST"]
SPARE_ROWS = 4


def _kept(request: HttpRequest, meeting_id: UUID) -> Meeting:
    """The meeting, for those who keep it. Raises Missing or Refused."""
    meeting = meeting_for(actor_of(request), meeting_id)
    may_keep_meeting.require(actor_of(request), meeting)
    return meeting


@require_http_methods(GET_OR_POST)
def agenda(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    meeting = _kept(request, meeting_id)
    before: list[dict[str, Any]] = [
        {"title": item.title, "minutes": item.minutes, "note": item.note} for item in agenda_of(meeting)
    ]
    rows = [*before, *([{}] * SPARE_ROWS)][:MOST_ITEMS]
    make = formset_factory(AgendaItemForm, extra=0, max_num=MOST_ITEMS, absolute_max=MOST_ITEMS, can_order=True)
    forms = make(request.POST or None, initial=rows)
    if request.method == "POST" and forms.is_valid():
        filled = [form.cleaned_data for form in forms.ordered_forms if form.cleaned_data.get("title")]
        points = tuple(AgendaPoint(title=row["title"], note=row["note"], minutes=row["minutes"]) for row in filled)
        perform(actor_of(request), SetAgenda(meeting_id=meeting.pk, items=points))
        messages.success(request, _("The agenda is set."))
        return redirect("meetings:agenda", meeting_id=meeting.pk) if request.POST.get("more") else redirect(meeting)
    context = {"meeting": meeting, "forms": forms, "crumbs": crumbs_to(body_of(meeting), meeting)}
    return render(request, "alliances/agenda.html", context, status=422 if forms.is_bound else 200)


@require_http_methods(GET_OR_POST)
def attendance(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    meeting = _kept(request, meeting_id)
    counted = attendance_of(meeting)
    organisations = [(str(row.pk), row.name, counted.get(row.pk, 0)) for row in organisations_at(meeting)]
    first = {"others": counted.get(None) or None, "apologies": meeting.apologies}
    form = AttendanceForm(request.POST or None, organisations=organisations, initial=first)
    if request.method == "POST":

        def build() -> RecordAttendance:
            return RecordAttendance(
                meeting_id=meeting.pk,
                present={UUID(pk): count for pk, count in form.present().items()},
                others=form.cleaned_data["others"] or 0,
                apologies=form.cleaned_data["apologies"],
            )

        if perform_form(actor_of(request), form, build) is not None:
            messages.success(request, _("The attendance is recorded."))
            return redirect(meeting)
    return form_page(
        request,
        form,
        heading=_("Who came?"),
        button=_("Record the attendance"),
        lede=_("Count heads by organisation. No names: those who agreed to be named said so themselves."),
        crumbs=crumbs_to(body_of(meeting), meeting),
        back=meeting.get_absolute_url(),
    )


@require_http_methods(GET_OR_POST)
def minutes(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    meeting = _kept(request, meeting_id)
    next_on = meeting.next_on or timezone.localdate(next_in_rhythm(meeting.starts_at))
    drafted = not meeting.minutes or "afresh" in request.GET
    text = draft_of(actor_of(request), meeting) if drafted else meeting.minutes
    form = MinutesForm(request.POST or None, initial={"minutes": text, "next_on": next_on})
    if request.method == "POST":
        written = perform_form(
            actor_of(request), form, lambda: WriteMinutes(meeting_id=meeting.pk, **form.cleaned_data)
        )
        if written is not None:
            messages.success(request, _("The minutes are saved as a draft, until a meeting adopts them."))
            return redirect(meeting)
    return form_page(
        request,
        form,
        heading=_("Write the minutes"),
        button=_("Save the minutes"),
        lede=_("Drafted from what happened. Read it, change what is wrong, and add what only people know.")
        if drafted
        else "",
        crumbs=crumbs_to(body_of(meeting), meeting),
        back=meeting.get_absolute_url(),
    )


@require_http_methods(GET_OR_POST)
def adopt(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    meeting = _kept(request, meeting_id)
    days = [(row, timezone.localdate(row.starts_at)) for row in later_meetings(meeting)]
    later = [(str(row.pk), f"{row.title}, {date_format(day, 'j F Y')}") for row, day in days]
    form = AdoptForm(request.POST or None, meetings=later)
    if request.method == "POST":

        def build() -> AdoptMinutes:
            chosen = form.cleaned_data["adopting_meeting_id"]
            return AdoptMinutes(
                meeting_id=meeting.pk,
                adopting_meeting_id=UUID(chosen) if chosen else None,
                adopted_on=form.cleaned_data["adopted_on"],
            )

        if perform_form(actor_of(request), form, build) is not None:
            messages.success(request, _("The minutes are adopted and stay as they are."))
            return redirect(meeting)
    return form_page(
        request,
        form,
        heading=_("Record that the minutes were adopted"),
        button=_("Record it"),
        lede=_("From then on the minutes cannot be changed; a correction goes into the next ones."),
        crumbs=crumbs_to(body_of(meeting), meeting),
        back=meeting.get_absolute_url(),
    )


@require_http_methods(GET_OR_POST)
def add_action(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    meeting = _kept(request, meeting_id)
    form = ActionForm(request.POST or None)
    if request.method == "POST":
        action = perform_form(actor_of(request), form, lambda: AgreeAction(meeting_id=meeting.pk, **form.cleaned_data))
        if action is not None:
            messages.success(request, _("The action is recorded."))
            return redirect(meeting)
    return form_page(
        request,
        form,
        heading=_("Record an action"),
        button=_("Record it"),
        crumbs=crumbs_to(body_of(meeting), meeting),
        back=meeting.get_absolute_url(),
    )


@require_POST
def finish_action(request: HttpRequest, action_id: UUID) -> HttpResponse:
    action = action_for(actor_of(request), action_id)
    done = request.POST.get("done") == "1"
    perform(actor_of(request), FinishAction(action_id=action_id, done=done))
    messages.success(request, _("Done. Well done.") if done else _("The action is open again."))
    return redirect("meetings:page", meeting_id=action.meeting_id)
