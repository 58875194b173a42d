"""Who may do what in votes."""

from __future__ import annotations

from typing import Any

from causeway.domains.assemblies.commands.answer_objection import AnswerObjection
from causeway.domains.assemblies.commands.call_election import CallElection
from causeway.domains.assemblies.commands.cancel_process import CancelProcess
from causeway.domains.assemblies.commands.cast_paper import CastPaper
from causeway.domains.assemblies.commands.clear_roll import ClearRoll
from causeway.domains.assemblies.commands.close_nominations import CloseNominations
from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.commands.forget_elector import ForgetElector
from causeway.domains.assemblies.commands.mix_papers import MixPapers
from causeway.domains.assemblies.commands.move_vote import MoveVote
from causeway.domains.assemblies.commands.object_to_roll import ObjectToRoll
from causeway.domains.assemblies.commands.set_up_process import SetUpProcess
from causeway.domains.assemblies.commands.settle_roll import SettleRoll
from causeway.domains.assemblies.commands.stand_for_election import StandForElection
from causeway.domains.assemblies.commands.withdraw_nomination import WithdrawNomination
from causeway.domains.assemblies.models import Ballot
from causeway.kernel import clock
from causeway.kernel.actors import Actor, System
from tests.domains.assemblies import (
    card_matrix,
    committee_matrix,
    floor_matrix,
    letters_matrix,
    mandate_matrix,
    mediation_matrix,
    motions_matrix,
    names_matrix,
    opinion_matrix,
    postal_matrix,
    recall_matrix,
    talk_matrix,
)
from tests.domains.assemblies import scene as room
from tests.matrix import EVERYBODY, NOBODY, CommandCase, PageCase
from tests.scenes import Scene

CORA = frozenset({"coordinator"})
UNA = frozenset({"user"})
WESTBURY = frozenset({"coordinator", "rep", "user", "user_officer", "handler_one", "handler_two"})
JOB = ((lambda _scene: System(reason="a job"), True),)


def _set_up(s: Scene, _actor: Actor) -> SetUpProcess:
    opens_at = clock.now() + room.DAY
    return SetUpProcess(
        body_id=s.westbury.pk,
        title="A new name",
        question="What shall we be called?",
        why_here="It is the alliance’s name.",
        form=Ballot.Form.YES_NO,
        opens_at=opens_at,
        closes_at=opens_at + room.DAY,
    )


def _move(s: Scene, _actor: Actor) -> MoveVote:
    opens_at = clock.now() + 5 * room.DAY
    return MoveVote(process_id=room.lying_open(s).pk, opens_at=opens_at, closes_at=opens_at + room.DAY)


def _call(s: Scene, _actor: Actor) -> CallElection:
    opens_at = clock.now() + 2 * room.DAY
    return CallElection(
        body_id=s.westbury.pk,
        title="A committee",
        why_here="It works for all.",
        seats=3,
        nominations_close_at=opens_at - room.DAY,
        opens_at=opens_at,
        closes_at=opens_at + room.DAY,
    )


COMMANDS: dict[str, CommandCase] = {
    "SetUpProcess": CommandCase(_set_up, CORA),
    "SettleRoll": CommandCase(lambda s, _a: SettleRoll(process_id=room.lying_open(s).pk), CORA),
    "ObjectToRoll": CommandCase(
        lambda s, _a: ObjectToRoll(process_id=room.lying_open(s).pk, text="I am not on it."), WESTBURY
    ),
    "AnswerObjection": CommandCase(
        lambda s, _a: AnswerObjection(objection_id=room.objection(s).pk, answer="They joined too late."), CORA
    ),
    "MoveVote": CommandCase(_move, CORA),
    "CancelProcess": CommandCase(
        lambda s, _a: CancelProcess(process_id=room.lying_open(s).pk, reason="Too soon"), CORA
    ),
    "CastPaper": CommandCase(lambda s, _a: CastPaper(ballot_id=room.voting(s).pk, marks=(1, 2, None, None)), UNA),
    "CountBallot": CommandCase(lambda s, _a: CountBallot(ballot_id=room.over(s).pk), CORA, also=JOB),
    "CallElection": CommandCase(_call, CORA),
    "StandForElection": CommandCase(lambda s, _a: StandForElection(process_id=room.election(s).pk, name="Una U."), UNA),
    "WithdrawNomination": CommandCase(lambda s, _a: WithdrawNomination(nomination_id=room.nomination(s).pk), UNA),
    "CloseNominations": CommandCase(lambda s, _a: CloseNominations(ballot_id=room.unmade_paper(s).pk), CORA, also=JOB),
    "MixPapers": CommandCase(lambda s, _a: MixPapers(ballot_id=room.voting(s).pk), NOBODY, also=JOB),
    "ClearRoll": CommandCase(lambda s, _a: ClearRoll(process_id=room.counted(s).pk), NOBODY, also=JOB),
    "ForgetElector": CommandCase(lambda s, _a: ForgetElector(person_id=s.people["user"].pk), NOBODY, also=JOB),
}


