"""Who may do what in mediations: the organisations named, and the mediator."""

from __future__ import annotations

from typing import Any

from causeway.domains.assemblies.commands.agree_to_mediator import AgreeToMediator
from causeway.domains.assemblies.commands.answer_as_mediator import AnswerAsMediator
from causeway.domains.assemblies.commands.close_mediation import CloseMediation
from causeway.domains.assemblies.commands.name_mediator import NameMediator
from causeway.domains.assemblies.commands.open_mediation import OpenMediation
from causeway.domains.assemblies.commands.write_in_mediation import WriteInMediation
from causeway.kernel.actors import Actor
from tests.domains.assemblies import motions_scene as room
from tests.matrix import EVERYBODY, CommandCase, PageCase
from tests.scenes import Scene

REP, UGO, SAM = frozenset({"rep"}), frozenset({"user_officer"}), frozenset({"stranger"})
OFFICERS = frozenset({"rep", "user_officer", "outsider"})
PARTIES = REP | UGO


def _open(s: Scene, _actor: Actor) -> OpenMediation:
    others = (s.users_group.pk,)
    return OpenMediation(organisation_id=s.branch.pk, other_ids=others, subject="A day", text="Let us talk.")


def _in_branch(s: Scene) -> dict[str, Any]:
    return {"mediation_id": room.mediation(s).pk, "organisation_id": s.branch.pk}


def _talk(s: Scene) -> dict[str, Any]:
    return {"mediation_id": room.mediation(s).pk}


def _mediated(s: Scene) -> dict[str, Any]:
    return {"mediation_id": room.mediated(s).pk}


COMMANDS: dict[str, CommandCase] = {
    "OpenMediation": CommandCase(_open, REP),
    "NameMediator": CommandCase(lambda s, _a: NameMediator(**_in_branch(s), email="una@example.org"), REP),
    "AgreeToMediator": CommandCase(lambda s, _a: AgreeToMediator(**_in_branch(s)), REP),
    "AnswerAsMediator": CommandCase(lambda s, _a: AnswerAsMediator(**_talk(s), accept=True), SAM),
    "WriteInMediation": CommandCase(lambda s, _a: WriteInMediation(**_in_branch(s), text="On Monday?"), REP),
    "CloseMediation": CommandCase(lambda s, _a: CloseMediation(**_mediated(s), outcome="Monday."), PARTIES | SAM),
}

PAGES: dict[str, PageCase] = {
    "assemblies:mediations": PageCase(EVERYBODY),
    "assemblies:open_mediation": PageCase(OFFICERS),
    "assemblies:mediation": PageCase(PARTIES | SAM, _mediated),
    "assemblies:name_mediator": PageCase(PARTIES, _talk),
    "assemblies:agree_to_mediator": PageCase(REP, _in_branch, method="post"),
    "assemblies:answer_as_mediator": PageCase(SAM, _talk, method="post", data=lambda _s: {"do": "accept"}),
    "assemblies:close_mediation": PageCase(PARTIES | SAM, _mediated),
}
