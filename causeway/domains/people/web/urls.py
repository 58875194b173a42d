"""The addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from causeway.domains.people.web import account, desk, rights, safety, unsubscribe

app_name = "people"

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", account.account, name="account"),
    path("account/name/", account.name, name="name"),
    path("account/hide/", account.hide, name="hide"),
    path("account/letters/", account.consents, name="consents"),
    path("account/data/", account.data, name="data"),
    path("account/data/download/", account.download, name="download"),
    path("account/data/requests/", rights.own_requests, name="own_requests"),
    path("account/leave/", account.leave, name="leave"),
    path("account/keep/", account.keep, name="keep"),
    path("gone/", account.gone, name="gone"),
    path("safety/", safety.safety, name="safety"),
    path("your-employer/", safety.employer_address, name="employer_address"),
    path("ask/", rights.ask, name="ask"),
    path("ask/sent/", rights.asked, name="asked"),
    path("requests/<str:token>/", rights.follow, name="request"),
    path("letters/<str:token>/", unsubscribe.unsubscribe, name="unsubscribe"),
    path("staff/", desk.open_session, name="open_session"),
    path("staff/close/", desk.close_session, name="close_session"),
    path("staff/desk/", desk.desk, name="desk"),
    path("staff/desk/<uuid:request_id>/", desk.desk_request, name="desk_request"),
]
