"""Who may do what with letters to electors."""

from __future__ import annotations

from causeway.domains.assemblies.commands.begin_vote_letter import BeginVoteLetter
from causeway.domains.assemblies.commands.choose_vote_letters import ChooseVoteLetters
from causeway.domains.assemblies.commands.take_vote_letters import TakeVoteLetters
from causeway.kernel.actors import System
from tests.domains.assemblies import letters_scene as letters
from tests.domains.assemblies import scene as room
from tests.matrix import NOBODY, CommandCase, PageCase

WESTBURY = frozenset({"coordinator", "rep", "user", "user_officer", "handler_one", "handler_two"})
JOB = ((lambda _scene: System(reason="a job"), True),)

COMMANDS: dict[str, CommandCase] = {
    "ChooseVoteLetters": CommandCase(lambda s, _a: ChooseVoteLetters(body_id=s.westbury.pk, wanted=True), WESTBURY),
    "BeginVoteLetter": CommandCase(
        lambda s, _a: BeginVoteLetter(kind="opened", about_id=room.voting(s).pk), NOBODY, also=JOB
    ),
    "TakeVoteLetters": CommandCase(
        lambda s, _a: TakeVoteLetters(letter_id=letters.begun(s).pk, upto=None), NOBODY, also=JOB
    ),
}

PAGES: dict[str, PageCase] = {
    "assemblies:letters": PageCase(WESTBURY, lambda s: {"room": "alliances", "slug": s.westbury.slug}),
}
