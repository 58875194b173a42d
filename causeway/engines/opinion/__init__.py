"""Opinion maps: what people share, what divides them, and who votes alike.

>>> from causeway.engines import opinion
>>> votes = opinion.gather(["Ann", "Ann", "Ben"], [1, 2, 1], [1, -1, 1])
>>> opinion.tally(votes, opinion.everyone(votes)).agrees
array([[2, 0]])
"""

from causeway.engines.opinion.agreement import adjusted_rand, contingency
from causeway.engines.opinion.analysis import Analysis, Settings, analyse
from causeway.engines.opinion.components import Components
from causeway.engines.opinion.conversation import Conversation, Policy, Statement
from causeway.engines.opinion.findings import Findings, find
from causeway.engines.opinion.groups import Grouping
from causeway.engines.opinion.moments import Moments, moments
from causeway.engines.opinion.stability import Stability
from causeway.engines.opinion.tallies import Tallies, everyone, tally
from causeway.engines.opinion.votes import Votes, gather

__all__ = [
    "Analysis",
    "Components",
    "Conversation",
    "Findings",
    "Grouping",
    "Moments",
    "Policy",
    "Settings",
    "Stability",
    "Statement",
    "Tallies",
    "Votes",
    "adjusted_rand",
    "analyse",
    "contingency",
    "everyone",
    "find",
    "gather",
    "moments",
    "tally",
]
