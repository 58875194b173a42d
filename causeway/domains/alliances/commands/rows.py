"""Storing rows: what does not fit a row's fields is told in sentences, before the database sees it."""

from __future__ import annotations

from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import BinaryField, Field, Model

from causeway.kernel.errors import Invalid

Row = TypeVar("Row", bound=Model)


def store(row: Row) -> Row:
    """Check the row's own fields (lengths, choices, addresses), then save it. Raises Invalid by field."""
    unchecked = {field.name for field in row._meta.concrete_fields if _needs_no_check(row, field)}
    try:
        row.clean_fields(exclude=unchecked)
    except ValidationError as error:
        raise Invalid("", **error.message_dict) from None
    row.save()
    return row


def _needs_no_check(row: Model, field: Field[Any, Any]) -> bool:
    """What the database checks itself, sealed bytes, and what may be empty and is."""
    empty = field.null and field.value_from_object(row) is None
    return field.is_relation or isinstance(field, BinaryField) or empty
