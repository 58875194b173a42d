"""Who acts. An actor is never ``None``: whoever is not signed in is a visitor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from causeway.kernel.errors import Refused


@dataclass(frozen=True)
class Visitor:
    """Somebody without an account, or not signed in."""


@dataclass(frozen=True)
class Member:
    """A person with an account, acting for themselves or, where ``organisation_id`` is given, for an organisation.

    That the person may act for the organisation is for the policy to ask: the actor only claims it.
    """

    person_id: UUID
    organisation_id: UUID | None = None


@dataclass(frozen=True)
class Bearer:
    """Whoever holds a secret that we gave out: a link in a letter, a return code, a key for the API.

    ``purpose`` says what it opens (``confirm-signature``), ``subject_id`` what it is about.
    """

    purpose: str
    subject_id: UUID


@dataclass(frozen=True)
class Staff:
    """One who runs the platform, in a session with a stated reason and an end, which the alliance can see.

    ``scope`` is the one body whose matters the session is about; None is the platform's own desk.
    """

    person_id: UUID
    session_id: UUID
    reason: str
    until: datetime
    scope: UUID | None = None


@dataclass(frozen=True)
class System:
    """The platform itself, in a job or a hand-over, with the reason why."""

    reason: str


Actor = Visitor | Member | Bearer | Staff | System


def signed_in(actor: Actor) -> UUID:
    """The person who acts; for commands whose policy lets only people with an account in. Raises Refused."""
    person_id = person_of(actor)
    if person_id is None:
        raise Refused("Sign in first.")
    return person_id


def person_of(actor: Actor) -> UUID | None:
    """The person behind the actor, if we know one."""
    return actor.person_id if isinstance(actor, Member | Staff) else None
