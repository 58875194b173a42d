"""Delete the tip-offs whose time has ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from causeway.domains.services.models import TipOff
from causeway.domains.services.policies.tipoffs import may_expire_tip_offs
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class ExpireTipOffs(Command[int]):
    """Delete every tip-off whose last day is past, with all that was sealed in it. Returns how many there were."""


@performs(
    ExpireTipOffs,
    policy=may_expire_tip_offs,
    says="deleted the tip-offs whose time had ended",
    to_the_day=True,
)
def expire_tip_offs(_actor: Actor, _command: ExpireTipOffs, _subject: Any) -> Done[int]:
    past = TipOff.objects.filter(keep_until__lt=clock.today())
    count = past.count()
    past.delete()
    return Done(count)
