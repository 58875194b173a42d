"""Where people stand: their bodies and roles, for their own pages and for letters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet

from causeway.domains.alliances.models import Affiliation, Alliance, Membership, Office, Organisation
from causeway.domains.alliances.standing import (
    affiliations_of,
    index_of_organisation,
    organisations_of,
    terms_now,
    terms_of,
)
from causeway.kernel.actors import Actor

Body = TypeVar("Body", Alliance, Organisation)


@dataclass(frozen=True)
class MyBody:
    """An alliance or an organisation in which somebody stands, with the offices that they hold there."""

    body: Alliance | Organisation
    offices: tuple[Office, ...] = field(default=())

    @property
    def is_alliance(self) -> bool:
        return isinstance(self.body, Alliance)

    @property
    def roles(self) -> frozenset[str]:
        """The roles held there today (``Office.Role`` values); empty for a plain member."""
        return frozenset(office.role for office in self.offices)

    @property
    def runs_it(self) -> bool:
        """Whether the person coordinates the alliance, or is an officer of the organisation."""
        return (Office.Role.COORDINATOR if self.is_alliance else Office.Role.OFFICER) in self.roles


def my_bodies(actor: Actor) -> list[MyBody]:
    """The alliances, then the organisations, in which the actor stands today, each with the actor's offices."""
    offices = [term.office for term in terms_of(actor)]
    held: dict[UUID | None, list[Office]] = {}
    alliances: dict[UUID, Alliance] = {}
    organisations: dict[UUID, Organisation] = {}
    for office in offices:
        held.setdefault(office.alliance_id or office.organisation_id, []).append(office)
        alliances |= {office.alliance.pk: office.alliance} if office.alliance else {}
        organisations |= {office.organisation.pk: office.organisation} if office.organisation else {}
    for affiliation in affiliations_of(actor):
        alliances.setdefault(affiliation.alliance_id, affiliation.alliance)
        organisations.setdefault(affiliation.organisation_id, affiliation.organisation)
    elsewhere = set(organisations_of(actor)) - set(organisations)  # in no alliance yet
    if elsewhere:
        organisations |= Organisation.objects.in_bulk(elsewhere)
    bodies: list[Alliance | Organisation] = [*_by_name(alliances.values()), *_by_name(organisations.values())]
    return [MyBody(body, tuple(held.get(body.pk, ()))) for body in bodies]


def _by_name(bodies: Iterable[Body]) -> list[Body]:
    return sorted(bodies, key=lambda body: body.name)


def people_of(alliance: Alliance) -> frozenset[UUID]:
    """Everybody who stands in an alliance, for handlers that write to them. Never shown, listed or exported."""
    organisation_ids = list(alliance.affiliations.filter(until=None).values_list("organisation_id", flat=True))
    offices = terms_now().filter(Q(office__alliance=alliance) | Q(office__organisation_id__in=organisation_ids))
    return frozenset(offices.values_list("person_id", flat=True)) | members_of_each(organisation_ids)


def members_of_each(organisation_ids: list[UUID]) -> frozenset[UUID]:
    """The members of any of these organisations. For rolls; never shown, listed or exported."""
    indexes = [index_of_organisation(organisation_id) for organisation_id in organisation_ids]
    pairs = Membership.objects.filter(organisation_index__in=indexes).values_list("pair", flat=True)
    return frozenset(UUID(pair.split(" ")[0]) for pair in pairs)


def members_of(body: Alliance | Organisation) -> frozenset[UUID]:
    """Who belongs as a member: an office alone is no membership. For rolls; never shown, listed or exported."""
    if isinstance(body, Organisation):
        return members_of_each([body.pk])
    return frozenset().union(*members_by_section(body).values())


def members_by_section(alliance: Alliance) -> dict[str, frozenset[UUID]]:
    """The members of an alliance's affiliated organisations by section. Never shown, listed or exported."""
    return members_of_affiliations(alliance.affiliations.filter(until=None))


def members_of_affiliations(affiliations: QuerySet[Affiliation]) -> dict[str, frozenset[UUID]]:
    """The members of these affiliated organisations by section. Never shown, listed or exported."""
    sections: dict[str, list[UUID]] = {}
    for organisation_id, section in affiliations.values_list("organisation_id", "section"):
        sections.setdefault(section, []).append(organisation_id)
    return {section: members_of_each(organisation_ids) for section, organisation_ids in sections.items()}
