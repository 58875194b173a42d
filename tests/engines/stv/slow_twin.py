"""The same rules the slow and obvious way: one paper at a time, plain lists and fractions, no arrays, no merging.

Each function returns the stages as (totals, non-transferable) and the elected in order. Ties that the rule's own look
back cannot break go by ``order``, favourite first. Written from the rules' texts; shares no code with the engine.
"""

from __future__ import annotations

import math
from fractions import Fraction

CENT = Fraction(1, 100)
Ranking = tuple[int, ...]
Stages = list[tuple[list[Fraction], Fraction]]


class Paper:
    """One ballot paper: what it says, where it lies, what it is worth."""

    def __init__(self, ranking: Ranking) -> None:
        self.ranking, self.value, self.holder, self.batch = ranking, Fraction(1), -1, 0

    def next_for(self, continuing: set[int]) -> int | None:
        later = self.ranking[self.ranking.index(self.holder) + 1 :] if self.holder >= 0 else self.ranking
        return next((c for c in later if c in continuing), None)


def look_back(tied: list[int], history: list[list[Fraction]], best) -> list[int]:
    """Those of the tied with the best (``max`` or ``min``) votes at the first telling point, again and again."""
    for votes in history:
        top = best(votes[c] for c in tied)
        tied = [c for c in tied if votes[c] == top]
    return tied


