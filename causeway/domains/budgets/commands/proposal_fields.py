"""What a proposal says, checked alike when it is made and when it is changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.budgets.models import Budget, Line, Need, Proposal
from causeway.domains.budgets.wording import some_pounds
from causeway.domains.campaigns.wording import a_choice, https_links, some_text
from causeway.kernel.errors import Invalid

MOST_YEARS = 50


@dataclass(frozen=True, kw_only=True)
class ProposalFields:
    """What a proposal says. ``years``: for how many years a recurrent cost comes back; None for as long as it lasts."""

    title: str
    text: str
    cost_pounds: int
    account: str
    span: str
    years: int | None = None
    line_id: UUID | None = None
    evidence: str = ""
    links: tuple[str, ...] = ()
    need_ids: tuple[UUID, ...] = ()


def checked(budget: Budget, given: ProposalFields) -> dict[str, Any]:
    """The fields of the row, but for the needs. Raises Invalid."""
    return {
        "title": some_text(given.title, "title", longest=160),
        "text": some_text(given.text, "text", longest=4000),
        "estimate_pounds": some_pounds(given.cost_pounds, "cost_pounds"),
        "account": a_choice(given.account, "account", Proposal.Account),
        "span": a_choice(given.span, "span", Proposal.Span),
        "years": _years(given),
        "line": _line(budget, given.line_id),
        "evidence": some_text(given.evidence, "evidence", longest=4000, needed=False),
        "links": https_links(given.links, "links"),
    }


def checked_needs(budget: Budget, need_ids: tuple[UUID, ...]) -> list[Need]:
    """The needs that a proposal answers. Raises Invalid."""
    needs = list(Need.objects.filter(budget=budget, pk__in=need_ids))
    if len(needs) < len(set(need_ids)):
        raise Invalid(need_ids=_("One of these needs is not there any more. Choose again."))
    return needs


def _years(given: ProposalFields) -> int | None:
    if given.span == Proposal.Span.ONE_OFF or given.years is None:
        return None
    if not 2 <= given.years <= MOST_YEARS:
        raise Invalid(years=_("Give from 2 to 50 years, or leave it empty if it goes on."))
    return given.years


def _line(budget: Budget, line_id: UUID | None) -> Line | None:
    if line_id is None:
        return None
    line = Line.objects.filter(budget=budget, pk=line_id).exclude(role=Line.Role.TOTAL).first()
    if line is None:
        raise Invalid(line_id=_("This line is not there any more. Choose again."))
    return line
