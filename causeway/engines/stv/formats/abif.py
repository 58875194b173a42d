"""ABIF, the Aggregated Ballot Information Format: ``27:Ann>Ben>Cat`` a line, names declared as ``=A:[Ann Archer]``.

``#`` begins a comment; ``{"title": "…"}`` and ``{"seats": 3}`` say more about the election; names with anything but
letters, digits, ``_``, ``-`` and ``.`` stand in square brackets. Candidates are numbered in the order in which they are
declared, and after them in that of their names. Equal preferences (``=``), lists with commas and scores (``/5``) are
refused, since no rule here counts them.
"""

from __future__ import annotations

import io
import json
import re

from causeway.engines.exact import BadInput
from causeway.engines.exact.stream import Stream, text_of
from causeway.engines.stv.ballots import MOST_CANDIDATES, MOST_PAPERS, check_ranking, collect
from causeway.engines.stv.election import Election

_DECLARED = re.compile(r"=\s*(\[[^\]]+\]|[\w.-]+)\s*:\s*\[(.*)\]")
_BALLOT = re.compile(r"([0-9]{1,30})\s*:\s*(.*)")
_NAME = re.compile(r"\[([^\]]+)\]|([\w.-]+)")
MOST_LINES = 5_000_000


def read_abif(stream: Stream, *, seats: int | None = None) -> Election:
    """Read an election; raises ``BadInput`` with the line and the reason."""
    declared: dict[str, str] = {}
    about: dict[str, object] = {}
    lines: list[tuple[int, int, tuple[str, ...]]] = []
    known: set[str] = set()
    for raw in stream.lines():
        text = _without_comment(text_of(raw)).strip()
        if not text:
            continue
        if text.startswith("{"):
            about.update(_about(text, stream.line))
        elif text.startswith("="):
            _declare(text, declared, stream.line)
        else:
            weight, names = _ballot(text, stream.line)
            known.update(names)
            lines.append((stream.line, weight, names))
        if len(known) + len(declared) > 2 * MOST_CANDIDATES or len(lines) > MOST_LINES:
            raise BadInput("There are too many candidates or ballot lines.", line=stream.line)
    order = [*declared, *sorted(known - declared.keys())]
    places = seats if seats is not None else about.get("seats")
    if not isinstance(places, int) or isinstance(places, bool):
        raise BadInput("The file does not say how many places there are; say it with --seats.")
    if not order or len(order) > MOST_CANDIDATES:
        raise BadInput(f"There must be between 1 and {MOST_CANDIDATES:,} candidates, not {len(order):,}.")
    number = {code: place for place, code in enumerate(order, start=1)}
    rankings = []
    for line, weight, names in lines:
        ranking = [number[name] for name in names]
        check_ranking(ranking, candidates=len(order), line=line)
        rankings.append((weight, ranking))
    return Election(
        names=tuple(declared.get(code, code) for code in order),
        seats=places,
        ballots=collect(rankings, candidates=len(order)),
        withdrawn=frozenset(_withdrawn(about, number)),
        title=str(about.get("title", "")),
    )


def write_abif(election: Election) -> str:
    """The election as ABIF, candidates declared as C1, C2 and so on."""
    out = io.StringIO()
    about: list[dict[str, object]] = [{"title": election.title}, {"seats": election.seats}]
    if election.withdrawn:
        about.append({"withdrawn": [f"C{place + 1}" for place in sorted(election.withdrawn)]})
    for one in about:
        out.write(json.dumps(one, ensure_ascii=True) + "\n")
    for number, name in enumerate(election.names, start=1):
        out.write(f"=C{number}:[{name}]\n")
    if election.ballots.empty:
        out.write(f"{election.ballots.empty}:\n")
    for weight, ranking in election.ballots.rankings():
        out.write(f"{weight}:{'>'.join(f'C{number}' for number in ranking)}\n")
    return out.getvalue()


def _without_comment(text: str) -> str:
    """A comment begins at ``#``, but not within brackets or in a line of JSON."""
    if text.lstrip().startswith(("{", "=")):
        return text
    return re.sub(r"(\[[^\]]*\])|#.*", lambda found: found[1] or "", text)


def _about(text: str, line: int) -> dict[str, object]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise BadInput("The line in braces is not right JSON.", line=line)
    return found


def _declare(text: str, declared: dict[str, str], line: int) -> None:
    found = _DECLARED.fullmatch(text)
    if found is None:
        raise BadInput("A candidate is declared as “=code:[Name]”.", line=line)
    code = found[1].strip("[]").strip()
    if code in declared:
        raise BadInput(f"“{code[:40]}” is declared twice.", line=line)
    declared[code] = found[2].strip()


def _ballot(text: str, line: int) -> tuple[int, tuple[str, ...]]:
    found = _BALLOT.fullmatch(text)
    if found is None:
        raise BadInput("The line is not “count:name>name>…”.", line=line)
    weight = int(found[1])
    if not 1 <= weight <= MOST_PAPERS:
        raise BadInput(f"The count {found[1][:40]} is not between 1 and {MOST_PAPERS:,}.", line=line)
    names: list[str] = []
    rest, at = found[2].strip(), 0
    while at < len(rest):
        name = _NAME.match(rest, at)
        if name is None:
            raise BadInput(f"“{rest[at : at + 40]}” is not a candidate's name.", line=line)
        names.append((name[1] or name[2]).strip())
        at = len(rest) - len(rest[name.end() :].lstrip())
        if at < len(rest):
            _expect_next(rest[at], line)
            at = len(rest) - len(rest[at + 1 :].lstrip())
            if at == len(rest):
                raise BadInput("The ballot ends in “>”; the line may be cut off.", line=line)
    return weight, tuple(names)


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
