"""The addresses of card votes, within those of the room."""

from __future__ import annotations

from django.urls import path

from causeway.domains.assemblies.web import cards

urlpatterns = [
    path("of/<str:room>/<slug:slug>/cards/", cards.call, name="call_card_vote"),
    path("cards/<uuid:card_id>/", cards.cast, name="cast_card"),
    path("<slug:slug>/cards.csv", cards.cards_csv, name="cards_csv"),
]
