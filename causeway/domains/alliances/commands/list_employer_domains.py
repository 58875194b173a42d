"""List the e-mail domains of employers, over which members are warned."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.events import EmployerDomainsListed
from causeway.domains.alliances.models import Alliance
from causeway.domains.alliances.policies import may_keep_page
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Invalid

A_DOMAIN = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
MOST_DOMAINS = 200


@dataclass(frozen=True, kw_only=True)
class ListEmployerDomains(Command[Alliance]):
    """Set the list of employers' e-mail domains of an alliance; whoever signs up with one is warned."""

    alliance_id: UUID
    domains: tuple[str, ...]


@performs(
    ListEmployerDomains,
    policy=may_keep_page,
    says="listed {number} e-mail domains of employers for “{alliance}”",
    finds=locked(Alliance, "alliance_id"),
)
def list_employer_domains(_actor: Actor, command: ListEmployerDomains, alliance: Alliance) -> Done[Alliance]:
    domains = sorted({domain.strip().lower().lstrip("@") for domain in command.domains if domain.strip()})
    wrong = [domain for domain in domains if not A_DOMAIN.fullmatch(domain)]
    if wrong:
        raise Invalid(domains=_("“%(domain)s” is not a domain. Write it like nhs.uk.") % {"domain": wrong[0][:80]})
    if len(domains) > MOST_DOMAINS:
        raise Invalid(domains=_("The list can hold 200 domains at most."))
    alliance.employer_domains = domains
    alliance.save(update_fields=["employer_domains"])
    named = {"alliance": alliance.name, "number": str(len(domains))}
    listed = [EmployerDomainsListed(alliance_id=alliance.pk)]
    return Done(alliance, events=listed, scope=alliance.pk, about=alliance.pk, named=named)
