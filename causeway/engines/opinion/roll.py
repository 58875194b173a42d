"""Who has voted, with a digest of what: proves that parts hold different people, and gives one digest for all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from causeway.engines.exact import BadInput, digest_of

if TYPE_CHECKING:
    from causeway.engines.opinion.votes import Labels, Votes


@dataclass(frozen=True, eq=False)
class Roll:
    """Labels of participants in canonical order, and for each the SHA-256 of what is theirs (people x 32 bytes)."""

    labels: Labels
    digests: npt.NDArray[np.uint8]

    def __add__(self, other: Roll) -> Roll:
        """Both in order; raises ``BadInput`` where somebody is in both."""
        labels = np.concatenate([self.labels, other.labels]) if _alike(self, other) else self.labels
        order = np.argsort(labels, kind="stable")
        labels = labels[order]
        twice = np.flatnonzero(labels[1:] == labels[:-1])
        if len(twice):
            raise BadInput(
                f"The votes of participant #{mark(labels[twice[0]])} are spread over several parts (and those of "
                f"{len(twice) - 1:,} more); a part must hold all votes of each of its people."
            )
        return Roll(labels, np.concatenate([self.digests, other.digests])[order])


def _alike(one: Roll, other: Roll) -> bool:
    if one.labels.dtype.kind != other.labels.dtype.kind:
        raise BadInput("Participants are numbers in one part and words in another; write them alike in all parts.")
    return True


def mark(label: object) -> str:
    """What a participant is called where their label must not be printed: the first 16 digits of its SHA-256."""
    return hashlib.sha256(str(label).encode()).hexdigest()[:16]


def roll(votes: Votes) -> Roll:
    """Each participant with a digest of their votes: of the places of statements, and of values. Linear in votes."""
    columns, values = votes.columns.astype("<i4").tobytes(), votes.values.tobytes()
    cuts = zip(votes.starts.tolist(), votes.starts[1:].tolist(), strict=False)
    return _listed(votes.participants, (columns[4 * first : 4 * last] + values[first:last] for first, last in cuts))


def _listed(labels: Labels, contents: Iterable[bytes]) -> Roll:
    """The length goes first, so that no two people with different votes give the same bytes."""
    each = (
        hashlib.sha256(b"%d\0%b%b" % (len(content), str(label).encode(), content)).digest()
        for label, content in zip(labels.tolist(), contents, strict=True)
    )
    return Roll(labels, np.frombuffer(b"".join(each), np.uint8).reshape(-1, 32))


def sealed(roll: Roll) -> str:
    """One digest for all that is on the roll."""
    return digest_of([b"causeway roll 1", np.ascontiguousarray(roll.digests).data])


def digest_of_votes(statements: Labels, people: str) -> str:
    """The digest of votes: of the statements, and of all people with theirs (``sealed``)."""
    labels = "\n".join(map(str, statements.tolist()))
    return digest_of([b"causeway votes 2", labels.encode(), people.encode()])
