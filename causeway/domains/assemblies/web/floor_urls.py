"""The addresses of questions put to meetings: short, because they are typed from a screen."""

from __future__ import annotations

from django.urls import path

from causeway.domains.assemblies.web import floor, telling

app_name = "floor"

urlpatterns = [
    path("", floor.enter, name="enter"),
    path("meeting/<uuid:meeting_id>/", floor.put, name="put"),
    path("question/<uuid:process_id>/count/", telling.count, name="count"),
    path("question/<uuid:process_id>/again/", telling.recount, name="recount"),
    path("question/<uuid:process_id>/close/", floor.close, name="close"),
    path("tell/<str:teller_code>/", telling.tell, name="tell"),
    path("<str:code>/", floor.page, name="page"),
    path("<str:code>/answer/", floor.answer, name="answer"),
    path("<str:code>/screen/", floor.screen, name="screen"),
]
