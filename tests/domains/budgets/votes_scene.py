"""What the tests of votes on proposals add to the scene, made with the real commands, each in its own time."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from causeway.domains.assemblies.commands.cast_paper import CastPaper
from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.commands.settle_roll import SettleRoll
from causeway.domains.assemblies.models import Process
from causeway.domains.budgets.commands.accept_coster import AcceptCoster
from causeway.domains.budgets.commands.agree_costing import AgreeCosting
from causeway.domains.budgets.commands.cost_proposal import CostProposal
from causeway.domains.budgets.commands.offer_to_cost import OfferToCost
from causeway.domains.budgets.commands.set_up_budget_vote import SetUpBudgetVote
from causeway.domains.budgets.commands.work_out_budget_vote import WorkOutBudgetVote
from causeway.domains.budgets.models import Budget, BudgetVote, Line, Proposal, Way
from causeway.domains.people.models import Person
from causeway.kernel import clock
from causeway.kernel.actors import Member, System
from causeway.kernel.perform import perform
from tests.domains.assemblies import scene as votes
from tests.domains.budgets import scene as budgets
from tests.scenes import Scene

DAY = timedelta(days=1)
JOB = System(reason="a test")
PROPOSED = (
    ("Keep the library open on Saturdays", 12_000, "Cultural and related services", Proposal.Account.REVENUE),
    ("Warm rooms in three estates", 30_000, "Adult Social Care", Proposal.Account.REVENUE),
    ("A ramp at the town hall", 24_000, None, Proposal.Account.CAPITAL),
    ("Night buses at weekends", 45_000, None, Proposal.Account.REVENUE),
    ("Free swimming for under-16s", 18_000, "Cultural and related services", Proposal.Account.REVENUE),
)
TICKS = {"users": (1, 1, 1, 0, 0), "workers": (0, 0, 0, 1, 1), "community": (1, 0, 0, 1, 0)}


def costed(s: Scene, of: Budget) -> list[Proposal]:
    """Five proposals; Ravi costed each of them, and Cora agreed."""
    offer = OfferToCost(budget_id=of.pk, name="Ravi R.", competence="Twenty years in the town’s accounts")
    perform(s.actor("coordinator"), AcceptCoster(coster_id=perform(s.actor("rep"), offer).pk))
    made = []
    for title, cost, line, account in PROPOSED:
        line_id = Line.objects.get(budget=of, name=line).pk if line else None
        proposal = budgets.propose(
            s, of=of, title=title, cost_pounds=cost + 500, line_id=line_id, account=account, span="one_off"
        )
        reckoned = CostProposal(proposal_id=proposal.pk, cost_pounds=cost, reason="Three offers.")
        perform(s.actor("coordinator"), AgreeCosting(costing_id=perform(s.actor("rep"), reckoned).pk))
        made.append(proposal)
    return made


def to_be_voted_on(s: Scene, **changes: Any) -> Budget:
    """A fresh budget with the council's figures and five costed proposals."""
    votes.members(s)
    of = budgets.begun(s, **{"title": "What Westbury votes on", **changes})
    budgets.take_in(s, of)
    costed(s, of)
    return of


def costed_budget(s: Scene) -> Budget:
    """Its proposals are costed, and not put to the vote."""
    found: Budget = s.once("budgets.costed budget", lambda: to_be_voted_on(s))
    return Budget.objects.get(pk=found.pk)


def put_to_vote(s: Scene, of: Budget, **changes: Any) -> BudgetVote:
    """A fresh vote over £70,000 that opens tomorrow, for two days; its roll is settled."""
    opens_at = clock.now() + DAY
    fields: dict[str, Any] = {
        "budget_id": of.pk,
        "title": f"{of.title}: what to pay for",
        "why_here": "The money is for the whole town.",
        "way": Way.EQUAL_SHARES,
        "amount_pounds": 70_000,
        "opens_at": opens_at,
        "closes_at": opens_at + 2 * DAY,
        **changes,
    }
    vote = perform(s.actor("coordinator"), SetUpBudgetVote(**fields))
    perform(s.actor("coordinator"), SettleRoll(process_id=vote.pk))
    return again(vote)


def again(vote: BudgetVote) -> BudgetVote:
    """The vote as it stands in the database."""
    return BudgetVote.objects.select_related("process__ballot", "process__roll", "budget").get(pk=vote.pk)


def let_pass(vote: BudgetVote, time: timedelta) -> BudgetVote:
    """Let time pass for a vote."""
    votes.let_pass(vote.process, time)
    return again(vote)


def cast(vote: BudgetVote, voter: Person, ticks: tuple[int, ...], section: str = "") -> str:
    """One person votes; the code of the receipt."""
    return perform(Member(voter.pk), CastPaper(ballot_id=vote.pk, marks=ticks, section=section))


def count(vote: BudgetVote) -> BudgetVote:
    """Close and count a vote that is open."""
    let_pass(vote, 3 * DAY)
    perform(JOB, CountBallot(ballot_id=vote.pk))
    return again(vote)


def work_out(vote: BudgetVote) -> BudgetVote:
    """Work out a vote that was counted."""
    perform(JOB, WorkOutBudgetVote(process_id=vote.pk))
    return again(vote)


def voting(s: Scene) -> BudgetVote:
    """A vote that is open now, of Una and six others."""

    def open_it() -> BudgetVote:
        return let_pass(put_to_vote(s, to_be_voted_on(s, title="What Westbury is voting on")), 2 * DAY)

    return again(s.once("budgets.voting", open_it))


def counted(s: Scene) -> BudgetVote:
    """All seven voted, each for the first three; it is counted and not worked out."""

    def count_it() -> BudgetVote:
        vote = let_pass(put_to_vote(s, to_be_voted_on(s, title="What Westbury has voted on")), 2 * DAY)
        for voter in votes.members(s):
            cast(vote, voter, TICKS["users"])
        return count(vote)

    return again(s.once("budgets.counted", count_it))


def decided(s: Scene, **changes: Any) -> BudgetVote:
    """All seven voted, each for the first three; it is worked out. Shown to those who belong unless ``changes`` say
    otherwise."""

    def decide() -> BudgetVote:
        of = to_be_voted_on(s, title=f"What Westbury decided {sorted(changes)}", **changes)
        vote = let_pass(put_to_vote(s, of), 2 * DAY)
        for voter in votes.members(s):
            cast(vote, voter, TICKS["users"])
        return work_out(count(vote))

    return again(s.once(f"budgets.decided {sorted(changes)}", decide))


def by_three_sections(s: Scene, people: dict[str, list[Person]], **changes: Any) -> BudgetVote:
    """Ten of each section vote, each section for its own; it is open still."""
    of = to_be_voted_on(s, title="What three sections want", shown_to=Budget.Audience.EVERYBODY)
    vote = let_pass(put_to_vote(s, of, **{"way": Way.BALANCED, "by_section": True, **changes}), 2 * DAY)
    for section, voters in people.items():
        for voter in voters:
            cast(vote, voter, TICKS[section], section)
    return vote


def process_of(vote: BudgetVote) -> Process:
    """The process in the room of assemblies."""
    return Process.objects.get(pk=vote.pk)
