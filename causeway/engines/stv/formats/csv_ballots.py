"""CSV with one ballot a row, in either of two shapes.

*Ranks*: the head names the candidates, a cell holds the rank that the voter gave (1 is first; empty is none).
*Choices*: the head is ``1,2,3`` (or ``choice 1``, ``preference 1``), a cell holds the name of the candidate chosen
there; candidates are numbered in the order of their names. Either may have a column ``weight`` (or ``count``): how many
papers the row stands for. Cells stand apart by commas, or where the head has none by semicolons or tabs. Equal ranks
and gaps are refused with their line. CSV has no number of places: say it when reading.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from causeway.engines.exact import BadInput
from causeway.engines.exact.stream import Stream, text_of
from causeway.engines.stv.ballots import MOST_CANDIDATES, MOST_PAPERS, Collector, Rows
from causeway.engines.stv.election import Election
from causeway.engines.stv.formats.grid import read_grid

_CHOICE = re.compile(r"(?:choice|preference|pref|rank)?\s*([0-9]{1,4})", re.IGNORECASE)
_WEIGHTS = {"weight", "count", "papers"}


@dataclass(frozen=True)
class Head:
    """The columns: ``labels`` as they stand, where the weights are, and where the votes."""

    labels: list[str]
    delimiter: str
    weigh: int | None
    votes: list[int]


def read_csv(stream: Stream, *, seats: int | None = None) -> Election:
    """Read an election; raises ``BadInput`` with the line and the reason."""
    head = _head(stream)
    if seats is None:
        raise BadInput("A CSV file does not say how many places there are; say it with --seats.")
    labels = [head.labels[index] for index in head.votes]
    numbered = [int(found[1]) for label in labels if (found := _CHOICE.fullmatch(label))]
    if len(set(labels)) < len(labels) or len(set(numbered)) < len(numbered):
        raise BadInput("Two columns have the same head.", line=1)
    if len(numbered) == len(labels):
        order = sorted(range(len(labels)), key=numbered.__getitem__)
        return _by_choices(stream, head, order, seats)
    return _by_ranks(stream, head, labels, seats)


def _head(stream: Stream) -> Head:
    first = next((line for line in stream.lines() if line.strip()), None)
    if first is None:
        raise BadInput("The file is empty.")
    stream.back()
    text = text_of(first)
    delimiter = next((sign for sign in ",;\t" if sign in text), ",")
    labels = next(_rows(stream, delimiter))
    weigh = [index for index, label in enumerate(labels) if label.lower() in _WEIGHTS]
    votes = [index for index in range(len(labels)) if index not in weigh]
    if not votes or len(votes) > MOST_CANDIDATES:
        raise BadInput(f"There must be between 1 and {MOST_CANDIDATES:,} columns of votes.", line=1)
    if len(weigh) > 1:
        raise BadInput("There are two columns of weights.", line=1)
    return Head(labels, delimiter, weigh[0] if weigh else None, votes)


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


def _rows(stream: Stream, delimiter: str) -> Iterator[list[str]]:
    """Row by row, wherever a row ends; ``line`` is the last of each."""
    reader = csv.reader((text_of(line) + "\n" for line in stream.lines()), strict=True, delimiter=delimiter)
    try:
        for row in reader:
            if any(cell.strip() for cell in row) or len(row) > 1:
                yield [cell.strip() for cell in row]
    except csv.Error as error:
        raise BadInput(f"The row is not right CSV ({error}).", line=stream.line) from error


def _counted_rows(stream: Stream, head: Head, block: bytes) -> Iterator[tuple[int, list[str]]]:
    """Papers and votes of a block's rows, those that are the same once; from quotes that span lines on, row by row."""
    if b'"' in block and any(line.count(b'"') % 2 for line in block.split(b"\n")):
        stream.go_back_to(block.split(b"\n")[:-1])
        for row in _rows(stream, head.delimiter):
            yield _weighed(row, head, stream.line)
        return
    for line, times in stream.distinct_lines(block):
        cells = [cell.strip() for cell in _cells(text_of(line), head.delimiter, stream.line)]
        if len(cells) > 1 or any(cells):
            weight, votes = _weighed(cells, head, stream.line)
            yield weight * times, votes


def _cells(text: str, delimiter: str, line: int) -> list[str]:
    if '"' not in text:
        return text.split(delimiter)
    try:
        return next(csv.reader([text], strict=True, delimiter=delimiter), [])
    except csv.Error as error:
        raise BadInput(f"The row is not right CSV ({error}).", line=line) from error


def _weighed(row: Sequence[str], head: Head, line: int) -> tuple[int, list[str]]:
    if len(row) != len(head.labels):
        raise BadInput(f"The row has {len(row)} cells where the head has {len(head.labels)}.", line=line)
    text = "1" if head.weigh is None else row[head.weigh]
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:30]) <= MOST_PAPERS:
        raise BadInput(f"The weight “{text[:40]}” is not a whole number up to {MOST_PAPERS:,}.", line=line)
    return int(text), [row[index] for index in head.votes]


def _by_ranks(stream: Stream, head: Head, names: list[str], seats: int) -> Election:
    collector = Collector(len(names))
    while block := stream.next_block():
        plain = read_grid(block, cells=len(head.labels), delimiter=head.delimiter, weigh=head.weigh)
        if plain:
            collector.add(*plain)
            stream.line += block.count(b"\n")
            continue
        rows = Rows()
        for weight, cells in _counted_rows(stream, head, block):
            rows.add(weight, _ranked(cells, stream.line))
        rows.give_to(collector)
    return Election(names=tuple(names), seats=seats, ballots=collector.ballots())


def _ranked(cells: list[str], line: int) -> list[int]:
    """Candidates from 1 in the order of the ranks in their cells."""
    ranks: dict[int, int] = {}
    for number, cell in enumerate(cells, start=1):
        if not cell:
            continue
        if not cell.isascii() or not cell.isdigit() or not 1 <= int(cell[:9]) <= len(cells):
            raise BadInput(f"The rank “{cell[:40]}” is not between 1 and {len(cells)}.", line=line)
        if int(cell) in ranks:
            raise BadInput(f"The row gives the rank {int(cell)} twice.", line=line)
        ranks[int(cell)] = number
    if sorted(ranks) != list(range(1, len(ranks) + 1)):
        raise BadInput("The row leaves a rank out.", line=line)
    return [ranks[rank] for rank in sorted(ranks)]


def _by_choices(stream: Stream, head: Head, order: list[int], seats: int) -> Election:
    known: dict[str, int] = {}
    rows = Rows()
    while block := stream.next_block():
        for weight, cells in _counted_rows(stream, head, block):
            chosen = [cells[index] for index in order]
            filled = [cell for cell in chosen if cell]
            if chosen[: len(filled)] != filled:
                raise BadInput("The row leaves a choice out.", line=stream.line)
            if len(set(filled)) < len(filled):
                raise BadInput("The row names a candidate twice.", line=stream.line)
            rows.add(weight, [known.setdefault(cell, len(known) + 1) for cell in filled])
            if len(known) > MOST_CANDIDATES:
                raise BadInput(f"There are more than {MOST_CANDIDATES:,} different names.", line=stream.line)
    names = sorted(known)
    if not names:
        raise BadInput("No row names a candidate.")
    number = {name: place for place, name in enumerate(names, start=1)}
    collector = Collector(len(names))
    rows.give_to(collector, numbers=np.array([0, *(number[name] for name in known)], np.uint16))
    return Election(names=tuple(names), seats=seats, ballots=collector.ballots())
