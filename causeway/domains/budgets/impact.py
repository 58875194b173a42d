"""Proposals for a budget as subjects of impact checks: written by those who stand in the body whose budget it is."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.bodies import body_of
from causeway.domains.alliances.standing import alliances_of, organisations_of
from causeway.domains.budgets.models import Proposal
from causeway.domains.budgets.queries import visible_budgets
from causeway.domains.budgets.standing import runs
from causeway.domains.impact.subjects import Kind
from causeway.kernel.actors import Actor


def _proposals_seen(actor: Actor) -> QuerySet[Proposal]:
    return Proposal.objects.filter(budget__in=visible_budgets(actor))


def _proposals_of_own_bodies(actor: Actor) -> QuerySet[Proposal]:
    mine = Q(budget__alliance_id__in=alliances_of(actor)) | Q(budget__organisation_id__in=organisations_of(actor))
    return Proposal.objects.filter(mine)


PROPOSALS = Kind(
    name="proposal",
    title=_("Proposal for a budget"),
    model=Proposal,
    seen=_proposals_seen,
    written=_proposals_of_own_bodies,
    runs=lambda actor, proposal: runs(actor, proposal.budget),
    trail=lambda proposal: body_of(proposal.budget).pk,
)
