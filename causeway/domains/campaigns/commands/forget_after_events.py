"""Delete what was given for an event only, once it has served."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from causeway.domains.campaigns.event_policies import is_the_system
from causeway.domains.campaigns.models import Asked, SignUp
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs

NEEDS_KEPT = timedelta(days=14)
VISITORS_KEPT = timedelta(days=60)
UNCONFIRMED_KEPT = timedelta(days=7)
ASKED_KEPT = timedelta(days=8)


@dataclass(frozen=True, kw_only=True)
class ForgetAfterEvents(Command[int]):
    """Access needs go 14 days after an event, visitors' sign-ups after 60 days, unconfirmed ones after 7 days.
    Returns how many rows were cleared."""


@performs(
    ForgetAfterEvents,
    policy=is_the_system,
    says="deleted access needs and addresses that had served",
)
def forget_after_events(_actor: Actor, _command: ForgetAfterEvents, _subject: Any) -> Done[int]:
    now = clock.now()
    old = SignUp.objects.filter(event__ends_at__lt=now - NEEDS_KEPT)
    needs = [sign_up for sign_up in old.iterator() if sign_up.access_needs]
    for sign_up in needs:
        sign_up.access_needs = ""
    SignUp.objects.bulk_update(needs, ["access_needs"], batch_size=500)
    visitors, _kinds = SignUp.objects.filter(person=None, event__ends_at__lt=now - VISITORS_KEPT).delete()
    unconfirmed, _kinds = SignUp.objects.filter(confirmed_at=None, made_at__lt=now - UNCONFIRMED_KEPT).delete()
    asked, _kinds = Asked.objects.filter(at__lt=now - ASKED_KEPT).delete()
    return Done(len(needs) + visitors + unconfirmed + asked)