def weighted(
    papers: list[Ranking], candidates: int, seats: int, order: list[int], places: int | None
) -> tuple[Stages, list[int]]:
    """Weighted inclusive Gregory: values cut to ``places`` decimals, or exact."""
    lie = [Paper(ranking) for ranking in papers]
    quota = Fraction(len(papers) // (seats + 1) + 1)
    continuing, elected, stages, history = set(range(candidates)), [], [], []
    votes = [Fraction(0)] * candidates

    def settle() -> None:
        for c in sorted(continuing, key=lambda c: (-votes[c], c)):
            if votes[c] >= quota:
                continuing.remove(c)
                elected.append(c)
        if len(continuing) <= seats - len(elected):
            for c in sorted(continuing, key=lambda c: (-votes[c], c)):
                continuing.remove(c)
                elected.append(c)
        stages.append((list(votes), len(papers) - sum(votes)))
        history.insert(0, list(votes))

    def hand_on(giver: int, new_value) -> None:
        for paper in [p for p in lie if p.holder == giver]:
            paper.value = new_value(paper.value)
            receiver = paper.next_for(continuing)
            paper.holder = -2 if receiver is None else receiver
            if receiver is not None:
                votes[receiver] += paper.value

    for paper in lie:
        paper.holder = paper.next_for(continuing)
        votes[paper.holder] += 1
    settle()
    while len(elected) < seats and continuing:
        over = [c for c in elected if votes[c] > quota]
        if over:
            most = max(votes[c] for c in over)
            tied = look_back([c for c in over if votes[c] == most], history, max)
            giver = min(tied, key=order.index)
            surplus, total = votes[giver] - quota, votes[giver]
            votes[giver] = quota

            def cut(value: Fraction, surplus: Fraction = surplus, total: Fraction = total) -> Fraction:
                exact = surplus * value / total
                return exact if places is None else Fraction(math.floor(exact * 10**places), 10**places)

            hand_on(giver, cut)
        else:
            fewest = min(votes[c] for c in continuing)
            tied = look_back([c for c in continuing if votes[c] == fewest], history, min)
            giver = max(tied, key=order.index)
            continuing.remove(giver)
            votes[giver] = Fraction(0)
            hand_on(giver, lambda value: value)
        settle()
    return stages, elected


def alternative(papers: list[Ranking], candidates: int, order: list[int]) -> tuple[Stages, list[int]]:
    """The alternative vote, counting every paper anew at every stage."""
    continuing, stages, history = set(range(candidates)), [], []
    while True:
        tops = [next((c for c in ranking if c in continuing), None) for ranking in papers]
        votes = [Fraction(tops.count(c)) for c in range(candidates)]
        stages.append((votes, len(papers) - sum(votes)))
        history.insert(0, votes)
        leader = min(continuing, key=lambda c: (-votes[c], c))
        if votes[leader] * 2 > sum(votes) or len(continuing) == 1:
            return stages, [leader]
        fewest = min(votes[c] for c in continuing)
        tied = look_back([c for c in continuing if votes[c] == fewest], history, min)
        continuing.remove(max(tied, key=order.index))


def ers97(papers: list[Ranking], candidates: int, seats: int, order: list[int]) -> tuple[Stages, list[int]]:
    """Section 5 of the ERS97 rules, paragraph by paragraph."""
    lie = [Paper(ranking) for ranking in papers]
    continuing, elected = set(range(candidates)), []
    votes = [Fraction(0)] * candidates
    points: list[list[Fraction]] = []
    stages: Stages = []
    lost = Fraction(0)
    batch = 0

    def round_up(x: Fraction) -> Fraction:
        return math.ceil(x / CENT) * CENT

    def deem() -> None:
        points.append(list(votes))
        going = True
        while going and continuing and len(elected) < seats:
            left = seats - len(elected)
            active = len(papers) - lost - sum(min(votes[c], quota) for c in elected)
            top = max(votes[c] for c in continuing)
            if top < quota and top < active / (left + 1):
                return
            group = [c for c in continuing if votes[c] == top]
            if len(group) > left:  # 5.6.2: by the earliest difference; those equal throughout must all fit, or wait
                going = False
                kept: list[int] = []
                pasts = sorted({tuple(p[c] for p in points) for c in group}, reverse=True)
                for past in pasts:
                    same = [c for c in group if tuple(p[c] for p in points) == past]
                    if len(kept) + len(same) > left:
                        break
                    kept += same
                group = kept
            for c in sorted(group):
                continuing.remove(c)
                elected.append(c)

    def fill() -> None:
        if len(continuing) <= seats - len(elected):
            for c in sorted(continuing, key=lambda c: (-votes[c], c)):
                continuing.remove(c)
                elected.append(c)

    def close() -> None:
        fill()
        stages.append((list(votes), len(papers) - sum(votes)))

    for paper in lie:
        paper.holder = paper.next_for(continuing)
        votes[paper.holder] += 1
    quota = round_up(Fraction(len(papers), seats + 1))
    deem()
    close()
    spent: set[int] = set()
    while len(elected) < seats and continuing:
        over = {c: votes[c] - quota for c in elected if votes[c] > quota and c not in spent}
        waiting = sum(over.values(), Fraction(0))
        ranked = sorted(votes[c] for c in continuing)
        left = seats - len(elected)
        may_wait = waiting <= ranked[1] - ranked[0] or any(
            sum(ranked[:k]) + waiting <= ranked[k] for k in range(2, len(ranked) - left + 1)
        )
        if over and not may_wait:
            largest = max(over.values())
            tied = look_back([c for c in over if over[c] == largest], points, max)
            giver = min(tied, key=order.index)
            newest = max(p.batch for p in lie if p.holder == giver)
            examined = [p for p in lie if p.holder == giver and p.batch == newest]
            batch += 1
            usable = [(p, p.next_for(continuing)) for p in examined]
            usable = [(p, c) for p, c in usable if c is not None]
            value = examined[0].value
            if value * len(usable) > largest:
                value = math.floor(largest / len(usable) / CENT) * CENT
            for paper, receiver in usable:
                paper.holder, paper.value, paper.batch = receiver, value, batch
                votes[receiver] += value
            votes[giver] = quota
            lost += largest - value * len(usable)
            spent.add(giver)
            deem()
            close()
            continue
        number = max(k for k in range(1, len(ranked) - left + 1) if sum(ranked[:k]) + waiting <= ranked[k])
        group: list[int] = []
        while len(group) < number:
            rest = [c for c in continuing if c not in group]
            fewest = min(votes[c] for c in rest)
            same = [c for c in rest if votes[c] == fewest]
            if len(same) > number - len(group):
                same = [max(look_back(same, points, min), key=order.index)]
            group += same
        continuing -= set(group)
        if len(continuing) > left:
            for value in sorted({p.value for p in lie if p.holder in group}, reverse=True):
                batch += 1
                for paper in [p for p in lie if p.holder in group and p.value == value and p.batch < batch]:
                    votes[paper.holder] -= value
                    receiver = paper.next_for(continuing)
                    paper.holder, paper.batch = (-2 if receiver is None else receiver), batch
                    if receiver is None:
                        lost += value
                    else:
                        votes[receiver] += value
                if not elected and lost:
                    quota = round_up((len(papers) - lost) / (seats + 1))
                deem()
                if len(elected) == seats:
                    break
        close()
    return stages, elected


def meek(papers: list[Ranking], candidates: int, seats: int, order: list[int]) -> tuple[Stages, list[int]]:
    """Meek's method with New Zealand's nine decimals, sharing out paper by paper."""
    unit = 10**9
    keep = [unit] * candidates
    continuing, elected, stages, history = set(range(candidates)), [], [], []
    votes: list[int] = []
    quota = 0

    def share() -> None:
        nonlocal votes, quota
        votes = [0] * candidates
        for ranking in papers:
            left = unit
            for c in ranking:
                part = math.ceil(Fraction(left * keep[c], unit))
                votes[c] += part
                left -= part
        quota = sum(votes) // (seats + 1) + 1
        for c in sorted(continuing, key=lambda c: (-votes[c], c)):
            if votes[c] >= quota:
                continuing.remove(c)
                elected.append(c)
        if len(continuing) <= seats - len(elected):
            for c in sorted(continuing, key=lambda c: (-votes[c], c)):
                continuing.remove(c)
                elected.append(c)

    def surplus() -> int:
        return sum(max(0, votes[c] - quota) for c in elected)

    def close() -> None:
        totals = [Fraction(v, unit) for v in votes]
        stages.append((totals, len(papers) - sum(totals)))
        history.append(totals)

    share()
    close()
    stuck = False
    while len(elected) < seats and continuing:
        if surplus() >= 100_000 and not stuck:
            stuck = True
            while len(elected) < seats and surplus() >= 100_000:
                before = list(keep)
                for c in elected:
                    if votes[c] > quota:
                        keep[c] = min(keep[c], math.ceil(Fraction(keep[c] * quota, votes[c])))
                if keep == before:
                    break
                share()
        else:
            fewest = min(votes[c] for c in continuing)
            tied = look_back([c for c in continuing if votes[c] == fewest], history, min)
            out = max(tied, key=order.index)
            continuing.remove(out)
            keep[out] = 0
            stuck = False
            share()
        close()
    return stages, elected
