"""A conversation as it is kept: votes, the statements' text and moderation, and groups that somebody published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from causeway.engines.opinion.votes import Flags, Integers, Votes

Policy = Literal["open", "strict", "everything"]


@dataclass(frozen=True)
class Statement:
    """A statement. ``moderated`` is 1 (accepted), 0 (nobody has looked yet) or −1 (rejected), as Polis has it."""

    id: int | str
    text: str = ""
    moderated: int = 0
    author: str = ""
    written_ms: int | None = None


@dataclass(frozen=True, eq=False)
class Conversation:
    """Votes with what is known of their statements, aligned with ``votes.statements``.

    ``published`` has the group of each participant that the source published, from 0, or −1 for none; ``None`` where
    the source publishes no groups. ``blanks`` counts the statements that ``limited_to`` left out.
    ``summary`` is what Polis' summary file says (topic, url, …).
    """

    votes: Votes
    statements: tuple[Statement, ...]
    published: Integers | None = None
    blanks: int = 0
    summary: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, votes: Votes) -> Conversation:
        """Votes alone: statements without text, which nobody has moderated."""
        return cls(votes, tuple(Statement(label) for label in votes.statements.tolist()))

    def shown(self, policy: Policy = "open") -> Flags:
        """Which statements take part in the analysis (``taking_part``)."""
        return taking_part(self.statements, policy)

    def limited_to(self, policy: Policy) -> Conversation:
        """The conversation on those statements only."""
        chosen = self.shown(policy)
        statements = tuple(one for one, kept in zip(self.statements, chosen.tolist(), strict=True) if kept)
        left_out = self.blanks + len(self.statements) - len(statements)
        return Conversation(self.votes.on(chosen), statements, self.published, left_out, self.summary)


def taking_part(statements: Sequence[Statement], policy: Policy = "open") -> Flags:
    """Which statements take part in the analysis.

    ``open`` leaves out what was rejected; ``strict`` keeps only what was accepted; ``everything`` keeps all. The first
    two are Polis' settings (its “strict moderation”).
    """
    least = {"open": 0, "strict": 1, "everything": -1}[policy]
    return np.array([statement.moderated >= least for statement in statements], dtype=bool)
