"""Votes put together: of different people, or of the same with later ones; all on the statements of all."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from causeway.engines.opinion.votes import Labels, Votes, canonical, places, settle


def overlaid(earlier: Votes, later: Votes) -> Votes:
    """The votes of both; where both have one, the later."""
    people, row = canonical(_joined(earlier.participants, later.participants))
    statements, column = canonical(_joined(earlier.statements, later.statements))
    rows, columns = earlier.shape
    return settle(
        people,
        statements,
        np.concatenate([row[:rows][earlier.rows()], row[rows:][later.rows()]]),
        np.concatenate([column[:columns][earlier.columns], column[columns:][later.columns]]),
        np.concatenate([earlier.values, later.values]),
        None,
    )


def _joined(first: Labels, second: Labels) -> Labels:
    return np.concatenate([alike(first, second), alike(second, first)])


def alike(labels: Labels, others: Labels) -> Labels:
    """The labels as text where the others are text."""
    return labels.astype(np.str_) if others.dtype.kind == "U" else labels


def relabelled(votes: Votes, wider: Votes) -> Votes:
    """The votes on the statements of ``wider``, among which are theirs, and with its kind of labels."""
    return replace(on_all(votes, wider.statements), participants=alike(votes.participants, wider.participants))


def on_all(votes: Votes, statements: Labels) -> Votes:
    """The votes among these statements, of which theirs are some."""
    if statements.dtype.kind == votes.statements.dtype.kind and len(statements) == len(votes.statements):
        return votes
    place = places(statements, alike(votes.statements, statements))
    return replace(votes, statements=statements, columns=place[votes.columns])
