"""Take the next letters to electors."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from causeway.domains.assemblies.models import VoteLetter
from causeway.domains.assemblies.policies import only_a_job
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class TakeVoteLetters(Command[bool]):
    """Note that the letter goes to everybody up to this blind index; with None, to all. Returns whether it does.

    It is noted before anything is sent, so that a job that was interrupted, or runs twice, writes to nobody twice.
    """

    letter_id: UUID
    upto: bytes | None = field(repr=False)


@performs(
    TakeVoteLetters,
    policy=only_a_job,
    says="sent a part of the letters to the electors of “{process}”",
    finds=locked(VoteLetter, "letter_id"),
)
def take_vote_letters(_actor: Actor, command: TakeVoteLetters, letter: VoteLetter) -> Done[bool]:
    reached = bytes(letter.reached) if letter.reached else b""
    goes = letter.finished_at is None and (command.upto is None or command.upto > reached)
    if goes:
        letter.reached = command.upto
        letter.finished_at = clock.now() if command.upto is None else None
        letter.save(update_fields=["reached", "finished_at"])
    return in_trail(letter.about, goes)
