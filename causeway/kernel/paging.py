"""Pages of long lists."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from django.core import paginator
from django.core.cache import cache
from django.core.paginator import Page
from django.db.models import QuerySet

if TYPE_CHECKING:
    _Paginator = paginator.Paginator[Any]
else:
    _Paginator = paginator.Paginator

LONG = 5_000
KEPT_SECONDS = 60


class Paginator(_Paginator):
    """A paginator whose pages are read when they are made, not while the template draws them."""

    def page(self, number: int | str) -> Page[Any]:
        page: Page[Any] = super().page(number)
        page.object_list = list(page.object_list)
        return page


class LongListPaginator(Paginator):
    """A paginator for lists that may be very long.

    To count a hundred thousand rows takes longer than to show a page of them, so the count of a list of ``LONG`` rows
    or more is kept for a minute; a shorter one is counted each time.
    """

    @cached_property
    def count(self) -> int:
        rows = cast("QuerySet[Any]", self.object_list)
        key = f"count of {rows.query}"
        known: int | None = cache.get(key)
        if known is None:
            known = rows.count()
            if known >= LONG:
                cache.set(key, known, KEPT_SECONDS)
        return known
