"""The rows of this room, a file for each matter."""

from causeway.domains.people.models.accounts import Person, StaffMember, StaffSession
from causeway.domains.people.models.consent import Channel, Consent, Source, Suppression
from causeway.domains.people.models.leaving import Leaver
from causeway.domains.people.models.rights import RightsRequest
from causeway.domains.people.models.safety import WatchedDomain

__all__ = [
    "Channel",
    "Consent",
    "Leaver",
    "Person",
    "RightsRequest",
    "Source",
    "StaffMember",
    "StaffSession",
    "Suppression",
    "WatchedDomain",
]
