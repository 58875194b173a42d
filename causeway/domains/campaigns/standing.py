"""What an actor is within a campaign: the words that this room's policies, and those of rooms above, are made of."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from causeway.domains.alliances.standing import (
    alliances_of,
    coordinated_by,
    coordinates,
    is_officer_of,
    organisations_of,
    stands_in,
)
from causeway.domains.campaigns.models import Campaign, CampaignRole, Participation
from causeway.kernel.actors import Actor, Member
from causeway.kernel.reading import once_a_reading


def organises(actor: Actor, campaign: Campaign) -> bool:
    """Whether the actor was appointed an organiser of the campaign."""
    return campaign.pk in organised_by(actor)


@once_a_reading
def organised_by(actor: Actor) -> frozenset[UUID]:
    """The campaigns that the actor was appointed an organiser of."""
    if not isinstance(actor, Member):
        return frozenset()
    return frozenset(_organised(actor))


def _organised(actor: Member) -> QuerySet[CampaignRole, UUID]:
    return CampaignRole.objects.filter(person_id=actor.person_id, since__isnull=False).values_list(
        "campaign_id", flat=True
    )


def runs(actor: Actor, campaign: Campaign) -> bool:
    """Whether the actor coordinates the campaign's alliance or organises the campaign."""
    return isinstance(actor, Member) and (coordinates(actor, campaign.alliance_id) or organises(actor, campaign))


def takes_part(actor: Actor, campaign: Campaign) -> bool:
    """Whether the actor runs the campaign, stands in its alliance, or belongs to an organisation that is in it."""
    if not isinstance(actor, Member):
        return False
    return runs(actor, campaign) or stands_in(actor, campaign.alliance_id) or _is_in_through(actor, campaign)


@once_a_reading
def organisations_in(campaign: Campaign) -> tuple[Participation, ...]:
    """Who is in the campaign, with their organisations: the public page names them, and joining asks for them."""
    return tuple(campaign.participations.filter(state=Participation.State.IN).select_related("organisation"))


def _is_in_through(actor: Actor, campaign: Campaign) -> bool:
    return Participation.objects.filter(
        campaign=campaign, state=Participation.State.IN, organisation_id__in=organisations_of(actor)
    ).exists()


def speaks_for(actor: Actor, organisation_id: UUID) -> bool:
    """Whether the actor may answer for that organisation in a campaign."""
    return is_officer_of(actor, organisation_id)


def run_by(actor: Actor) -> QuerySet[Campaign]:
    """The campaigns that the actor runs."""
    if not isinstance(actor, Member):
        return Campaign.objects.none()
    return Campaign.objects.filter(Q(alliance_id__in=coordinated_by(actor)) | Q(pk__in=_organised(actor)))


def taken_part_in(actor: Actor) -> QuerySet[Campaign]:
    """The campaigns that the actor takes part in; the list behind ``takes_part``."""
    if not isinstance(actor, Member):
        return Campaign.objects.none()
    joined = Participation.objects.filter(
        state=Participation.State.IN, organisation_id__in=organisations_of(actor)
    ).values("campaign_id")
    return Campaign.objects.filter(
        Q(alliance_id__in=alliances_of(actor)) | Q(pk__in=_organised(actor)) | Q(pk__in=joined)
    )
