"""The rows of this room."""

from causeway.domains.alliances.models.belonging import (
    Affiliation,
    AffiliationProposal,
    Declaration,
    Membership,
    MembershipRequest,
)
from causeway.domains.alliances.models.bodies import Alliance, Organisation, Placement, Section, Strand
from causeway.domains.alliances.models.meetings import (
    AgendaItem,
    Attendance,
    CalendarKey,
    Meeting,
    MeetingAction,
    MeetingReply,
)
from causeway.domains.alliances.models.offices import Office, OfficeOffer, Term

__all__ = [
    "Affiliation",
    "AffiliationProposal",
    "AgendaItem",
    "Alliance",
    "Attendance",
    "CalendarKey",
    "Declaration",
    "Meeting",
    "MeetingAction",
    "MeetingReply",
    "Membership",
    "MembershipRequest",
    "Office",
    "OfficeOffer",
    "Organisation",
    "Placement",
    "Section",
    "Strand",
    "Term",
]
