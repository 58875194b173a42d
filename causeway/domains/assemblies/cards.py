"""Card votes in whole numbers: what a card may say, what carries, and what it takes to win."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from causeway.domains.assemblies.computing import SHARES, Outcome, carries
from causeway.domains.assemblies.models import Ballot, Card, CardCast, CardVote, Roll
from causeway.kernel.errors import Invalid

YES, NO = 0, 1


def is_by_cards(roll: Roll) -> bool:
    """Whether organisations vote with cards, and not people on papers."""
    return roll.rule == Roll.Rule.CARDS


def quota_of_cards(ballot: Ballot, total: int) -> int:
    """The votes that are enough whatever all others do, if every card is cast for or against.

    Among options, more than half.
    """
    share = SHARES[Ballot.Threshold(ballot.threshold)] if ballot.form == Ballot.Form.YES_NO else None
    return total // 2 + 1 if share is None else -(-total * share[0] // share[1])


def checked_card(card: Card, vote: CardVote, votes: Sequence[int], *, options: int) -> list[int]:
    """The votes of a card, one number for each option. Raises Invalid."""
    given = list(votes)
    if len(given) != options or any(number < 0 for number in given):
        raise Invalid(votes=_("This card does not fit the vote. Load the page again."))
    if sum(given) != card.votes:
        raise Invalid(
            votes=_("Votes given: %(given)s. Votes on the card: %(all)s. Give all of them: abstaining is a vote too.")
            % {"all": f"{card.votes:,}", "given": f"{sum(given):,}"}
        )
    if not vote.may_split and sum(number > 0 for number in given) > 1:
        raise Invalid(votes=_("In this vote a card cannot be split."))
    return given


@dataclass(frozen=True)
class Heads:
    """How many organisations gave their whole card to each option, and how many split theirs."""

    whole: tuple[int, ...]
    split: int


def heads_of(cast: Sequence[Sequence[int]], *, options: int) -> Heads:
    """Organisations counted by heads, beside their cards."""
    whole = [sum(1 for votes in cast if votes[place] and votes[place] == sum(votes)) for place in range(options)]
    return Heads(tuple(whole), split=len(cast) - sum(whole))


def outcome_of_cards(ballot: Ballot, cast: Sequence[Sequence[int]], *, options: int, total: int) -> Outcome:
    """Count the cards. ``total`` are the votes of all cards on the roll, of which the quorum is a share.

    Level options: the order drawn when the roll was settled decides.
    """
    totals = tuple(sum(votes[place] for votes in cast) for place in range(options))
    heads, needed = heads_of(cast, options=options), -(-total * ballot.quorum_percent // 100)
    chosen, ties = _carried(ballot, totals) if ballot.form == Ballot.Form.YES_NO else _highest(ballot, totals)
    return Outcome(
        electors=total,
        papers=sum(totals),
        blank=0,
        needed=needed,
        quorate=sum(totals) >= needed,
        totals=totals,
        chosen=chosen,
        ties=ties,
        count={"cards": len(cast), "heads": list(heads.whole), "split": heads.split},
    )


def _carried(ballot: Ballot, totals: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return ((YES,) if carries(ballot.threshold, totals[YES], totals[NO]) else (NO,)), ()


def _highest(ballot: Ballot, totals: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    most = max(totals)
    if not most:
        return (), ()
    level = tuple(place for place, number in enumerate(totals) if number == most)
    first = min(level, key=ballot.tie_order.index)
    return (first,), level if len(level) > 1 else ()


def rows_of(cards: Sequence[Card]) -> list[list[int]]:
    """The votes of those cards that were cast."""
    return [cast.votes for card in cards if (cast := cast_of(card)) is not None]


def cast_of(card: Card) -> CardCast | None:
    """How the card was cast; None where it was not."""
    return getattr(card, "cast", None)
