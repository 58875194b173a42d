"""Begin a people's budget."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import Body, find_body, owner
from causeway.domains.budgets.models import Budget
from causeway.domains.budgets.policies import may_draw_up_budget
from causeway.domains.budgets.trail import in_trail
from causeway.domains.campaigns.wording import a_choice, some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid
from causeway.kernel.slugs import free_slug

FIRST_YEAR = 1993  # council tax began
YEARS_AHEAD = 10
DAYS_AHEAD = 366


@dataclass(frozen=True, kw_only=True)
class DrawUpBudget(Command[Budget]):
    """Begin a budget of one council and one year: needs and proposals are taken until the end of a day."""

    body_id: UUID
    title: str
    about: str = ""
    council_name: str
    council_code: str = ""
    nation: str = Budget.Nation.ENGLAND
    year: int
    shown_to: str = Budget.Audience.MEMBERS
    proposals_until: date


@performs(DrawUpBudget, policy=may_draw_up_budget, says="began the budget “{budget}”", finds=find_body)
def draw_up_budget(_actor: Actor, command: DrawUpBudget, body: Body) -> Done[Budget]:
    title = some_text(command.title, "title", longest=160)
    budget = Budget.objects.create(
        slug=free_slug(Budget, title),
        title=title,
        about=some_text(command.about, "about", longest=4000, needed=False),
        council_name=some_text(command.council_name, "council_name", longest=120),
        council_code=some_text(command.council_code, "council_code", longest=12, needed=False).upper(),
        nation=a_choice(command.nation, "nation", Budget.Nation),
        year=_a_year(command.year),
        shown_to=a_choice(command.shown_to, "shown_to", Budget.Audience),
        drawn_up_on=clock.today(),
        proposals_until=last_day(command.proposals_until),
        **owner(body),
    )
    return in_trail(budget, budget)


def _a_year(year: int) -> int:
    if not FIRST_YEAR <= year <= clock.today().year + YEARS_AHEAD:
        raise Invalid(year=_("Give the year in which the financial year begins, such as 2027."))
    return year


def last_day(day: date) -> date:
    """The last day on which needs and proposals are taken: today or later, within a year. Raises Invalid."""
    days = (day - clock.today()).days
    if days < 0:
        raise Invalid(proposals_until=_("This day is over. Choose today or a later one."))
    if days > DAYS_AHEAD:
        raise Invalid(proposals_until=_("Choose a day within a year."))
    return day
