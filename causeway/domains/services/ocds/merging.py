"""Laying the releases of one procurement over one another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from causeway.domains.services.ocds.releases import EARLIEST

Dated = tuple[datetime | None, str, dict[str, Any]]


def merge(releases: Iterable[Dated]) -> dict[str, Any]:
    """The state after all releases (date, id, fields): in the order of their dates, a later word replaces an earlier.

    A release without a date stands below all that have one; equal dates are taken in the order of their ids, so that
    the outcome does not depend on the order in which they came in. What a later release does not say stays as it was.
    """
    merged: dict[str, Any] = {}
    for _moment, _release_id, fields in sorted(releases, key=lambda one: (one[0] or EARLIEST, one[1])):
        merged.update(fields)
    return merged
