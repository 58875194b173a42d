"""Why each project that was not chosen was not, in words, with what it lacked."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from causeway.engines.budgeting import needed
from causeway.engines.budgeting.result import Rejection
from causeway.engines.budgeting.stage import Outcome, Setting, Stage


def explain(setting: Setting, stages: list[tuple[Stage, Outcome]]) -> tuple[Rejection, ...]:
    """One rejection for each project not chosen, in the order of the list."""
    vote = setting.vote
    chosen = {place for _, outcome in stages for place in outcome.chosen}
    losers = [place for place in range(len(vote.projects)) if place not in chosen]
    more: dict[int, int] = {}
    lacked: dict[int, Fraction] = {}
    for stage, outcome in stages:
        for place, supporters in _needed(setting, stage, outcome, losers, lacked).items():
            below = max(0, setting.rules.threshold - vote.strength[place])
            more[place] = min(more.get(place, supporters + below), max(supporters, below))
    left = vote.budget_pence - sum(setting.cost(place) for place in chosen)
    return tuple(
        Rejection(
            project=vote.projects[place].id,
            cost_pence=setting.cost(place),
            reason=_reason(setting, place, chosen, lacked, left),
            supporters_needed=more.get(place),
            lacked_pence=_missing(setting, place, lacked, left),
        )
        for place in losers
    )


def _needed(
    setting: Setting, stage: Stage, outcome: Outcome, losers: list[int], lacked: dict[int, Fraction]
) -> Mapping[int, int]:
    """Supporters needed in a stage; ``lacked`` is filled with what equal shares could not raise."""
    vote = setting.vote
    section = {place for place in losers if not stage.name or vote.projects[place].section == stage.name.split(" ")[0]}
    places = [place for place in losers if place in stage.open or (place in section and _may_enter(setting, place))]
    if not setting.electorate.voters or stage.budget_pence <= 0:
        return {}
    if stage.name.endswith("completion") or setting.rules.rule.startswith("greedy"):
        return needed.for_greedy(setting, stage, outcome, places)
    if setting.rules.rule == "phragmen":
        return needed.for_phragmen(setting, stage, outcome, places)
    found, missing = needed.for_equal_shares(setting, stage, outcome, places)
    lacked.update(missing)
    return found


def _may_enter(setting: Setting, place: int) -> bool:
    return setting.vote.strength[place] < setting.rules.threshold


def _reason(setting: Setting, place: int, chosen: set[int], lacked: Mapping[int, Fraction], left: int) -> str:
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
    if lacked.get(place, Fraction(0)) > 0:
        return "When it was its turn, its supporters had not enough money left to pay for it."
    if cost > left:
        return "When it was its turn, less was left of the budget than it costs."
    return "The count had ended before its turn."


def _missing(setting: Setting, place: int, lacked: Mapping[int, Fraction], left: int) -> Fraction | None:
    """What its supporters (equal shares), or the budget that was left, lacked to its cost."""
    if place in lacked and lacked[place] > 0:
        return lacked[place]
    short = setting.cost(place) - left
    return Fraction(short) if short > 0 else None
