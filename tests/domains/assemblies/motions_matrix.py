"""Who may do what with motions, amendments and adopted texts."""

from __future__ import annotations

from typing import Any

from causeway.domains.assemblies.commands.agree_to_composite import AgreeToComposite
from causeway.domains.assemblies.commands.amend_motion import AmendMotion
from causeway.domains.assemblies.commands.call_for_motions import CallForMotions
from causeway.domains.assemblies.commands.divide_motion import DivideMotion
from causeway.domains.assemblies.commands.end_text import EndText
from causeway.domains.assemblies.commands.endorse_text import EndorseText
from causeway.domains.assemblies.commands.forget_mover import ForgetMover
from causeway.domains.assemblies.commands.move_motion import MoveMotion
from causeway.domains.assemblies.commands.move_on_agenda import MoveOnAgenda
from causeway.domains.assemblies.commands.propose_composite import ProposeComposite
from causeway.domains.assemblies.commands.put_to_meeting import PutToMeeting
from causeway.domains.assemblies.commands.put_to_vote import PutToVote
from causeway.domains.assemblies.commands.refuse_composite import RefuseComposite
from causeway.domains.assemblies.commands.second_proposal import SecondProposal
from causeway.domains.assemblies.commands.settle_motion import SettleMotion
from causeway.domains.assemblies.commands.take_back_position import TakeBackPosition
from causeway.domains.assemblies.commands.take_position import TakePosition
from causeway.domains.assemblies.commands.withdraw_proposal import WithdrawProposal
from causeway.domains.assemblies.commands.withdraw_text_endorsement import WithdrawTextEndorsement
from causeway.kernel import clock
from causeway.kernel.actors import Actor, System
from tests.domains.assemblies import floor_scene
from tests.domains.assemblies import motions_scene as room
from tests.domains.assemblies.scene import DAY
from tests.matrix import EVERYBODY, NOBODY, CommandCase, PageCase
from tests.scenes import Scene

CORA = frozenset({"coordinator"})
UNA = frozenset({"user"})
REP = frozenset({"rep"})
UGO = frozenset({"user_officer"})
OFFICERS = frozenset({"rep", "user_officer", "outsider"})
WESTBURY = frozenset({"coordinator", "rep", "user", "user_officer", "handler_one", "handler_two"})
JOB = ((lambda _scene: System(reason="a job"), True),)


def _call(s: Scene, _actor: Actor) -> CallForMotions:
    phases = room.stretches(propose=(0, 1), amend=(0, 2), second=(0, 2))
    return CallForMotions(body_id=s.westbury.pk, title="Motions", why_here="They bind all.", phases=phases)


def _put(s: Scene, _actor: Actor) -> PutToVote:
    opens_at = clock.now() + DAY
    return PutToVote(motion_id=room.to_be_put(s).pk, opens_at=opens_at, closes_at=opens_at + DAY)


def _meet(s: Scene, _actor: Actor) -> PutToMeeting:
    return PutToMeeting(motion_id=room.to_be_put(s).pk, meeting_id=floor_scene.meeting_now(s).pk)


def _merge(s: Scene, _actor: Actor) -> ProposeComposite:
    process = room.to_merge(s)
    sources = tuple(process.motions.values_list("pk", flat=True))
    return ProposeComposite(process_id=process.pk, title="Both", text="Both.", source_ids=sources)


def _source(s: Scene) -> dict[str, Any]:
    composite = room.composite(s)
    return {"composite_id": composite.pk, "motion_id": composite.sources.all()[0].motion_id}


def _take(s: Scene, _actor: Actor) -> TakePosition:
    return TakePosition(motion_id=room.motion(s).pk, organisation_id=s.branch.pk, stance="support")


