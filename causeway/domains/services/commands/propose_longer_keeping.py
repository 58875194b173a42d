"""Propose to keep a tip-off longer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.models import TipOff
from causeway.domains.services.policies.tipoffs import may_handle_tip_off
from causeway.domains.services.threads import LONGEST_DAYS
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class ProposeLongerKeeping(Command[None]):
    """Name a later day for its deletion, at most a year after it came, for another handler to agree to."""

    tip_off_id: UUID
    until: date


@performs(
    ProposeLongerKeeping,
    policy=may_handle_tip_off,
    says="proposed to keep a tip-off longer",
    finds=locked(TipOff, "tip_off_id"),
    to_the_day=True,
)
def propose_longer_keeping(actor: Actor, command: ProposeLongerKeeping, tip_off: TipOff) -> Done[None]:
    if command.until <= tip_off.keep_until:
        raise Invalid(until=_("Choose a day after the one on which it would be deleted now."))
    if command.until > tip_off.received_on + timedelta(days=LONGEST_DAYS):
        raise Invalid(until=_("A tip-off is kept for a year at most. Choose an earlier day."))
    tip_off.longer_until, tip_off.longer_proposed_by_id = command.until, signed_in(actor)
    tip_off.save(update_fields=["longer_until", "longer_proposed_by"])
    return Done(None, scope=tip_off.alliance_id)
