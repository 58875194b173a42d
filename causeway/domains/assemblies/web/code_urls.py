"""Where a code is used: a short address, because people type it from a slip of paper."""

from __future__ import annotations

from django.urls import path

from causeway.domains.assemblies.web import by_code

app_name = "codes"

urlpatterns = [path("", by_code.use_code, name="use")]
