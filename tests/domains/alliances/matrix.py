"""Who may do what in alliances and organisations."""

from __future__ import annotations

from causeway.domains.alliances.commands.affiliate_organisation import AffiliateOrganisation
from causeway.domains.alliances.commands.appoint_to_office import AppointToOffice
from causeway.domains.alliances.commands.found_alliance import FoundAlliance
from causeway.domains.alliances.commands.join_organisation import JoinOrganisation
from causeway.domains.alliances.commands.register_organisation import RegisterOrganisation
from causeway.domains.alliances.models import Office, Organisation, Section
from tests.matrix import SIGNED_IN, ApiCase, CommandCase, PageCase

COMMANDS: dict[str, CommandCase] = {
    "FoundAlliance": CommandCase(lambda _s, _a: FoundAlliance(name="Northmarsh"), SIGNED_IN),
    "RegisterOrganisation": CommandCase(
        lambda _s, _a: RegisterOrganisation(name="Friends", kind=Organisation.Kind.COMMUNITY),
        SIGNED_IN,
    ),
    "AffiliateOrganisation": CommandCase(
        lambda s, _a: AffiliateOrganisation(
            alliance_id=s.westbury.pk, organisation_id=s.eastmoor_group.pk, section=Section.USERS
        ),
        frozenset({"coordinator"}),
    ),
    "JoinOrganisation": CommandCase(lambda s, _a: JoinOrganisation(organisation_id=s.branch.pk), SIGNED_IN),
    "AppointToOffice": CommandCase(
        lambda s, _a: AppointToOffice(
            body_id=s.westbury.pk,
            person_id=s.people["stranger"].pk,
            title="Second coordinator",
            role=Office.Role.COORDINATOR,
        ),
        frozenset({"coordinator"}),
    ),
}
PAGES: dict[str, PageCase] = {}
API: dict[str, ApiCase] = {}
