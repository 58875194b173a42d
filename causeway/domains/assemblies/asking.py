"""Which statement a voice is asked next: drawn by the chances that the worker computed, the same for one voice.

The drawing is that of ``causeway.engines.opinion.routing``, which needs numpy; a page must not wait for that. A test
holds the two to the same order.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

LEAST_CHANCE = 1e-9


@dataclass(frozen=True)
class Asked:
    """A statement that can be asked; ``value`` is what the voice thinks of it, None where it has not been asked."""

    id: UUID
    number: int
    text: str
    chance: float
    value: int | None


def next_of(statements: Iterable[Asked], *, conversation_id: UUID, voice_id: UUID) -> Asked | None:
    """The statement to ask next among those not voted on: the largest ``u ** (1 / chance)``, ``u`` drawn for each from
    the conversation, the voice and the statement. None where all were asked."""
    open_ones = (one for one in statements if one.value is None)
    return max(open_ones, key=lambda one: (_key(one, conversation_id, voice_id), -one.number), default=None)


def _key(one: Asked, conversation_id: UUID, voice_id: UUID) -> float:
    text = f"causeway next statement 1\n{conversation_id}\n{voice_id}\n{one.id}"
    lot = (int.from_bytes(hashlib.sha256(text.encode()).digest()[:6], "big") + 0.5) / 2**48
    return math.log(lot) / max(one.chance, LEAST_CHANCE)
