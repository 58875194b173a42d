"""What the open data of the register looks like: HSDS-UK 3.0 objects, and our own beside them.

A field with a default is left out of an answer where there is nothing to say, as that profile has it.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Generic, Literal, TypeVar
from uuid import UUID

from ninja import Schema

T = TypeVar("T")


class DatasetOut(Schema):
    """What this dataset is."""

    version: str
    profile: str
    openapi_url: str


class PageOut(Schema, Generic[T]):
    """The profile's envelope of a page."""

    total_items: int
    total_pages: int
    page_number: int
    size: int
    first_page: bool
    last_page: bool
    empty: bool
    contents: list[T]


class OrganizationIdentifierOut(Schema):
    """A number in somebody else's register."""

    id: UUID
    identifier_scheme: str
    identifier_type: str
    identifier: str


class OrganizationOut(Schema):
    """A public body."""

    id: UUID
    name: str
    description: str
    website: str = ""
    organization_identifiers: list[OrganizationIdentifierOut] = []


class ServiceAreaOut(Schema):
    """Where a service works, in words."""

    id: UUID
    name: str


class LocationOut(Schema):
    """A place; degrees, WGS 84."""

    id: UUID
    location_type: Literal["physical"]
    latitude: float
    longitude: float


class PlacedOut(Schema):
    """Where a service is given."""

    id: UUID
    location: LocationOut


class OursOut(Schema):
    """What the profile has no word for."""

    status: str
    reach: str
    used_by: str
    worked_in_by: str
    website: str
    external_id: UUID | None
    page: str


class ClockPointOut(Schema):
    """One date of a threat's decision clock; ``suggested`` where it is reckoned, not recorded."""

    date: date
    what: str
    label: str
    days_left: int
    suggested: bool


class ThreatOut(Schema):
    """A published threat; our own object, no part of the profile."""

    id: UUID
    title: str
    kind: str
    summary: str
    confidence: str
    source: str
    source_url: str
    page: str
    outcome: str
    closed_on: date | None
    clock: list[ClockPointOut]


class PlacedServiceOut(Schema):
    """A service, as it stands within a service at its location."""

    id: UUID
    name: str
    description: str
    url: str
    status: Literal["active", "defunct"]
    last_modified: datetime | None = None
    service_areas: list[ServiceAreaOut] = []
    organization: OrganizationOut | None = None
    causeway: OursOut


class ServiceOut(PlacedServiceOut):
    """A service, as it stands in the list."""

    service_at_locations: list[PlacedOut] = []


class OursInFullOut(OursOut):
    """The same with the published threats."""

    threats: list[ThreatOut]


class FullServiceOut(ServiceOut):
    """One service with its published threats."""

    causeway: OursInFullOut


class ServiceAtLocationOut(PlacedOut):
    """A service at its location."""

    service: PlacedServiceOut


class ThreatenedServiceOut(Schema):
    """The service that a threat is to."""

    id: UUID
    name: str
    area: str


class ThreatInListOut(ThreatOut):
    """A published threat with its service and the alliance that recorded it."""

    service: ThreatenedServiceOut
    alliance: str
