"""The bodies that can decide: alliances, campaigns, organisations, services that their users run, and committees.

One table says what each kind answers: who sees it, who runs it, who belongs to it, who its members are. Whatever this
room does, it does for every kind alike. To add a kind, add its key to ``Process`` and its line to ``KINDS``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models import Affiliation, Alliance, Organisation
from causeway.domains.alliances.policies import runs as runs_alliance_or_organisation
from causeway.domains.alliances.queries import standing as membership
from causeway.domains.alliances.standing import alliances_of, is_officer_of, organisations_of, stands_in_body
from causeway.domains.assemblies.committee_members import members_of_committee, sits_on
from causeway.domains.assemblies.models import Committee, Process, Seat
from causeway.domains.campaigns import standing as campaigns
from causeway.domains.campaigns.models import Campaign
from causeway.domains.campaigns.queries import visible_campaigns
from causeway.domains.services.models import Service
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Member
from causeway.kernel.errors import Missing

Body = Alliance | Organisation | Campaign | Service | Committee
People = frozenset[UUID]
Organisations = frozenset[UUID]


@dataclass(frozen=True, kw_only=True)
class Kind:
    """What one kind of body answers.

    ``field``: the key by which a process belongs to such a body. ``seen``: those that the actor may know of. ``mine``:
    those that the actor belongs to, the list behind ``belongs``. ``members``: whom a roll of everybody finds; an office
    alone makes no member. ``organisations``: those that make up the body. ``by_section``: the members by section, None
    for a kind without sections. ``trail``: in whose trail its changes stand. ``level`` and ``rule`` say in words who
    decides, and who may vote.
    """

    model: type[Model]
    field: str
    room: str
    seen: Callable[[Actor], QuerySet[Any]]
    mine: Callable[[Actor], Collection[UUID] | QuerySet[Any]]
    runs: Callable[[Actor, Any], bool]
    belongs: Callable[[Actor, Any], bool]
    members: Callable[[Any], People]
    organisations: Callable[[Any], Organisations]
    by_section: Callable[[Any], dict[str, People]] | None = None
    trail: Callable[[Any], UUID]
    level: str | Promise
    rule: str | Promise


def _affiliates(alliance: Alliance) -> Organisations:
    standing = Affiliation.objects.filter(alliance=alliance, until=None)
    return frozenset(standing.values_list("organisation_id", flat=True))


def _organisations_in(campaign: Campaign) -> list[UUID]:
    return [one.organisation_id for one in campaigns.organisations_in(campaign)]


def _campaigners(campaign: Campaign) -> People:
    return membership.members_of_each(_organisations_in(campaign))


def _campaigners_by_section(campaign: Campaign) -> dict[str, People]:
    """By the sections in which their organisations stand in the campaign's alliance; others stand in none."""
    standing = Affiliation.objects.filter(
        alliance=campaign.alliance_id, organisation_id__in=_organisations_in(campaign), until=None
    )
    return membership.members_of_affiliations(standing)


def _is_run_by_officer(actor: Actor, service: Service) -> bool:
    return service.run_by_id is not None and is_officer_of(actor, service.run_by_id)


def _is_user_of(actor: Actor, service: Service) -> bool:
    return service.run_by_id in organisations_of(actor)


def _users(service: Service) -> People:
    return membership.members_of_each([service.run_by_id] if service.run_by_id else [])


def _sits_or_elected(actor: Actor, committee: Committee) -> bool:
    return sits_on(actor, committee) or belongs_to(actor, body_of(committee.election))


def _own_committees(actor: Actor) -> QuerySet[Any]:
    """Those that the actor sits on, and those that the actor's bodies elected."""
    if not isinstance(actor, Member):
        return Committee.objects.none().values("pk")
    today = Q(ends_on=None) | Q(ends_on__gte=clock.today())
    seats = Seat.objects.filter(person_id=actor.person_id, state=Seat.State.HELD).values("committee")
    elected = Q(election__in=Process.objects.filter(_of_bodies_of(actor, KINDS[:-1])))
    return Committee.objects.filter(today & Q(pk__in=seats) | elected).values("pk")


def _committees_seen(actor: Actor) -> QuerySet[Any]:
    published = Q(election__result_for=Process.Audience.EVERYBODY)
    return Committee.objects.filter(published | Q(pk__in=_own_committees(actor)), formed_on__isnull=False)


def _trail_above(committee: Committee) -> UUID:
    body = body_of(committee.election)
    return kind_of(body).trail(body)


