"""Petitions as JSON: what is public, and signing."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from ninja import Field, Router, Schema
from pydantic import StrictBool

from causeway.domains.petitions import queries
from causeway.domains.petitions.commands.sign_petition import SignPetition
from causeway.domains.petitions.models import Petition
from causeway.domains.petitions.postcodes import LONGEST
from causeway.domains.petitions.signing import LONGEST_EMAIL, LONGEST_NAME
from causeway.domains.petitions.totals import Totals
from causeway.kernel.actors import Visitor
from causeway.kernel.parameters import PageNumber, Slug
from causeway.kernel.perform import perform

router = Router(tags=["petitions"])


class AreaOut(Schema):
    """How many signed in one postcode area; named from ten up."""

    area: str
    name: str
    signatures: int


class PetitionOut(Schema):
    """A petition with its public totals, in the words of OSDI 1.2 where it has them."""

    identifiers: list[str]
    slug: str
    name: str
    title: str
    petition_text: str
    target: list[str]
    browser_url: str
    status: str
    end_date: date | None
    total_signatures: int
    total_online: int
    total_paper: int
    goal: int
    areas: list[AreaOut]


class PetitionRow(Schema):
    """A petition in the list."""

    slug: str
    title: str
    browser_url: str
    status: str
    total_signatures: int


class PetitionList(Schema):
    """One page of petitions."""

    total_records: int
    total_pages: int
    page: int
    petitions: list[PetitionRow]


class SignatureIn(Schema):
    """What the form asks for, no more."""

    name: str = Field(max_length=LONGEST_NAME, examples=["Sofia Signer"])
    email: str = Field(max_length=LONGEST_EMAIL, examples=["sofia@example.org"], json_schema_extra={"format": "email"})
    postcode: str = Field(max_length=LONGEST, examples=["M6 5FS"])
    shows_name: StrictBool = False
    updates: StrictBool = False
    next_step: StrictBool = False
    organisation_ids: list[UUID] = Field([], max_length=20, examples=[[]])


class Accepted(Schema):
    """The same answer whether or not the address has signed before."""

    detail: str


@router.get("/petitions", operation_id="list_petitions", response=PetitionList)
def list_petitions(request: HttpRequest, page: PageNumber = 1) -> PetitionList:
    """Petitions that were opened, newest first, twenty a page."""
    found = queries.petitions_page(Visitor(), number=page)
    rows = [
        PetitionRow(
            slug=row.slug,
            title=row.title,
            browser_url=address_of(row),
            status=row.stage.value,
            total_signatures=row.totals.total,  # type: ignore[attr-defined]
        )
        for row in found
    ]
    return PetitionList(
        total_records=found.paginator.count, total_pages=found.paginator.num_pages, page=found.number, petitions=rows
    )


@router.get("/petitions/{slug}", operation_id="get_petition", response=PetitionOut)
def get_petition(request: HttpRequest, slug: Slug) -> PetitionOut:
    """One petition with its totals."""
    petition = queries.petition_by_slug(Visitor(), slug)
    totals: Totals = queries.totals(petition)
    return PetitionOut(
        identifiers=[f"causeway:{petition.pk}"],
        slug=petition.slug,
        name=petition.slug,
        title=petition.title,
        petition_text=petition.text,
        target=[str(target) for target in petition.targets.all()],
        browser_url=address_of(petition),
        status=petition.stage.value,
        end_date=petition.closes_on,
        total_signatures=totals.total,
        total_online=totals.online,
        total_paper=totals.paper,
        goal=petition.goal,
        areas=[AreaOut(area=row.area, name=row.name, signatures=row.signatures) for row in totals.areas],
    )


@router.post("/petitions/{slug}/signatures", operation_id="sign_petition", response={202: Accepted})
def sign(request: HttpRequest, slug: Slug, given: SignatureIn) -> tuple[int, Accepted]:
    """Sign. It counts once it is confirmed from the letter that goes to the address."""
    command = SignPetition(
        petition_slug=slug,
        name=given.name,
        email=given.email,
        postcode=given.postcode,
        shows_name=given.shows_name,
        updates=given.updates,
        next_step=given.next_step,
        organisation_ids=tuple(given.organisation_ids),
    )
    perform(Visitor(), command)
    return 202, Accepted(detail="Check the e-mail: the signature counts once it is confirmed from the letter.")


def address_of(petition: Petition) -> str:
    """The page's whole address."""
    return str(settings.SITE_URL) + reverse("petitions:petition", kwargs={"slug": petition.slug})
