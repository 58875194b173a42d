"""Why each project that was not chosen was not, in words, with what it lacked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from causeway.engines.budgeting import needed
from causeway.engines.budgeting.result import Rejection
from causeway.engines.budgeting.stage import Outcome, Setting, Stage


@dataclass(frozen=True, kw_only=True)
class _Missing:
    """What was missing by position: ``lacked`` of the supporters' money under equal shares, ``short`` of the budget
    when it was a project's turn. ``left`` is what is left of the budget in the end.
    """

    lacked: dict[int, Fraction] = field(default_factory=dict)
    short: dict[int, int] = field(default_factory=dict)
    left: int

    def pence(self, place: int, cost: int) -> Fraction | None:
        """What a project lacked: of money, or of the budget at its turn, or in the end where it had none."""
        short = self.lacked.get(place, 0) or self.short.get(place, cost - self.left)
        return Fraction(short) if short > 0 else None


def explain(setting: Setting, stages: list[tuple[Stage, Outcome]]) -> tuple[Rejection, ...]:
    """One rejection for each project not chosen, in the order of the list."""
    vote = setting.vote
    chosen = {place for _, outcome in stages for place in outcome.chosen}
    losers = [place for place in range(len(vote.projects)) if place not in chosen]
    missing = _Missing(left=vote.budget_pence - sum(setting.cost(place) for place in chosen))
    more: dict[int, int] = {}
    for stage, outcome in stages:
        for place, pence in outcome.short.items():
            missing.short[place] = min(pence, missing.short.get(place, pence))
        for place, supporters in _needed(setting, stage, outcome, losers, missing).items():
            below = max(0, setting.rules.threshold - vote.strength[place])
            more[place] = min(more.get(place, supporters + below), max(supporters, below))
    return tuple(
        Rejection(
            project=vote.projects[place].id,
            cost_pence=setting.cost(place),
            reason=_reason(setting, place, chosen, missing),
            supporters_needed=more.get(place),
            lacked_pence=missing.pence(place, setting.cost(place)),
        )
        for place in losers
    )


def _needed(
    setting: Setting, stage: Stage, outcome: Outcome, losers: list[int], missing: _Missing
) -> Mapping[int, int]:
    """Supporters needed in a stage; ``missing`` is told what equal shares could not raise."""
    vote = setting.vote
    section = {place for place in losers if not stage.section or vote.projects[place].section == stage.section}
    places = [place for place in losers if place in stage.open or (place in section and _may_enter(setting, place))]
    if not setting.electorate.voters or stage.budget_pence <= 0:
        return {}
    if stage.completes or setting.rules.rule.startswith("greedy"):
        return needed.for_greedy(setting, stage, outcome, places)
    if setting.rules.rule == "phragmen":
        return needed.for_phragmen(setting, stage, outcome, places)
    found, lacked = needed.for_equal_shares(setting, stage, outcome, places)
    missing.lacked.update(lacked)
    return found


def _may_enter(setting: Setting, place: int) -> bool:
    return setting.vote.strength[place] < setting.rules.threshold


def _reason(setting: Setting, place: int, chosen: set[int], missing: _Missing) -> str:
    vote, cost = setting.vote, setting.cost(place)
    rivals = sorted(chosen & vote.rivals.get(place, frozenset()))
    if rivals:
        return f"It excludes project {vote.projects[rivals[0]].id}, which was chosen."
    if not vote.votes[place]:
        return "Nobody voted for it."
    if vote.strength[place] < setting.rules.threshold:
        return f"It has {vote.strength[place]}, which is less than the threshold of {setting.rules.threshold}."
    if cost > vote.budget_pence:
        return "It costs more than the whole budget."
    if missing.lacked.get(place, 0) > 0:
        return "When it was its turn, its supporters had not enough money left to pay for it."
    if place in missing.short or (setting.rules.skip and cost > missing.left):
        return "When it was its turn, less was left of the budget than it costs."
    return "The count had ended before its turn."
