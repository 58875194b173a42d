"""The directories of alliances and organisations, with search, and the tree of alliances."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.core.paginator import Page
from django.db.models import Count, F, Model, OuterRef, QuerySet, Subquery, Window
from django.db.models.functions import Coalesce, RowNumber

from causeway.domains.alliances.models import Affiliation, Alliance, Organisation
from causeway.domains.alliances.standing import all_alliances
from causeway.kernel.paging import Paginator

Row = TypeVar("Row", bound=Model)

ON_A_PAGE = 24
LEAVES = 12
BRANCHES = 200


def alliances_page(*, words: str = "", level: str = "", under: str = "", number: str | int = 1) -> Page[Alliance]:
    """One page of the directory of alliances, by name; ``under`` is the slug of the larger alliance."""
    rows = matching(all_alliances(), words)
    if level in Alliance.Level.values:
        rows = rows.filter(level=level)
    if under:
        rows = rows.filter(parent__slug=under)
    count = (
        Affiliation.objects.filter(alliance=OuterRef("pk"), until=None)
        .order_by()
        .values("alliance")
        .annotate(number=Count("pk"))
        .values("number")
    )
    ready = rows.select_related("parent").annotate(organisation_count=Coalesce(Subquery(count), 0))
    page: Page[Any] = Paginator(ready.order_by("name", "id"), ON_A_PAGE).get_page(number)
    return page


def organisations_page(*, words: str = "", kind: str = "", number: str | int = 1) -> Page[Organisation]:
    """One page of the directory of organisations, by name."""
    rows = matching(Organisation.objects.all(), words)
    if kind in Organisation.Kind.values:
        rows = rows.filter(kind=kind)
    return Paginator(rows.order_by("name", "id"), ON_A_PAGE).get_page(number)


def matching(rows: QuerySet[Row], words: str) -> QuerySet[Row]:
    """Rows whose name or area holds every word, or begins of words, of ``words``."""
    roots = re.findall(r"\w+", words.lower())[:8]
    if not roots:
        return rows
    query = SearchQuery(" & ".join(f"{root}:*" for root in roots), config="simple", search_type="raw")
    found: QuerySet[Any] = rows.annotate(in_words=SearchVector("name", "area", config="simple"))
    return found.filter(in_words=query)


@dataclass
class Branch:
    """An alliance in the tree with those under it; ``more`` counts what is not drawn."""

    alliance: Alliance
    branches: list[Branch] = field(default_factory=list)
    more: int = 0


@dataclass(frozen=True)
class Tree:
    """The tree: its roots, and how many local alliances stand under no other."""

    roots: list[Branch]
    alone: int


def tree() -> Tree:
    """National and regional alliances, each with the first local ones under it, in four queries however many."""
    large = list(all_alliances().exclude(level=Alliance.Level.LOCAL).order_by("-level", "name")[: BRANCHES * 2])
    branches = {alliance.pk: Branch(alliance) for alliance in large}
    local = all_alliances().filter(level=Alliance.Level.LOCAL)
    place = Window(RowNumber(), partition_by=[F("parent_id")], order_by=[F("name").asc(), F("id").asc()])
    leaves = local.filter(parent__in=branches).annotate(place=place).filter(place__lte=LEAVES).order_by("name", "id")
    for leaf in leaves:
        _put(branches, leaf, Branch(leaf))
    for parent_id, number in local.filter(parent__in=branches).order_by().values_list("parent").annotate(Count("pk")):
        branches[parent_id].more = max(0, number - LEAVES)
    for alliance in sorted(large, key=lambda row: row.name):
        _put(branches, alliance, branches[alliance.pk])
    roots = [branch for branch in branches.values() if branch.alliance.parent_id not in branches]
    order = {Alliance.Level.NATIONAL: 0, Alliance.Level.REGIONAL: 1}
    roots.sort(key=lambda branch: (order[Alliance.Level(branch.alliance.level)], branch.alliance.name))
    return Tree(roots, alone=local.filter(parent=None).count())


def _put(branches: dict[UUID, Branch], alliance: Alliance, branch: Branch) -> None:
    if alliance.parent_id in branches:
        branches[alliance.parent_id].branches.append(branch)


def find_organisations(words: str, *, limit: int = 20) -> list[Organisation]:
    """The organisations that a few words find, for choosing one; none without words."""
    return list(matching(Organisation.objects.all(), words)[:limit]) if words.strip() else []


def find_alliances(words: str, *, above: Alliance | None = None, limit: int = 20) -> list[Alliance]:
    """The alliances that a few words find, for choosing one; ``above`` leaves only those it could stand under."""
    if not words.strip():
        return []
    rows = matching(all_alliances(), words)
    if above is not None:
        lower = [Alliance.Level.LOCAL, *([Alliance.Level.REGIONAL] if above.level != Alliance.Level.LOCAL else [])]
        rows = rows.exclude(level__in=lower).exclude(pk=above.pk)
    return list(rows[:limit])
