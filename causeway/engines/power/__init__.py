"""Voting power in weighted votes: Banzhaf, Penrose, Shapley-Shubik.

from causeway.engines.power import Game, measure
measure(Game(weights=(4, 4, 4, 2, 2, 1), quota=12))
"""

from causeway.engines.power.game import Game, quota_of
from causeway.engines.power.measuring import Member, Power, measure

__all__ = ["Game", "Member", "Power", "measure", "quota_of"]
