"""What votes on proposals add to other pages."""

from __future__ import annotations

from causeway.domains.assemblies.models import Process
from causeway.domains.budgets import votes_queries as queries
from causeway.domains.budgets.models import Budget, Way
from causeway.domains.budgets.policies import may_run_budget
from causeway.kernel.actors import Actor
from causeway.kernel.panels import Panel


def about_proposals(actor: Actor, process: Process) -> Panel | None:
    """On the page of a vote that is on proposals: which way decides, and where the ways stand."""
    vote = queries.vote_of_process(actor, process)
    return Panel("budgets/_vote_panel.html", {"vote": vote, "way": Way(vote.way).label}) if vote else None


def votes_of_budget(actor: Actor, budget: Budget) -> Panel | None:
    """On the page of a budget: its votes, and the way to set one up."""
    votes = queries.votes_on(budget)
    running = any(vote.worked_out_at is None and vote.process.cancelled_on is None for vote in votes)
    may_set_up = not running and bool(may_run_budget(actor, budget))
    return Panel("budgets/_votes_of_budget.html", {"votes": votes, "budget": budget, "may_set_up": may_set_up})
