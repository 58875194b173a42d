"""Merge needs that say the same."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.budgets.models import Budget, Need, Proposal
from causeway.domains.budgets.policies import may_run_budget
from causeway.domains.budgets.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class MergeNeeds(Command[Need]):
    """Count needs that say the same as one. How many said so is added up; each stays to be read below the one."""

    budget_id: UUID
    into_id: UUID
    need_ids: tuple[UUID, ...]


@performs(MergeNeeds, policy=may_run_budget, says="merged needs in “{budget}”", finds=locked(Budget, "budget_id"))
def merge_needs(_actor: Actor, command: MergeNeeds, budget: Budget) -> Done[Need]:
    standing = {need.pk: need for need in Need.objects.filter(budget=budget, merged_into=None)}
    into = standing.get(command.into_id)
    others = [standing[key] for key in set(command.need_ids) if key in standing and key != command.into_id]
    if into is None or not others or len(others) < len(set(command.need_ids) - {command.into_id}):
        raise Invalid(need_ids=_("Choose other needs that stand by themselves."))
    for need in others:
        need.merged_into = into
        into.said_by += need.said_by
        for proposal in Proposal.objects.filter(needs=need):
            proposal.needs.add(into)
    Need.objects.filter(merged_into__in=others).update(merged_into=into)
    Need.objects.bulk_update(others, ["merged_into"])
    into.save(update_fields=["said_by"])
    return in_trail(budget, into)
