"""Checks of what is filled in, shared by this room's commands: each returns the value, tidied, or raises Invalid."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db.models import TextChoices
from django.utils.translation import gettext as _

from causeway.domains.services.models import Service, Threat
from causeway.domains.services.queries import visible_services, visible_threats
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.errors import Invalid

EARLIEST = date(1900, 1, 1)
LATEST_YEARS = 50
MAX_LINKS = 10

_https = URLValidator(schemes=["https"])


def some_text(text: str, field: str, *, longest: int, needed: bool = True) -> str:
    """``text`` without spaces around it and without null bytes, at most ``longest`` characters."""
    text = text.replace("\0", "").strip()
    if needed and not text:
        raise Invalid(**{field: _("Fill this in.")})
    if len(text) > longest:
        sentence = _("Use at most %(longest)s characters; this has %(length)s.")
        raise Invalid(**{field: sentence % {"longest": longest, "length": len(text)}})
    return text


def a_day(day: date, field: str, *, not_future: bool = False, not_before: date | None = None) -> date:
    """``day``, where it lies within living memory, and not in the future or too early where that is asked."""
    if not day >= EARLIEST or day.year > clock.today().year + LATEST_YEARS:
        raise Invalid(**{field: _("Check the year of this date.")})
    if not_future and day > clock.today():
        raise Invalid(**{field: _("This date is in the future. Record what has happened.")})
    if not_before and day < not_before:
        raise Invalid(**{field: _("This cannot end before it begins.")})
    return day


def https_link(link: str, field: str) -> str:
    """A link that begins with https://, or nothing."""
    link = link.strip()
    if not link:
        return ""
    try:
        _https(link)
    except ValidationError:
        raise Invalid(**{field: _("Give the whole link, beginning with https://.")}) from None
    if len(link) > 200:
        raise Invalid(**{field: _("This link is too long. Use one of at most 200 characters.")})
    if "@" in urlsplit(link).netloc:
        raise Invalid(**{field: _("Give a link without a user name in it.")})
    return link


def https_links(links: Iterable[str], field: str) -> list[str]:
    """At most ten links, each once."""
    kept = list(dict.fromkeys(filter(None, (https_link(link, field) for link in links))))
    if len(kept) > MAX_LINKS:
        raise Invalid(**{field: _("Give at most ten links.")})
    return kept


def services_and_threats(
    actor: Actor, service_ids: Iterable[UUID], threat_ids: Iterable[UUID]
) -> tuple[list[Service], list[Threat]]:
    """The services and threats of a campaign, as far as ``actor`` sees them; a threat brings its service along."""
    threats = list(visible_threats(actor).filter(pk__in=list(threat_ids), withdrawn_on=None).select_related("service"))
    wanted = {*service_ids, *(threat.service_id for threat in threats)}
    services = list(visible_services(actor).filter(pk__in=wanted))
    if len(threats) < len(set(threat_ids)):
        raise Invalid(threats=_("One of these threats is not there any more. Choose again."))
    if len(services) < len(wanted):
        raise Invalid(services=_("One of these services is not there any more. Choose again."))
    return services, threats


def a_choice(value: str, field: str, choices: type[TextChoices]) -> str:
    """``value``, where it is one of the choices."""
    if value not in choices.values:
        raise Invalid(**{field: _("Choose one of the answers.")})
    return value
