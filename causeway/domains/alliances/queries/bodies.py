"""What the pages of an alliance and of an organisation show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q

from causeway.domains.alliances.bodies import Body, owner
from causeway.domains.alliances.models import (
    Affiliation,
    AffiliationProposal,
    Alliance,
    Declaration,
    Meeting,
    Membership,
    MembershipRequest,
    Office,
    Organisation,
    Placement,
    Section,
    Strand,
    Term,
)
from causeway.domains.alliances.standing import (
    index_of_organisation,
    index_of_person,
    member_count,
    stands_in_body,
    terms_now,
)
from causeway.domains.people.queries import names_of
from causeway.kernel import clock
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.errors import Missing

SMALLEST_COUNT = 10
SHOWN_CHILDREN = 24
SHOWN_ORGANISATIONS = 200


@dataclass(frozen=True)
class SectionPart:
    """One section of an alliance, with the organisations in it; without any it is a gap."""

    value: str
    words: str
    affiliations: list[Affiliation]

    @property
    def missing(self) -> bool:
        return not self.affiliations


@dataclass(frozen=True)
class Holder:
    """An office as the public page shows it: with the names of those who agreed, and how many others hold it."""

    office: Office
    names: list[str]
    unnamed: int


@dataclass(frozen=True)
class AlliancePage:
    """Everything on an alliance's page."""

    alliance: Alliance
    sections: list[SectionPart]
    organisation_count: int
    children: list[Alliance]
    more_children: bool
    strands: list[Strand]
    holders: list[Holder]
    next_meeting: Meeting | None
    runs_it: bool
    inside: bool
    handler_count: int
    proposals: list[AffiliationProposal]
    placements: list[Placement]


def alliance_by_slug(slug: str) -> Alliance:
    """The alliance with that address. Raises Missing."""
    alliance = Alliance.objects.select_related("parent").filter(slug=slug).first()
    if alliance is None:
        raise Missing
    return alliance


def organisation_by_slug(slug: str) -> Organisation:
    """The organisation with that address. Raises Missing."""
    organisation = Organisation.objects.filter(slug=slug).first()
    if organisation is None:
        raise Missing
    return organisation


def alliance_page(actor: Actor, slug: str) -> AlliancePage:
    """An alliance's page as the actor sees it."""
    alliance = _alliance_with_signs(slug)
    affiliations = affiliations_of(alliance)
    terms = _terms_in(alliance)
    mine = [term for term in terms if term.person_id == person_of(actor)]
    runs_it = any(term.office.role == Office.Role.COORDINATOR for term in mine)
    inside = bool(mine) or stands_in_body(actor, alliance)
    children = list(alliance.children.all()[: SHOWN_CHILDREN + 1]) if alliance.has_children else []
    return AlliancePage(
        alliance=alliance,
        sections=_sections(affiliations),
        organisation_count=len(affiliations),
        children=children[:SHOWN_CHILDREN],
        more_children=len(children) > SHOWN_CHILDREN,
        strands=list(alliance.strands.all()) if alliance.has_strands else [],
        holders=_holders(terms),
        next_meeting=next_meeting_of(alliance, inside=inside),
        runs_it=runs_it,
        inside=inside,
        handler_count=len({term.person_id for term in terms if term.office.role == Office.Role.HANDLER}),
        proposals=_waiting(alliance) if runs_it and alliance.has_proposals else [],
        placements=_asked_of(alliance) if runs_it and alliance.has_placements else [],
    )


def _alliance_with_signs(slug: str) -> Any:
    """The alliance, and whether there is more to ask for: a page has twelve queries, shared with the other rooms.

    Raises Missing.
    """
    this = OuterRef("pk")
    asked = Placement.objects.filter(status=Placement.Status.ASKED)
    signs = {
        "has_children": Alliance.objects.filter(parent=this),
        "has_strands": Strand.objects.filter(alliance=this),
        "has_proposals": AffiliationProposal.objects.filter(alliance=this, status=AffiliationProposal.Status.PROPOSED),
        "has_placements": asked.filter(Q(parent=this) | Q(child=this)),
    }
    rows = Alliance.objects.select_related("parent").annotate(**{name: Exists(sign) for name, sign in signs.items()})
    alliance = rows.filter(slug=slug).first()
    if alliance is None:
        raise Missing
    return alliance


def affiliations_of(alliance: Alliance) -> list[Affiliation]:
    """The affiliations that stand today, with their organisations."""
    rows = alliance.affiliations.filter(until=None).select_related("organisation")
    return list(rows.order_by("organisation__name", "pk")[:SHOWN_ORGANISATIONS])


def _sections(affiliations: list[Affiliation]) -> list[SectionPart]:
    return [
        SectionPart(section.value, str(section.label), [row for row in affiliations if row.section == section])
        for section in Section
    ]


def _terms_in(body: Body) -> list[Term]:
    where = {f"office__{name}": row for name, row in owner(body).items()}
    rows = terms_now().filter(person__is_active=True, **where).select_related("office", "person")
    return list(rows.order_by("office__title", "starts_on"))


