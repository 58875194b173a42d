"""The addresses of threats."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from causeway.domains.services.web import threats

THREAT_URLS: list[URLPattern | URLResolver] = [
    path("threats/", threats.listing, name="threats"),
    path("threats/calendar.ics", threats.calendar, name="threats_calendar"),
    path("threats/at/<slug:slug>/", threats.threat, name="threat"),
    path("threats/at/<slug:slug>/chronology/", threats.chronology, name="chronology"),
    path("threats/at/<slug:slug>/correct/", threats.correct_threat, name="correct_threat"),
    path("threats/at/<slug:slug>/dates/", threats.move_dates, name="move_dates"),
    path("threats/at/<slug:slug>/evidence/", threats.weigh_evidence, name="weigh_evidence"),
    path("threats/at/<slug:slug>/publish/", threats.publish_threat, name="publish_threat"),
    path("threats/at/<slug:slug>/withdraw/", threats.withdraw_threat, name="withdraw_threat"),
    path("threats/at/<slug:slug>/outcome/", threats.close_threat, name="close_threat"),
    path("threats/at/<slug:slug>/reopen/", threats.reopen_threat, name="reopen_threat"),
    path("threats/at/<slug:slug>/checklist/<slug:point>/", threats.note_point, name="note_point"),
    path("threats/at/<slug:slug>/law/<slug:fact>/", threats.correct_law, name="correct_law"),
]
