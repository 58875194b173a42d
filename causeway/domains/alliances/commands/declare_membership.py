"""Declare how many members an organisation has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Affiliation, Declaration
from causeway.domains.alliances.policies import may_declare_membership
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid

MOST_MEMBERS = 10_000_000


@dataclass(frozen=True, kw_only=True)
class DeclareMembership(Command[Declaration]):
    """Declare to an alliance how many members one's organisation has, as of a day; earlier figures stay on record."""

    affiliation_id: int
    members: int
    declared_on: date | None = None


@performs(
    DeclareMembership,
    policy=may_declare_membership,
    says="declared {members} members of “{organisation}” to “{alliance}”",
    finds=locked(Affiliation, "affiliation_id"),
)
def declare_membership(actor: Actor, command: DeclareMembership, affiliation: Affiliation) -> Done[Declaration]:
    if affiliation.until:
        raise Conflict(_("This affiliation has ended."))
    on = command.declared_on or clock.today()
    if on > clock.today():
        raise Invalid(declared_on=_("A figure cannot be of a day that is still to come."))
    if not 1 <= command.members <= MOST_MEMBERS:
        raise Invalid(members=_("Enter a number of members between 1 and 10,000,000."))
    declaration = Declaration.objects.create(
        affiliation=affiliation, members=command.members, declared_on=on, declared_by_id=signed_in(actor)
    )
    return Done(
        declaration,
        scope=affiliation.alliance_id,
        about=affiliation.organisation_id,
        named={
            "members": f"{command.members:,}",
            "organisation": affiliation.organisation.name,
            "alliance": affiliation.alliance.name,
        },
    )
