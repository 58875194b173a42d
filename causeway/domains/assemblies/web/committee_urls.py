"""The addresses of committees."""

from __future__ import annotations

from django.urls import path

from causeway.domains.assemblies.web import committees

app_name = "committees"

urlpatterns = [
    path("", committees.mine, name="mine"),
    path("of/<slug:process_slug>/set-up/", committees.set_up, name="set_up"),
    path("seats/<uuid:seat_id>/accept/", committees.accept, name="accept"),
    path("seats/<uuid:seat_id>/decline/", committees.decline, name="decline"),
    path("seats/<uuid:seat_id>/step-down/", committees.step_down, name="step_down"),
    path("vacancies/<uuid:seat_id>/", committees.vacancy, name="vacancy"),
    path("vacancies/<uuid:seat_id>/answer/", committees.answer, name="answer"),
    path("vacancies/<uuid:seat_id>/fill/", committees.fill, name="fill"),
    path("vacancies/<uuid:seat_id>/conditions.csv", committees.conditions, name="conditions"),
    path("<slug:slug>/", committees.page, name="page"),
    path("<slug:slug>/by-election/", committees.by_election, name="by_election"),
]
