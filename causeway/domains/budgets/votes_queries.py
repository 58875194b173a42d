"""Reads of votes on proposals: each takes an actor, and returns only what that actor may see."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q, QuerySet

from causeway.domains.alliances.bodies import body_of
from causeway.domains.assemblies import queries as assemblies
from causeway.domains.assemblies.counting_for import published_section, tells_sections
from causeway.domains.assemblies.models import Process
from causeway.domains.budgets.computing import Stood, Voted, Worked, worked_from
from causeway.domains.budgets.models import Budget, BudgetVote, Proposal, Way
from causeway.domains.budgets.queries import visible_budgets
from causeway.kernel.actors import Actor
from causeway.kernel.errors import Missing


def visible_votes(actor: Actor) -> QuerySet[BudgetVote]:
    """The votes on proposals of the budgets that the actor sees."""
    return BudgetVote.objects.filter(budget__in=visible_budgets(actor))


def vote_at(actor: Actor, process_slug: str) -> BudgetVote:
    """The vote at that address, with its process and its budget. Raises Missing where the actor sees none."""
    rows = visible_votes(actor).filter(process__slug=process_slug)
    vote = rows.select_related("budget__alliance", "budget__organisation", "process__ballot", "process__roll").first()
    if vote is None:
        raise Missing
    return vote


def votes_on(budget: Budget) -> list[BudgetVote]:
    """The votes on proposals of a budget that whoever reads it sees, the newest first."""
    return list(
        BudgetVote.objects.filter(budget=budget)
        .select_related("process__ballot", "process__roll")
        .order_by("-process__set_up_on", "-process__slug")
    )


def running_vote(budget: Budget) -> BudgetVote | None:
    """The vote that has no result yet and was not cancelled."""
    return BudgetVote.objects.filter(budget=budget, worked_out_at=None, process__cancelled_on=None).first()


def costed_proposals(budget: Budget) -> list[Proposal]:
    """What can be put to the vote: proposals that stand, each with a cost that two people agreed on."""
    rows = Proposal.objects.filter(budget=budget, adopted_on=None, withdrawn_on=None, merged_into=None)
    return list(rows.filter(costings__agreed_on__isnull=False).distinct().order_by("number"))


def standing_proposals(budget: Budget) -> list[Proposal]:
    """Those that were neither withdrawn nor merged into others."""
    return list(Proposal.objects.filter(budget=budget, withdrawn_on=None, merged_into=None).order_by("number"))


def voted_in(vote: BudgetVote) -> Voted:
    """All that the result is worked out from; without papers before they are published."""
    ballot, body = vote.process.ballot, body_of(vote.budget)
    papers = assemblies.papers_in(ballot) if ballot.counted_at else []
    told = tells_sections(ballot)
    return Voted(
        title=vote.process.title,
        place=vote.budget.council_name or body.name,
        year=vote.budget.year,
        amount_pounds=vote.amount_pounds,
        unit_pounds=vote.unit_pounds,
        way=Way(vote.way),
        seed=ballot.tie_seed,
        stood=stood_in(vote),
        papers=[(receipt, marks, published_section(section) if told else "") for receipt, marks, section in papers],
    )


def stood_in(vote: BudgetVote) -> list[Stood]:
    """What stood on the paper, in its order."""
    return [Stood(number=one.number, title=one.title, cost_pounds=one.cost_pounds) for one in vote.voted_on.all()]


def gone_since(vote: BudgetVote) -> frozenset[int]:
    """The numbers of those that were withdrawn or merged into others since the vote was set up."""
    gone = vote.voted_on.filter(Q(proposal__withdrawn_on__isnull=False) | Q(proposal__merged_into__isnull=False))
    return frozenset(gone.values_list("number", flat=True))


def paper_with(vote: BudgetVote, receipt: str) -> tuple[str, Sequence[int], str] | None:
    """The published paper with that code."""
    found = assemblies.papers_of(vote.process.ballot).filter(receipt=receipt).first() if receipt else None
    if found is None:
        return None
    told = tells_sections(vote.process.ballot)
    return found.receipt, found.marks, published_section(found.section) if told else ""


def results_of(vote: BudgetVote) -> dict[Way, Worked]:
    """What each way gives, in the order of ``Way``; empty before it is worked out."""
    stored = {Way(one.way): worked_from(one.result) for one in vote.allocations.all()}
    return {way: stored[way] for way in Way if way in stored}


def deciding(vote: BudgetVote, results: dict[Way, Worked]) -> Way | None:
    """The way that decided; equal shares where the papers could not tell their sections; None where too few voted."""
    if not results or not (vote.process.ballot.outcome or {}).get("quorate"):
        return None
    return Way(vote.way) if Way(vote.way) in results else Way.EQUAL_SHARES


def vote_of_process(actor: Actor, process: Process) -> BudgetVote | None:
    """The vote on proposals that this process is, if the actor sees it."""
    return visible_votes(actor).filter(process=process).select_related("budget", "process").first()


def votes_to_work_out() -> list[UUID]:
    """Those that are counted and not worked out, for the job."""
    rows = BudgetVote.objects.filter(worked_out_at=None, process__ballot__counted_at__isnull=False)
    return list(rows.values_list("pk", flat=True))
