"""The register and the published threats as open data: reading needs no key, from any site.

``/oruk`` follows HSDS-UK 3.0; what that profile has no word for stands in our own object ``causeway``.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router

from causeway.domains.services.openreferral.writing import PROFILE, VERSION
from causeway.domains.services.queries import open_data

oruk = Router(tags=["Open Referral UK"])
router = Router(tags=["Threats"])

Number = Annotated[int, Query(ge=1, le=1_000_000)]
Size = Annotated[int, Query(ge=1, le=500)]
Words = Annotated[str, Query(max_length=200, pattern="^[^\x00]*$")]


@oruk.get("/", operation_id="oruk_stub", url_name="oruk_stub", summary="What this dataset is")
def stub(request: HttpRequest) -> dict[str, Any]:
    address = request.build_absolute_uri("/api/openapi.json")
    return {"version": VERSION, "profile": PROFILE, "openapi_url": address}


@oruk.get("/services", operation_id="oruk_services", url_name="oruk_services", summary="Services, page by page")
def services(
    request: HttpRequest,
    page: Number = 1,
    per_page: Size = 50,
    search: Words = "",
    modified_after: datetime | None = None,
    alliance: Words = "",
) -> dict[str, Any]:
    return open_data.services_page(
        number=page, size=per_page, words=search, modified_after=modified_after, alliance=alliance
    )


@oruk.get("/services/{uuid:service_id}", operation_id="oruk_service", url_name="oruk_service", summary="One service")
def service(request: HttpRequest, service_id: UUID) -> dict[str, Any]:
    return open_data.full_service(service_id)


@oruk.get("/organizations", operation_id="oruk_organizations", summary="Public bodies, page by page")
def organizations(request: HttpRequest, page: Number = 1, per_page: Size = 50) -> dict[str, Any]:
    return open_data.organizations_page(number=page, size=per_page)


@oruk.get("/organizations/{uuid:body_id}", operation_id="oruk_organization", summary="One public body")
def organization(request: HttpRequest, body_id: UUID) -> dict[str, Any]:
    return open_data.organization(body_id)


@oruk.get("/service_at_locations", operation_id="oruk_places", summary="Services at their locations, page by page")
def places(request: HttpRequest, page: Number = 1, per_page: Size = 50) -> dict[str, Any]:
    return open_data.places_page(number=page, size=per_page)


@oruk.get("/service_at_locations/{uuid:place_id}", operation_id="oruk_place", summary="One service at its location")
def place(request: HttpRequest, place_id: UUID) -> dict[str, Any]:
    return open_data.place(place_id)


@router.get("/threats", operation_id="threats", summary="Open published threats, soonest deadline first")
def threats(
    request: HttpRequest,
    page: Number = 1,
    per_page: Size = 50,
    kind: Words = "",
    area: Words = "",
    alliance: Words = "",
) -> dict[str, Any]:
    return open_data.threats_page(number=page, size=per_page, kind=kind, area=area, alliance=alliance)