def _westbury(s: Scene) -> dict[str, Any]:
    return {"room": "alliances", "slug": s.westbury.slug}


PAGES: dict[str, PageCase] = {
    "assemblies:list": PageCase(EVERYBODY, _westbury),
    "assemblies:choose": PageCase(CORA, _westbury),
    "assemblies:set_up": PageCase(CORA, _westbury),
    "assemblies:call_election": PageCase(CORA, _westbury),
    "assemblies:stand": PageCase(UNA, lambda s: {"slug": room.election(s).slug}),
    "assemblies:withdraw_nomination": PageCase(UNA, lambda s: {"nomination_id": room.nomination(s).pk}, method="post"),
    "assemblies:process": PageCase(WESTBURY, lambda s: {"slug": room.voting(s).slug}),
    "assemblies:settle": PageCase(CORA, lambda s: {"slug": room.lying_open(s).slug}),
    "assemblies:object": PageCase(WESTBURY, lambda s: {"slug": room.lying_open(s).slug}),
    "assemblies:answer": PageCase(CORA, lambda s: {"objection_id": room.objection(s).pk}),
    "assemblies:move": PageCase(CORA, lambda s: {"slug": room.lying_open(s).slug}),
    "assemblies:cancel": PageCase(CORA, lambda s: {"slug": room.lying_open(s).slug}),
    "assemblies:count": PageCase(CORA, lambda s: {"slug": room.over(s).slug}, method="post"),
    "assemblies:vote": PageCase(UNA, lambda s: {"slug": room.voting(s).slug}),
    "assemblies:papers": PageCase(WESTBURY, lambda s: {"slug": room.counted(s).slug}),
    "assemblies:papers_csv": PageCase(WESTBURY, lambda s: {"slug": room.counted(s).slug}),
    "assemblies:conditions_csv": PageCase(WESTBURY, lambda s: {"slug": room.counted_election(s).slug}),
    "assemblies:papers_blt": PageCase(WESTBURY, lambda s: {"slug": room.counted(s).slug}),
}

COMMANDS |= floor_matrix.COMMANDS
PAGES |= floor_matrix.PAGES
COMMANDS |= committee_matrix.COMMANDS
COMMANDS |= recall_matrix.COMMANDS
COMMANDS |= mandate_matrix.COMMANDS
PAGES |= committee_matrix.PAGES
COMMANDS |= motions_matrix.COMMANDS
PAGES |= motions_matrix.PAGES
PAGES |= recall_matrix.PAGES
COMMANDS |= talk_matrix.COMMANDS
PAGES |= talk_matrix.PAGES
COMMANDS |= letters_matrix.COMMANDS
PAGES |= letters_matrix.PAGES
COMMANDS |= card_matrix.COMMANDS
PAGES |= card_matrix.PAGES
PAGES |= mandate_matrix.PAGES
COMMANDS |= mediation_matrix.COMMANDS
PAGES |= mediation_matrix.PAGES
COMMANDS |= opinion_matrix.COMMANDS
PAGES |= opinion_matrix.PAGES
COMMANDS |= postal_matrix.COMMANDS
PAGES |= postal_matrix.PAGES
COMMANDS |= names_matrix.COMMANDS
PAGES |= names_matrix.PAGES
