"""Readable addresses for rows."""

from __future__ import annotations

from django.db.models import Model
from django.utils.text import slugify

LONGEST = 60


def free_slug(model: type[Model], name: str) -> str:
    """A slug made from ``name`` that no row of ``model`` has yet: ``save-it``, then ``save-it-2``."""
    root = slugify(name)[:LONGEST].strip("-") or "untitled"
    taken = set(model._default_manager.filter(slug__startswith=root).values_list("slug", flat=True))
    candidates = (root if number == 1 else f"{root}-{number}" for number in range(1, len(taken) + 2))
    return next(slug for slug in candidates if slug not in taken)
