"""Reads of mediations: for the officers of the organisations named and the mediator, and for nobody else."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page
from django.db.models import Q, QuerySet

from causeway.domains.alliances.models import Affiliation, Organisation
from causeway.domains.alliances.standing import address_index_of, officer_of
from causeway.domains.assemblies.models import Mediation, MediationMessage, MediationParty
from causeway.kernel.actors import Actor, Member
from causeway.kernel.errors import Missing
from causeway.kernel.paging import Paginator

A_PAGE = 20
MESSAGES_A_PAGE = 50
MOST_TO_CHOOSE = 200


def visible_mediations(actor: Actor) -> QuerySet[Mediation]:
    """Those of the organisations that the actor is an officer of, and those in which they are, or are asked to be,
    the mediator. No coordinator and no staff sees them."""
    if not isinstance(actor, Member):
        return Mediation.objects.none()
    party = MediationParty.objects.filter(organisation__in=officer_of(actor)).values("mediation")
    asked = Q(mediator=None, mediator_index=address_index_of(actor), mediator_index__isnull=False)
    return Mediation.objects.filter(Q(pk__in=party) | Q(mediator_id=actor.person_id) | asked)


def mediation_at(actor: Actor, mediation_id: UUID) -> Mediation:
    """The mediation, with its motion. Raises Missing for whoever has no part in it."""
    found = visible_mediations(actor).select_related("motion__process").filter(pk=mediation_id).first()
    if found is None:
        raise Missing
    return found


def parties_of(mediation: Mediation) -> list[MediationParty]:
    """The organisations named in it, by name."""
    return list(mediation.parties.select_related("organisation"))


def speaks_in(actor: Actor, mediation: Mediation) -> list[Organisation]:
    """The organisations named in it that the actor may speak for."""
    named = {party.organisation_id for party in parties_of(mediation)}
    return [one for one in officer_of(actor) if one.pk in named]


def is_mediator(actor: Actor, mediation: Mediation) -> bool:
    """Whether the actor has agreed to be the mediator."""
    return isinstance(actor, Member) and mediation.mediator_id == actor.person_id


def is_agreed(mediation: Mediation) -> bool:
    """Whether somebody accepted to mediate, and every organisation agrees to them."""
    return mediation.mediator_id is not None and all(party.agreed_on for party in parties_of(mediation))


def reads(actor: Actor, mediation: Mediation) -> bool:
    """Whether the actor reads what is written: the organisations always, the mediator once all have agreed."""
    return bool(speaks_in(actor, mediation)) or (is_mediator(actor, mediation) and is_agreed(mediation))


def mediations_page(actor: Actor, number: str) -> Page[Mediation]:
    """The mediations in which the actor has a part, the newest first."""
    rows = visible_mediations(actor).prefetch_related("parties__organisation")
    return Paginator(rows, A_PAGE).get_page(number)


def to_talk_to(organisations: list[Organisation]) -> list[Organisation]:
    """The organisations that stand in an alliance with one of these, by name; a single one does not talk to itself."""
    alliances = Affiliation.objects.filter(organisation__in=organisations, until=None).values("alliance")
    near = Affiliation.objects.filter(alliance__in=alliances, until=None).values("organisation")
    only = [one.pk for one in organisations] if len(organisations) == 1 else []
    return list(Organisation.objects.filter(pk__in=near).exclude(pk__in=only)[:MOST_TO_CHOOSE])


@dataclass(frozen=True)
class MediationShown:
    """What the page of a mediation shows to one actor."""

    parties: list[MediationParty]
    messages: Page[MediationMessage] | None
    """None for a mediator to whom not all have agreed."""
    speaks_for: list[Organisation]
    is_mediator: bool
    is_asked: bool
    """Whether the actor is asked to be the mediator."""
    is_agreed: bool
    to_agree: list[Organisation]
    """The actor's organisations that have not agreed to the mediator."""
    may_write: bool


def mediation_shown(actor: Actor, mediation: Mediation, number: str) -> MediationShown:
    """The page of a mediation; the thread in the order in which it was written, the last page first."""
    parties, mine, open_now = parties_of(mediation), speaks_in(actor, mediation), mediation.closed_on is None
    may_read = reads(actor, mediation)
    thread = Paginator(mediation.messages.select_related("organisation"), MESSAGES_A_PAGE)
    waiting = {party.organisation_id for party in parties if party.agreed_on is None}
    named = mediation.mediator_index is not None and open_now
    return MediationShown(
        parties=parties,
        messages=thread.get_page(number or thread.num_pages) if may_read else None,
        speaks_for=mine,
        is_mediator=is_mediator(actor, mediation),
        is_asked=named and mediation.mediator_id is None and _is_asked(actor, mediation),
        is_agreed=is_agreed(mediation),
        to_agree=[one for one in mine if one.pk in waiting] if named else [],
        may_write=may_read and open_now,
    )


def _is_asked(actor: Actor, mediation: Mediation) -> bool:
    index = address_index_of(actor)
    return index is not None and mediation.mediator_index is not None and bytes(mediation.mediator_index) == index
