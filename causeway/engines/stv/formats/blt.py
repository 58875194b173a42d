"""BLT, the format of Hill, OpenSTV and OpaVote: numbers of candidates, ballots ended by 0, then the names.

First line ``candidates seats``; then ``-3 -4`` where candidates 3 and 4 have withdrawn; then a ballot a line, as
``weight first second … 0``; a line ``0``; each candidate's name and the title on lines of their own, in quotation
marks or not. ``#`` begins a comment. Equal preferences (``=``) and gaps (``-``) are refused, since no rule here counts
them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from causeway.engines.exact import BadInput
from causeway.engines.exact.stream import Stream, text_of
from causeway.engines.stv.ballots import MOST_CANDIDATES, MOST_PAPERS, Ballots, Collector, Rows, check_ranking
from causeway.engines.stv.election import Election
from causeway.engines.stv.formats.numerals import read_block

_NUMERAL = re.compile(r"-?[0-9]{1,1000}")


def read_blt(stream: Stream, *, seats: int | None = None) -> Election:
    """Read an election; ``seats`` replaces the number in the file. Raises ``BadInput`` with the line and the reason."""
    candidates, places = _head(stream)
    ballots, withdrawn = _ballots(stream, candidates)
    names, title = _names(stream, candidates)
    return Election(
        names=tuple(names),
        seats=places if seats is None else seats,
        ballots=ballots,
        withdrawn=frozenset(place - 1 for place in withdrawn),
        title=title,
    )


def write_blt(election: Election) -> str:
    """The election as BLT, ballots in canonical order."""
    out = io.StringIO()
    out.write(f"{len(election.names)} {election.seats}\n")
    if election.withdrawn:
        out.write(" ".join(f"-{place + 1}" for place in sorted(election.withdrawn)) + "\n")
    if election.ballots.empty:
        out.write(f"{election.ballots.empty} 0\n")
    for weight, ranking in election.ballots.rankings():
        out.write(f"{weight} {' '.join(map(str, ranking))} 0\n")
    out.write("0\n")
    for name in (*election.names, election.title):
        out.write(f'"{name}"\n')
    return out.getvalue()


def _head(stream: Stream) -> tuple[int, int]:
    for line in _meaningful(stream):
        numbers = _numbers(line, stream.line)
        if len(numbers) != 2:
            raise BadInput("The first line must say how many candidates and how many places.", line=stream.line)
        candidates, seats = numbers
        if not 1 <= candidates <= MOST_CANDIDATES:
            raise BadInput(
                f"There must be between 1 and {MOST_CANDIDATES:,} candidates, not {candidates:,}.", line=stream.line
            )
        if not 1 <= seats <= MOST_CANDIDATES:
            raise BadInput(f"There must be between 1 and {MOST_CANDIDATES:,} places, not {seats:,}.", line=stream.line)
        return candidates, seats
    raise BadInput("The file is empty.")


def _meaningful(stream: Stream) -> Iterator[str]:
    """Lines before the names that say something, without comments."""
    for line in stream.lines():
        if text := text_of(line).partition("#")[0].strip():
            yield text


def _numbers(text: str, line: int) -> list[int]:
    numbers = []
    for token in text.split():
        if not _NUMERAL.fullmatch(token):
            raise BadInput(_why_not_a_number(token), line=line)
        numbers.append(int(token))
    return numbers


def _why_not_a_number(text: str) -> str:
    if "=" in text:
        return f"“{text[:40]}” ranks candidates equally; these rules count only one preference at each rank."
    if text == "-":
        return "“-” leaves a rank out; leave it out of the ballot instead."
    if text.removeprefix("-").isdigit():
        return f"“{text[:40]}…” is a number of {len(text):,} digits."
    return f"“{text[:40]}” is not a whole number."


def _ballots(stream: Stream, candidates: int) -> tuple[Ballots, list[int]]:
    """All ballots, and the numbers of those who withdrew."""
    collector = Collector(candidates)
    withdrawn = _withdrawn(stream, candidates)
    while block := stream.next_block():
        ballots, after = _cut_at_end(block)
        plain = read_block(ballots, candidates=candidates)
        if plain is None:
            rest = _line_by_line(stream, ballots, collector, candidates)
        else:
            collector.add(plain.words, plain.weights)
            stream.line += plain.lines
            rest = ballots.split(b"\n")[plain.lines : -1] if plain.ended else None
        if rest is not None:
            stream.go_back_to([*rest, *after.split(b"\n")[:-1]])
            return collector.ballots(), withdrawn
        stream.go_back_to(after.split(b"\n")[:-1])
    raise BadInput("The ballots do not end: a line with “0” must follow the last one.", line=stream.line + 1)


def _cut_at_end(block: bytes) -> tuple[bytes, bytes]:
    """The lines up to the one that ends the ballots, and those after it (so that names do not slow the ballots)."""
    end = 2 if block.startswith(b"0\n") else block.find(b"\n0\n") + 3
    return (block[:end], block[end:]) if end > 2 or block.startswith(b"0\n") else (block, b"")


def _withdrawn(stream: Stream, candidates: int) -> list[int]:
    """The lines of negative numbers before the ballots."""
    withdrawn: list[int] = []
    while (line := stream.next_line()) is not None:
        text = text_of(line).partition("#")[0].strip()
        if text and not text.startswith("-"):
            stream.back()
            break
        for number in _numbers(text, stream.line):
            if not -candidates <= number <= -1:
                raise BadInput(
                    f"There is no candidate {abs(number)} to withdraw; there are {candidates}.", line=stream.line
                )
            withdrawn.append(-number)
    return withdrawn


def _line_by_line(stream: Stream, block: bytes, collector: Collector, candidates: int) -> list[bytes] | None:
    """The slow way, which finds the words for what is wrong; returns the lines after the ballots, if they end here."""
    lines = block.split(b"\n")[:-1]
    rows, rest = Rows(), None
    for index, line in enumerate(lines):
        stream.line += 1
        numbers = _numbers(text_of(line).partition("#")[0], stream.line)
        if not numbers:
            continue
        if numbers == [0]:
            rest = lines[index + 1 :]
            break
        weight, *ranking = numbers
        if weight < 0:
            raise BadInput("Withdrawn candidates must stand before the first ballot.", line=stream.line)
        _check(weight, ranking, candidates, stream.line)
        rows.add(weight, ranking[:-1])
    rows.give_to(collector)
    return rest


def _check(weight: int, ranking: list[int], candidates: int, line: int) -> None:
    if not 1 <= weight <= MOST_PAPERS:
        raise BadInput(f"The weight {str(weight)[:40]} is not between 1 and {MOST_PAPERS:,}.", line=line)
    if not ranking or ranking[-1] != 0:
        raise BadInput("The ballot does not end in 0; the line may be cut off.", line=line)
    check_ranking(ranking[:-1], candidates=candidates, line=line)


def _names(stream: Stream, candidates: int) -> tuple[list[str], str]:
    found: list[str] = []
    for line in stream.lines():
        text = text_of(line).strip()
        if text.startswith("#") or (not text and len(found) >= candidates):
            continue
        if not text:
            continue
        found.append(_unquoted(text))
        if len(found) > candidates:
            break
    if len(found) < candidates:
        raise BadInput(f"The file names {len(found)} of its {candidates} candidates.", line=stream.line)
    return found[:candidates], found[candidates] if len(found) > candidates else ""


def _unquoted(text: str) -> str:
    if text.startswith('"'):
        closing = text.rindex('"')
        return text[1:closing].strip() if closing else text[1:].strip()
    return text
