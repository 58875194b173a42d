"""Delete signatures that nobody confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from causeway.domains.petitions.models import ServiceLetter, Signature
from causeway.domains.petitions.policies import only_a_job
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs

KEPT_DAYS = 14


@dataclass(frozen=True, kw_only=True)
class ForgetUnconfirmed(Command[int]):
    """Delete forms that were not confirmed within 14 days, and yesterday's log of letters; returns how many forms."""


@performs(ForgetUnconfirmed, policy=only_a_job, says="deleted {signatures} signatures that nobody confirmed")
def forget_unconfirmed(_actor: Actor, _command: ForgetUnconfirmed, _subject: Any) -> Done[int]:
    now = clock.now()
    old = Signature.objects.filter(confirmed_at=None, signed_at__lt=now - timedelta(days=KEPT_DAYS))
    deleted, _each = old.delete()
    ServiceLetter.objects.filter(sent_at__lt=now - timedelta(days=1)).delete()
    return Done(deleted, named={"signatures": str(deleted)})
