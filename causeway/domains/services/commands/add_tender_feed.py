"""Add a feed of tender notices."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Alliance
from causeway.domains.services.filled_in import short_text
from causeway.domains.services.models import TenderFeed
from causeway.domains.services.policies.tenders import may_take_in_tenders
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid

MOST_FEEDS = 20


@dataclass(frozen=True, kw_only=True)
class AddTenderFeed(Command[TenderFeed]):
    """Read a feed every night. ``{since}`` in its address stands for the day up to which it was read."""

    alliance_id: UUID
    name: str
    url: str
    buyers: tuple[str, ...] = ()
    cpv: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@performs(
    AddTenderFeed,
    policy=may_take_in_tenders,
    says="added the feed of tender notices “{feed}”",
    finds=locked(Alliance, "alliance_id"),
)
def add_tender_feed(_actor: Actor, command: AddTenderFeed, alliance: Alliance) -> Done[TenderFeed]:
    url = command.url.strip()
    if urlsplit(url).scheme != "https" or not urlsplit(url).hostname or len(url) > 500 or re.search(r"\s", url):
        raise Invalid(url=_("Give an address that begins with https://."))
    codes = tuple(code.strip() for code in command.cpv if code.strip())
    if any(not re.fullmatch(r"\d{2,8}", code) for code in codes):
        raise Invalid(cpv=_("A CPV code is two to eight figures, for example 85 or 85300000."))
    feeds = TenderFeed.objects.filter(alliance=alliance)
    if feeds.filter(url=url).exists():
        raise Conflict(_("This alliance reads that address already."))
    if feeds.count() >= MOST_FEEDS:
        raise Conflict(_("An alliance reads 20 feeds at most. Remove one first."))
    feed = TenderFeed.objects.create(
        alliance=alliance,
        name=short_text("name", command.name)[:120],
        url=url,
        buyers=_listed(command.buyers),
        cpv=list(codes[:50]),
        places=_listed(command.places),
    )
    return Done(feed, scope=alliance.pk, about=feed.pk, named={"feed": feed.name})


def _listed(words: tuple[str, ...]) -> list[str]:
    return [word.strip()[:120] for word in words if word.strip()][:50]
