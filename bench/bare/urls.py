"""One address."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_POST

from bench.bare.models import Row


@require_POST
def insert(request: HttpRequest) -> HttpResponse:
    fields = {name: request.POST[name] for name in ("name", "email", "postcode")}
    Row.objects.create(at=timezone.now(), **fields)
    return HttpResponse("stored", headers={"Content-Length": "6"})  # else gunicorn sends chunks


urlpatterns = [path("insert", insert)]
