"""Choose whether to get letters about votes."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.assemblies.bodies import Body, body_with
from causeway.domains.assemblies.letter_events import VoteLettersChosen
from causeway.domains.assemblies.policies import may_choose_letters
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Missing


@dataclass(frozen=True, kw_only=True)
class ChooseVoteLetters(Command[None]):
    """Get letters about the votes of a body in which one stands, or no longer. The consent itself is kept by a job."""

    body_id: UUID
    wanted: bool


def find_without_lock(command: ChooseVoteLetters) -> Body:
    """The body: nothing of it changes. Raises Missing."""
    body = body_with(command.body_id)
    if body is None:
        raise Missing
    return body


@performs(
    ChooseVoteLetters,
    policy=may_choose_letters,
    says="chose whether to get letters about votes",
    finds=find_without_lock,
)
def choose_vote_letters(actor: Actor, command: ChooseVoteLetters, body: Body) -> Done[None]:
    person_id = signed_in(actor)
    event = VoteLettersChosen(person_id=person_id, body_id=body.pk, wanted=command.wanted)
    return Done(None, events=[event], scope=person_id)
