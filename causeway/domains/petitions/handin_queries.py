"""Reads about hand-ins and their answers."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from causeway.domains.campaigns.standing import run_by, runs
from causeway.domains.petitions.models import HandIn, Petition
from causeway.kernel.actors import Actor
from causeway.kernel.errors import Missing


def visible_hand_ins(actor: Actor) -> QuerySet[HandIn]:
    """Hand-ins of petitions that were opened are public: totals, day, office, answer. The papers are not."""
    public = Q(petition__opened_at__isnull=False)
    run = Q(petition__campaign_id__in=run_by(actor).values("pk"))
    rows = HandIn.objects.filter(public | run).select_related("petition__campaign__alliance")
    return rows.defer("paper").prefetch_related("answers")


def hand_in_of(actor: Actor, hand_in_id: UUID) -> HandIn:
    """One hand-in. Raises Missing."""
    hand_in = visible_hand_ins(actor).filter(pk=hand_in_id).first()
    if hand_in is None:
        raise Missing
    return hand_in


def hand_ins_of(actor: Actor, petition: Petition) -> list[HandIn]:
    """A petition's hand-ins, the latest first."""
    return list(visible_hand_ins(actor).filter(petition=petition))


def hand_in_to_follow(actor: Actor, hand_in_id: UUID) -> HandIn:
    """One hand-in, for those who run its campaign. Raises Missing for others."""
    hand_in = hand_in_of(actor, hand_in_id)
    if not runs(actor, hand_in.petition.campaign):
        raise Missing
    return hand_in


def hand_in_to_note(hand_in_id: UUID) -> HandIn | None:
    """A hand-in for the job that notes it among the campaign's actions."""
    return HandIn.objects.select_related("petition").defer("paper").filter(pk=hand_in_id).first()
