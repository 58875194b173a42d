"""PrefLib's files of orders (soc, soi, toc, toi): a head of ``# KEY: value`` lines, then ``count: 1,4,{2,3}`` a line.

Equal preferences are refused, since no rule here counts them; but where a line's last group holds all the candidates
not named before, as in every ``toc`` file, it only says that the voter ranked nobody further. PrefLib has no number of
places: say it when reading.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from causeway.engines.exact import BadInput
from causeway.engines.exact.stream import Stream, text_of
from causeway.engines.stv.ballots import MOST_CANDIDATES, MOST_PAPERS, check_ranking, collect
from causeway.engines.stv.election import Election

_HEAD = re.compile(r"#\s*([A-Z][A-Z0-9 _]*?)\s*:\s*(.*)")
_LINE = re.compile(r"\s*([0-9]{1,30})\s*:\s*(.*)")
_GROUP = re.compile(r"\s*(?:([0-9]{1,9})|\{([0-9,\s]*)\})\s*(?:,|$)")


def read_preflib(stream: Stream, *, seats: int | None = None) -> Election:
    """Read an election; raises ``BadInput`` with the line and the reason."""
    head: dict[str, str] = {}
    first: bytes | None = None
    for line in stream.lines():
        found = _HEAD.fullmatch(text_of(line).strip())
        if found:
            head[found[1]] = found[2].strip()
        elif line.strip():
            first = line
            break
    names = _names(head)
    if seats is None:
        raise BadInput("A PrefLib file does not say how many places there are; say it with --seats.")
    ballots = collect(_rankings(stream, first, len(names)), candidates=len(names))
    return Election(names=tuple(names), seats=seats, ballots=ballots, title=head.get("TITLE", ""))


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


def _rankings(stream: Stream, first: bytes | None, candidates: int) -> Iterator[tuple[int, list[int]]]:
    line = first
    while line is not None:
        text = text_of(line)
        if text.strip():
            found = _LINE.fullmatch(text)
            if found is None:
                raise BadInput("The line is not “count: candidate,candidate,…”.", line=stream.line)
            weight = int(found[1])
            if not 1 <= weight <= MOST_PAPERS:
                raise BadInput(f"The count {found[1][:40]} is not between 1 and {MOST_PAPERS:,}.", line=stream.line)
            yield weight, _ranking(found[2], candidates, stream.line)
        line = stream.next_line()


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
