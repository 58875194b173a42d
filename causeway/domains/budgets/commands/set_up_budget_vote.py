"""Put the proposals of a budget to the vote."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import body_of
from causeway.domains.alliances.models import Alliance
from causeway.domains.assemblies.commands.set_up_process import LONGEST_NAME, MOST_OPTIONS, SetUpProcess
from causeway.domains.assemblies.models import Ballot
from causeway.domains.budgets.computing import unit_for
from causeway.domains.budgets.models import Budget, BudgetVote, Proposal, VotedProposal, Way
from causeway.domains.budgets.policies import may_run_budget
from causeway.domains.budgets.trail import in_trail
from causeway.domains.budgets.votes_queries import costed_proposals, running_vote
from causeway.domains.campaigns.wording import a_choice
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid
from causeway.kernel.perform import perform

MOST_POUNDS = 10**12


@dataclass(frozen=True, kw_only=True)
class SetUpBudgetVote(Command[BudgetVote]):
    """Put the proposals whose cost is agreed to the vote of the body, as they stand now, over a sum of money.

    ``way`` decides, and is told before anybody votes; the others are worked out beside it. ``account``: only proposals
    of revenue, or of capital; "" for both. ``by_section``: papers say for which section they count, which the third
    way needs.
    """

    budget_id: UUID
    title: str
    about: str = ""
    why_here: str
    way: str
    amount_pounds: int
    account: str = ""
    by_section: bool = False
    quorum_percent: int = 0
    opens_at: datetime
    closes_at: datetime


@performs(
    SetUpBudgetVote,
    policy=may_run_budget,
    says="put proposals of “{budget}” to the vote: {proposals}, for {amount}",
    finds=locked(Budget, "budget_id"),
)
def set_up_budget_vote(actor: Actor, command: SetUpBudgetVote, budget: Budget) -> Done[BudgetVote]:
    if running_vote(budget):
        raise Conflict(_("Proposals of this budget are put to the vote already. Wait for its result, or cancel it."))
    way, by_section = checked_way(command, budget)
    proposals = checked_proposals(command, budget)
    if not 0 < command.amount_pounds <= MOST_POUNDS:
        raise Invalid(amount_pounds=_("Say how many pounds are shared out."))
    process = perform(
        actor,
        SetUpProcess(
            body_id=body_of(budget).pk,
            title=command.title,
            about=command.about,
            why_here=command.why_here,
            question=_question(command.amount_pounds, way),
            form=Ballot.Form.APPROVAL,
            options=tuple(name_on_paper(proposal) for proposal in proposals),
            seats=0,
            by_section=by_section,
            quorum_percent=command.quorum_percent,
            result_for=budget.shown_to,
            opens_at=command.opens_at,
            closes_at=command.closes_at,
        ),
    )
    vote = BudgetVote.objects.create(
        process=process,
        budget=budget,
        amount_pounds=command.amount_pounds,
        way=way,
        unit_pounds=unit_for(command.amount_pounds),
    )
    VotedProposal.objects.bulk_create(
        VotedProposal(
            vote=vote,
            place=place,
            proposal=proposal,
            number=proposal.number,
            title=" ".join(proposal.title.split()),
            cost_pounds=proposal.cost_pounds,
        )
        for place, proposal in enumerate(proposals)
    )
    named = {"proposals": str(len(proposals)), "amount": f"£{command.amount_pounds:,}"}
    return in_trail(budget, vote, about=process.pk, **named)


def _question(amount_pounds: int, way: Way) -> str:
    said = _("Which of these shall be paid for? %(amount)s is shared out. What decides: %(way)s.")
    return said % {"amount": f"£{amount_pounds:,}", "way": way.label.lower()}


def checked_way(command: SetUpBudgetVote, budget: Budget) -> tuple[Way, bool]:
    """Which way decides, and whether papers say their section. Raises Invalid."""
    way = Way(a_choice(command.way, "way", Way))
    if command.by_section and not isinstance(body_of(budget), Alliance):
        raise Invalid(by_section=_("Only an alliance has sections."))
    if way is Way.BALANCED and not command.by_section:
        raise Invalid(way=_("To balance by section, papers must say for which section they count."))
    return way, command.by_section


def checked_proposals(command: SetUpBudgetVote, budget: Budget) -> list[Proposal]:
    """What will stand on the paper. Raises Invalid."""
    proposals = costed_proposals(budget)
    if command.account:
        account = a_choice(command.account, "account", Proposal.Account)
        proposals = [proposal for proposal in proposals if proposal.account == account]
    if len(proposals) < 2:
        raise Invalid(_("At least two proposals with an agreed cost are needed. Ask those who cost to finish theirs."))
    if len(proposals) > MOST_OPTIONS:
        most = {"most": MOST_OPTIONS, "n": len(proposals)}
        raise Invalid(_("There are %(n)s proposals, and a paper holds %(most)s. Merge those that are alike.") % most)
    return proposals


def name_on_paper(proposal: Proposal) -> str:
    """The option: the proposal’s number, title and cost, the title cut where they do not fit."""
    number, cost = f"{proposal.number}. ", f" (£{proposal.cost_pounds:,})"
    room = LONGEST_NAME - len(number) - len(cost)
    title = " ".join(proposal.title.split())
    return f"{number}{title if len(title) <= room else f'{title[: room - 1]}…'}{cost}"
