"""The addresses of this room."""

from __future__ import annotations

from django.urls import path

from causeway.domains.impact.web import views, writing

app_name = "impact"

urlpatterns = [
    path("", views.directory, name="directory"),
    path("of/<str:kind>/<uuid:subject_id>/", writing.begin, name="begin"),
    path("effects/<uuid:effect_id>/", writing.reword, name="reword"),
    path("effects/<uuid:effect_id>/strike/", writing.strike, name="strike"),
    path("questions/<uuid:question_id>/", writing.answer, name="answer"),
    path("questions/<uuid:question_id>/strike/", writing.strike_question, name="strike_question"),
    path("<uuid:check_id>/", views.check, name="check"),
    path("<uuid:check_id>/effects.csv", views.effects_csv, name="effects_csv"),
    path("<uuid:check_id>/editions/<int:number>/", views.edition, name="edition"),
    path("<uuid:check_id>/name/", writing.put_name, name="put_name"),
    path("<uuid:check_id>/name/take-off/", writing.take_name_off, name="take_name_off"),
    path("<uuid:check_id>/write/", writing.write, name="write"),
    path("<uuid:check_id>/ask/", writing.ask, name="ask"),
    path("<uuid:check_id>/sum-up/", writing.sum_up, name="sum_up"),
    path("<uuid:check_id>/frame/<str:point>/", writing.weigh, name="weigh"),
    path("<uuid:check_id>/publish/", writing.publish, name="publish"),
    path("<uuid:check_id>/withdraw/", writing.withdraw, name="withdraw"),
]
