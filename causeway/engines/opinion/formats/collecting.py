"""Collects the lines of a log in little memory, until all labels are known and the votes can be put in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from causeway.engines.exact import BadInput
from causeway.engines.opinion.formats.tables import MOST_PARTICIPANTS, MOST_STATEMENTS, MOST_VOTES
from causeway.engines.opinion.votes import Labels, Small, Votes, canonical, settle

Numbers = npt.NDArray[np.integer]


class Collector:
    """Takes votes part by part. Text labels are kept once, and their numbers in the log."""

    def __init__(self) -> None:
        self._participants: list[Numbers] = []
        self._statements: list[Numbers] = []
        self._votes: list[Small] = []
        self._times: list[Numbers] = []
        self._texts: tuple[dict[str, int], dict[str, int]] = ({}, {})
        self._timed = True
        self.count = 0

    def add(self, participants: Numbers, statements: Numbers, votes: Numbers, times: Numbers | None) -> None:
        """Take lines whose labels are whole numbers from 0."""
        self.count += len(votes)
        if self.count > MOST_VOTES:
            raise BadInput(f"There are more than {MOST_VOTES:,} votes; give the log in parts.")
        self._participants.append(_small(participants))
        self._statements.append(_small(statements))
        self._votes.append(votes.astype(np.int8))
        if times is None:
            self._timed = False
        else:
            self._times.append(times.astype(np.int64))

    def add_text(
        self, participants: Sequence[str], statements: Sequence[str], votes: Numbers, times: Numbers | None
    ) -> None:
        """Take lines whose labels are text; never together with ``add`` in one collector."""
        numbered = (
            np.array([known.setdefault(text, len(known)) for text in labels], dtype=np.int64)
            for known, labels in zip(self._texts, (participants, statements), strict=True)
        )
        self.add(next(numbered), next(numbered), votes, times)

    def votes(self, all_statements: Sequence[int] | Sequence[str] = ()) -> Votes:
        """All that was taken; the collector is empty afterwards."""
        if not self.count:
            raise BadInput("There are no votes in the file.")
        participants, row = self._canonical(self._participants, self._texts[0])
        if len(participants) > MOST_PARTICIPANTS:
            raise BadInput(f"There are more than {MOST_PARTICIPANTS:,} participants.")
        statements, column = self._canonical(self._statements, self._texts[1], all_statements)
        if len(statements) > MOST_STATEMENTS:
            raise BadInput(f"There are more than {MOST_STATEMENTS:,} statements.")
        times = _taken(self._times) if self._timed else None
        return settle(participants, statements, row, column, _taken(self._votes), times)

    def _canonical(
        self, parts: list[Numbers], texts: dict[str, int], more: Sequence[int] | Sequence[str] = ()
    ) -> tuple[Labels, npt.NDArray[np.int32]]:
        numbers = _taken(parts)
        if not texts:
            return canonical(numbers, more=more)
        labels, place = canonical(list(texts), more=more)
        return labels, place[numbers]


def _small(numbers: Numbers) -> Numbers:
    return numbers.astype(np.int32) if numbers.max(initial=0) < 1 << 31 else numbers.astype(np.int64)


def _taken(parts: list[npt.NDArray[Any]]) -> npt.NDArray[Any]:
    """All parts as one array; the list is emptied, so that both are not held at once for longer than needed."""
    whole = np.concatenate(parts)
    parts.clear()
    return whole
