"""The register as open data: for visitors, so nothing unpublished can be in it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.search import SearchQuery
from django.db.models import QuerySet

from causeway.domains.services.models import PublicBody, Service
from causeway.domains.services.openreferral import writing
from causeway.domains.services.queries.register import visible_bodies, visible_services
from causeway.domains.services.queries.threats import WantedThreats, listed_threats, visible_threats
from causeway.kernel.actors import Visitor
from causeway.kernel.errors import Missing

VISITOR = Visitor()


def _services() -> QuerySet[Service]:
    return visible_services(VISITOR).select_related("provider").defer("search", "provider__search").order_by("id")


def services_page(
    *, number: int, size: int, words: str = "", modified_after: datetime | None = None, alliance: str = ""
) -> dict[str, Any]:
    """A page of services in the profile's envelope."""
    services = _services()
    if words:
        services = services.filter(search=SearchQuery(words, config="english", search_type="websearch"))
    if modified_after:
        services = services.filter(changed_at__gt=modified_after)
    if alliance:
        services = services.filter(alliance__slug=alliance)
    return _page(services, writing.as_service, number, size)


def full_service(service_id: UUID) -> dict[str, Any]:
    """One service with its published threats. Raises Missing."""
    service = _services().filter(pk=service_id).first()
    if service is None:
        raise Missing
    return writing.as_full_service(service, visible_threats(VISITOR).filter(service=service))


def organizations_page(*, number: int, size: int) -> dict[str, Any]:
    """A page of public bodies."""
    return _page(visible_bodies(VISITOR).defer("search").order_by("id"), writing.as_organization, number, size)


def organization(body_id: UUID) -> dict[str, Any]:
    """One public body. Raises Missing."""
    body = PublicBody.objects.select_related("merged_into").filter(pk=body_id).first()
    if body is None:
        raise Missing
    return writing.as_organization(body.merged_into or body)


def places_page(*, number: int, size: int) -> dict[str, Any]:
    """A page of services at their locations."""
    return _page(_services().exclude(latitude=None), writing.as_service_at_location, number, size)


def place(place_id: UUID) -> dict[str, Any]:
    """One service at its location. Raises Missing."""
    service = _services().exclude(latitude=None).filter(pk=writing.as_place_id(place_id)).first()
    if service is None:
        raise Missing
    return writing.as_service_at_location(service)


def threats_page(*, number: int, size: int, kind: str = "", area: str = "", alliance: str = "") -> dict[str, Any]:
    """A page of open published threats, soonest deadline first."""
    wanted = WantedThreats(kind=kind, area=area, alliance=alliance)
    return _page(listed_threats(VISITOR, wanted), _threat_with_service, number, size)


def _threat_with_service(threat: Any) -> dict[str, Any]:
    service = {"id": str(threat.service_id), "name": threat.service.name, "area": threat.service.area}
    return {**writing.as_threat(threat), "service": service, "alliance": threat.alliance.name}


def _page(rows: QuerySet[Any], write: Any, number: int, size: int) -> dict[str, Any]:
    total = rows.count()
    start = (number - 1) * size
    contents = [write(row) for row in rows[start : start + size]] if start < total else []
    return writing.as_page(contents, total=total, number=number, size=size)
