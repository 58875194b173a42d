"""Merge proposals into one."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.budgets.models import Budget, Proposal, Sponsor
from causeway.domains.budgets.policies import may_run_budget
from causeway.domains.budgets.trail import in_trail
from causeway.domains.budgets.wording import some_pounds
from causeway.domains.campaigns.wording import some_text
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class MergeProposals(Command[Proposal]):
    """Let one proposal stand for others too, at a stated cost and for a stated reason.

    The needs that they answer and those who sponsor them go over to it. Costings of the one that were agreed before
    count no more, since it is not the same any more.
    """

    budget_id: UUID
    into_id: UUID
    proposal_ids: tuple[UUID, ...]
    cost_pounds: int
    reason: str


@performs(
    MergeProposals,
    policy=may_run_budget,
    says="merged proposals into “{proposal}” in “{budget}”",
    finds=locked(Budget, "budget_id"),
)
def merge_proposals(_actor: Actor, command: MergeProposals, budget: Budget) -> Done[Proposal]:
    into, others = _chosen(budget, command)
    reason = some_text(command.reason, "reason", longest=300)
    into.estimate_pounds = into.cost_pounds = some_pounds(command.cost_pounds, "cost_pounds")
    into.save(update_fields=["estimate_pounds", "cost_pounds"])
    into.costings.update(agreed_on=None)
    for other in others:
        other.merged_into, other.merged_why = into, reason
        other.save(update_fields=["merged_into", "merged_why"])
        into.needs.add(*other.needs.all())
        _bring_sponsors(into, other)
    Proposal.objects.filter(merged_into__in=others).update(merged_into=into)
    return in_trail(budget, into, about=into.pk, proposal=into.title)


def _chosen(budget: Budget, command: MergeProposals) -> tuple[Proposal, list[Proposal]]:
    wanted = {*command.proposal_ids, command.into_id}
    rows = Proposal.objects.select_for_update(no_key=True).filter(budget=budget, pk__in=wanted)
    standing = {row.pk: row for row in rows if row.state is Proposal.State.OPEN}
    if standing.keys() != wanted or len(wanted) < 2:
        raise Invalid(proposal_ids=_("Choose at least one other proposal that stands and is not adopted."))
    into = standing.pop(command.into_id)
    others = [row for _key, row in sorted(standing.items())]
    if any(other.account != into.account for other in others):
        raise Invalid(proposal_ids=_("Revenue and capital are kept apart: merge only proposals of one kind."))
    return into, others


def _bring_sponsors(into: Proposal, other: Proposal) -> None:
    """Whoever sponsored the other sponsors the one; nobody twice."""
    there = {(sponsor.organisation_id, sponsor.person_id) for sponsor in into.sponsors.all()}
    for sponsor in other.sponsors.all():
        if (sponsor.organisation_id, sponsor.person_id) in there:
            continue
        Sponsor.objects.create(
            proposal=into,
            organisation_id=sponsor.organisation_id,
            person_id=sponsor.person_id,
            name=sponsor.name,
            since=sponsor.since,
        )
