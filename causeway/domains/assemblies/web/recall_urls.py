"""The addresses of recalls."""

from __future__ import annotations

from django.urls import path

from causeway.domains.assemblies.web import recalls

app_name = "recalls"

urlpatterns = [
    path("of/<str:room>/<slug:slug>/rules/", recalls.rules, name="rules"),
    path("from/<uuid:seat_id>/", recalls.open_petition, name="open"),
    path("<uuid:recall_id>/", recalls.page, name="page"),
    path("<uuid:recall_id>/support/", recalls.support, name="support"),
    path("<uuid:recall_id>/withdraw/", recalls.withdraw, name="withdraw"),
    path("<uuid:recall_id>/answer/", recalls.answer, name="answer"),
    path("<uuid:recall_id>/cover/", recalls.cover, name="cover"),
    path("<uuid:recall_id>/reword/", recalls.reword, name="reword"),
]
