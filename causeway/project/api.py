"""The API: every room's routes behind one description (OpenAPI)."""

from __future__ import annotations

from causeway.surfaces.api import make_api

api = make_api()
