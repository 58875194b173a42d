"""The pages of meetings: the list, one meeting, and calendars."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from causeway.domains.alliances.bodies import Body, body_of
from causeway.domains.alliances.commands.arrange_meeting import ArrangeMeeting
from causeway.domains.alliances.commands.cancel_meeting import CancelMeeting
from causeway.domains.alliances.commands.rearrange_meeting import RearrangeMeeting
from causeway.domains.alliances.commands.renew_calendar_key import RenewCalendarKey
from causeway.domains.alliances.commands.reply_to_meeting import ReplyToMeeting
from causeway.domains.alliances.models import Meeting
from causeway.domains.alliances.policies import may_call_meeting, may_keep_meeting
from causeway.domains.alliances.queries.calendar import (
    calendar_key_of,
    meeting_calendar,
    private_calendar,
    public_calendar,
)
from causeway.domains.alliances.queries.meetings import (
    meeting_for,
    meeting_page,
    meetings_of,
    next_in_rhythm,
    next_meetings,
)
from causeway.domains.alliances.queries.standing import my_bodies
from causeway.domains.alliances.standing import stands_in_body
from causeway.domains.alliances.web.meeting_forms import CancelForm, MeetingForm, ReplyForm, initial_of
from causeway.domains.alliances.web.pages import body_by, crumbs_to, form_page
from causeway.kernel.errors import Refused
from causeway.kernel.panels import panels_for
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form

GET_OR_POST = ["GET", "HEAD", "POST"]
CALENDAR = "text/calendar; charset=utf-8"


@require_GET
def meetings(request: HttpRequest, slug: str, room: str) -> HttpResponse:
    body = body_by(room, slug)
    shown = meetings_of(actor_of(request), body, request.GET.get("page", "1"))
    context = {
        "it": shown,
        "body": body,
        "page": shown.held,
        "feed": request.build_absolute_uri(reverse(f"{room}:calendar", kwargs={"slug": slug})),
        "crumbs": crumbs_to(body),
    }
    return render(request, "alliances/meetings.html", context)


@require_http_methods(GET_OR_POST)
def arrange(request: HttpRequest, slug: str, room: str) -> HttpResponse:
    actor, body = actor_of(request), body_by(room, slug)
    may_call_meeting.require(actor, body)
    form = MeetingForm(request.POST or None, initial=_after(request, body))
    if request.method == "POST":
        meeting = perform_form(actor, form, lambda: ArrangeMeeting(body_id=body.pk, **form.arrangement()))
        if meeting is not None:
            messages.success(request, _("The meeting is called. Now set its agenda."))
            return redirect(meeting)
    return form_page(
        request,
        form,
        heading=_("Call a meeting"),
        button=_("Call the meeting"),
        crumbs=crumbs_to(body),
        back=reverse(f"{room}:meetings", kwargs={"slug": slug}),
    )


def _after(request: HttpRequest, body: Body) -> dict[str, object]:
    """The first values for a meeting that follows another in the monthly rhythm."""
    try:
        before = meeting_for(actor_of(request), UUID(request.GET.get("after", "")))
    except ValueError:
        return {"visibility": Meeting.Visibility.MEMBERS}
    day = before.next_on or timezone.localdate(next_in_rhythm(before.starts_at))
    return {**initial_of(before), "day": day} if body_of(before).pk == body.pk else {}


@require_GET
def page(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    shown = meeting_page(actor, meeting_id)
    initial = {"answer": shown.reply.answer, "named": shown.reply.named} if shown.reply else None
    context = {
        "it": shown,
        "meeting": shown.meeting,
        "form": ReplyForm(initial=initial),
        "panels": panels_for("meeting", actor, shown.meeting),
        "crumbs": [*crumbs_to(shown.body, shown.meeting)][:-1],
    }
    return render(request, "alliances/meeting.html", context)


@require_http_methods(GET_OR_POST)
def rearrange(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    meeting = meeting_for(actor, meeting_id)
    may_keep_meeting.require(actor, meeting)
    form = MeetingForm(request.POST or None, initial=initial_of(meeting))
    if request.method == "POST":
        changed = perform_form(actor, form, lambda: RearrangeMeeting(meeting_id=meeting.pk, **form.arrangement()))
        if changed is not None:
            messages.success(request, _("The meeting is changed. Calendars that follow it will show it."))
            return redirect(changed)
    return form_page(
        request,
        form,
        heading=_("Change this meeting"),
        button=_("Save"),
        lede=_("If the time or the place changes, those who said they come get a letter."),
        crumbs=crumbs_to(body_of(meeting), meeting),
        back=meeting.get_absolute_url(),
    )


@require_http_methods(GET_OR_POST)
def cancel(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    meeting = meeting_for(actor, meeting_id)
    may_keep_meeting.require(actor, meeting)
    form = CancelForm(request.POST or None)
    if request.method == "POST":
        cancelled = perform_form(
            actor, form, lambda: CancelMeeting(meeting_id=meeting.pk, reason=form.cleaned_data["reason"])
        )
        if cancelled is not None:
            messages.success(request, _("The meeting is cancelled."))
            return redirect(cancelled)
    return form_page(
        request,
        form,
        heading=_("Cancel this meeting"),
        button=_("Cancel the meeting"),
        lede=_("It stays in the list and in calendars, marked as cancelled. This cannot be undone."),
        crumbs=crumbs_to(body_of(meeting), meeting),
        back=meeting.get_absolute_url(),
        danger=True,
    )


@require_POST
def reply(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    form = ReplyForm(request.POST)
    if request.POST.get("take_back"):
        perform(actor, ReplyToMeeting(meeting_id=meeting_id, answer=""))
        messages.success(request, _("Your answer is taken back."))
        return redirect("meetings:page", meeting_id=meeting_id)
    if form.is_valid():
        perform(actor, ReplyToMeeting(meeting_id=meeting_id, **form.cleaned_data))
        messages.success(request, _("Thank you. Your answer counts."))
        return redirect("meetings:page", meeting_id=meeting_id)
    shown = meeting_page(actor, meeting_id)
    context = {"it": shown, "meeting": shown.meeting, "form": form, "crumbs": crumbs_to(shown.body)}
    return render(request, "alliances/meeting.html", context, status=422)


@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """The next meetings of one's own bodies, and the private calendar addresses."""
    if not request.user.is_authenticated:
        raise Refused(_("Sign in first, to see the meetings of what you belong to."))
    actor = actor_of(request)
    key = calendar_key_of(actor)
    bodies = [row.body for row in my_bodies(actor)]
    feeds = [(body, _private_address(request, body, key.token)) for body in bodies] if key else []
    context = {"meetings": next_meetings(actor, 20), "key": key, "feeds": feeds}
    return render(request, "alliances/my_meetings.html", context)


def _private_address(request: HttpRequest, body: Body, token: str) -> str:
    address = reverse(f"{body.room}:private_calendar", kwargs={"slug": body.slug, "token": token})
    return request.build_absolute_uri(address)


@require_POST
def renew_key(request: HttpRequest) -> HttpResponse:
    perform(actor_of(request), RenewCalendarKey())
    messages.success(request, _("Here are your calendar addresses. Any that you had before have stopped working."))
    return redirect("meetings:mine")


@require_GET
def calendar(request: HttpRequest, slug: str, room: str) -> HttpResponse:
    return HttpResponse(public_calendar(body_by(room, slug)), content_type=CALENDAR)


@require_GET
def private_feed(request: HttpRequest, slug: str, token: str, room: str) -> HttpResponse:
    answer = HttpResponse(private_calendar(body_by(room, slug), token), content_type=CALENDAR)
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_GET
def one_calendar(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    meeting = meeting_for(actor, meeting_id)
    inside = stands_in_body(actor, body_of(meeting))
    answer = HttpResponse(meeting_calendar(meeting, inside=inside), content_type=CALENDAR)
    answer["Content-Disposition"] = 'attachment; filename="meeting.ics"'
    return answer
