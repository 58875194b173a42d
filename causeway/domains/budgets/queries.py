"""Reads of people's budgets: each takes an actor, and returns only what that actor may see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django.core.paginator import Page
from django.db.models import Model, Q, QuerySet

from causeway.domains.alliances.bodies import Body, owner
from causeway.domains.alliances.standing import alliances_of, organisations_of
from causeway.domains.budgets.course import stage_of
from causeway.domains.budgets.models import Budget, Coster, Costing, Line, Reading
from causeway.kernel.actors import Actor, Member
from causeway.kernel.errors import Missing
from causeway.kernel.paging import Paginator

A_PAGE = 20

Row = TypeVar("Row", bound=Model)


def visible_budgets(actor: Actor) -> QuerySet[Budget]:
    """The budgets of the actor's bodies, and those that are for everybody."""
    open_to_all = Q(shown_to=Budget.Audience.EVERYBODY)
    if not isinstance(actor, Member):
        return Budget.objects.filter(open_to_all)
    mine = Q(alliance_id__in=alliances_of(actor)) | Q(organisation_id__in=organisations_of(actor))
    return Budget.objects.filter(open_to_all | mine)


def budget_at(actor: Actor, slug: str) -> Budget:
    """The budget at that address, with its body. Raises Missing where the actor sees none."""
    budget = visible_budgets(actor).select_related("alliance", "organisation").filter(slug=slug).first()
    if budget is None:
        raise Missing
    return budget


@dataclass(frozen=True)
class Listed:
    """A budget in a list, and where it stands."""

    budget: Budget
    stage: str


def budgets_page(actor: Actor, body: Body, number: str) -> Page[Listed]:
    """The budgets of a body, the newest year first, as far as the actor sees them."""
    page = Paginator(visible_budgets(actor).filter(**owner(body)), A_PAGE).get_page(number)
    page.object_list = [Listed(budget, stage_of(budget).name.lower()) for budget in page.object_list]
    return page


def newest_budgets(actor: Actor, body: Body, most: int = 3) -> list[Listed]:
    """The newest budgets of a body, for its page."""
    rows = visible_budgets(actor).filter(**owner(body), given_up_on=None)[:most]
    return [Listed(budget, stage_of(budget).name.lower()) for budget in rows]


def reading_at(actor: Actor, reading_id: UUID) -> Reading:
    """What was read from a file, for those who see the budget. Raises Missing."""
    rows = Reading.objects.filter(budget__in=visible_budgets(actor))
    return _one(rows.select_related("budget__alliance", "budget__organisation"), reading_id)


def line_at(actor: Actor, line_id: UUID) -> Line:
    """A line of the council's figures. Raises Missing."""
    rows = Line.objects.filter(budget__in=visible_budgets(actor))
    return _one(rows.select_related("budget__alliance", "budget__organisation", "source"), line_id)


def coster_at(actor: Actor, coster_id: UUID) -> Coster:
    """Somebody who offered to cost. Raises Missing."""
    rows = Coster.objects.filter(budget__in=visible_budgets(actor))
    return _one(rows.select_related("budget__alliance", "budget__organisation"), coster_id)


def costing_at(actor: Actor, costing_id: UUID) -> Costing:
    """A costing. Raises Missing."""
    rows = Costing.objects.filter(proposal__budget__in=visible_budgets(actor))
    return _one(rows.select_related("proposal__budget"), costing_id)


def _one(rows: QuerySet[Row], key: UUID) -> Row:
    row = rows.filter(pk=key).first()
    if row is None:
        raise Missing
    return row
