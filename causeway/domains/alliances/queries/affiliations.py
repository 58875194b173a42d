"""Affiliations: those that stand, those proposed, and those that ended."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Page
from django.db.models import Prefetch, Q, QuerySet

from causeway.domains.alliances.models import (
    Affiliation,
    AffiliationProposal,
    Alliance,
    Declaration,
    Placement,
)
from causeway.domains.alliances.standing import coordinated_by, officer_of
from causeway.kernel.actors import Actor
from causeway.kernel.errors import Missing
from causeway.kernel.paging import Paginator

ON_A_PAGE = 50


def affiliations_page(alliance: Alliance, number: str | int, *, past: bool = False) -> Page[Affiliation]:
    """The organisations that stand in an alliance, or stood there once, with their latest declared figure."""
    rows = alliance.affiliations.filter(until__isnull=not past).select_related("organisation", "alliance")
    latest = Prefetch("declarations", Declaration.objects.order_by("-declared_on", "-id"))
    order = ("-until", "organisation__name", "pk") if past else ("section", "organisation__name", "pk")
    ready = rows.prefetch_related(latest).order_by(*order)
    return Paginator(ready, ON_A_PAGE).get_page(number)


def visible_proposals(actor: Actor) -> QuerySet[AffiliationProposal]:
    """The proposals in which the actor speaks for one side."""
    organisations = [organisation.pk for organisation in officer_of(actor)]
    return AffiliationProposal.objects.filter(
        Q(alliance_id__in=coordinated_by(actor)) | Q(organisation_id__in=organisations)
    ).select_related("alliance", "organisation")


def proposal_for(actor: Actor, proposal_id: UUID) -> AffiliationProposal:
    """A proposal that the actor may read. Raises Missing."""
    proposal = visible_proposals(actor).filter(pk=proposal_id).first()
    if proposal is None:
        raise Missing
    return proposal


def waiting_for(actor: Actor) -> list[AffiliationProposal]:
    """The proposals that wait for the actor's answer, with both sides."""
    return list(waiting_proposals(actor).select_related("alliance", "organisation"))


def waiting_proposals(actor: Actor) -> QuerySet[AffiliationProposal]:
    """The proposals that wait for the actor's answer."""
    side, status = AffiliationProposal.Side, AffiliationProposal.Status
    organisations = [organisation.pk for organisation in officer_of(actor)]
    mine = Q(alliance_id__in=coordinated_by(actor), side=side.ORGANISATION)
    mine |= Q(organisation_id__in=organisations, side=side.ALLIANCE)
    return AffiliationProposal.objects.filter(mine, status=status.PROPOSED)


def affiliation_for(actor: Actor, affiliation_id: int) -> Affiliation:
    """An affiliation of which the actor speaks for one side. Raises Missing."""
    organisations = [organisation.pk for organisation in officer_of(actor)]
    rows = Affiliation.objects.filter(
        Q(alliance_id__in=coordinated_by(actor)) | Q(organisation_id__in=organisations), pk=affiliation_id
    )
    affiliation = rows.select_related("alliance", "organisation").first()
    if affiliation is None:
        raise Missing
    return affiliation


def placement_for(actor: Actor, placement_id: UUID) -> Placement:
    """A question for a place of which the actor coordinates one side. Raises Missing."""
    mine = coordinated_by(actor)
    rows = Placement.objects.filter(Q(child_id__in=mine) | Q(parent_id__in=mine), pk=placement_id)
    placement = rows.select_related("child", "parent").first()
    if placement is None:
        raise Missing
    return placement
