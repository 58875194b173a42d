"""The rows of this room."""

from causeway.domains.budgets.models.balance import CouncilTax, Item, Reserves
from causeway.domains.budgets.models.budgets import Budget, Line, Reading, Source
from causeway.domains.budgets.models.proposals import Coster, Costing, Need, Proposal, Sponsor
from causeway.domains.budgets.models.votes import Allocation, BudgetVote, VotedProposal, Way

__all__ = [
    "Allocation",
    "Budget",
    "BudgetVote",
    "Coster",
    "Costing",
    "CouncilTax",
    "Item",
    "Line",
    "Need",
    "Proposal",
    "Reading",
    "Reserves",
    "Source",
    "Sponsor",
    "VotedProposal",
    "Way",
]
