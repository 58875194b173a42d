"""Who may move, second, amend, withdraw and take a position, and why not."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from causeway.domains.alliances.standing import officer_of
from causeway.domains.assemblies.course import is_open
from causeway.domains.assemblies.models import (
    AdoptedText,
    CompositeSource,
    MotionVote,
    Phase,
    Process,
    StandingOrders,
    TextEndorsement,
)
from causeway.domains.assemblies.motion_course import is_by_hands
from causeway.domains.assemblies.motion_standing import (
    OnFloor,
    Proposal,
    has_floor,
    is_own,
    moved_by,
    organisations_move,
    speaks_for_in,
)
from causeway.domains.assemblies.policies import may_run_process, may_see_process
from causeway.domains.assemblies.standing import runs
from causeway.domains.assemblies.text_queries import visible_texts
from causeway.kernel.actors import Actor, System
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy, sees

may_see_text = sees(
    "Everybody reads open letters and what was decided for everybody; other adopted texts are for those who belong.",
    visible_texts,
)


def _on_floor(actor: Actor, subject: OnFloor, kind: Phase.Kind, closed: str) -> Verdict:
    process = subject.process
    if not may_see_process(actor, process):
        return HIDDEN
    if not hasattr(process, "orders") or not is_open(process, kind):
        return no(closed)
    if has_floor(actor, process, subject.organisation):
        return YES
    if organisations_move(process):
        return no(_("Here organisations move and second, by their officers. Ask an officer of yours."))
    return no(_("Only those who belong to this body can do this."))


@policy("Those who belong move motions while they are taken; where organisations move, their officers do.")
def may_move_motion(actor: Actor, subject: OnFloor) -> Verdict:
    return _on_floor(actor, subject, Phase.Kind.PROPOSE, _("No motions are taken now."))


@policy("Those who belong amend while amendments are taken; where organisations move, their officers do.")
def may_amend(actor: Actor, subject: OnFloor) -> Verdict:
    return _on_floor(actor, subject, Phase.Kind.AMEND, _("No amendments are taken now."))


@policy("Those who belong second while that is open, and never their own.")
def may_second(actor: Actor, subject: OnFloor) -> Verdict:
    verdict = _on_floor(actor, subject, Phase.Kind.SECOND, _("It is not the time to second."))
    if verdict and not isinstance(subject.subject, Process) and is_own(actor, subject.subject, subject.organisation):
        return no(_("Nobody seconds their own. Ask somebody else."))
    return verdict


@policy("Whoever moved a motion, or runs the process, proposes a composite while amendments are taken.")
def may_propose_composite(actor: Actor, subject: OnFloor) -> Verdict:
    process = subject.process
    if not may_see_process(actor, process):
        return HIDDEN
    if not is_open(process, Phase.Kind.AMEND):
        return no(_("Motions are merged while amendments are taken, and at no other time."))
    if subject.organisation is not None and subject.organisation not in speaks_for_in(actor, process):
        return no(_("Only an officer can act for this organisation. Ask one of them."))
    if runs(actor, process) or any(moved_by(actor, motion) for motion in process.motions.all()):
        return YES
    return no(_("Only whoever moved a motion here, or runs this, can propose to merge motions."))


@policy("The mover of a motion says whether it goes into a composite, while amendments are taken.")
def may_answer_composite(actor: Actor, source: CompositeSource) -> Verdict:
    process = source.motion.process
    if not may_see_process(actor, process):
        return HIDDEN
    if not moved_by(actor, source.motion):
        return no(_("Only the mover can say whether this motion goes into a composite."))
    return YES if is_open(process, Phase.Kind.AMEND) else no(_("The time to merge motions is over."))


@policy("The mover, or an officer of the moving organisation, withdraws it and answers for it.")
def may_withdraw_proposal(actor: Actor, proposal: Proposal) -> Verdict:
    if not may_see_process(actor, proposal.process):
        return HIDDEN
    return YES if moved_by(actor, proposal) else no(_("Only the mover can do this. Ask them."))


@policy("An officer of an affiliated organisation says where it stands; nobody else does.")
def may_take_position(actor: Actor, subject: Any) -> Verdict:
    """``subject`` is an ``OnFloor``."""
    if not may_see_process(actor, subject.process):
        return HIDDEN
    if subject.organisation is not None and subject.organisation in speaks_for_in(actor, subject.process):
        return YES
    return no(_("Only an officer of an affiliated organisation can say where it stands. Ask one of them."))


@policy("Causeway settles a motion by its ballot; what hands decided in a meeting, whoever runs it declares.")
def may_settle_motion(actor: Actor, vote: MotionVote) -> Verdict:
    if isinstance(actor, System):
        return YES
    return may_run_process(actor, vote.motion) if is_by_hands(vote.process) else HIDDEN


@policy("An officer endorses an adopted open letter for their organisation.")
def may_endorse_text(actor: Actor, subject: Any) -> Verdict:
    """``subject`` is a pair of a text and an organisation."""
    text, organisation = subject
    if not may_see_text(actor, text) or text.kind != StandingOrders.Becomes.LETTER:
        return HIDDEN
    if organisation in officer_of(actor):
        return YES
    return no(_("Only an officer can endorse for an organisation. Ask one of yours."))


@policy("An officer takes the endorsement of their organisation back.")
def may_withdraw_text_endorsement(actor: Actor, endorsement: TextEndorsement) -> Verdict:
    if endorsement.organisation in officer_of(actor):
        return YES
    return no(_("Only an officer of this organisation can take its endorsement back."))


@policy("Whoever runs the body ends a policy that it decided to end.")
def may_end_text(actor: Actor, text: AdoptedText) -> Verdict:
    if not may_see_text(actor, text):
        return HIDDEN
    return YES if runs(actor, text.motion.process) else no(_("Only those who run this body can do this."))
