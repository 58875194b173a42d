"""End an affiliation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from causeway.domains.alliances.commands.rows import store
from causeway.domains.alliances.models import Affiliation
from causeway.domains.alliances.policies import may_end_affiliation
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class EndAffiliation(Command[Affiliation]):
    """End an affiliation on a day that has come, with a reason; it stays in the history of both."""

    affiliation_id: int
    reason: str
    on: date | None = None


@performs(
    EndAffiliation,
    policy=may_end_affiliation,
    says="ended the affiliation of “{organisation}” to “{alliance}”",
    finds=locked(Affiliation, "affiliation_id"),
)
def end_affiliation(actor: Actor, command: EndAffiliation, affiliation: Affiliation) -> Done[Affiliation]:
    on = command.on or clock.today()
    if affiliation.until:
        raise Conflict(_("This affiliation has ended already."))
    if on > clock.today():
        raise Invalid(on=_("Enter today or a day before. Come back on the day if it ends later."))
    if on < affiliation.since:
        raise Invalid(on=_("An affiliation cannot end before it began."))
    if not command.reason.strip():
        raise Invalid(reason=_("Enter a reason. Both sides will read it."))
    affiliation.until = on
    affiliation.ended_by_id = signed_in(actor)
    affiliation.end_reason = command.reason.strip()
    store(affiliation)
    return Done(
        affiliation,
        scope=affiliation.alliance_id,
        about=affiliation.organisation_id,
        named={"organisation": affiliation.organisation.name, "alliance": affiliation.alliance.name},
    )
