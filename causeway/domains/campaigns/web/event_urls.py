"""The addresses of events."""

from __future__ import annotations

from django.urls import path

from causeway.domains.campaigns.web import calendars, event_changes, events, sign_ups

app_name = "events"

urlpatterns = [
    path("", events.all_events, name="list"),
    path("mine/", calendars.my_calendar_page, name="mine"),
    path("mine/<str:key>.ics", calendars.my_calendar, name="my_calendar"),
    path("sign-up/<str:token>/", sign_ups.by_link, name="sign_up"),
    path("of/<slug:slug>/", events.events_of_campaign, name="of_campaign"),
    path("of/<slug:slug>/calendar.ics", calendars.campaign_feed, name="feed"),
    path("of/<slug:slug>/announce/", event_changes.announce, name="announce"),
    path("on/<slug:slug>/", events.event_page, name="event"),
    path("on/<slug:slug>/event.ics", calendars.event_file, name="ics"),
    path("on/<slug:slug>/withdraw/", sign_ups.withdraw, name="withdraw"),
    path("on/<slug:slug>/who/", events.who_comes, name="who"),
    path("on/<slug:slug>/describe/", event_changes.describe, name="describe"),
    path("on/<slug:slug>/move/", event_changes.reschedule, name="reschedule"),
    path("on/<slug:slug>/cancel/", event_changes.cancel, name="cancel"),
    path("on/<slug:slug>/record-action/", event_changes.record_action, name="record_action"),
    path("on/<slug:slug>/turn-out/", event_changes.turn_out, name="turn_out"),
]
