"""Pages of long lists: a short list is counted each time, a long one once a minute."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test.utils import CaptureQueriesContext

from causeway.domains.alliances.models import Organisation
from causeway.kernel import paging
from causeway.kernel.paging import LongListPaginator


def found(count: int) -> None:
    Organisation.objects.bulk_create(Organisation(name=f"Branch {n}", slug=f"branch-{n}") for n in range(count))


def page_count() -> int:
    return LongListPaginator(Organisation.objects.order_by("name"), 25).count


def test_a_short_list_is_counted_each_time(db: None) -> None:
    found(3)
    assert page_count() == 3
    Organisation.objects.all()[:1].get().delete()
    assert page_count() == 2


def test_a_long_list_is_counted_once_a_minute(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import connection

    monkeypatch.setattr(paging, "LONG", 30)
    cache.clear()
    found(30)
    assert page_count() == 30
    with CaptureQueriesContext(connection) as captured:
        assert page_count() == 30
    assert not [query for query in captured if "alliances_organisation" in query["sql"]]
    cache.clear()
