"""Tip-offs for the scene of named people, made with the real commands."""

from __future__ import annotations

from datetime import timedelta

from causeway.domains.services.commands.agree_to_release import AgreeToRelease
from causeway.domains.services.commands.leave_tip_off import LeaveTipOff
from causeway.domains.services.commands.make_handler_key import MakeHandlerKey
from causeway.domains.services.commands.propose_longer_keeping import ProposeLongerKeeping
from causeway.domains.services.commands.propose_release import ProposeRelease
from causeway.domains.services.models import ReleasedStatement, ReleaseProposal, TipOff
from causeway.domains.services.threads import new_code
from causeway.kernel.actors import Visitor
from causeway.kernel.perform import perform
from tests.scenes import Scene

PASSPHRASE = "lantern orchard tidal bicycle"
TEXT = "MARKERTEXT they mean to close the Rowan centre in May"
RELEASED = "It is feared that a day centre in Westbury may close."
HANDLERS = ("handler_one", "handler_two")


def keys(scene: Scene) -> None:
    """Both handlers of Westbury have made their keys."""

    def make() -> bool:
        for name in HANDLERS:
            perform(scene.actor(name), MakeHandlerKey(alliance_id=scene.westbury.pk, passphrase=PASSPHRASE))
        return True

    scene.once("handler keys", make)


def code(scene: Scene) -> str:
    """The return code of the scene's tip-off."""
    made: str = scene.once("return code", new_code)
    return made


def tip_off(scene: Scene) -> TipOff:
    """A tip-off to Westbury."""
    keys(scene)
    made: TipOff = scene.once(
        "tip-off",
        lambda: perform(Visitor(), LeaveTipOff(alliance_id=scene.westbury.pk, text=TEXT, code=code(scene))),
    )
    return made


def proposal(scene: Scene) -> ReleaseProposal:
    """Hana proposed a release."""
    made: ReleaseProposal = scene.once(
        "release proposal",
        lambda: perform(scene.actor("handler_one"), ProposeRelease(tip_off_id=tip_off(scene).pk, text=RELEASED)),
    )
    return made


def statement(scene: Scene) -> ReleasedStatement:
    """Hugh agreed to it."""
    made: ReleasedStatement = scene.once(
        "statement",
        lambda: perform(
            scene.actor("handler_two"), AgreeToRelease(proposal_id=proposal(scene).pk, passphrase=PASSPHRASE)
        ),
    )
    return made


def kept_longer(scene: Scene) -> TipOff:
    """Hana proposed to keep it longer."""
    row = tip_off(scene)

    def propose() -> bool:
        until = row.keep_until + timedelta(days=30)
        perform(scene.actor("handler_one"), ProposeLongerKeeping(tip_off_id=row.pk, until=until))
        return True

    scene.once("kept longer", propose)
    return row


def open_proposal(scene: Scene) -> ReleaseProposal:
    """Hana proposed a release from another tip-off, and nobody has answered yet."""
    keys(scene)

    def make() -> ReleaseProposal:
        row = perform(Visitor(), LeaveTipOff(alliance_id=scene.westbury.pk, text=TEXT, code=new_code()))
        return perform(scene.actor("handler_one"), ProposeRelease(tip_off_id=row.pk, text=RELEASED))

    made: ReleaseProposal = scene.once("open proposal", make)
    return made
