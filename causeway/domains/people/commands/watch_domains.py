"""Keep an alliance's list of employers' e-mail domains."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.people.models import WatchedDomain
from causeway.domains.people.policies import only_the_system
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid

DOMAIN = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
MOST = 500


@dataclass(frozen=True, kw_only=True)
class WatchDomains(Command[int]):
    """Replace the list of one alliance (``scope``) by ``domains``; returns how many there are now.

    The alliances' room calls it as the platform, after its own policy has let the coordinator in.
    """

    scope: UUID
    domains: Sequence[str]


@performs(WatchDomains, policy=only_the_system, says="stored the employers’ e-mail domains")
def watch_domains(_actor: Actor, command: WatchDomains, _subject: Any) -> Done[int]:
    wanted = {domain.strip().lower().lstrip("@").rstrip(".") for domain in command.domains} - {""}
    if len(wanted) > MOST:
        raise Invalid(domains=_("List 500 domains or fewer."))
    for domain in sorted(wanted):
        if not DOMAIN.fullmatch(domain):
            raise Invalid(domains=_("“%(domain)s” is not an e-mail domain.") % {"domain": domain[:80]})
    WatchedDomain.objects.filter(scope=command.scope).exclude(domain__in=wanted).delete()
    WatchedDomain.objects.bulk_create(
        [WatchedDomain(scope=command.scope, domain=domain) for domain in sorted(wanted)], ignore_conflicts=True
    )
    return Done(len(wanted), scope=command.scope)
