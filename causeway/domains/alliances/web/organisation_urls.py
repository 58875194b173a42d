"""The addresses of organisations."""

from __future__ import annotations

from django.urls import path

from causeway.domains.alliances.web import meetings, offices, organisations, trail

app_name = "organisations"
ROOM = {"room": "organisations"}

urlpatterns = [
    path("", organisations.directory, name="directory"),
    path("new/organisation/", organisations.register, name="register"),
    path("act/for/", organisations.act_for, name="act_for"),
    path("<slug:slug>/", organisations.page, name="page"),
    path("<slug:slug>/edit/", organisations.edit, name="edit"),
    path("<slug:slug>/join/", organisations.join, name="join"),
    path("<slug:slug>/leave/", organisations.leave, name="leave"),
    path("<slug:slug>/be-known/", organisations.be_known, name="be_known"),
    path("<slug:slug>/members/", organisations.members, name="members"),
    path("<slug:slug>/members/<uuid:request_id>/confirm/", organisations.confirm_member, name="confirm_member"),
    path("<slug:slug>/members/<uuid:request_id>/decline/", organisations.decline_member, name="decline_member"),
    path("<slug:slug>/offices/", offices.offices, ROOM, name="offices"),
    path("<slug:slug>/offer-office/", offices.offer, ROOM, name="offer_office"),
    path("<slug:slug>/meetings/", meetings.meetings, ROOM, name="meetings"),
    path("<slug:slug>/call-meeting/", meetings.arrange, ROOM, name="arrange_meeting"),
    path("<slug:slug>/calendar.ics", meetings.calendar, ROOM, name="calendar"),
    path("<slug:slug>/calendar/<str:token>.ics", meetings.private_feed, ROOM, name="private_calendar"),
    path("<slug:slug>/trail/", trail.trail, ROOM, name="trail"),
]
