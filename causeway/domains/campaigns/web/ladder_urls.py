"""The addresses of the ladder of engagement."""

from __future__ import annotations

from django.urls import path

from causeway.domains.campaigns.web import ladder

app_name = "ladder"

urlpatterns = [
    path("of/<slug:slug>/", ladder.ladder_page, name="ladder"),
    path("of/<slug:slug>/ask/", ladder.ask, name="ask"),
    path("asked/<uuid:ask_id>/", ladder.asked, name="asked"),
]
