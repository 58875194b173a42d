"""Sharing a budget by votes: equal shares, greedy rules, Phragmén; exact, recorded, explained.

from causeway.engines.budgeting import Rules, allocate, pabulib
result = allocate(pabulib.read("vote.pb"), Rules(rule="equal-shares", completion="add1"))
"""

from causeway.engines.budgeting.allocating import allocate
from causeway.engines.budgeting.instance import Ballots, Instance, Project, instance
from causeway.engines.budgeting.payments import Payment, paid_by
from causeway.engines.budgeting.recounting import Recount, recount
from causeway.engines.budgeting.result import COMPLETIONS, RULES, UTILITIES, Rejection, Result, Round, Rules

__all__ = [
    "COMPLETIONS",
    "RULES",
    "UTILITIES",
    "Ballots",
    "Instance",
    "Payment",
    "Project",
    "Recount",
    "Rejection",
    "Result",
    "Round",
    "Rules",
    "allocate",
    "instance",
    "paid_by",
    "recount",
]
