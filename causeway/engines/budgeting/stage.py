"""One stage of a decision: some projects, some money, and what was bought."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from causeway.engines.budgeting.electorate import Electorate
from causeway.engines.budgeting.instance import Instance
from causeway.engines.budgeting.result import Round, Rules

Progress = Callable[[str], None]


@dataclass(frozen=True, kw_only=True)
class Setting:
    """What does not change from stage to stage."""

    vote: Instance
    rules: Rules
    electorate: Electorate
    progress: Progress

    def cost(self, place: int) -> int:
        """The cost in pence of the project at a position."""
        return self.vote.projects[place].cost_pence


@dataclass(frozen=True, kw_only=True)
class Stage:
    """What a stage starts from: the positions that may be chosen, and the money in pence.

    ``section`` is the section whose guaranteed share it is, or empty; ``completes`` that it is a greedy completion.
    """

    section: str
    open: frozenset[int]
    budget_pence: int
    completes: bool = False

    @property
    def name(self) -> str:
        """What the rounds of this stage are called; empty for the common pot."""
        return f"{self.section} completion".strip() if self.completes else self.section


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a stage bought: its rounds and the positions chosen, in order.

    ``start`` is the money by section of voters under equal shares, ``raised`` the steps of ``add1``, ``prices`` the
    price a point of each purchase. ``short`` has, where a rule spends one budget, what was missing in it when it was a
    project's turn; ``blocked`` is the value of the project that ended a count without ``skip``.
    """

    rounds: tuple[Round, ...]
    chosen: tuple[int, ...]
    start: tuple[Fraction, ...] = ()
    raised: int = 0
    blocked: Fraction | None = None
    short: Mapping[int, int] = field(default_factory=dict)
    prices: Mapping[int, Fraction] = field(default_factory=dict)

    def spent(self, setting: Setting) -> int:
        """Pence spent."""
        return sum(setting.cost(place) for place in self.chosen)


def still_open(setting: Setting, open_: frozenset[int], chosen: tuple[int, ...]) -> frozenset[int]:
    """What may be chosen after these were: not they, nor their rivals."""
    gone = set(chosen).union(*(setting.vote.rivals.get(place, frozenset()) for place in chosen))
    return open_ - gone