def _holders(terms: list[Term]) -> list[Holder]:
    """Offices that the body chose to show, coordinators first, with the names of those who agreed to it."""
    by_office: dict[UUID, list[Term]] = {}
    for term in terms:
        if term.office.shown:
            by_office.setdefault(term.office.pk, []).append(term)
    holders = [
        Holder(
            held[0].office,
            [term.person.shown_name for term in held if term.shown_publicly and term.person.erased_at is None],
            sum(not term.shown_publicly for term in held),
        )
        for held in by_office.values()
    ]
    leading = {Office.Role.COORDINATOR, Office.Role.OFFICER}
    return sorted(holders, key=lambda holder: (holder.office.role not in leading, holder.office.title))


def next_meeting_of(body: Body, *, inside: bool) -> Meeting | None:
    """The next meeting that is not cancelled; for those outside, the next public one."""
    coming = body.meetings.filter(ends_at__gte=clock.now(), cancelled_at=None)
    if not inside:
        coming = coming.filter(visibility=Meeting.Visibility.PUBLIC)
    return coming.order_by("starts_at").first()


def _waiting(alliance: Alliance) -> list[AffiliationProposal]:
    rows = alliance.proposals.filter(status=AffiliationProposal.Status.PROPOSED)
    return list(rows.select_related("organisation", "alliance"))


def _asked_of(alliance: Alliance) -> list[Placement]:
    rows = Placement.objects.filter(status=Placement.Status.ASKED).select_related("child", "parent")
    return list(rows.filter(parent=alliance) | rows.filter(child=alliance))


@dataclass(frozen=True)
class OrganisationPage:
    """Everything on an organisation's page."""

    organisation: Organisation
    affiliations: list[Affiliation]
    holders: list[Holder]
    next_meeting: Meeting | None
    members: int | None
    runs_it: bool
    inside: bool
    membership: Membership | None
    asked_on: object
    request_count: int
    proposals: list[AffiliationProposal]


def organisation_page(actor: Actor, slug: str) -> OrganisationPage:
    """An organisation's page as the actor sees it. ``members`` is None where the actor may not know the figure."""
    organisation = organisation_by_slug(slug)
    terms = _terms_in(organisation)
    mine = [term for term in terms if term.person_id == person_of(actor)]
    runs_it = any(term.office.role == Office.Role.OFFICER for term in mine)
    membership, asked = own_membership(actor, organisation)
    inside = bool(mine) or membership is not None
    latest = Prefetch("declarations", Declaration.objects.order_by("-declared_on", "-id"))
    affiliations = organisation.affiliations.filter(until=None).select_related("alliance")
    if runs_it:
        affiliations = affiliations.prefetch_related(latest)
    return OrganisationPage(
        organisation=organisation,
        affiliations=list(affiliations.order_by("alliance__name")),
        holders=_holders(terms),
        next_meeting=next_meeting_of(organisation, inside=inside),
        members=members_shown(organisation, runs_it=runs_it),
        runs_it=runs_it,
        inside=inside,
        membership=membership,
        asked_on=asked.asked_on if asked else None,
        request_count=len(_requests(organisation)) if runs_it else 0,
        proposals=_proposals_of(organisation) if runs_it else [],
    )


def own_membership(actor: Actor, organisation: Organisation) -> tuple[Membership | None, MembershipRequest | None]:
    """The actor's own membership of an organisation, or their request for it."""
    person_id = person_of(actor)
    if person_id is None:
        return None, None
    keys = {"person_index": index_of_person(person_id), "organisation_index": index_of_organisation(organisation.pk)}
    membership = Membership.objects.filter(**keys).first()
    asked = None if membership else MembershipRequest.objects.filter(**keys).first()
    return membership, asked


def members_shown(organisation: Organisation, *, runs_it: bool) -> int | None:
    """How many belong to it: exactly for its officers; for others only from ten up."""
    number = member_count(organisation.pk)
    return number if runs_it or number >= SMALLEST_COUNT else None


def _requests(organisation: Organisation) -> list[MembershipRequest]:
    index = index_of_organisation(organisation.pk)
    return list(MembershipRequest.objects.filter(organisation_index=index)[:200])


def _proposals_of(organisation: Organisation) -> list[AffiliationProposal]:
    rows = organisation.proposals.filter(status=AffiliationProposal.Status.PROPOSED)
    return list(rows.select_related("organisation", "alliance"))


@dataclass(frozen=True)
class Known:
    """Somebody in an officer's list: the row to act on, the display name, since when."""

    id: object
    name: str
    since: object


def requests_to_join(organisation: Organisation) -> list[Known]:
    """Who asks to join, for the organisation's officers."""
    rows = [(row, UUID(row.pair.split(" ")[0])) for row in _requests(organisation)]
    names = names_of(person_id for _row, person_id in rows)
    return [Known(row.pk, names.get(person_id, "") or "", row.asked_on) for row, person_id in rows]


def known_members(organisation: Organisation) -> list[Known]:
    """The members who let the officers know them, by name, for the organisation's officers."""
    index = index_of_organisation(organisation.pk)
    members = Membership.objects.filter(organisation_index=index, known_to_officers=True)
    rows = [(row, UUID(row.pair.split(" ")[0])) for row in members[:1000]]
    names = names_of(person_id for _row, person_id in rows)
    known = [Known(row.pk, names[person_id], row.since) for row, person_id in rows if person_id in names]
    return sorted(known, key=lambda member: member.name.lower())
