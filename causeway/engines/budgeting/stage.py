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
    """What a stage starts from: its name, the positions that may be chosen, and the money in pence."""

    name: str
    open: frozenset[int]
    budget_pence: int


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a stage bought: its rounds and the positions chosen, in order.

    ``start`` is the money by section of voters under equal shares, ``raised`` the steps of ``add1``, ``prices`` the
    price a point of each purchase. ``blocked`` is the value of the project that ended a count without ``skip``.
    """

    rounds: tuple[Round, ...]
    chosen: tuple[int, ...]
    start: tuple[Fraction, ...] = ()
    raised: int = 0
    blocked: Fraction | None = None
    prices: Mapping[int, Fraction] = field(default_factory=dict)

    def spent(self, setting: Setting) -> int:
        """Pence spent."""
        return sum(setting.cost(place) for place in self.chosen)


def still_open(setting: Setting, open_: frozenset[int], chosen: tuple[int, ...]) -> frozenset[int]:
    """What may be chosen after these were: not they, nor their rivals."""
    gone = set(chosen).union(*(setting.vote.rivals.get(place, frozenset()) for place in chosen))
    return open_ - gone
