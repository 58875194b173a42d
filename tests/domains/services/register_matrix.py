"""Who may do what with the register and with threats."""

from __future__ import annotations

from causeway.domains.services.commands.close_service import CloseService
from causeway.domains.services.commands.close_threat import CloseThreat
from causeway.domains.services.commands.correct_law_fact import CorrectLawFact
from causeway.domains.services.commands.correct_public_body import CorrectPublicBody
from causeway.domains.services.commands.correct_service import CorrectService
from causeway.domains.services.commands.correct_threat import CorrectThreat
from causeway.domains.services.commands.merge_public_bodies import MergePublicBodies
from causeway.domains.services.commands.move_dates import MoveDates
from causeway.domains.services.commands.note_checklist_point import NoteChecklistPoint
from causeway.domains.services.commands.publish_threat import PublishThreat
from causeway.domains.services.commands.put_feed_aside import PutFeedAside
from causeway.domains.services.commands.read_received_feed import ReadReceivedFeed
from causeway.domains.services.commands.read_services_feed import ReadServicesFeed
from causeway.domains.services.commands.receive_services_feed import ReceiveServicesFeed
from causeway.domains.services.commands.record_threat import RecordThreat
from causeway.domains.services.commands.register_public_body import RegisterPublicBody
from causeway.domains.services.commands.register_service import RegisterService
from causeway.domains.services.commands.reopen_service import ReopenService
from causeway.domains.services.commands.reopen_threat import ReopenThreat
from causeway.domains.services.commands.say_who_runs_service import SayWhoRunsService
from causeway.domains.services.commands.take_in_services import TakeInServices
from causeway.domains.services.commands.weigh_evidence import WeighEvidence
from causeway.domains.services.commands.withdraw_threat import WithdrawThreat
from causeway.domains.services.openreferral.writing import as_place_id
from causeway.kernel.actors import System
from tests.domains.services.scene import (
    centre,
    closed_centre,
    council,
    ended_threat,
    feed,
    public_threat,
    reading,
    threat,
)
from tests.matrix import EVERYBODY, NOBODY, ApiCase, CommandCase, PageCase, fields

COORDINATOR = frozenset({"coordinator"})
COORDINATORS = frozenset({"coordinator", "outsider"})
STANDING = frozenset({"coordinator", "rep", "user", "user_officer", "handler_one", "handler_two"})

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
    "SayWhoRunsService": CommandCase(
        lambda s, _a: SayWhoRunsService(service_id=centre(s).pk, organisation_id=s.users_group.pk), COORDINATOR
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
    "NoteChecklistPoint": CommandCase(
        lambda s, _a: NoteChecklistPoint(threat_id=threat(s).pk, point="gunning-time", finding="unknown"), COORDINATOR
    ),
    "CorrectLawFact": CommandCase(
        lambda s, _a: CorrectLawFact(alliance_id=s.westbury.pk, fact="two-tier", says="In force.", source="An Act"),
        COORDINATOR,
    ),
    "ReadServicesFeed": CommandCase(
        lambda s, _a: ReadServicesFeed(alliance_id=s.westbury.pk, source="feed.json", raw=feed()),
        COORDINATOR,
        also=((lambda _s: System(reason="a test"), True),),
    ),
    "ReceiveServicesFeed": CommandCase(
        lambda s, _a: ReceiveServicesFeed(alliance_id=s.westbury.pk, source="feed.json", raw=feed()),
        COORDINATOR,
        also=((lambda _s: System(reason="a test"), True),),
    ),
    "ReadReceivedFeed": CommandCase(
        lambda s, _a: ReadReceivedFeed(reading_id=reading(s).pk),
        NOBODY,
        also=((lambda _s: System(reason="a test"), True),),
    ),
    "TakeInServices": CommandCase(
        lambda s, _a: TakeInServices(reading_id=reading(s).pk),
        COORDINATOR,
        also=((lambda _s: System(reason="a test"), True),),
    ),
    "PutFeedAside": CommandCase(
        lambda s, _a: PutFeedAside(reading_id=reading(s).pk),
        COORDINATOR,
        also=((lambda _s: System(reason="a test"), True),),
    ),
}
PAGES: dict[str, PageCase] = {
    "services:register": PageCase(EVERYBODY),
    "services:map": PageCase(EVERYBODY),
    "services:add_service": PageCase(COORDINATOR, lambda s: {"alliance": s.westbury.slug}),
    "services:imports": PageCase(COORDINATORS),
    "services:import_services": PageCase(COORDINATOR, lambda s: {"alliance": s.westbury.slug}),
    "services:import_preview": PageCase(COORDINATOR, lambda s: {"reading_id": reading(s).pk}),
    "services:take_in": PageCase(COORDINATOR, lambda s: {"reading_id": reading(s).pk}, method="post"),
    "services:put_aside": PageCase(COORDINATOR, lambda s: {"reading_id": reading(s).pk}, method="post"),
    "services:service": PageCase(EVERYBODY, lambda s: {"slug": centre(s).slug}),
    "services:who_runs": PageCase(COORDINATOR, lambda s: {"slug": centre(s).slug}),
    "services:correct_service": PageCase(COORDINATOR, lambda s: {"slug": centre(s).slug}),
    "services:close_service": PageCase(COORDINATOR, lambda s: {"slug": centre(s).slug}),
    "services:reopen_service": PageCase(COORDINATOR, lambda s: {"slug": closed_centre(s).slug}, method="post"),
    "services:record_threat": PageCase(COORDINATOR, lambda s: {"slug": centre(s).slug}),
    "services:bodies": PageCase(EVERYBODY),
    "services:add_body": PageCase(COORDINATORS),
    "services:body": PageCase(EVERYBODY, lambda s: {"slug": council(s).slug}),
    "services:correct_body": PageCase(COORDINATORS, lambda s: {"slug": council(s).slug}),
    "services:merge_body": PageCase(COORDINATORS, lambda s: {"slug": council(s).slug}),
    "services:threats": PageCase(EVERYBODY),
    "services:threats_calendar": PageCase(EVERYBODY),
    "services:threat": PageCase(STANDING, lambda s: {"slug": threat(s).slug}),
    "services:chronology": PageCase(STANDING, lambda s: {"slug": threat(s).slug}),
    "services:correct_threat": PageCase(COORDINATOR, lambda s: {"slug": threat(s).slug}),
    "services:move_dates": PageCase(COORDINATOR, lambda s: {"slug": threat(s).slug}),
    "services:weigh_evidence": PageCase(COORDINATOR, lambda s: {"slug": threat(s).slug}),
    "services:publish_threat": PageCase(COORDINATOR, lambda s: {"slug": threat(s).slug}),
    "services:withdraw_threat": PageCase(COORDINATOR, lambda s: {"slug": threat(s).slug}),
    "services:close_threat": PageCase(COORDINATOR, lambda s: {"slug": threat(s).slug}),
    "services:reopen_threat": PageCase(COORDINATOR, lambda s: {"slug": ended_threat(s).slug}, method="post"),
    "services:note_point": PageCase(COORDINATOR, lambda s: {"slug": threat(s).slug, "point": "gunning-time"}),
    "services:correct_law": PageCase(COORDINATOR, lambda s: {"slug": threat(s).slug, "fact": "two-tier"}),
}
ENVELOPE = frozenset(
    {"total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents"}
)
SERVICE = frozenset(
    {
        "id", "name", "description", "url", "status", "last_modified", "service_areas", "service_at_locations",
        "organization", "causeway",
    }
)  # fmt: skip

