"""Agree to keep a tip-off longer."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.models import TipOff
from causeway.domains.services.policies.tipoffs import may_agree_to_longer_keeping
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class AgreeToLongerKeeping(Command[None]):
    """Agree to the day that another handler proposed."""

    tip_off_id: UUID


@performs(
    AgreeToLongerKeeping,
    policy=may_agree_to_longer_keeping,
    says="agreed to keep a tip-off longer",
    finds=locked(TipOff, "tip_off_id"),
    to_the_day=True,
)
def agree_to_longer_keeping(_actor: Actor, _command: AgreeToLongerKeeping, tip_off: TipOff) -> Done[None]:
    if tip_off.longer_until is None:
        raise Conflict(_("Nobody has proposed to keep this longer, or it was agreed to already."))
    tip_off.keep_until = tip_off.longer_until
    tip_off.longer_until = tip_off.longer_proposed_by = None
    tip_off.save(update_fields=["keep_until", "longer_until", "longer_proposed_by"])
    return Done(None, scope=tip_off.alliance_id)
