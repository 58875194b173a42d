"""Reads of people's budgets: each takes an actor, and returns only what that actor may see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.core.paginator import Page
from django.db.models import Model, Q, QuerySet

from causeway.domains.alliances.bodies import Body, owner
from causeway.domains.alliances.models import Meeting
from causeway.domains.alliances.standing import alliances_of, organisations_of
from causeway.domains.budgets.course import stage_of
from causeway.domains.budgets.models import (
    Budget,
    CouncilTax,
    Item,
    Line,
    Need,
    Proposal,
    Reading,
    Reserves,
    Source,
)
from causeway.domains.budgets.referendum_limits import limit_for
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Member
from causeway.kernel.errors import Missing
from causeway.kernel.paging import Paginator

A_PAGE = 20
MOST_AT_MEETING = 100
MEASURES = ("employees", "running", "expenditure", "fees", "other_income", "income", "net")

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


def budgets_that_take_needs(actor: Actor, body: Body) -> list[Budget]:
    """The budgets of a body that take needs and proposals today."""
    rows = visible_budgets(actor).filter(**owner(body), given_up_on=None, closed_at=None)
    return list(rows.filter(proposals_until__gte=clock.today()))


def needs_said_at(actor: Actor, meeting: Meeting) -> list[Need]:
    """The needs that were written down as said at a meeting, in budgets that the actor sees."""
    rows = Need.objects.filter(meeting=meeting, budget__in=visible_budgets(actor))
    return list(rows.select_related("budget")[:MOST_AT_MEETING])


def reading_at(actor: Actor, reading_id: UUID) -> Reading:
    """What was read from a file, for those who see the budget. Raises Missing."""
    rows = Reading.objects.filter(budget__in=visible_budgets(actor))
    return _one(rows.select_related("budget__alliance", "budget__organisation"), reading_id)


def line_at(actor: Actor, line_id: UUID) -> Line:
    """A line of the council's figures. Raises Missing."""
    rows = Line.objects.filter(budget__in=visible_budgets(actor))
    return _one(rows.select_related("budget__alliance", "budget__organisation", "source"), line_id)


def item_at(actor: Actor, item_id: UUID) -> Item:
    """An amount of the balance. Raises Missing."""
    rows = Item.objects.filter(budget__in=visible_budgets(actor))
    return _one(rows.select_related("budget__alliance", "budget__organisation"), item_id)


def _one(rows: QuerySet[Row], key: UUID) -> Row:
    row = rows.filter(pk=key).first()
    if row is None:
        raise Missing
    return row


def sources_of(budget: Budget) -> list[Source]:
    """The files that were taken in."""
    return list(Source.objects.filter(budget=budget))


def number_of_lines(source: Source) -> int:
    """How many lines came with a file."""
    return Line.objects.filter(source=source).count()


def columns_of(line: Line) -> list[tuple[str, int]]:
    """The columns of the council's return for a line, those that the file has, in its order."""
    names = {f"{name}_pounds" for name in MEASURES}
    given = [(str(field.verbose_name), getattr(line, field.name)) for field in Line._meta.fields if field.name in names]
    return [(words, pounds) for words, pounds in given if pounds is not None]


def proposals_on(line: Line) -> list[Proposal]:
    """The proposals about a line that stand."""
    return list(line.proposals.filter(withdrawn_on=None, merged_into=None))


def reserves_to_start_from(budget: Budget) -> dict[str, Any]:
    """What the form of reserves is filled with: what was stated, else what came with the council's figures."""
    stated = Reserves.objects.filter(budget=budget).first()
    if stated is not None:
        names = ("opening_pounds", "floor_pounds", "floor_why", "source")
        return {name: getattr(stated, name) for name in names}
    taken = Reading.objects.filter(budget=budget, state=Reading.State.TAKEN, reserves_pounds__isnull=False).first()
    return {"opening_pounds": taken.reserves_pounds, "source": taken.vintage} if taken else {}


def tax_to_start_from(budget: Budget) -> dict[str, Any]:
    """What the form of council tax is filled with: what was set, else the limit of the year where we know it."""
    tax = CouncilTax.objects.filter(budget=budget).first()
    if tax is not None:
        names = [field.name for field in CouncilTax._meta.fields if field.name != "budget"]
        return {name: getattr(tax, name) for name in names}
    limit = limit_for(budget.nation, budget.year)
    return {"limit_hundredths": limit.social_care_hundredths, "limit_source": limit.source} if limit else {}
