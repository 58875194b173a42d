"""Every address of the site, in one readable list."""

from __future__ import annotations

from django.urls import include, path

from causeway.project.api import api

urlpatterns = [
    path("petitions/", include("causeway.domains.petitions.web.urls")),  # first: thousands may sign at once
    path("", include("causeway.surfaces.site.urls")),
    path("account/", include("allauth.urls")),
    path("people/", include("causeway.domains.people.web.urls")),
    path("alliances/", include("causeway.domains.alliances.web.urls")),
    path("organisations/", include("causeway.domains.alliances.web.organisation_urls")),
    path("meetings/", include("causeway.domains.alliances.web.meeting_urls")),
    path("offices/", include("causeway.domains.alliances.web.office_urls")),
    path("services/", include("causeway.domains.services.web.urls")),
    path("campaigns/", include("causeway.domains.campaigns.web.urls")),
    path("events/", include("causeway.domains.campaigns.web.event_urls")),
    path("rotas/", include("causeway.domains.campaigns.web.rota_urls")),
    path("ladder/", include("causeway.domains.campaigns.web.ladder_urls")),
    path("code/", include("causeway.domains.assemblies.web.code_urls")),
    path("at/", include("causeway.domains.assemblies.web.floor_urls")),
    path("impact/", include("causeway.domains.impact.web.urls")),
    path("votes/", include("causeway.domains.assemblies.web.urls")),
    path("committees/", include("causeway.domains.assemblies.web.committee_urls")),
    path("budgets/", include("causeway.domains.budgets.web.votes_urls")),
    path("budgets/", include("causeway.domains.budgets.web.urls")),
    path("mandates/", include("causeway.domains.assemblies.web.mandate_urls")),
    path("hustings/", include("causeway.domains.assemblies.web.hustings_urls")),
    path("recalls/", include("causeway.domains.assemblies.web.recall_urls")),
    path("api/", api.urls),
]

handler400 = "causeway.surfaces.site.views.unreadable"
handler403 = "causeway.surfaces.site.views.refused"
handler404 = "causeway.surfaces.site.views.missing"
handler500 = "causeway.surfaces.site.views.broken"
