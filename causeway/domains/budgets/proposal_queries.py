"""Reads of needs, proposals and who costs them: for those who see the budget."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page
from django.db.models import Count, Prefetch, Q

from causeway.domains.alliances.bodies import body_of, owner
from causeway.domains.alliances.models import Meeting, Organisation
from causeway.domains.alliances.queries.meetings import visible_meetings
from causeway.domains.alliances.standing import is_officer_of, officer_of
from causeway.domains.budgets.models import Budget, Coster, Costing, Line, Need, Proposal, Sponsor
from causeway.domains.budgets.queries import visible_budgets
from causeway.domains.budgets.standing import coster_of, may_cost, runs
from causeway.kernel import clock
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.errors import Missing
from causeway.kernel.paging import Paginator

A_PAGE = 20
SHOWN_FROM = 10  # how many said so is told from ten up: fewer might say who


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which proposals somebody looks for; everything left empty matches everything."""

    words: str = ""
    state: str = ""
    account: str = ""
    line: str = ""


STATES = {
    Proposal.State.OPEN: Q(adopted_on=None, withdrawn_on=None, merged_into=None),
    Proposal.State.ADOPTED: Q(adopted_on__isnull=False),
    Proposal.State.MERGED: Q(merged_into__isnull=False),
    Proposal.State.WITHDRAWN: Q(withdrawn_on__isnull=False),
}


def proposals_page(budget: Budget, wanted: Wanted, number: str) -> Page[Proposal]:
    """The proposals of a budget that match, by number; those merged and withdrawn where asked for."""
    rows = (
        Proposal.objects.filter(budget=budget)
        .select_related("line")
        .annotate(sponsored=Count("sponsors", distinct=True))
    )
    standing = STATES[Proposal.State.OPEN] | STATES[Proposal.State.ADOPTED]
    rows = rows.filter(STATES[Proposal.State(wanted.state)] if wanted.state in STATES else standing)
    if wanted.account in Proposal.Account.values:
        rows = rows.filter(account=wanted.account)
    if wanted.line:
        rows = rows.filter(line__name=wanted.line)
    for word in wanted.words.split()[:10]:
        rows = rows.filter(Q(title__icontains=word) | Q(text__icontains=word) | Q(needs__text__icontains=word))
    return Paginator(rows.distinct().order_by("number"), A_PAGE).get_page(number)


def open_proposals(budget: Budget) -> list[Proposal]:
    """The proposals that stand and are not adopted, by number."""
    return list(Proposal.objects.filter(STATES[Proposal.State.OPEN], budget=budget))


def all_proposals(budget: Budget) -> list[Proposal]:
    """Every proposal of a budget, for its file."""
    return list(Proposal.objects.filter(budget=budget).select_related("line", "merged_into"))


def proposal_at(actor: Actor, proposal_id: UUID) -> Proposal:
    """The proposal, with its budget and line. Raises Missing where the actor does not see the budget."""
    rows = Proposal.objects.filter(pk=proposal_id, budget__in=visible_budgets(actor))
    found = rows.select_related("budget__alliance", "budget__organisation", "line", "merged_into").first()
    if found is None:
        raise Missing
    return found


@dataclass(frozen=True)
class ProposalShown:
    """The page of a proposal, and what the actor may do there."""

    needs: list[Need]
    sponsors: list[tuple[Sponsor, bool]]
    """Each with whether the actor can end it."""
    costings: list[tuple[Costing, bool]]
    """The newest first, each with whether the actor can agree to it."""
    merged: list[Proposal]
    for_organisations: list[Organisation]
    runs: bool
    is_mine: bool
    may_cost: bool
    is_sponsor: bool


