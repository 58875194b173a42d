"""Dismiss a tender notice."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.models import OfferedNotice
from causeway.domains.services.policies.tenders import may_decide_on_notice
from causeway.kernel import clock
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class DismissNotice(Command[None]):
    """Say that a notice is no concern of the alliance, and why; it can be put back."""

    offer_id: UUID
    why: str


@performs(
    DismissNotice,
    policy=may_decide_on_notice,
    says="dismissed the tender notice “{notice}”",
    finds=locked(OfferedNotice, "offer_id"),
)
def dismiss_notice(actor: Actor, command: DismissNotice, offer: OfferedNotice) -> Done[None]:
    if offer.threat_id:
        raise Conflict(_("This notice was taken up as a threat. Tend the threat instead."))
    if not command.why.strip():
        raise Invalid(why=_("Say in a few words why, so that others need not ask."))
    if len(command.why) > 300:
        raise Invalid(why=_("Keep the reason to 300 characters."))
    offer.state, offer.why_dismissed = OfferedNotice.State.DISMISSED, command.why.strip()
    offer.decided_by_id, offer.decided_at = person_of(actor), clock.now()
    offer.save()
    return Done(None, scope=offer.alliance_id, about=offer.pk, named={"notice": str(offer.notice)})
