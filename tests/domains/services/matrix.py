"""Who may do what in this room."""

from __future__ import annotations

from causeway.domains.services.commands.close_service import CloseService
from causeway.domains.services.commands.close_threat import CloseThreat
from causeway.domains.services.commands.correct_public_body import CorrectPublicBody
from causeway.domains.services.commands.correct_service import CorrectService
from causeway.domains.services.commands.correct_threat import CorrectThreat
from causeway.domains.services.commands.merge_public_bodies import MergePublicBodies
from causeway.domains.services.commands.move_dates import MoveDates
from causeway.domains.services.commands.publish_threat import PublishThreat
from causeway.domains.services.commands.record_threat import RecordThreat
from causeway.domains.services.commands.register_public_body import RegisterPublicBody
from causeway.domains.services.commands.register_service import RegisterService
from causeway.domains.services.commands.reopen_service import ReopenService
from causeway.domains.services.commands.reopen_threat import ReopenThreat
from causeway.domains.services.commands.weigh_evidence import WeighEvidence
from causeway.domains.services.commands.withdraw_threat import WithdrawThreat
from tests.domains.services import tip_off_matrix
from tests.domains.services.scene import centre, council, public_threat, threat
from tests.matrix import ApiCase, CommandCase, PageCase

COORDINATOR = frozenset({"coordinator"})
COORDINATORS = frozenset({"coordinator", "outsider"})

COMMANDS: dict[str, CommandCase] = {
    "RegisterPublicBody": CommandCase(lambda _s, _a: RegisterPublicBody(name="Northmarsh Trust"), COORDINATORS),
    "CorrectPublicBody": CommandCase(
        lambda s, _a: CorrectPublicBody(body_id=council(s).pk, name="Westbury Borough Council", kind="council"),
        COORDINATORS,
    ),
    "MergePublicBodies": CommandCase(
        lambda s, _a: MergePublicBodies(duplicate_id=council(s).pk, stays_id=council(s).pk), COORDINATORS
    ),
    "RegisterService": CommandCase(
        lambda s, _a: RegisterService(alliance_id=s.westbury.pk, name="Westbury Library"), COORDINATOR
    ),
    "CorrectService": CommandCase(lambda s, _a: CorrectService(service_id=centre(s).pk, name="Rowan"), COORDINATOR),
    "CloseService": CommandCase(lambda s, _a: CloseService(service_id=centre(s).pk), COORDINATOR),
    "ReopenService": CommandCase(lambda s, _a: ReopenService(service_id=centre(s).pk), COORDINATOR),
    "RecordThreat": CommandCase(
        lambda s, _a: RecordThreat(service_id=centre(s).pk, kind="closure", title="It is to close"), COORDINATOR
    ),
    "CorrectThreat": CommandCase(
        lambda s, _a: CorrectThreat(threat_id=threat(s).pk, kind="closure", title="It may close"), COORDINATOR
    ),
    "MoveDates": CommandCase(lambda s, _a: MoveDates(threat_id=threat(s).pk, source="Agenda"), COORDINATOR),
    "WeighEvidence": CommandCase(
        lambda s, _a: WeighEvidence(threat_id=threat(s).pk, confidence="confirmed", source="Minutes"), COORDINATOR
    ),
    "PublishThreat": CommandCase(lambda s, _a: PublishThreat(threat_id=threat(s).pk), COORDINATOR),
    "WithdrawThreat": CommandCase(
        lambda s, _a: WithdrawThreat(threat_id=public_threat(s).pk, why="It was a mistake"), COORDINATOR
    ),
    "CloseThreat": CommandCase(lambda s, _a: CloseThreat(threat_id=threat(s).pk, outcome="stopped"), COORDINATOR),
    "ReopenThreat": CommandCase(lambda s, _a: ReopenThreat(threat_id=threat(s).pk), COORDINATOR),
}
PAGES: dict[str, PageCase] = {}
API: dict[str, ApiCase] = {}

COMMANDS |= tip_off_matrix.COMMANDS
PAGES |= tip_off_matrix.PAGES
