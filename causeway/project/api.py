"""The API: every room's routes behind one description (OpenAPI)."""

from __future__ import annotations

from causeway.domains.alliances.api import organisations_router
from causeway.domains.alliances.api import router as alliances_router
from causeway.domains.campaigns.api import router as campaigns
from causeway.domains.petitions.api import router as petitions
from causeway.domains.services.api import oruk
from causeway.domains.services.api import router as services
from causeway.surfaces.api import make_api

api = make_api()
api.add_router("/campaigns", campaigns)
api.add_router("/alliances", alliances_router)
api.add_router("/organisations", organisations_router)
api.add_router("/oruk", oruk)
api.add_router("", services)
api.add_router("", petitions)
