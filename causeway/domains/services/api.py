"""The register and the published threats as open data: reading needs no key, from any site.

``/oruk`` follows HSDS-UK 3.0; what that profile has no word for stands in our own object ``causeway``.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from causeway.domains.services.api_shapes import (
    DatasetOut,
    FullServiceOut,
    OrganizationOut,
    PageOut,
    ServiceAtLocationOut,
    ServiceOut,
    ThreatInListOut,
)
from causeway.domains.services.openreferral.writing import PROFILE, VERSION
from causeway.domains.services.queries import open_data
from causeway.kernel.parameters import Moment, PageNumber, PageSize, Words

oruk = Router(tags=["Open Referral UK"], exclude_unset=True)
router = Router(tags=["Threats"])


@oruk.get("/", response=DatasetOut, operation_id="oruk_stub", summary="What this dataset is")
def stub(request: HttpRequest) -> dict[str, Any]:
    address = request.build_absolute_uri("/api/openapi.json")
    return {"version": VERSION, "profile": PROFILE, "openapi_url": address}


@oruk.get("/services", response=PageOut[ServiceOut], operation_id="oruk_services", summary="Services, page by page")
def services(
    request: HttpRequest,
    page: PageNumber = 1,
    per_page: PageSize = 50,
    search: Words = "",
    modified_after: Moment | None = None,
    alliance: Words = "",
) -> dict[str, Any]:
    return open_data.services_page(
        number=page, size=per_page, words=search, modified_after=modified_after, alliance=alliance
    )


@oruk.get("/services/{service_id}", response=FullServiceOut, operation_id="oruk_service", summary="One service")
def service(request: HttpRequest, service_id: UUID) -> dict[str, Any]:
    return open_data.full_service(service_id)


@oruk.get(
    "/organizations",
    response=PageOut[OrganizationOut],
    operation_id="oruk_organizations",
    summary="Public bodies, page by page",
)
def organizations(request: HttpRequest, page: PageNumber = 1, per_page: PageSize = 50) -> dict[str, Any]:
    return open_data.organizations_page(number=page, size=per_page)


@oruk.get(
    "/organizations/{body_id}", response=OrganizationOut, operation_id="oruk_organization", summary="One public body"
)
def organization(request: HttpRequest, body_id: UUID) -> dict[str, Any]:
    return open_data.organization(body_id)


@oruk.get(
    "/service_at_locations",
    response=PageOut[ServiceAtLocationOut],
    operation_id="oruk_places",
    summary="Services at their locations, page by page",
)
def places(request: HttpRequest, page: PageNumber = 1, per_page: PageSize = 50) -> dict[str, Any]:
    return open_data.places_page(number=page, size=per_page)


@oruk.get(
    "/service_at_locations/{place_id}",
    response=ServiceAtLocationOut,
    operation_id="oruk_place",
    summary="One service at its location",
)
def place(request: HttpRequest, place_id: UUID) -> dict[str, Any]:
    return open_data.place(place_id)


@router.get(
    "/threats",
    response=PageOut[ThreatInListOut],
    operation_id="threats",
    summary="Open published threats, soonest deadline first",
)
def threats(
    request: HttpRequest,
    page: PageNumber = 1,
    per_page: PageSize = 50,
    kind: Words = "",
    area: Words = "",
    alliance: Words = "",
) -> dict[str, Any]:
    return open_data.threats_page(number=page, size=per_page, kind=kind, area=area, alliance=alliance)
