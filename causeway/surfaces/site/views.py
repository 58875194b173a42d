"""The pages that belong to no room, and the pages for errors."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def home(request: HttpRequest) -> HttpResponse:
    return render(request, "site/home.html")


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "site/error.html", {"error": exception}, status=403)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "site/missing.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    return render(request, "site/broken.html", status=500)
