"""What committees write into the trail of the body that elected them."""

from __future__ import annotations

from typing import Any, TypeVar

from causeway.domains.assemblies.bodies import body_of, kind_of
from causeway.domains.assemblies.models import Committee
from causeway.kernel.commands import Done
from causeway.kernel.events import Event

T = TypeVar("T")


def in_committees_trail(committee: Committee, value: T, *events: Event, **named: Any) -> Done[T]:
    """A change of a committee, in the trail of its body. It never says who."""
    named = {"committee": committee.name, **named}
    body = body_of(committee.election)
    return Done(value, events=events, scope=kind_of(body).trail(body), about=committee.pk, named=named)
