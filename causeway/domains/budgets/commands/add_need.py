"""Add a need."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import body_of, owner
from causeway.domains.alliances.models import Meeting
from causeway.domains.budgets.models import Budget, Need
from causeway.domains.budgets.policies import may_add_to_budget
from causeway.domains.budgets.trail import in_trail
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, found, performs
from causeway.kernel.errors import Invalid

MOST_PEOPLE = 1_000_000
MOST_NEEDS = 2_000


@dataclass(frozen=True, kw_only=True)
class AddNeed(Command[Need]):
    """Write down what people need, in their words: where, by whom, at which meeting, and how many said so."""

    budget_id: UUID
    text: str
    place: str = ""
    group: str = ""
    meeting_id: UUID | None = None
    said_by: int = 1


@performs(AddNeed, policy=may_add_to_budget, says="added a need to “{budget}”", finds=found(Budget, "budget_id"))
def add_need(actor: Actor, command: AddNeed, budget: Budget) -> Done[Need]:
    if not 1 <= command.said_by <= MOST_PEOPLE:
        raise Invalid(said_by=_("Give how many people said so, at least one."))
    if Need.objects.filter(budget=budget).count() >= MOST_NEEDS:
        raise Invalid(text=_("This budget has as many needs as it can hold. Merge some first."))
    need = Need.objects.create(
        budget=budget,
        text=some_text(command.text, "text", longest=400),
        place=some_text(command.place, "place", longest=120, needed=False),
        group=some_text(command.group, "group", longest=120, needed=False),
        meeting=_meeting(budget, command.meeting_id),
        said_by=command.said_by,
        added_on=clock.today(),
        added_by_id=signed_in(actor),
    )
    return in_trail(budget, need)


def _meeting(budget: Budget, meeting_id: UUID | None) -> Meeting | None:
    if meeting_id is None:
        return None
    meeting = Meeting.objects.filter(pk=meeting_id, **owner(body_of(budget))).first()
    if meeting is None:
        raise Invalid(meeting_id=_("This meeting is not one of this body. Choose again."))
    return meeting
