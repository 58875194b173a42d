"""What an actor is to a budget: running it, belonging to its body, costing for it."""

from __future__ import annotations

from causeway.domains.alliances.bodies import body_of
from causeway.domains.alliances.policies import runs as runs_body
from causeway.domains.alliances.standing import stands_in_body
from causeway.domains.budgets.models import Budget, Coster
from causeway.kernel.actors import Actor, Member
from causeway.kernel.reading import once_a_reading


def runs(actor: Actor, budget: Budget) -> bool:
    """Whether the actor runs the budget: takes in figures, accepts who costs, closes it."""
    return runs_body(actor, body_of(budget))


def belongs(actor: Actor, budget: Budget) -> bool:
    """Whether the actor stands in the body whose budget it is."""
    return stands_in_body(actor, body_of(budget))


@once_a_reading
def coster_of(actor: Actor, budget: Budget) -> Coster | None:
    """The actor's offer to cost, accepted or not."""
    if not isinstance(actor, Member):
        return None
    return Coster.objects.filter(budget=budget, person_id=actor.person_id).first()


def may_cost(actor: Actor, budget: Budget) -> bool:
    """Whether the actor's offer to cost was accepted."""
    coster = coster_of(actor, budget)
    return coster is not None and coster.accepted_on is not None
