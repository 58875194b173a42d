"""Enter an amount into the balance."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.budgets.models import Budget, Item, Line
from causeway.domains.budgets.policies import may_run_budget
from causeway.domains.budgets.trail import in_trail
from causeway.domains.budgets.wording import some_pounds
from causeway.domains.campaigns.wording import a_choice, https_link, some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Invalid

MOST_ITEMS = 500


@dataclass(frozen=True, kw_only=True)
class EnterItem(Command[Item]):
    """Enter an amount that comes in or goes out, with its source. A saving names the line on which less is spent."""

    budget_id: UUID
    kind: str
    title: str
    amount_pounds: int
    source: str
    link: str = ""
    line_id: UUID | None = None


@performs(
    EnterItem,
    policy=may_run_budget,
    says="entered “{item}” into the balance of “{budget}”",
    finds=locked(Budget, "budget_id"),
)
def enter_item(_actor: Actor, command: EnterItem, budget: Budget) -> Done[Item]:
    if budget.items.count() >= MOST_ITEMS:
        raise Invalid(title=_("This balance has as many amounts as it can hold."))
    kind = a_choice(command.kind, "kind", Item.Kind)
    item = Item.objects.create(
        budget=budget,
        kind=kind,
        title=some_text(command.title, "title", longest=160),
        amount_pounds=some_pounds(command.amount_pounds, "amount_pounds"),
        line=_line_saved_on(budget, command.line_id) if kind == Item.Kind.SAVING else None,
        source=some_text(command.source, "source", longest=300),
        link=https_link(command.link, "link"),
        entered_on=clock.today(),
    )
    return in_trail(budget, item, about=item.pk, item=item.title)


def _line_saved_on(budget: Budget, line_id: UUID | None) -> Line:
    line = budget.lines.exclude(role=Line.Role.TOTAL).filter(pk=line_id).first() if line_id else None
    if line is None:
        raise Invalid(line_id=_("Say on which line less is spent."))
    return line
