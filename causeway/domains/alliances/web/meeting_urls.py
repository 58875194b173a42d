"""The addresses of meetings, of whichever body."""

from __future__ import annotations

from django.urls import path

from causeway.domains.alliances.web import meetings, minutes

app_name = "meetings"

urlpatterns = [
    path("", meetings.mine, name="mine"),
    path("calendar-addresses/", meetings.renew_key, name="renew_calendar_key"),
    path("actions/<uuid:action_id>/", minutes.finish_action, name="finish_action"),
    path("<uuid:meeting_id>/", meetings.page, name="page"),
    path("<uuid:meeting_id>/change/", meetings.rearrange, name="rearrange"),
    path("<uuid:meeting_id>/cancel/", meetings.cancel, name="cancel"),
    path("<uuid:meeting_id>/reply/", meetings.reply, name="reply"),
    path("<uuid:meeting_id>/agenda/", minutes.agenda, name="agenda"),
    path("<uuid:meeting_id>/attendance/", minutes.attendance, name="attendance"),
    path("<uuid:meeting_id>/minutes/", minutes.minutes, name="minutes"),
    path("<uuid:meeting_id>/adopt/", minutes.adopt, name="adopt"),
    path("<uuid:meeting_id>/actions/", minutes.add_action, name="add_action"),
    path("<uuid:meeting_id>/meeting.ics", meetings.one_calendar, name="calendar"),
]