def proposal_shown(actor: Actor, proposal: Proposal) -> ProposalShown:
    """Everything that the page of a proposal shows."""
    runs_it, costs = runs(actor, proposal.budget), may_cost(actor, proposal.budget)
    person_id = person_of(actor)
    sponsors = list(proposal.sponsors.all())
    there = {sponsor.organisation_id for sponsor in sponsors}
    return ProposalShown(
        needs=list(proposal.needs.all()),
        sponsors=[(sponsor, _is_mine(actor, sponsor)) for sponsor in sponsors],
        costings=[
            (costing, (runs_it or costs) and costing.agreed_on is None and costing.person_id != person_id)
            for costing in proposal.costings.all()
        ],
        merged=list(proposal.merged.all()),
        for_organisations=[one for one in _within(actor, proposal.budget) if one.pk not in there],
        runs=runs_it,
        is_mine=person_id is not None and proposal.proposed_by_id == person_id,
        may_cost=costs,
        is_sponsor=any(sponsor.person_id == person_id for sponsor in sponsors if sponsor.person_id),
    )


def _is_mine(actor: Actor, sponsor: Sponsor) -> bool:
    if sponsor.organisation_id:
        return is_officer_of(actor, sponsor.organisation_id)
    return sponsor.person_id == person_of(actor)


def _within(actor: Actor, budget: Budget) -> list[Organisation]:
    """The organisations that the actor speaks for and that may sponsor here."""
    mine = officer_of(actor)
    if not mine or budget.organisation_id or budget.alliance is None:
        return [one for one in mine if one.pk == budget.organisation_id]
    within = set(budget.alliance.affiliations.filter(until=None).values_list("organisation_id", flat=True))
    return [one for one in mine if one.pk in within]


@dataclass(frozen=True)
class NeedShown:
    """A need, how many said so from ten up, what was merged into it, and what is proposed for it."""

    need: Need
    said_by: int | None
    merged: list[Need]
    proposals: list[Proposal]


def needs_page(budget: Budget, number: str, words: str = "") -> Page[NeedShown]:
    """The needs of a budget, the most said first."""
    rows = Need.objects.filter(budget=budget, merged_into=None).select_related("meeting")
    for word in words.split()[:10]:
        named = Q(text__icontains=word) | Q(place__icontains=word) | Q(group__icontains=word)
        rows = rows.filter(named | Q(merged__text__icontains=word))
    standing = Proposal.objects.filter(withdrawn_on=None, merged_into=None)
    rows = rows.distinct().prefetch_related("merged", Prefetch("proposals", standing))
    page = Paginator(rows, A_PAGE).get_page(number)
    page.object_list = [need_shown(need) for need in page.object_list]
    return page


def need_shown(need: Need) -> NeedShown:
    """A need as it is shown: below ten nobody is told how many said so."""
    said_by = need.said_by if need.said_by >= SHOWN_FROM else None
    return NeedShown(need, said_by, list(need.merged.all()), list(need.proposals.all()))


def standing_needs(budget: Budget) -> list[Need]:
    """The needs that stand by themselves, for choosing."""
    return list(Need.objects.filter(budget=budget, merged_into=None).order_by("text"))


def lines_to_choose(budget: Budget) -> list[Line]:
    """The lines that a proposal or a saving can be about."""
    return list(Line.objects.filter(budget=budget).exclude(role=Line.Role.TOTAL))


def meetings_to_choose(actor: Actor, budget: Budget) -> list[Meeting]:
    """The meetings of the body that the actor sees and that have begun, the newest first."""
    rows = visible_meetings(actor).filter(**owner(body_of(budget)), cancelled_at=None, starts_at__lte=clock.now())
    return list(rows.order_by("-starts_at")[:30])


@dataclass(frozen=True)
class Costers:
    """Who costs, who offered to, and the actor's own offer."""

    accepted: list[Coster]
    waiting: list[Coster]
    mine: Coster | None


def costers_of(actor: Actor, budget: Budget) -> Costers:
    """Those who cost for a budget; who only offered to is told to those who run it."""
    rows = list(Coster.objects.filter(budget=budget))
    waiting = [row for row in rows if row.accepted_on is None] if runs(actor, budget) else []
    return Costers([row for row in rows if row.accepted_on], waiting, coster_of(actor, budget))