COMMANDS: dict[str, CommandCase] = {
    "CallForMotions": CommandCase(_call, CORA),
    "MoveMotion": CommandCase(
        lambda s, _a: MoveMotion(process_id=room.open_call(s).pk, title="Ramps", text="More ramps."), WESTBURY
    ),
    "AmendMotion": CommandCase(
        lambda s, _a: AmendMotion(motion_id=room.motion(s).pk, action="strike", paragraph="1"), WESTBURY
    ),
    "SecondProposal": CommandCase(lambda s, _a: SecondProposal(proposal_id=room.amendment(s).pk), WESTBURY - UNA),
    "WithdrawProposal": CommandCase(lambda s, _a: WithdrawProposal(proposal_id=room.amendment(s).pk), UNA),
    "PutToVote": CommandCase(_put, CORA),
    "SettleMotion": CommandCase(lambda s, _a: SettleMotion(process_id=room.counted_vote(s).pk), NOBODY, also=JOB),
    "DivideMotion": CommandCase(
        lambda s, _a: DivideMotion(motion_id=room.to_be_put(s).pk, parts=(("1",), ("2", "3"))), CORA
    ),
    "MoveOnAgenda": CommandCase(lambda s, _a: MoveOnAgenda(motion_id=room.motion(s).pk, up=True), CORA),
    "ProposeComposite": CommandCase(_merge, CORA | UNA),
    "AgreeToComposite": CommandCase(lambda s, _a: AgreeToComposite(**_source(s)), UNA),
    "RefuseComposite": CommandCase(lambda s, _a: RefuseComposite(**_source(s)), UNA),
    "PutToMeeting": CommandCase(_meet, CORA),
    "TakePosition": CommandCase(_take, REP),
    "TakeBackPosition": CommandCase(lambda s, _a: TakeBackPosition(position_id=room.position(s).pk), REP),
    "EndorseText": CommandCase(
        lambda s, _a: EndorseText(text_id=room.letter(s).pk, organisation_id=s.users_group.pk), UGO
    ),
    "WithdrawTextEndorsement": CommandCase(
        lambda s, _a: WithdrawTextEndorsement(endorsement_id=room.endorsement(s).pk), UGO
    ),
    "EndText": CommandCase(lambda s, _a: EndText(text_id=room.policy(s).pk, reason="Another one came."), CORA),
    "ForgetMover": CommandCase(lambda s, _a: ForgetMover(person_id=s.people["user"].pk), NOBODY, also=JOB),
}


def _westbury(s: Scene) -> dict[str, Any]:
    return {"room": "alliances", "slug": s.westbury.slug}


def _motion(s: Scene) -> dict[str, Any]:
    return {"slug": room.open_call(s).slug, "motion_id": room.motion(s).pk}


def _amendment(s: Scene) -> dict[str, Any]:
    return {"slug": room.open_call(s).slug, "proposal_id": room.amendment(s).pk}


def _to_be_put(s: Scene) -> dict[str, Any]:
    motion = room.to_be_put(s)
    return {"slug": motion.process.slug, "motion_id": motion.pk}


def _position(s: Scene) -> dict[str, Any]:
    return {"slug": room.open_call(s).slug, "position_id": room.position(s).pk}


def _declare(s: Scene) -> dict[str, Any]:
    vote = room.by_hands(s)
    return {"slug": vote.motion.process.slug, "process_id": vote.pk}


def _answer(s: Scene) -> dict[str, Any]:
    named = _source(s)
    slug = room.composite(s).process.slug
    return {"slug": slug, "motion_id": named["composite_id"], "source_id": named["motion_id"]}


PAGES: dict[str, PageCase] = {
    **{
        f"assemblies:{name}": PageCase(CORA, _westbury)
        for name in ("call_motions", "call_statement", "call_conference", "by_hand")
    },
    "assemblies:texts": PageCase(EVERYBODY, _westbury),
    "assemblies:adopted": PageCase(EVERYBODY, lambda s: {"slug": room.letter(s).slug}),
    "assemblies:endorse_text": PageCase(OFFICERS, lambda s: {"slug": room.letter(s).slug}),
    "assemblies:end_text": PageCase(CORA, lambda s: {"slug": room.policy(s).slug}),
    "assemblies:withdraw_text_endorsement": PageCase(
        UGO, lambda s: {"endorsement_id": room.endorsement(s).pk}, method="post"
    ),
    "assemblies:move_motion": PageCase(WESTBURY, lambda s: {"slug": room.open_call(s).slug}),
    "assemblies:motion": PageCase(WESTBURY, _motion),
    "assemblies:motion_versions": PageCase(WESTBURY, _motion),
    "assemblies:amend": PageCase(WESTBURY, _motion),
    "assemblies:put_to_vote": PageCase(CORA, _to_be_put),
    "assemblies:put_to_meeting": PageCase(CORA, _to_be_put),
    "assemblies:divide_motion": PageCase(CORA, _to_be_put),
    "assemblies:declare": PageCase(CORA, _declare, method="post"),
    "assemblies:merge_motions": PageCase(CORA | UNA, lambda s: {"slug": room.to_merge(s).slug}),
    "assemblies:answer_composite": PageCase(UNA, _answer, method="post", data=lambda _s: {"do": "agree"}),
    "assemblies:motion_agenda": PageCase(WESTBURY, lambda s: {"slug": room.open_call(s).slug}),
    "assemblies:move_on_agenda": PageCase(CORA, _motion, method="post", data=lambda _s: {"do": "up"}),
    "assemblies:position": PageCase(frozenset({"rep", "user_officer"}), _motion),
    "assemblies:take_back_position": PageCase(REP, _position, method="post"),
    "assemblies:second": PageCase(WESTBURY - UNA, _amendment),
    "assemblies:withdraw_proposal": PageCase(UNA, _amendment),
}