KINDS = (
    Kind(
        model=Alliance,
        field="alliance",
        room="alliances",
        seen=lambda _actor: Alliance.objects.all(),
        mine=alliances_of,
        runs=runs_alliance_or_organisation,
        belongs=stands_in_body,
        members=membership.members_of,
        organisations=_affiliates,
        by_section=membership.members_by_section,
        trail=lambda alliance: alliance.pk,
        level=_("an alliance: all members of its affiliated organisations decide together"),
        rule=_("The members of the affiliated organisations, each once"),
    ),
    Kind(
        model=Campaign,
        field="campaign",
        room="campaigns",
        seen=visible_campaigns,
        mine=lambda actor: campaigns.taken_part_in(actor).values("pk"),
        runs=campaigns.runs,
        belongs=campaigns.takes_part,
        members=_campaigners,
        organisations=lambda campaign: frozenset(_organisations_in(campaign)),
        by_section=_campaigners_by_section,
        trail=lambda campaign: campaign.alliance_id,
        level=_("a campaign: the members of the organisations that take part in it decide, and nobody else"),
        rule=_("The members of the organisations that take part in the campaign, each once"),
    ),
    Kind(
        model=Organisation,
        field="organisation",
        room="organisations",
        seen=lambda _actor: Organisation.objects.all(),
        mine=organisations_of,
        runs=runs_alliance_or_organisation,
        belongs=stands_in_body,
        members=membership.members_of,
        organisations=lambda organisation: frozenset([organisation.pk]),
        trail=lambda organisation: organisation.pk,
        level=_("one organisation: its own members decide, and no other body has a say"),
        rule=_("The members of the organisation"),
    ),
    Kind(
        model=Service,
        field="service",
        room="services",
        seen=lambda _actor: Service.objects.exclude(run_by=None),
        mine=lambda actor: Service.objects.filter(run_by__in=organisations_of(actor)).values("pk"),
        runs=_is_run_by_officer,
        belongs=_is_user_of,
        members=_users,
        organisations=lambda service: frozenset([service.run_by_id]),
        trail=lambda service: service.run_by_id or service.alliance_id,
        level=_("a service that its users run: the members of their organisation decide on it"),
        rule=_("The members of the users’ organisation that runs the service"),
    ),
    Kind(  # last: what a committee is asks the kinds above it
        model=Committee,
        field="deciding_committee",
        room="committees",
        seen=_committees_seen,
        mine=_own_committees,
        runs=sits_on,
        belongs=_sits_or_elected,
        members=members_of_committee,
        organisations=lambda _committee: frozenset(),
        trail=_trail_above,
        level=_("a committee: those who were elected to it decide within their mandate, and can be recalled"),
        rule=_("Whoever holds a place on the committee"),
    ),
)
BY_MODEL = {kind.model: kind for kind in KINDS}
BY_ROOM = {kind.room: kind for kind in KINDS}
FIELDS = tuple(kind.field for kind in KINDS)


def kind_of(body: Body) -> Kind:
    """What a body of this kind answers."""
    return BY_MODEL[type(body)]


def body_of(row: Any) -> Body:
    """The body that a process belongs to."""
    body: Body = next(found for field in FIELDS if (found := getattr(row, field)) is not None)
    return body


def owner(body: Body) -> dict[str, Any]:
    """The field by which a process belongs to a body, with the body."""
    return {kind_of(body).field: body}


def find_body(command: Any) -> Body:
    """The body that ``command.body_id`` names, locked until the change is stored."""
    for kind in KINDS:
        body: Body | None = (
            kind.model._default_manager.select_for_update(no_key=True).filter(pk=command.body_id).first()  # type: ignore[assignment]
        )
        if body is not None:
            return body
    raise Missing


def body_with(body_id: UUID) -> Body | None:
    """The body with that identifier, if there is one."""
    rows = (kind.model._default_manager.filter(pk=body_id).first() for kind in KINDS)
    return next((body for body in rows if body is not None), None)  # type: ignore[return-value]


def body_at(room: str, slug: str) -> Body:
    """The body at that address. Whether the actor may know of it, the policies say. Raises Missing."""
    body: Body | None = (
        BY_ROOM[room].model._default_manager.filter(slug=slug).first()  # type: ignore[assignment]
        if room in BY_ROOM
        else None
    )
    if body is None:
        raise Missing
    return body


def sees_body(actor: Actor, body: Body) -> bool:
    """Whether the actor may know that this body decides here: a campaign in preparation is not for everybody."""
    return kind_of(body).seen(actor).filter(pk=body.pk).exists()


def runs_body(actor: Actor, body: Body) -> bool:
    """Whether the actor may set up what the body decides. That gives no vote in it."""
    return kind_of(body).runs(actor, body)


def belongs_to(actor: Actor, body: Body) -> bool:
    """Whether the actor stands in the body."""
    return kind_of(body).belongs(actor, body)


def members_of(body: Body) -> People:
    """Who belongs as a member. For rolls; never shown, listed or exported."""
    return kind_of(body).members(body)


def organisations_in(body: Body) -> frozenset[UUID]:
    """The organisations that make up the body; none in a committee, where people sit for nobody but their electors."""
    return kind_of(body).organisations(body)


def has_sections(body: Body) -> bool:
    """Whether the members of this body stand in sections."""
    return kind_of(body).by_section is not None


def members_by_section(body: Body) -> dict[str, People]:
    """The members by section; empty for a body without sections. Never shown, listed or exported."""
    by_section = kind_of(body).by_section
    return by_section(body) if by_section else {}


def of_bodies_of(actor: Actor) -> Q:
    """The processes of the bodies that the actor stands in."""
    return _of_bodies_of(actor, KINDS)


def _of_bodies_of(actor: Actor, kinds: Sequence[Kind]) -> Q:
    mine = Q(pk__in=[])
    for kind in kinds:
        mine |= Q(**{f"{kind.field}__in": kind.mine(actor)})
    return mine
