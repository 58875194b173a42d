"""Counting ranked votes: the single transferable vote by five rules, exactly, with every stage recorded.

>>> from causeway.engines import stv
>>> election = stv.Election.of([(5, [1, 2]), (3, [2, 1]), (2, [3, 2])], names=["Ann", "Ben", "Cat"], seats=2)
>>> stv.count(election, rule="scottish").winners
(0, 1)
"""

from causeway.engines.exact import TieOrder
from causeway.engines.stv.ballots import Ballots
from causeway.engines.stv.constraints import Condition
from causeway.engines.stv.count import count
from causeway.engines.stv.countback import countback
from causeway.engines.stv.election import Elected, Election, Result, Stage, Transfer, Vacancy
from causeway.engines.stv.rules import RULES, Rule

__all__ = [
    "RULES",
    "Ballots",
    "Condition",
    "Elected",
    "Election",
    "Result",
    "Rule",
    "Stage",
    "TieOrder",
    "Transfer",
    "Vacancy",
    "count",
    "countback",
]
