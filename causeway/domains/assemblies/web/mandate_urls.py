"""The addresses of mandates and reports."""

from __future__ import annotations

from django.urls import path

from causeway.domains.assemblies.web import mandates

app_name = "mandates"

urlpatterns = [
    path("of/<slug:slug>/adopt/", mandates.adopt, name="adopt"),
    path("seats/<uuid:seat_id>/report/", mandates.write, name="write"),
    path("reports/<uuid:report_id>/", mandates.report, name="report"),
    path("reports/<uuid:report_id>/rewrite/", mandates.rewrite, name="rewrite"),
    path("reports/<uuid:report_id>/ask/", mandates.ask, name="ask"),
    path("questions/<uuid:question_id>/answer/", mandates.answer, name="answer"),
]
