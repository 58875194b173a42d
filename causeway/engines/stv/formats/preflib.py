"""PrefLib's files of orders (soc, soi, toc, toi): a head of ``# KEY: value`` lines, then ``count: 1,4,{2,3}`` a line.

Equal preferences are refused, since no rule here counts them; but where a line's last group holds all the candidates
not named before, as in every ``toc`` file, it only says that the voter ranked nobody further. PrefLib has no number of
places: say it when reading.
"""

from __future__ import annotations

import io
import re

import numpy as np

from causeway.engines.exact import BadInput
from causeway.engines.exact.stream import Stream, text_of
from causeway.engines.stv.ballots import MOST_CANDIDATES, MOST_PAPERS, Ballots, Collector, Rows, check_ranking
from causeway.engines.stv.election import Election
from causeway.engines.stv.formats.numerals import FEED, LONGEST_NUMERAL, read_block

_LINE = re.compile(r"\s*([0-9]+)\s*:\s*(.*)")
COLON, COMMA = ord(":"), ord(",")
_GROUP = re.compile(r"\s*(?:([0-9]{1,9})|\{([0-9,\s]*)\})\s*(?:,|$)")


def read_preflib(stream: Stream, *, seats: int | None = None) -> Election:
    """Read an election; raises ``BadInput`` with the line and the reason."""
    head: dict[str, str] = {}
    for line in stream.lines():
        text = text_of(line).strip()
        if text and not text.startswith("#"):
            stream.back()
            break
        key, colon, value = text.removeprefix("#").partition(":")
        if colon:
            head[key.strip()] = value.strip()
    names = _names(head)
    if seats is None:
        raise BadInput("A PrefLib file does not say how many places there are; say it with --seats.")
    return Election(names=tuple(names), seats=seats, ballots=_ballots(stream, len(names)), title=head.get("TITLE", ""))


def write_preflib(election: Election) -> str:
    """The election as PrefLib ``soi``; withdrawn candidates and papers without a preference have no place in it."""
    if election.withdrawn:
        raise BadInput("PrefLib files cannot say that candidates have withdrawn; write BLT instead.")
    rankings = sorted(election.ballots.rankings(), key=lambda one: -one[0])
    out = io.StringIO()
    out.write(f"# TITLE: {election.title}\n# DATA TYPE: soi\n")
    out.write(f"# NUMBER ALTERNATIVES: {len(election.names)}\n# NUMBER VOTERS: {election.ballots.papers}\n")
    out.write(f"# NUMBER UNIQUE ORDERS: {len(rankings)}\n")
    for number, name in enumerate(election.names, start=1):
        out.write(f"# ALTERNATIVE NAME {number}: {name}\n")
    for weight, ranking in rankings:
        out.write(f"{weight}: {','.join(map(str, ranking))}\n")
    return out.getvalue()


def _names(head: dict[str, str]) -> list[str]:
    number = head.get("NUMBER ALTERNATIVES", "")
    if not number.isascii() or not number.isdigit() or not 1 <= int(number[:9]) <= MOST_CANDIDATES:
        raise BadInput(f"The head must say “# NUMBER ALTERNATIVES:” between 1 and {MOST_CANDIDATES:,}.")
    names = [head.get(f"ALTERNATIVE NAME {place}", "") for place in range(1, int(number) + 1)]
    if "" in names:
        raise BadInput(f"The head does not name alternative {names.index('') + 1}.")
    return names


def _ballots(stream: Stream, candidates: int) -> Ballots:
    collector = Collector(candidates)
    while block := stream.next_block():
        plain = _as_blt(block)
        read = read_block(plain, candidates=candidates) if plain else None
        if read is None or read.ended:
            _line_by_line(stream, block, collector)
        else:
            collector.add(read.words, read.weights)
            stream.line += read.lines
    return collector.ballots()


def _as_blt(block: bytes) -> bytes | None:
    """The block in BLT's signs, where every line is plain: ``count: 1,4,3``."""
    close = block.replace(b": ", b":").replace(b", ", b",")
    raw = np.frombuffer(close, np.uint8)
    signs = raw[(raw == COLON) | (raw == COMMA) | (raw == FEED)]
    begins = np.concatenate([[True], signs[:-1] == FEED])
    if b" " in close or not np.array_equal(signs == COLON, begins):
        return None
    return close.replace(b":", b" ").replace(b",", b" ").replace(b"\n", b" 0\n")


def _line_by_line(stream: Stream, block: bytes, collector: Collector) -> None:
    """The slow way, which knows groups in braces and finds the words for what is wrong."""
    rows = Rows()
    for line, times in stream.distinct_lines(block):
        text = text_of(line)
        if not text.strip():
            continue
        found = _LINE.fullmatch(text)
        if found is None:
            raise BadInput("The line is not “count: candidate,candidate,…”.", line=stream.line)
        weight = int(found[1][:LONGEST_NUMERAL])
        if not 1 <= weight <= MOST_PAPERS:
            raise BadInput(f"The count {found[1][:40]} is not between 1 and {MOST_PAPERS:,}.", line=stream.line)
        rows.add(weight * times, _ranking(found[2], collector.candidates, stream.line))
    rows.give_to(collector)


def _ranking(text: str, candidates: int, line: int) -> list[int]:
    ranking: list[int] = []
    at = 0
    while at < len(text):
        found = _GROUP.match(text, at)
        if found is None or found.end() == at:
            raise BadInput(f"“{text[at : at + 40]}” is not a candidate's number or a group in braces.", line=line)
        at = found.end()
        if found[1]:
            ranking.append(int(found[1]))
            continue
        group = [int(number) for number in found[2].split(",") if number.strip()]
        if len(group) == 1:
            ranking += group
        elif at < len(text) or {*ranking, *group} != set(range(1, candidates + 1)):
            raise BadInput("The line ranks candidates equally; these rules count one preference a rank.", line=line)
    check_ranking(ranking, candidates=candidates, line=line)
    return ranking
