"""Who wants letters about votes, and letters on their way."""

from __future__ import annotations

from causeway.domains.assemblies.commands.begin_vote_letter import BeginVoteLetter
from causeway.domains.assemblies.commands.choose_vote_letters import ChooseVoteLetters
from causeway.domains.assemblies.models import VoteLetter
from causeway.domains.people.models import Person
from causeway.kernel.actors import Member, System
from causeway.kernel.perform import perform
from tests.domains.assemblies import scene as room
from tests.scenes import Scene
from tests.work import work


def want(s: Scene, *people: Person, wanted: bool = True) -> None:
    """These people want letters about the votes of Westbury."""
    for one in people:
        perform(Member(one.pk), ChooseVoteLetters(body_id=s.westbury.pk, wanted=wanted))
    work()


def begun(s: Scene) -> VoteLetter:
    """The letter that the vote is open."""
    command = BeginVoteLetter(kind=VoteLetter.Kind.OPENED, about_id=room.voting(s).pk)
    made: VoteLetter = s.once("assemblies.letter", lambda: perform(System(reason="a test"), command))
    return made
