"""Our register as HSDS-UK 3.0 objects. What the profile has no word for stands in our own object ``causeway``.

Nothing from tip-offs is ever here: these functions read services, public bodies and published threats only.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid5

from django.conf import settings

from causeway.domains.services.models import PublicBody, Service, Threat

VERSION = "HSDS-UK-3.0"
PROFILE = "https://docs.openreferraluk.org/en/latest/"
_MASK = 0x6C6F636174696F6E5F6F665F61736572  # turns a service's identifier into that of its place, and back


def as_place_id(service_id: UUID) -> UUID:
    """The identifier of a service at its location; the same again gives the service's back."""
    return UUID(int=service_id.int ^ _MASK)


def as_organization(body: PublicBody) -> dict[str, Any]:
    """A public body."""
    made: dict[str, Any] = {"id": str(body.pk), "name": body.name, "description": body.about or body.name}
    if body.website:
        made["website"] = body.website
    if body.identifier:
        made["organization_identifiers"] = [
            {
                "id": str(uuid5(body.pk, "identifier")),
                "identifier_scheme": body.identifier_scheme,
                "identifier_type": body.identifier_scheme,
                "identifier": body.identifier,
            }
        ]
    return made


def as_service(service: Service) -> dict[str, Any]:
    """A service as it stands in a list."""
    made: dict[str, Any] = {
        "id": str(service.pk),
        "name": service.name,
        "description": service.about,
        "url": service.website or f"{settings.SITE_URL}{service.get_absolute_url()}",
        "status": "defunct" if service.status == Service.Status.CLOSED else "active",
    }
    if service.changed_at:
        made["last_modified"] = service.changed_at.isoformat(timespec="milliseconds")
    if service.area:
        made["service_areas"] = [{"id": str(uuid5(service.pk, "area")), "name": service.area}]
    if service.latitude is not None:
        made["service_at_locations"] = [{"id": str(as_place_id(service.pk)), "location": as_location(service)}]
    if service.provider:
        made["organization"] = as_organization(service.provider)
    made["causeway"] = {
        "status": service.status,
        "reach": service.reach,
        "used_by": service.used_by,
        "worked_in_by": service.worked_in_by,
        "website": service.website,
        "external_id": str(service.external_id) if service.external_id else None,
        "page": f"{settings.SITE_URL}{service.get_absolute_url()}",
    }
    return made


def as_full_service(service: Service, published: Iterable[Threat]) -> dict[str, Any]:
    """A service with its published threats in our own object."""
    made = as_service(service)
    made["causeway"]["threats"] = [as_threat(threat) for threat in published]
    return made


def as_location(service: Service) -> dict[str, Any]:
    """Where a service is."""
    return {
        "id": str(uuid5(service.pk, "location")),
        "location_type": "physical",
        "latitude": service.latitude,
        "longitude": service.longitude,
    }


def as_service_at_location(service: Service) -> dict[str, Any]:
    """A service at its location."""
    plain = {key: value for key, value in as_service(service).items() if key != "service_at_locations"}
    return {"id": str(as_place_id(service.pk)), "location": as_location(service), "service": plain}


def as_threat(threat: Threat) -> dict[str, Any]:
    """A published threat with its clock: our own object, no part of HSDS-UK."""
    return {
        "id": str(threat.pk),
        "title": threat.title,
        "kind": threat.kind,
        "summary": threat.summary,
        "confidence": threat.confidence,
        "source": threat.source,
        "source_url": threat.source_url,
        "page": f"{settings.SITE_URL}{threat.get_absolute_url()}",
        "outcome": threat.outcome,
        "closed_on": threat.closed_on.isoformat() if threat.closed_on else None,
        "clock": [
            {
                "date": point.date.isoformat(),
                "what": point.name,
                "label": str(point.label),
                "days_left": point.days_left,
                "suggested": point.suggested,
            }
            for point in threat.clock.points
        ],
    }


def as_page(contents: list[dict[str, Any]], *, total: int, number: int, size: int) -> dict[str, Any]:
    """The envelope of a page."""
    pages = max(1, -(-total // size))
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": number,
        "size": len(contents),
        "first_page": number == 1,
        "last_page": number >= pages,
        "empty": not contents,
        "contents": contents,
    }
