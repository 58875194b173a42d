"""Storing rows: what does not fit a row's fields is told in sentences, before the database sees it."""

from __future__ import annotations

from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db.models import BinaryField, Model

from causeway.kernel.errors import Invalid

Row = TypeVar("Row", bound=Model)


def store(row: Row) -> Row:
    """Check the row's own fields (lengths, choices, addresses), then save it. Raises Invalid by field."""
    fields = row._meta.concrete_fields
    unchecked = {field.name for field in fields if field.is_relation or isinstance(field, BinaryField)}
    try:
        row.clean_fields(exclude=unchecked)
    except ValidationError as error:
        raise Invalid("", **error.message_dict) from None
    row.save()
    return row
