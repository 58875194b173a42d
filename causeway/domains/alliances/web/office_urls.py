"""The addresses of one's own offices, and of answers to offers."""

from __future__ import annotations

from django.urls import path

from causeway.domains.alliances.web import offices

app_name = "offices"

urlpatterns = [
    path("", offices.mine, name="mine"),
    path("offers/<uuid:offer_id>/", offices.answer, name="answer"),
    path("offers/<uuid:offer_id>/decline/", offices.decline, name="decline"),
    path("offers/<uuid:offer_id>/withdraw/", offices.withdraw, name="withdraw"),
    path("terms/<int:term_id>/end/", offices.end_term, name="end_term"),
    path("terms/<int:term_id>/name/", offices.show_name, name="show_name"),
    path("office/<uuid:office_id>/show/", offices.show_office, name="show_office"),
]
