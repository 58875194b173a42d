"""Counting hands: which rounds and counts there are, whether tellers agree, and what the numbers decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.computing import carries
from causeway.domains.assemblies.models import FloorVote, HandCount, Round
from causeway.kernel.errors import Invalid

FOR, AGAINST = 0, 1
MOST_HANDS = 100_000


@dataclass(frozen=True, kw_only=True)
class HandsOutcome:
    """What was recorded of a round. ``carried`` is None among options; then ``chosen`` is the one with most hands,
    or None where several are level: the meeting is asked again."""

    numbers: tuple[int, ...]
    carried: bool | None
    chosen: int | None
    level: tuple[int, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Plain values, as the round stores them."""
        return asdict(self)


def outcome_of_hands(vote: FloorVote, numbers: Sequence[int]) -> HandsOutcome:
    """What these numbers decide."""
    if vote.yes_no:
        carried = carries(vote.threshold, numbers[FOR], numbers[AGAINST])
        return HandsOutcome(numbers=tuple(numbers), carried=carried, chosen=None)
    most = max(numbers)
    first = tuple(place for place, number in enumerate(numbers) if number == most and most)
    chosen = first[0] if len(first) == 1 else None
    return HandsOutcome(numbers=tuple(numbers), carried=None, chosen=chosen, level=first if chosen is None else ())


def checked_numbers(vote: FloorVote, numbers: Sequence[int]) -> list[int]:
    """The numbers of a count, one for each option. Raises Invalid."""
    if len(numbers) != len(vote.names):
        raise Invalid(numbers=_("These numbers are for another question. Load the page again."))
    if any(not 0 <= number <= MOST_HANDS for number in numbers):
        raise Invalid(numbers=_("Give whole numbers from 0 to 100,000."))
    if vote.present is not None and (sum(numbers) if vote.yes_no else max(numbers)) > vote.present:
        raise Invalid(
            numbers=_("That is more hands than there are people in the room (%(present)s). Check the numbers.")
            % {"present": vote.present}
        )
    return list(numbers)


def last_round(vote: FloorVote) -> Round:
    """The round that is counted now, or that was recorded last."""
    return vote.rounds.order_by("-number")[0]


def latest_counts(round_: Round) -> dict[UUID | None, HandCount]:
    """The last count of each teller of a round, in the order in which they began."""
    return {count.teller_id: count for count in round_.counts.all()}


def agreed(vote: FloorVote, counts: Sequence[HandCount]) -> bool:
    """Whether as many tellers as were asked for have counted, and all came to the same numbers."""
    return len(counts) == vote.tellers and all(count.numbers == counts[0].numbers for count in counts)
