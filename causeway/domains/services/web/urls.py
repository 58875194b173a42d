"""The addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

from causeway.domains.services.web.urls_register import REGISTER_URLS
from causeway.domains.services.web.urls_tenders import TENDER_URLS
from causeway.domains.services.web.urls_threats import THREAT_URLS
from causeway.domains.services.web.urls_tipoffs import TIP_OFF_URLS

app_name = "services"

urlpatterns: list[URLPattern | URLResolver] = [*REGISTER_URLS, *THREAT_URLS, *TENDER_URLS, *TIP_OFF_URLS]
