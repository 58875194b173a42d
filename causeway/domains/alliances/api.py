"""The API of alliances and organisations: what their public pages say, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Schema

from causeway.domains.alliances.models import Alliance
from causeway.domains.alliances.queries.bodies import Holder, alliance_page, organisation_page
from causeway.domains.alliances.queries.directory import alliances_page
from causeway.kernel.actors import Visitor
from causeway.kernel.parameters import PageNumber, Slug, Words

router = Router(tags=["alliances"])
organisations_router = Router(tags=["organisations"])


class AllianceSummary(Schema):
    id: UUID
    slug: str
    name: str
    level: str
    area: str
    parent: str | None


class AllianceList(Schema):
    items: list[AllianceSummary]
    count: int
    page: int
    pages: int


class AffiliatedOrganisation(Schema):
    slug: str
    name: str
    kind: str
    section: str
    since: date


class StrandOut(Schema):
    title: str
    text: str


class OfficeOut(Schema):
    title: str
    role: str
    holders: list[str]
    unnamed_holders: int


class AllianceDetail(AllianceSummary):
    about: str
    founded_on: date | None
    organisations: list[AffiliatedOrganisation]
    missing_sections: list[str]
    strands: list[StrandOut]
    offices: list[OfficeOut]


class AllianceOfOrganisation(Schema):
    slug: str
    name: str
    section: str
    since: date


class OrganisationDetail(Schema):
    id: UUID
    slug: str
    name: str
    kind: str
    area: str
    about: str
    website: str
    members: int | None
    alliances: list[AllianceOfOrganisation]
    offices: list[OfficeOut]


class AllianceSearch(Schema):
    q: Words = ""
    level: Words = ""
    under: Words = ""
    page: PageNumber = 1


@router.get("", response=AllianceList, operation_id="list_alliances", auth=None)
def list_alliances(request: HttpRequest, search: Query[AllianceSearch]) -> AllianceList:
    """The directory of alliances, by name, 24 a page; ``under`` is the slug of the larger alliance."""
    page = alliances_page(words=search.q, level=search.level, under=search.under, number=search.page)
    return AllianceList(
        items=[AllianceSummary(**_summary(alliance)) for alliance in page],
        count=page.paginator.count,
        page=page.number,
        pages=page.paginator.num_pages,
    )


@router.get("/{slug}", response=AllianceDetail, operation_id="get_alliance", auth=None)
def get_alliance(request: HttpRequest, slug: Slug) -> AllianceDetail:
    """One alliance: who is in it, its strategy and its offices, as its public page says."""
    shown = alliance_page(Visitor(), slug)
    return AllianceDetail(
        **_summary(shown.alliance),
        about=shown.alliance.about,
        founded_on=shown.alliance.founded_on,
        organisations=[
            AffiliatedOrganisation(
                slug=row.organisation.slug,
                name=row.organisation.name,
                kind=row.organisation.kind,
                section=row.section,
                since=row.since,
            )
            for section in shown.sections
            for row in section.affiliations
        ],
        missing_sections=[section.value for section in shown.sections if section.missing],
        strands=[StrandOut(title=strand.title, text=strand.text) for strand in shown.strands],
        offices=_offices(shown.holders),
    )


@organisations_router.get("/{slug}", response=OrganisationDetail, operation_id="get_organisation", auth=None)
def get_organisation(request: HttpRequest, slug: Slug) -> OrganisationDetail:
    """One organisation; ``members`` is given from ten up only."""
    shown = organisation_page(Visitor(), slug)
    organisation = shown.organisation
    return OrganisationDetail(
        id=organisation.pk,
        slug=organisation.slug,
        name=organisation.name,
        kind=organisation.kind,
        area=organisation.area,
        about=organisation.about,
        website=organisation.website,
        members=shown.members,
        alliances=[
            AllianceOfOrganisation(slug=row.alliance.slug, name=row.alliance.name, section=row.section, since=row.since)
            for row in shown.affiliations
        ],
        offices=_offices(shown.holders),
    )


def _offices(holders: list[Holder]) -> list[OfficeOut]:
    return [
        OfficeOut(
            title=holder.office.title,
            role=holder.office.role,
            holders=holder.names,
            unnamed_holders=holder.unnamed,
        )
        for holder in holders
    ]


def _summary(alliance: Alliance) -> dict[str, Any]:
    return {
        "id": alliance.pk,
        "slug": alliance.slug,
        "name": alliance.name,
        "level": alliance.level,
        "area": alliance.area,
        "parent": alliance.parent.slug if alliance.parent else None,
    }
