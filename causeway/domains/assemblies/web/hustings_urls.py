"""The addresses of hustings."""

from __future__ import annotations

from django.urls import path

from causeway.domains.assemblies.web import hustings

app_name = "hustings"

urlpatterns = [
    path("questions/<uuid:question_id>/answer/", hustings.answer, name="answer"),
    path("questions/<uuid:question_id>/refuse/", hustings.refuse, name="refuse"),
    path("<slug:slug>/", hustings.page, name="page"),
    path("<slug:slug>/ask/", hustings.ask, name="ask"),
]