BODY = fields("id name description")
AREA = fields("id name")
LOCATION = fields("id location_type latitude longitude")
OURS = fields("external_id page reach status used_by website worked_in_by")
THREAT = fields("id title kind summary confidence source source_url page outcome closed_on clock")
CLOCK = fields("date days_left label suggested what")
PLACES = fields("id location")
LISTED = SERVICE - {"service_at_locations"}

API: dict[str, ApiCase] = {
    "oruk_stub": ApiCase(EVERYBODY, frozenset({"version", "profile", "openapi_url"})),
    "oruk_services": ApiCase(
        EVERYBODY,
        ENVELOPE,
        within={
            "contents[]": SERVICE,
            "contents[].organization": BODY,
            "contents[].causeway": OURS,
            "contents[].service_areas[]": AREA,
            "contents[].service_at_locations[]": PLACES,
            "contents[].service_at_locations[].location": LOCATION,
        },
    ),
    "oruk_service": ApiCase(
        EVERYBODY,
        SERVICE,
        lambda s: {"service_id": centre(s).pk},
        {
            "organization": BODY,
            "causeway": OURS | {"threats"},
            "causeway.threats[]": THREAT,
            "causeway.threats[].clock[]": CLOCK,
            "service_areas[]": AREA,
            "service_at_locations[]": PLACES,
            "service_at_locations[].location": LOCATION,
        },
    ),
    "oruk_organizations": ApiCase(EVERYBODY, ENVELOPE, within={"contents[]": BODY}),
    "oruk_organization": ApiCase(EVERYBODY, BODY, lambda s: {"body_id": council(s).pk}),
    "oruk_places": ApiCase(
        EVERYBODY,
        ENVELOPE,
        within={
            "contents[]": fields("id location service"),
            "contents[].location": LOCATION,
            "contents[].service": LISTED,
            "contents[].service.organization": BODY,
            "contents[].service.causeway": OURS,
            "contents[].service.service_areas[]": AREA,
        },
    ),
    "oruk_place": ApiCase(
        EVERYBODY,
        fields("id location service"),
        lambda s: {"place_id": as_place_id(centre(s).pk)},
        {
            "location": LOCATION,
            "service": LISTED,
            "service.organization": BODY,
            "service.causeway": OURS,
            "service.service_areas[]": AREA,
        },
    ),
    "threats": ApiCase(
        EVERYBODY,
        ENVELOPE,
        within={
            "contents[]": THREAT | {"alliance", "service"},
            "contents[].service": fields("id name area"),
            "contents[].clock[]": CLOCK,
        },
    ),
}
