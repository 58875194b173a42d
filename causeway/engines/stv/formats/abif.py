"""ABIF, the Aggregated Ballot Information Format: ``27:Ann>Ben>Cat`` a line, names declared as ``=A:[Ann Archer]``.

``#`` begins a comment; ``{"title": "…"}`` and ``{"seats": 3}`` say more about the election; names with anything but
letters, digits, ``_``, ``-`` and ``.`` stand in square brackets. Candidates are numbered in the order in which they are
declared, and after them in that of their names. Equal preferences (``=``), lists with commas and scores (``/5``) are
refused, since no rule here counts them. A full name in brackets may stand for its code, where one candidate alone has
it.
"""

from __future__ import annotations

import io
import json
import re

import numpy as np

from causeway.engines.exact import BadInput
from causeway.engines.exact.stream import Stream, text_of
from causeway.engines.stv.ballots import MOST_CANDIDATES, MOST_PAPERS, Collector, Rows, check_ranking
from causeway.engines.stv.election import Election

_DECLARED = re.compile(r"=\s*(\[[^\]]+\]|[\w.-]+)\s*:\s*\[(.*)\]")
_BALLOT = re.compile(r"([0-9]+)\s*:\s*(.*)")
_BARE = re.compile(r"[\w.-]+")
_NAME = re.compile(r"\s*(?:\[([^\]]+)\]|([\w.-]+))\s*")
MOST_LINES = 20_000_000
SHARED = 0  # stands for a name that two candidates have


class Candidates:
    """Who has been declared or named so far, by code and by full name, counted from 1 as they came."""

    def __init__(self) -> None:
        self.codes: list[str] = []
        self.declared: dict[str, str] = {}
        self.known: dict[str, int] = {}

    def declare(self, code: str, name: str, line: int) -> None:
        """Note a full name. It may then stand for its code, unless two candidates have it."""
        if code in self.declared or (code in self.known and code not in self.codes):
            raise BadInput(f"“{code[:40]}” is declared twice, as a code or as somebody's full name.", line=line)
        number = self.number(code, line)
        self.declared[code] = name
        if name in self.codes and name != code:
            raise BadInput(f"“{name[:40]}” is one candidate's code and another's full name.", line=line)
        self.known[name] = number if self.known.get(name, number) == number else SHARED

    def number(self, name: str, line: int) -> int:
        """The number of a code or a full name; whoever was not declared is new."""
        if name not in self.known:
            if len(self.codes) == MOST_CANDIDATES:
                raise BadInput(f"There are more than {MOST_CANDIDATES:,} candidates.", line=line)
            self.codes.append(name)
            self.known[name] = len(self.codes)
        if self.known[name] == SHARED:
            raise BadInput(f"“{name[:40]}” is the name of two candidates; write their codes.", line=line)
        return self.known[name]

    def in_order(self) -> list[str]:
        """All codes: the declared, then the others by name."""
        return [*self.declared, *sorted(set(self.codes) - self.declared.keys())]


def read_abif(stream: Stream, *, seats: int | None = None) -> Election:
    """Read an election; raises ``BadInput`` with the line and the reason."""
    about: dict[str, object] = {}
    candidates, rows = Candidates(), Rows()
    while block := stream.next_block():
        _read_block(stream, block, about, candidates, rows)
        if len(rows) > MOST_LINES:
            raise BadInput(f"There are more than {MOST_LINES:,} different ballot lines.", line=stream.line)
    places = seats if seats is not None else about.get("seats")
    if not isinstance(places, int) or isinstance(places, bool):
        raise BadInput("The file does not say how many places there are; say it with --seats.")
    order = candidates.in_order()
    if not order:
        raise BadInput("The file names no candidate.")
    number = {code: place for place, code in enumerate(order, start=1)}
    collector = Collector(len(order))
    rows.give_to(collector, numbers=np.array([0, *(number[code] for code in candidates.codes)], np.uint16))
    title = about.get("title", "")
    if not isinstance(title, str):
        raise BadInput("The title must be a text in quotation marks.")
    return Election(
        names=tuple(candidates.declared.get(code, code) for code in order),
        seats=places,
        ballots=collector.ballots(),
        withdrawn=frozenset(_withdrawn(about, number)),
        title=title,
    )


