"""Count hands."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.floor_policies import Counting, may_count_hands
from causeway.domains.assemblies.floor_standing import is_open_now
from causeway.domains.assemblies.hands import agreed, checked_numbers, last_round, latest_counts, outcome_of_hands
from causeway.domains.assemblies.models import FloorVote, HandCount, Phase, Round
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Missing


@dataclass(frozen=True, kw_only=True)
class CountHands(Command[Round]):
    """Type in how many hands there were, a number for each option. It is recorded once all tellers agree.

    Whoever types again corrects their own count; what they typed before stays on record. ``code`` is the tellers’.
    """

    process_id: UUID
    numbers: tuple[int, ...]
    code: str = ""


def hands_to_count(command: CountHands) -> Counting:
    """The question, locked: two tellers who type at once are taken one after the other."""
    rows = FloorVote.objects.select_for_update(of=("self",), no_key=True).select_related("process", "floor")
    vote = rows.filter(pk=command.process_id, way=FloorVote.Way.HANDS).first()
    if vote is None:
        raise Missing
    return Counting(vote, holds_code=bool(command.code) and command.code == vote.floor.teller_code)


@performs(
    CountHands,
    policy=may_count_hands,
    says="counted hands on “{process}”: {numbers}",
    finds=hands_to_count,
)
def count_hands(actor: Actor, command: CountHands, counting: Counting) -> Done[Round]:
    vote, teller_id = counting.vote, signed_in(actor)
    round_ = last_round(vote)
    if round_.recorded_at:
        raise Conflict(_("This is recorded already. It is corrected only by counting again."))
    if not is_open_now(vote):
        raise Conflict(_("This question is closed or withdrawn."))
    counts = latest_counts(round_)
    if teller_id not in counts and len(counts) >= vote.tellers:
        raise Conflict(_("As many tellers as were asked for count already. Nobody else can."))
    numbers = checked_numbers(vote, command.numbers)
    counts[teller_id] = HandCount.objects.create(
        round=round_, teller_id=teller_id, numbers=numbers, typed_at=clock.now()
    )
    if agreed(vote, list(counts.values())):
        _record(vote, round_, numbers)
    said = "; ".join(f"{name} {number}" for name, number in zip(vote.names, numbers, strict=True))
    return in_trail(vote.process, round_, numbers=said)


def _record(vote: FloorVote, round_: Round, numbers: list[int]) -> None:
    round_.outcome = outcome_of_hands(vote, numbers).as_json()
    round_.recorded_at = clock.now()
    round_.save(update_fields=["outcome", "recorded_at"])
    Phase.objects.filter(process=vote.process, kind=Phase.Kind.VOTE).update(closes_at=clock.now())
