"""Reads of campaigns: each takes an actor and returns only what that actor may see."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from causeway.domains.alliances.standing import organisations_of
from causeway.domains.campaigns.models import Campaign, Participation
from causeway.domains.campaigns.standing import taken_part_in
from causeway.kernel.actors import Actor, Member


def visible_campaigns(actor: Actor) -> QuerySet[Campaign]:
    """Campaigns that are open or closed are public; those being prepared are for who takes part or was invited."""
    public = Q(stage__in=[Campaign.Stage.OPEN, Campaign.Stage.CLOSED])
    if not isinstance(actor, Member):
        return Campaign.objects.filter(public)
    invited = Participation.objects.filter(
        state=Participation.State.INVITED, organisation_id__in=organisations_of(actor)
    ).values("campaign_id")
    return Campaign.objects.filter(public | Q(pk__in=taken_part_in(actor).values("pk")) | Q(pk__in=invited))