def write_abif(election: Election) -> str:
    """The election as ABIF, candidates declared as C1, C2 and so on, or CC1 where somebody is named C1."""
    out, mark = io.StringIO(), "C"
    while any(name.startswith(mark) and name[len(mark) :].isdigit() for name in election.names):
        mark += "C"
    about: list[dict[str, object]] = [{"title": election.title}, {"seats": election.seats}]
    if election.withdrawn:
        about.append({"withdrawn": [f"{mark}{place + 1}" for place in sorted(election.withdrawn)]})
    for one in about:
        out.write(json.dumps(one, ensure_ascii=True) + "\n")
    for number, name in enumerate(election.names, start=1):
        out.write(f"={mark}{number}:[{name}]\n")
    if election.ballots.empty:
        out.write(f"{election.ballots.empty}:\n")
    for weight, ranking in election.ballots.rankings():
        out.write(f"{weight}:{'>'.join(f'{mark}{number}' for number in ranking)}\n")
    return out.getvalue()


def _read_block(stream: Stream, block: bytes, about: dict[str, object], candidates: Candidates, rows: Rows) -> None:
    """The lines of a block. What was read before is known by its bytes, so that most ballots need only be looked up."""
    seen, known = _by_bytes(candidates), len(candidates.codes)
    for raw, times in stream.distinct_lines(block):
        papers, _, names = raw.partition(b":")
        if papers.isdigit() and len(papers) < 10 and (weight := int(papers)):
            ranking = [seen.get(name, 0) for name in names.split(b">")]
            if all(ranking) and len(set(ranking)) == len(ranking):
                rows.add(weight * times, ranking)
                continue
        text = _without_comment(text_of(raw)).strip()
        if not text:
            continue
        if text.startswith("{"):
            about.update(_about(text, stream.line))
        elif text.startswith("="):
            _declare(text, candidates, stream.line, times)
        else:
            weight, found = _ballot(text, candidates, stream.line)
            rows.add(weight * times, found)
            if known < len(candidates.codes):
                seen, known = _by_bytes(candidates), len(candidates.codes)


def _by_bytes(candidates: Candidates) -> dict[bytes, int]:
    """The codes that may stand in a ballot without brackets."""
    return {code.encode(): number for number, code in enumerate(candidates.codes, 1) if _BARE.fullmatch(code)}


def _without_comment(text: str) -> str:
    """A comment begins at ``#``, but not within brackets or in a line of JSON."""
    if "#" not in text or text.lstrip().startswith(("{", "=")):
        return text
    at = 0
    while True:
        comment, bracket = text.find("#", at), text.find("[", at)
        closing = text.find("]", bracket) if 0 <= bracket < comment else -1
        if closing < 0:
            return text if comment < 0 else text[:comment]
        at = closing + 1


def _about(text: str, line: int) -> dict[str, object]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise BadInput("The line in braces is not right JSON.", line=line)
    return found


def _declare(text: str, candidates: Candidates, line: int, times: int) -> None:
    found = _DECLARED.fullmatch(text)
    if found is None:
        raise BadInput("A candidate is declared as “=code:[Name]”.", line=line)
    for _ in range(min(times, 2)):
        candidates.declare(found[1].strip("[]").strip(), found[2].strip(), line)


def _ballot(text: str, candidates: Candidates, line: int) -> tuple[int, list[int]]:
    found = _BALLOT.fullmatch(text)
    if found is None:
        raise BadInput("The line is not “count:name>name>…”.", line=line)
    weight = int(found[1][:12])
    if not 1 <= weight <= MOST_PAPERS:
        raise BadInput(f"The count {found[1][:40]} is not between 1 and {MOST_PAPERS:,}.", line=line)
    ranking: list[int] = []
    rest, at = found[2], 0
    while at < len(rest):
        name = _NAME.match(rest, at)
        if name is None:
            raise BadInput(f"“{rest[at : at + 40]}” is not a candidate's name.", line=line)
        ranking.append(candidates.number((name[1] or name[2]).strip(), line))
        at = name.end()
        if at < len(rest):
            _expect_next(rest[at], line)
            at += 1
            if at == len(rest):
                raise BadInput("The ballot ends in “>”; the line may be cut off.", line=line)
    check_ranking(ranking, candidates=len(candidates.codes), line=line)
    return weight, ranking


def _expect_next(sign: str, line: int) -> None:
    if sign == "=":
        raise BadInput("The line ranks candidates equally; these rules count one preference a rank.", line=line)
    if sign in ",/":
        raise BadInput("The line gives scores; these rules need an order, as in “Ann>Ben”.", line=line)
    if sign != ">":
        raise BadInput(f"“{sign}” cannot stand between two names.", line=line)


def _withdrawn(about: dict[str, object], number: dict[str, int]) -> list[int]:
    gone = about.get("withdrawn", [])
    if not isinstance(gone, list) or not all(isinstance(code, str) and code in number for code in gone):
        raise BadInput("“withdrawn” must list declared candidates.")
    return [number[code] - 1 for code in gone]
