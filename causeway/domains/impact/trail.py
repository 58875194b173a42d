"""What this room writes into a body's trail."""

from __future__ import annotations

from typing import Any, TypeVar

from causeway.domains.impact.models import ImpactCheck
from causeway.domains.impact.subjects import Subject, subject_at
from causeway.kernel.commands import Done

T = TypeVar("T")


def in_trail(check: ImpactCheck, value: T, subject: Subject | None = None, **named: Any) -> Done[T]:
    """A change of a check, in the trail of the body whose proposal or threat it is about."""
    about = subject or subject_at(check.kind, check.subject_id)
    named = {"subject": about.title, **named}
    return Done(value, scope=about.kind.trail(about.row), about=check.pk, named=named)
