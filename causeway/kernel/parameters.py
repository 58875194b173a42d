"""What a program may ask the API for: words, numbers and addresses that the database can be asked for as they are.

The API's description (OpenAPI) says the same bounds, and whatever lies outside them is answered with a sentence.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

WRITTEN = r"^[^\u0000]*$"  # no database text can hold NUL
LARGEST_PAGE = 1_000_000

Words = Annotated[str, Field(max_length=200, pattern=WRITTEN)]
"""Words to look for."""

Slug = Annotated[str, Field(min_length=1, max_length=120, pattern=r"^[-a-zA-Z0-9_]+$")]
"""The readable address of a row, as it stands in its page's address."""

PageNumber = Annotated[int, Field(ge=1, le=LARGEST_PAGE)]
"""Which page of a list, from 1."""

PageSize = Annotated[int, Field(ge=1, le=500)]
"""How many entries a page holds."""


def _written_out(given: Any) -> Any:
    """Only a moment that is written out: a bare number would be read as seconds since 1970."""
    if isinstance(given, str) and "T" not in given.upper():
        raise PydanticCustomError("datetime_parsing", "not written out")
    return given


def _in_utc(moment: datetime) -> datetime:
    """In UTC: the database takes fewer time zones than ISO 8601 can write."""
    if moment.tzinfo is None:
        return moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise PydanticCustomError("datetime_parsing", "before the year 1 or after 9999 in UTC") from None


Moment = Annotated[datetime, BeforeValidator(_written_out), AfterValidator(_in_utc)]
"""A date and time as ISO 8601 has it; in UTC where it names no zone."""
