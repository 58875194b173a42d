"""The slow, obvious twin of the engine: dictionaries, dense matrices and loops."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from causeway.engines.opinion import Votes

Line = tuple[int, int, int, int]


def last_votes(log: Iterable[Line]) -> dict[tuple[int, int], int]:
    """The last vote in each cell, of (participant, statement, vote, time) lines: by time, then by place."""
    last: dict[tuple[int, int], tuple[int, int, int]] = {}
    for place, (participant, statement, vote, time) in enumerate(log):
        cell = participant, statement
        if cell not in last or (time, place) >= last[cell][:2]:
            last[cell] = time, place, vote
    return {cell: vote for cell, (_, _, vote) in last.items()}


def cells_of(votes: Votes) -> dict[tuple[int, int], int]:
    """The votes as a dictionary of (participant, statement)."""
    participants, statements = votes.participants.tolist(), votes.statements.tolist()
    triples = zip(votes.rows().tolist(), votes.columns.tolist(), votes.values.tolist(), strict=True)
    return {(participants[row], statements[column]): value for row, column, value in triples}


def dense(votes: Votes) -> np.ndarray:
    """The matrix of votes, NaN where there is none."""
    matrix = np.full(votes.shape, np.nan)
    matrix[votes.rows(), votes.columns] = votes.values
    return matrix


def imputed(votes: Votes) -> np.ndarray:
    """The matrix with each missing vote taken to be the mean of its statement, and means taken away."""
    matrix = dense(votes)
    for column in matrix.T:
        there = ~np.isnan(column)
        mean = column[there].mean() if there.any() else 0.0
        column[~there] = mean
        column -= mean
    return matrix


def counts(votes: Votes, groups: list[int], count: int) -> list[list[tuple[int, int, int]]]:
    """For each group and statement: agrees, disagrees, seen."""
    cells = cells_of(votes)
    owner = dict(zip(votes.participants.tolist(), groups, strict=True))
    table = []
    for group in range(count):
        row = []
        for statement in votes.statements.tolist():
            mine = [vote for (who, what), vote in cells.items() if what == statement and owner[who] == group]
            row.append((mine.count(1), mine.count(-1), len(mine)))
        table.append(row)
    return table


def adjusted_rand(first: list[int], second: list[int]) -> float:
    """By counting pairs of people one by one."""
    size = len(first)
    pairs = [(i, j) for i in range(size) for j in range(i)]
    same_first = [first[i] == first[j] for i, j in pairs]
    same_second = [second[i] == second[j] for i, j in pairs]
    both = sum(a and b for a, b in zip(same_first, same_second, strict=True))
    expected = sum(same_first) * sum(same_second) / len(pairs)
    most = (sum(same_first) + sum(same_second)) / 2
    return 1.0 if most == expected else (both - expected) / (most - expected)
