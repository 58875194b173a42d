"""What this room holds about a person, for their download."""

from __future__ import annotations

from uuid import UUID

from causeway.domains.budgets.models import Coster, Costing, Line, Need, Proposal, Sponsor
from causeway.domains.people.sections import Held


def needs(person_id: UUID, _email: str) -> Held:
    """The needs that the person wrote down."""
    rows = Need.objects.filter(added_by_id=person_id).select_related("budget")
    return [{"budget": row.budget.title, "need": row.text, "on": row.added_on} for row in rows]


def proposals(person_id: UUID, _email: str) -> Held:
    """What the person proposed and sponsors, and the lines that they marked."""
    made = Proposal.objects.filter(proposed_by_id=person_id).select_related("budget")
    sponsored = Sponsor.objects.filter(person_id=person_id).select_related("proposal__budget")
    marked = Line.objects.filter(marked_by_id=person_id).select_related("budget")
    return [
        *({"budget": row.budget.title, "proposed": row.title, "on": row.proposed_on} for row in made),
        *(
            {"budget": row.proposal.budget.title, "sponsor of": row.proposal.title, "as": row.name, "since": row.since}
            for row in sponsored
        ),
        *({"budget": row.budget.title, "marked": row.name, "why": row.marked_why} for row in marked),
    ]


def costings(person_id: UUID, _email: str) -> Held:
    """What the person offered to cost, and costed."""
    offered = Coster.objects.filter(person_id=person_id).select_related("budget")
    costed = Costing.objects.filter(person_id=person_id).select_related("proposal__budget")
    return [
        *(
            {"budget": row.budget.title, "offered to cost as": row.name, "competence": row.competence}
            for row in offered
        ),
        *(
            {"budget": row.proposal.budget.title, "costed": row.proposal.title, "as": row.name, "reason": row.reason}
            for row in costed
        ),
    ]
