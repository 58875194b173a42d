"""Choosing rows in a form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Model


def choose(field: forms.Field, rows: Iterable[Model], none: Any = None) -> None:
    """Let the field choose among these rows; ``none``: the words for choosing none of them."""
    assert isinstance(field, forms.ChoiceField)  # noqa: S101
    choices = [(str(row.pk), str(row)) for row in rows]
    field.choices = choices if none is None else [("", none), *choices]


def key_of(chosen: str) -> UUID | None:
    """The key that was chosen, or None."""
    return UUID(chosen) if chosen else None


def keys_of(chosen: Iterable[str]) -> tuple[UUID, ...]:
    """The keys that were chosen."""
    return tuple(UUID(one) for one in chosen)
