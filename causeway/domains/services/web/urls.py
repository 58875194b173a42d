"""The addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

from causeway.domains.services.web.urls_tipoffs import TIP_OFF_URLS

app_name = "services"

urlpatterns: list[URLPattern | URLResolver] = [*TIP_OFF_URLS]
