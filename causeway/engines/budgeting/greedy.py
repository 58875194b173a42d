"""Greedy rules: the strongest project first, as long as the money lasts.

``greedy`` takes the most votes (points, where ballots give points) first, ``greedy-per-cost`` the most for the money.
A project that does not fit is passed over, or, without ``skip``, ends the count (Pabulib: ``greedy-no-skip``). A
project chosen excludes its rivals (``greedy-exclusive``); one under the threshold is never chosen
(``greedy-threshold``).

References: the descriptions of ``rule`` at https://pabulib.org/format.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import takewhile

from causeway.engines.budgeting import ties
from causeway.engines.budgeting.result import Round
from causeway.engines.budgeting.stage import Outcome, Setting, Stage, still_open


def choose(setting: Setting, stage: Stage, *, per_cost: bool = False) -> Outcome:
    """Buy what ranks first among what is open, again and again; projects that nobody supports are never bought.

    Raises:
        Tied: projects that fit are equally strong, and the tie order refuses to decide.
    """
    left, open_ = stage.budget_pence, {place for place in stage.open if setting.vote.strength[place] > 0}
    merits = {place: merit(setting, place, per_cost) for place in open_}
    rounds: list[Round] = []
    chosen: list[int] = []
    short: dict[int, int] = {}
    blocked: Fraction | None = None
    ranked = sorted(open_, key=merits.__getitem__)
    while open_:
        while ranked[-1] not in open_:
            ranked.pop()
        best = merits[ranked[-1]]
        tied = [place for place in _level(ranked, merits) if place in open_]
        fitting = [place for place in tied if setting.cost(place) <= left]
        if not setting.rules.skip and len(fitting) < len(tied):
            place, ground = ties.decide(tied, setting.vote, setting.rules.ties)
            if place not in fitting:
                blocked, short[place] = best, setting.cost(place) - left
                break
        elif not fitting:
            short |= {place: setting.cost(place) - left for place in tied}
            open_ -= set(tied)
            continue
        else:
            place, ground = ties.decide(fitting, setting.vote, setting.rules.ties)
        left -= setting.cost(place)
        chosen.append(place)
        open_ &= still_open(setting, stage.open, (place,))
        rounds.append(_round(setting, stage, place, left, ground, per_cost))
    return Outcome(rounds=tuple(rounds), chosen=tuple(chosen), blocked=blocked, short=short)


def _level(ranked: list[int], merits: dict[int, Fraction]) -> Iterator[int]:
    """The last of a list in ascending order, and those as good."""
    best = merits[ranked[-1]]
    return takewhile(lambda place: merits[place] == best, reversed(ranked))


def merit(setting: Setting, place: int, per_cost: bool) -> Fraction:
    """What is compared: votes or points, or these for each pound."""
    strength = setting.vote.strength[place]
    return Fraction(strength * 100, setting.cost(place)) if per_cost else Fraction(strength)


def _round(setting: Setting, stage: Stage, place: int, left: int, ground: str, per_cost: bool) -> Round:
    project = setting.vote.projects[place]
    return Round(
        project=project.id,
        cost_pence=project.cost_pence,
        stage=stage.name,
        value=merit(setting, place, per_cost),
        left_pence=left,
        ground=ground,
    )
