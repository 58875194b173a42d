"""The sections of “everything that we hold about you”. Higher rooms add theirs in ``project/held_data.py``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.functional import Promise

Held = list[dict[str, Any]]
Reader = Callable[[UUID, str], Held]


@dataclass(frozen=True)
class Section:
    """One part of the download: a lasting ``name`` for machines, a ``title`` for people, and what reads it."""

    name: str
    title: str | Promise
    read: Reader


_sections: list[Section] = []


def hold(sections: Sequence[Section]) -> None:
    """Called once at start, with the table of ``project/held_data.py``."""
    _sections[:] = sections


def everything_about(person_id: UUID, email: str) -> list[tuple[Section, Held]]:
    """What every room holds about one person."""
    return [(section, section.read(person_id, email)) for section in _sections]
