"""Ties are decided by an order that was declared before the count."""

from __future__ import annotations

from collections.abc import Sequence

from causeway.engines.budgeting.instance import Instance
from causeway.engines.exact import BadInput, Tied, TieOrder

CRITERIA = {
    "cost": "the cheaper first",
    "votes": "the one with more votes first",
    "list": "the one listed first",
    "refuse": "a tie is not decided",
}
DRAWN = "drawn:"
LOT = "the first in the order drawn before the count"
DEFAULT = ("cost", "votes", "list")


def check_order(order: Sequence[str]) -> None:
    """An order must use known criteria and end in one that leaves no tie: ``list`` or ``refuse``."""
    unknown = [name for name in order if name not in CRITERIA and not name.startswith(DRAWN)]
    if unknown:
        raise BadInput(f"“{unknown[0]}” is not a tie order; known are {', '.join(CRITERIA)}.")
    if not order or not (order[-1] in {"list", "refuse"} or order[-1].startswith(DRAWN)):
        raise BadInput("A tie order must end in “list”, in “refuse” or in “drawn:” and a seed.")


def decide(tied: Sequence[int], vote: Instance, order: Sequence[str]) -> tuple[int, str]:
    """The project that comes first, and the ground in words (empty where nothing was tied).

    Raises ``Tied`` where the order comes to ``refuse``.
    """
    left = sorted(tied)
    if len(left) == 1:
        return left[0], ""
    for criterion in order:
        if criterion == "refuse":
            names = ", ".join(vote.projects[place].id for place in left)
            sentence = f"Projects {names} are tied, and the declared tie order is to refuse."
            raise Tied(sentence, tied=left)
        rank = _ranks(left, criterion, vote)
        left = [place for place in left if rank[place] == min(rank.values())]
        if len(left) == 1:
            others = ", ".join(vote.projects[place].id for place in sorted(tied) if place != left[0])
            return left[0], f"tied with {others}; decided by “{criterion}”: {CRITERIA.get(criterion, LOT)}"
    raise AssertionError("a checked tie order always decides")


def _ranks(tied: Sequence[int], criterion: str, vote: Instance) -> dict[int, int]:
    """A number for each of the tied; the lowest comes first."""
    if criterion.startswith(DRAWN):
        lots = TieOrder.drawn(criterion.removeprefix(DRAWN), size=len(vote.projects))
        return {place: number for number, place in enumerate(lots.ranked(tied, what="a purchase"))}
    if criterion == "cost":
        return {place: vote.projects[place].cost_pence for place in tied}
    return {place: -vote.votes[place] if criterion == "votes" else place for place in tied}
