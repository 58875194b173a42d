"""Offer to cost proposals."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.budgets.models import Budget, Coster
from causeway.domains.budgets.policies import may_offer_to_cost
from causeway.domains.budgets.trail import in_trail
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, found, performs


@dataclass(frozen=True, kw_only=True)
class OfferToCost(Command[Coster]):
    """Offer to say what proposals cost, under one’s name and with what one knows of it. Both are shown.

    Offered again, name and competence are said anew, and those who run the budget look at them again.
    """

    budget_id: UUID
    name: str
    competence: str


@performs(
    OfferToCost,
    policy=may_offer_to_cost,
    says="offered to cost proposals in “{budget}”",
    finds=found(Budget, "budget_id"),
)
def offer_to_cost(actor: Actor, command: OfferToCost, budget: Budget) -> Done[Coster]:
    coster, _new = Coster.objects.update_or_create(
        budget=budget,
        person_id=signed_in(actor),
        defaults={
            "name": some_text(command.name, "name", longest=100),
            "competence": some_text(command.competence, "competence", longest=200),
            "offered_on": clock.today(),
            "accepted_on": None,
        },
    )
    return in_trail(budget, coster)
