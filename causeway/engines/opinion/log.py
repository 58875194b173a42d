"""A log of votes in parts, wherever these are: each part holds all votes of its people, all are on the same statements.

Only sums, labels of statements and a digest are fetched from the parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from causeway.engines.exact import BadInput
from causeway.engines.opinion.joining import on_all
from causeway.engines.opinion.roll import digest_of_votes, roll, sealed
from causeway.engines.opinion.running import Handle, Here, Part, Runner, each, gathered
from causeway.engines.opinion.votes import Flags, Labels, Votes


@dataclass(frozen=True)
class Extent:
    """``people`` in the log, ``voters`` among them with at least one vote, and ``votes``."""

    people: int
    voters: int
    votes: int

    def __add__(self, other: Extent) -> Extent:
        """Of both, who are different people."""
        return Extent(self.people + other.people, self.voters + other.voters, self.votes + other.votes)


@dataclass(frozen=True, eq=False)
class Log:
    """``parts`` are handles of ``Votes`` with the runner; ``digest`` is the same however the log is split."""

    runner: Runner
    parts: tuple[Handle, ...]
    statements: Labels
    extent: Extent
    digest: str

    @property
    def columns(self) -> list[Part]:
        """The parts as arguments of a function on votes."""
        return [(part,) for part in self.parts]

    def on(self, chosen: Flags) -> Log:
        """All people, on the chosen statements (one flag each)."""
        if chosen.all():
            return self
        parts = each(self.runner, Votes.on, self.columns, chosen)
        return _closed(self.runner, parts, self.statements[chosen])


def survey(parts: Sequence[Handle], runner: Runner | None = None) -> Log:
    """The log that these parts make; raises ``BadInput`` where somebody's votes are in more than one.

    The votes of a person who is in two parts cannot be put in order of time there: when both have a vote on the same
    statement, the part cannot know which is the last. So such parts are refused.
    """
    runner = runner or Here()
    parts = list(parts)
    statements: Labels = runner.fetch(gathered(runner, statements_of, [(part,) for part in parts], merge=union))
    if len(parts) > 1:
        parts = each(runner, on_all, [(part,) for part in parts], statements)
    return _closed(runner, parts, statements)


def _closed(runner: Runner, parts: Sequence[Handle], statements: Labels) -> Log:
    columns = [(part,) for part in parts]
    people: str = runner.fetch(runner.run(sealed, gathered(runner, roll, columns)))
    extent: Extent = runner.fetch(gathered(runner, extent_of, columns))
    return Log(runner, tuple(parts), statements, extent, digest_of_votes(statements, people))


def extent_of(votes: Votes) -> Extent:
    """How large a part is."""
    return Extent(len(votes.participants), int((votes.seen > 0).sum()), len(votes))


def statements_of(votes: Votes) -> Labels:
    """The statements of a part."""
    return votes.statements


def union(first: Labels, second: Labels) -> Labels:
    """The statements of both in canonical order."""
    if first.dtype.kind != second.dtype.kind:
        raise BadInput("Statements are numbers in one part and words in another; write them alike in all parts.")
    return np.union1d(first, second)
