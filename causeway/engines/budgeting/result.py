"""What a rule decided, round by round, in exact numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from causeway.engines.budgeting import ties

VERSION = "1"
RULES = {
    "equal-shares": "the method of equal shares",
    "greedy": "most votes first",
    "greedy-per-cost": "most votes for the money first",
    "phragmen": "Phragmén’s sequential rule",
}
UTILITIES = ("cost", "cardinality", "score")
COMPLETIONS = ("none", "greedy", "add1", "add1u")


@dataclass(frozen=True, kw_only=True)
class Rules:
    """How to decide.

    ``rule``          one of ``RULES``
    ``utility``       equal shares only: a supporter gains the project's ``cost``, 1 (``cardinality``), or the points
                      given (``score``)
    ``completion``    equal shares and Phragmén: what happens to money that is left (``COMPLETIONS``)
    ``ties``          criteria in order, ending in ``list`` or ``refuse``
    ``threshold``     projects with less strength (votes, or points where ballots give points) cannot be chosen
    ``skip``          greedy and Phragmén: pass over a project that does not fit; otherwise stop there
    ``guarantees``    section -> pence that its own projects are decided with first
    ``shares``        equal shares: section of voters -> share of the budget that its voters hold together
    ``voter_section`` the column of the ballots' details that names the voter's section for ``shares``
    ``unit_pence``    by how much ``add1`` raises everybody's money in a step
    """

    rule: str = "equal-shares"
    utility: str = "cost"
    completion: str = "none"
    ties: tuple[str, ...] = ties.DEFAULT
    threshold: int = 0
    skip: bool = True
    guarantees: Mapping[str, int] = field(default_factory=dict)
    shares: Mapping[str, Fraction] = field(default_factory=dict)
    voter_section: str = ""
    unit_pence: int = 100


@dataclass(frozen=True, kw_only=True)
class Round:
    """One project chosen. All money is in pence, as exact fractions where it is shared.

    ``value`` is what the rule compared: effective votes (equal shares), votes or points (greedy), votes for each pound
    (greedy per cost), the moment of purchase in pence earned by each voter (Phragmén). ``payment`` is the most that a
    supporter paid (for each point, where the utility is ``score``); ``payers`` paid it in full, ``emptied`` gave all
    that they had left, which was less.
    """

    project: str
    cost_pence: int
    stage: str
    value: Fraction
    payment: Fraction | None = None
    payers: int = 0
    emptied: int = 0
    left_pence: int = 0
    ground: str = ""


@dataclass(frozen=True, kw_only=True)
class Rejection:
    """A project not chosen, why, and how many more supporters would have changed that (None: no number would)."""

    project: str
    cost_pence: int
    reason: str
    supporters_needed: int | None = None
    lacked_pence: Fraction | None = None


@dataclass(frozen=True, kw_only=True)
class Result:
    """The outcome. ``selected`` has project ids in the order in which they were chosen.

    ``held_pence`` is the money that each voter started with under equal shares (after ``add1``: as raised): by
    guaranteed section (the common pot under the empty name), and then by section of voters where these have shares of
    their own, else under the empty name. ``raised_units`` says how often ``add1`` raised it in the common pot.
    """

    rule: str
    version: str
    digest: str
    rules: Rules
    selected: tuple[str, ...]
    budget_pence: int
    spent_pence: int
    rounds: tuple[Round, ...]
    rejected: tuple[Rejection, ...]
    held_pence: Mapping[str, Mapping[str, Fraction]] = field(default_factory=dict)
    raised_units: int = 0

    @property
    def voter_pence(self) -> Mapping[str, Fraction]:
        """What each voter held of the common pot, by section of voters."""
        return self.held_pence.get("", {})
