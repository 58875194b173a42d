"""Search across the rooms: PostgreSQL full-text search over what the actor sees in each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.queries.directory import find_alliances, find_organisations
from causeway.domains.campaigns.queries import visible_campaigns
from causeway.domains.petitions.queries import visible_petitions
from causeway.domains.services.queries import visible_services, visible_threats
from causeway.kernel.actors import Actor

LONGEST = 200
MOST = 8


Find = Callable[[Actor, str, int], list[Any]]


@dataclass(frozen=True)
class Found:
    """What one room holds for the words: up to ``MOST`` rows, and the address where the rest is listed."""

    title: Promise
    rows: list[Any]
    more: str


def within(visible: Callable[[Actor], QuerySet[Any]], vector: Any) -> Find:
    """Find among the rows that the actor sees, by a text-search vector, best first."""

    def find(actor: Actor, words: str, limit: int) -> list[Any]:
        query = SearchQuery(words, config="english", search_type="websearch")
        ranked = visible(actor).annotate(words=vector, rank=SearchRank(vector, query))
        return list(ranked.filter(words=query).order_by("-rank", "pk")[:limit])

    return find


PLACES: tuple[tuple[Promise, Find, str], ...] = (
    (_("Campaigns"), within(visible_campaigns, F("search")), "campaigns:directory"),
    (
        _("Petitions and open letters"),
        within(visible_petitions, SearchVector("title", config="english")),
        "petitions:directory",
    ),
    (_("Services"), within(visible_services, F("search")), "services:register"),
    (_("Threats"), within(visible_threats, SearchVector("title", config="english")), "services:threats"),
    (_("Alliances"), lambda _actor, words, limit: find_alliances(words, limit=limit), "alliances:directory"),
    (
        _("Organisations"),
        lambda _actor, words, limit: find_organisations(words, limit=limit),
        "organisations:directory",
    ),
)


def search(actor: Actor, words: str) -> list[Found]:
    """What the actor may see that has these words, place by place; places without any are left out."""
    words = words.replace("\0", "").strip()[:LONGEST]
    if not words:
        return []
    found = [
        (title, find(actor, words, MOST + 1), f"{reverse(everything)}?{urlencode({'q': words})}")
        for title, find, everything in PLACES
    ]
    return [Found(title, rows[:MOST], more if len(rows) > MOST else "") for title, rows, more in found if rows]
