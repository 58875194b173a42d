"""The addresses of this room."""

from __future__ import annotations

from django.urls import include, path

from causeway.domains.assemblies.web import elections, letters, mediation_urls, motions_urls, views, voting
from causeway.domains.assemblies.web.card_urls import urlpatterns as card_urls
from causeway.domains.assemblies.web.postal_urls import urlpatterns as postal_urls

app_name = "assemblies"

urlpatterns = [
    path("", include("causeway.domains.assemblies.web.conversation_urls")),
    *card_urls,
    *postal_urls,
    path("of/<str:room>/<slug:slug>/", views.votes, name="list"),
    path("of/<str:room>/<slug:slug>/letters/", letters.letters, name="letters"),
    path("of/<str:room>/<slug:slug>/new/", views.choose, name="choose"),
    path("of/<str:room>/<slug:slug>/set-up/", views.set_up, name="set_up"),
    path("of/<str:room>/<slug:slug>/elect/", elections.call, name="call_election"),
    *mediation_urls.urlpatterns,
    *motions_urls.urlpatterns,
    path("nominations/<uuid:nomination_id>/withdraw/", elections.withdraw, name="withdraw_nomination"),
    path("objections/<uuid:objection_id>/", views.answer, name="answer"),
    path("<slug:slug>/", views.process, name="process"),
    path("<slug:slug>/settle/", views.settle, name="settle"),
    path("<slug:slug>/object/", views.object_to_roll, name="object"),
    path("<slug:slug>/stand/", elections.stand, name="stand"),
    path("<slug:slug>/move/", views.move, name="move"),
    path("<slug:slug>/cancel/", views.cancel, name="cancel"),
    path("<slug:slug>/count/", views.count, name="count"),
    path("<slug:slug>/vote/", voting.vote, name="vote"),
    path("<slug:slug>/papers/", voting.papers, name="papers"),
    path("<slug:slug>/papers.csv", voting.papers_csv, name="papers_csv"),
    path("<slug:slug>/conditions.csv", voting.conditions_csv, name="conditions_csv"),
    path("<slug:slug>/papers.blt", voting.papers_blt, name="papers_blt"),
    path("", include("causeway.domains.assemblies.web.opinion_urls")),
]
