"""The addresses of this room: one file for each matter, put together here."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

from causeway.domains.campaigns.web.campaign_urls import campaign_urls

app_name = "campaigns"

urlpatterns: list[URLPattern | URLResolver] = [*campaign_urls]
