"""Who may do what with tip-offs."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from causeway.domains.services.commands.add_to_tip_off import AddToTipOff
from causeway.domains.services.commands.agree_to_longer_keeping import AgreeToLongerKeeping
from causeway.domains.services.commands.agree_to_release import AgreeToRelease
from causeway.domains.services.commands.decline_release import DeclineRelease
from causeway.domains.services.commands.expire_tip_offs import ExpireTipOffs
from causeway.domains.services.commands.forget_handler import ForgetHandler
from causeway.domains.services.commands.leave_tip_off import LeaveTipOff
from causeway.domains.services.commands.make_handler_key import MakeHandlerKey
from causeway.domains.services.commands.note_on_tip_off import NoteOnTipOff
from causeway.domains.services.commands.open_tip_off import OpenTipOff
from causeway.domains.services.commands.propose_longer_keeping import ProposeLongerKeeping
from causeway.domains.services.commands.propose_release import ProposeRelease
from causeway.domains.services.commands.renew_handler_key import RenewHandlerKey
from causeway.domains.services.commands.reply_to_tip_off import ReplyToTipOff
from causeway.domains.services.commands.share_tip_off import ShareTipOff
from causeway.domains.services.commands.start_threat_from_statement import StartThreatFromStatement
from causeway.domains.services.commands.withdraw_tip_off import WithdrawTipOff
from causeway.domains.services.policies.tipoffs import RETURN_CODE
from causeway.domains.services.threads import new_code
from causeway.kernel.actors import Bearer, System
from tests.domains.services.scene import centre
from tests.domains.services.tip_off_scene import (
    PASSPHRASE,
    code,
    kept_longer,
    keys,
    proposal,
    statement,
    tip_off,
)
from tests.matrix import EVERYBODY, NOBODY, SIGNED_IN, CommandCase, PageCase
from tests.scenes import Scene

HANDLERS = frozenset({"handler_one", "handler_two"})
SECOND = frozenset({"handler_two"})
SOURCE = ((lambda s: Bearer(RETURN_CODE, tip_off(s).pk), True), (lambda s: Bearer("other", tip_off(s).pk), False))


def _leave(scene: Scene) -> LeaveTipOff:
    keys(scene)
    return LeaveTipOff(alliance_id=scene.westbury.pk, text="They will close it", code=new_code())


def _longer(scene: Scene) -> ProposeLongerKeeping:
    row = tip_off(scene)
    return ProposeLongerKeeping(tip_off_id=row.pk, until=row.keep_until + timedelta(days=9))


def _renew(scene: Scene) -> RenewHandlerKey:
    keys(scene)
    return RenewHandlerKey(alliance_id=scene.westbury.pk, old_passphrase=PASSPHRASE, passphrase=PASSPHRASE[::-1])


COMMANDS: dict[str, CommandCase] = {
    "ForgetHandler": CommandCase(
        lambda s, _a: ForgetHandler(person_id=s.people["handler_one"].pk),
        NOBODY,
        ((lambda _s: System("a test"), True),),
    ),
    "LeaveTipOff": CommandCase(lambda s, _a: _leave(s), EVERYBODY),
    "AddToTipOff": CommandCase(lambda s, _a: AddToTipOff(tip_off_id=tip_off(s).pk, text="More"), NOBODY, SOURCE),
    "WithdrawTipOff": CommandCase(lambda s, _a: WithdrawTipOff(tip_off_id=tip_off(s).pk), NOBODY, SOURCE),
    "MakeHandlerKey": CommandCase(
        lambda s, _a: MakeHandlerKey(alliance_id=s.westbury.pk, passphrase=PASSPHRASE), HANDLERS
    ),
    "RenewHandlerKey": CommandCase(lambda s, _a: _renew(s), HANDLERS),
    "OpenTipOff": CommandCase(lambda s, _a: OpenTipOff(tip_off_id=tip_off(s).pk, passphrase=PASSPHRASE), HANDLERS),
    "ReplyToTipOff": CommandCase(lambda s, _a: ReplyToTipOff(tip_off_id=tip_off(s).pk, text="Thank you"), HANDLERS),
    "NoteOnTipOff": CommandCase(lambda s, _a: NoteOnTipOff(tip_off_id=tip_off(s).pk, text="Is it so?"), HANDLERS),
    "ShareTipOff": CommandCase(lambda s, _a: ShareTipOff(tip_off_id=tip_off(s).pk, passphrase=PASSPHRASE), HANDLERS),
    "ProposeRelease": CommandCase(lambda s, _a: ProposeRelease(tip_off_id=tip_off(s).pk, text="Feared"), HANDLERS),
    "AgreeToRelease": CommandCase(
        lambda s, _a: AgreeToRelease(proposal_id=proposal(s).pk, passphrase=PASSPHRASE), SECOND
    ),
    "DeclineRelease": CommandCase(lambda s, _a: DeclineRelease(proposal_id=proposal(s).pk, text="Too exact"), SECOND),
    "ProposeLongerKeeping": CommandCase(lambda s, _a: _longer(s), HANDLERS),
    "AgreeToLongerKeeping": CommandCase(lambda s, _a: AgreeToLongerKeeping(tip_off_id=kept_longer(s).pk), SECOND),
    "ExpireTipOffs": CommandCase(lambda _s, _a: ExpireTipOffs(), NOBODY, ((lambda _s: System("time"), True),)),
    "StartThreatFromStatement": CommandCase(
        lambda s, _a: StartThreatFromStatement(
            statement_id=statement(s).pk, service_id=centre(s).pk, kind="closure", title="Day centre may close"
        ),
        frozenset({"coordinator"}),
    ),
}


def _here(scene: Scene) -> dict[str, Any]:
    return {"tip_off_id": tip_off(scene).pk}


def _slug(scene: Scene) -> dict[str, Any]:
    keys(scene)
    return {"slug": scene.westbury.slug}


def _post(allowed: frozenset[str], arguments: Any = _here, data: Any = lambda _s: {"text": "Words"}) -> PageCase:
    return PageCase(allowed, arguments, "post", data)


PAGES: dict[str, PageCase] = {
    "services:tip_off_start": PageCase(EVERYBODY),
    "services:tip_off_before": PageCase(EVERYBODY, _slug),
    "services:tip_off_write": PageCase(EVERYBODY, _slug),
    "services:tip_off_return": PageCase(EVERYBODY),
    "services:tip_off_withdraw": _post(EVERYBODY, lambda s: {}, lambda s: {"code": code(s)}),
    "services:tip_off_inbox": PageCase(SIGNED_IN),
    "services:handler_key": PageCase(HANDLERS, _slug),
    "services:statements": PageCase(SIGNED_IN),
    "services:start_threat": PageCase(HANDLERS | {"coordinator"}, lambda s: {"statement_id": statement(s).pk}),
    "services:decide_release": PageCase(HANDLERS, lambda s: {"proposal_id": proposal(s).pk}),
    "services:tip_off": PageCase(HANDLERS, _here),
    "services:tip_off_reply": _post(HANDLERS),
    "services:tip_off_note": _post(HANDLERS),
    "services:tip_off_share": _post(HANDLERS, data=lambda _s: {"passphrase": PASSPHRASE}),
    "services:tip_off_propose": _post(HANDLERS),
    "services:tip_off_keep": _post(HANDLERS, data=lambda _s: {"until": "2000-01-01"}),
    "services:tip_off_agree_to_keep": _post(SECOND, lambda s: {"tip_off_id": kept_longer(s).pk}),
}
