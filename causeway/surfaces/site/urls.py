"""The pages that belong to no room."""

from __future__ import annotations

from django.urls import path

from causeway.surfaces.site import views

urlpatterns = [
    path("", views.home, name="home"),
    path("waiting/", views.waiting, name="waiting"),
    path("search/", views.find, name="search"),
]
