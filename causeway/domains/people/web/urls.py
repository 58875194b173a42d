"""The addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from causeway.domains.people.web import unsubscribe

app_name = "people"

urlpatterns: list[URLPattern | URLResolver] = [
    path("letters/<str:token>/", unsubscribe.unsubscribe, name="unsubscribe"),
]
