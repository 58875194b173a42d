"""CSV with one ballot a row, in either of two shapes.

*Ranks*: the head names the candidates, a cell holds the rank that the voter gave (1 is first; empty is none).
*Choices*: the head is ``1,2,3`` (or ``choice 1``, ``preference 1``), a cell holds the name of the candidate chosen
there; candidates are numbered in the order of their names. Either may have a column ``weight`` (or ``count``): how many
papers the row stands for. Equal ranks and gaps are refused with their line. CSV has no number of places: say it when
reading.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from causeway.engines.exact import BadInput
from causeway.engines.exact.stream import Stream, text_of
from causeway.engines.stv.ballots import MOST_CANDIDATES, MOST_PAPERS, collect
from causeway.engines.stv.election import Election

_CHOICE = re.compile(r"(?:choice|preference|pref|rank)?\s*([0-9]{1,4})", re.IGNORECASE)
_WEIGHTS = {"weight", "count", "papers"}


def read_csv(stream: Stream, *, seats: int | None = None) -> Election:
    """Read an election; raises ``BadInput`` with the line and the reason."""
    rows = _rows(stream)
    head = next(rows, None)
    if head is None:
        raise BadInput("The file is empty.")
    if seats is None:
        raise BadInput("A CSV file does not say how many places there are; say it with --seats.")
    weigh = [index for index, cell in enumerate(head) if cell.lower() in _WEIGHTS]
    columns = [index for index in range(len(head)) if index not in weigh]
    if not columns or len(columns) > MOST_CANDIDATES:
        raise BadInput(f"There must be between 1 and {MOST_CANDIDATES:,} columns of votes.", line=1)
    if len(weigh) > 1:
        raise BadInput("There are two columns of weights.", line=1)
    labels = [head[index] for index in columns]
    numbered = [_CHOICE.fullmatch(label) for label in labels]
    weighed = (_weighed(row, head, weigh, columns, stream.line) for row in rows)
    if all(numbered):
        order = sorted(range(len(labels)), key=lambda index: int(numbered[index][1]))  # type: ignore[index]
        return _by_choices(weighed, order, seats, stream)
    return _by_ranks(weighed, labels, seats, stream)


def write_csv(election: Election) -> str:
    """The election as CSV of ranks, one row for each distinct ballot; who has withdrawn has no place in it."""
    if election.withdrawn:
        raise BadInput("CSV cannot say that candidates have withdrawn; write BLT instead.")
    if len(set(election.names)) < len(election.names) or any(name.lower() in _WEIGHTS for name in election.names):
        raise BadInput("Two candidates share a name, or one is called “weight”; write BLT instead.")
    if all(_CHOICE.fullmatch(name) for name in election.names):
        raise BadInput("Candidates with numbers for names would be taken for ranks; write BLT instead.")
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["weight", *election.names])
    if election.ballots.empty:
        table.writerow([election.ballots.empty, *[""] * len(election.names)])
    for weight, ranking in election.ballots.rankings():
        ranks = {number: rank for rank, number in enumerate(ranking, start=1)}
        table.writerow([weight, *(ranks.get(number, "") for number in range(1, len(election.names) + 1))])
    return out.getvalue()


def _rows(stream: Stream) -> Iterator[list[str]]:
    reader = csv.reader((text_of(line) + "\n" for line in stream.lines()), strict=True)
    try:
        for row in reader:
            if any(cell.strip() for cell in row) or len(row) > 1:
                yield [cell.strip() for cell in row]
    except csv.Error as error:
        raise BadInput(f"The row is not right CSV ({error}).", line=stream.line) from error


def _weighed(
    row: Sequence[str], head: Sequence[str], weigh: Sequence[int], columns: Sequence[int], line: int
) -> tuple[int, list[str]]:
    if len(row) != len(head):
        raise BadInput(f"The row has {len(row)} cells where the head has {len(head)}.", line=line)
    text = row[weigh[0]] if weigh else "1"
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:30]) <= MOST_PAPERS:
        raise BadInput(f"The weight “{text[:40]}” is not a whole number up to {MOST_PAPERS:,}.", line=line)
    return int(text), [row[index] for index in columns]


def _by_ranks(weighed: Iterator[tuple[int, list[str]]], names: list[str], seats: int, stream: Stream) -> Election:
    if len(set(names)) < len(names):
        raise BadInput("Two columns have the same head.", line=1)

    def rankings() -> Iterator[tuple[int, list[int]]]:
        for weight, cells in weighed:
            ranks: dict[int, int] = {}
            for number, cell in enumerate(cells, start=1):
                if not cell:
                    continue
                if not cell.isascii() or not cell.isdigit() or not 1 <= int(cell[:9]) <= len(names):
                    raise BadInput(f"The rank “{cell[:40]}” is not between 1 and {len(names)}.", line=stream.line)
                if int(cell) in ranks:
                    raise BadInput(f"The row gives the rank {int(cell)} twice.", line=stream.line)
                ranks[int(cell)] = number
            if sorted(ranks) != list(range(1, len(ranks) + 1)):
                raise BadInput("The row leaves a rank out.", line=stream.line)
            yield weight, [ranks[rank] for rank in sorted(ranks)]

    ballots = collect(rankings(), candidates=len(names))
    return Election(names=tuple(names), seats=seats, ballots=ballots)


def _by_choices(weighed: Iterator[tuple[int, list[str]]], order: list[int], seats: int, stream: Stream) -> Election:
    counted: dict[tuple[str, ...], int] = {}
    known: set[str] = set()
    for weight, cells in weighed:
        chosen = [cells[index] for index in order]
        filled = [cell for cell in chosen if cell]
        if chosen[: len(filled)] != filled:
            raise BadInput("The row leaves a choice out.", line=stream.line)
        if len(set(filled)) < len(filled):
            raise BadInput("The row names a candidate twice.", line=stream.line)
        known.update(filled)
        if len(known) > MOST_CANDIDATES:
            raise BadInput(f"There are more than {MOST_CANDIDATES:,} different names.", line=stream.line)
        counted[tuple(filled)] = counted.get(tuple(filled), 0) + weight
    names = sorted(known)
    number = {name: place for place, name in enumerate(names, start=1)}
    rankings = ((weight, [number[name] for name in chosen]) for chosen, weight in counted.items())
    if not names:
        raise BadInput("No row names a candidate.")
    return Election(names=tuple(names), seats=seats, ballots=collect(rankings, candidates=len(names)))
