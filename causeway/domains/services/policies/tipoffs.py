"""Who may leave, read and release what was told in confidence."""

from __future__ import annotations

from causeway.domains.alliances.models import Alliance, Office
from causeway.domains.alliances.standing import coordinates, holds
from causeway.domains.services.models import ReleasedStatement, ReleaseProposal, TipOff
from causeway.domains.services.queries.tipoffs import tip_offs_of
from causeway.kernel.actors import Actor, Bearer, System, person_of
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy, sees

RETURN_CODE = "tip-off"


def handles(actor: Actor, alliance_id: object) -> bool:
    """Whether the actor handles tip-offs for that alliance today."""
    return holds(actor, Office.Role.HANDLER, alliance_id=alliance_id)  # type: ignore[arg-type]


@policy("Anybody may leave a tip-off: no account, no name and no address is asked for.")
def may_leave_tip_off(_actor: Actor, _alliance: Alliance) -> Verdict:
    return YES


@policy("Only whoever holds the return code may read a reply, add more or withdraw.")
def may_follow_tip_off(actor: Actor, tip_off: TipOff) -> Verdict:
    return YES if actor == Bearer(RETURN_CODE, tip_off.pk) else HIDDEN


@policy("A person who handles tip-offs for the alliance makes a key of their own.")
def may_make_handler_key(actor: Actor, alliance: Alliance) -> Verdict:
    if handles(actor, alliance.pk):
        return YES
    return no("Only those whom this alliance appointed to handle tip-offs make a key. Ask a coordinator.")


may_handle_tip_off = sees("Only those who handle tip-offs for the alliance may see that one is there.", tip_offs_of)


@policy("A second handler, not the one who proposed it, decides on a release.")
def may_decide_release(actor: Actor, proposal: ReleaseProposal) -> Verdict:
    if not may_handle_tip_off(actor, proposal.message.tip_off):
        return HIDDEN
    if proposal.message.written_by_id == person_of(actor):
        return no("You proposed this release. Another handler must open it and decide.")
    return YES


@policy("A second handler, not the one who proposed it, agrees to keep a tip-off longer.")
def may_agree_to_longer_keeping(actor: Actor, tip_off: TipOff) -> Verdict:
    if not may_handle_tip_off(actor, tip_off):
        return HIDDEN
    if tip_off.longer_proposed_by_id == person_of(actor):
        return no("You proposed to keep this longer. Another handler must agree.")
    return YES


@policy("Only Causeway itself deletes tip-offs whose time has ended, every day.")
def may_expire_tip_offs(actor: Actor, _subject: object) -> Verdict:
    return YES if isinstance(actor, System) else no("Tip-offs are deleted by themselves on the day after their limit.")


@policy("Only Causeway itself deletes a handler’s keys, when their account is erased.")
def may_forget_handler(actor: Actor, _subject: object) -> Verdict:
    return YES if isinstance(actor, System) else no("A handler’s keys go with the account, by themselves.")


@policy("A coordinator of the alliance starts a threat from a released statement.")
def may_start_threat_from_statement(actor: Actor, statement: ReleasedStatement) -> Verdict:
    if coordinates(actor, statement.alliance_id):
        return YES
    if handles(actor, statement.alliance_id):
        return no("A coordinator of the alliance starts the threat. Tell one of them that the statement is there.")
    return HIDDEN
