"""Pabulib's ``.pb`` files, in and out (https://pabulib.org/format; D. Stolicki and others, arXiv 2012.06539).

Three sections, META, PROJECTS and VOTES, of lines with fields between semicolons. Reading streams: a line at a time,
each of bounded length. Every error names its line and the reason. Columns that no rule needs are kept as text and
written again.

Three columns are our own, and optional: ``weight`` of a ballot (how many voters cast it), and of a project ``section``
(else ``subunit``, ``district`` or ``neighborhood`` serve) and ``conflicts`` (ids of projects of which only one may be
chosen, with commas).
"""

from __future__ import annotations

import csv
import io
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, TextIO

import numpy as np

from causeway.engines.budgeting.instance import APPROVALS, MOST_POINTS, VOTE_TYPES, Ballots, Instance, Project
from causeway.engines.budgeting.stage import Progress
from causeway.engines.exact import BadInput, to_units

MOST_LINE_BYTES = 1 << 20
LINES_BETWEEN_WORDS = 10_000
MOST_PROJECTS = 100_000
MOST_BALLOTS = 10_000_000
MOST_ENTRIES = 200_000_000
SECTION_COLUMNS = ("subunit", "district", "neighborhood")
SECTIONS = ("META", "PROJECTS", "VOTES")


def read(source: Path | str | BinaryIO, *, progress: Progress = lambda sentence: None) -> Instance:
    """Read a file, or an open binary stream; ``progress`` is told every so many lines.

    Raises:
        BadInput: what is wrong, and in which line.
    """
    if isinstance(source, Path | str):
        try:
            with Path(source).open("rb") as stream:
                return _read(stream, progress)
        except OSError as error:
            raise BadInput(f"The file {source} cannot be read: {error.strerror or error}.") from error
    return _read(source, progress)


def remarks(vote: Instance) -> list[str]:
    """What a file says of itself that its own ballots contradict: sentences, none where all is well."""
    found = []
    for key, real in (("num_projects", len(vote.projects)), ("num_votes", vote.ballots.voters)):
        said = vote.meta.get(key, "")
        if said and said != str(real):
            found.append(f"The file says {key} {said}, but there are {real}.")
    for column, counted in (("votes", vote.votes), ("score", vote.scores)):
        for project, real in zip(vote.projects, counted, strict=True):
            said = project.details.get(column, "")
            if said and said != str(real):
                found.append(f"The file says {column} {said} for project {project.id}, but its ballots say {real}.")
    return found


@dataclass
class _Lines:
    """Numbered lines of text, none longer than the limit; empty lines are passed over."""

    stream: BinaryIO
    progress: Progress
    number: int = 0

    def __iter__(self) -> Iterator[str]:
        while raw := self.stream.readline(MOST_LINE_BYTES + 1):
            self.number += 1
            if self.number % LINES_BETWEEN_WORDS == 0:
                self.progress(f"read {self.number:,} lines")
            if len(raw) > MOST_LINE_BYTES:
                raise self.error(f"It is longer than {MOST_LINE_BYTES} bytes.")
            try:
                text = raw.decode("utf-8-sig" if self.number == 1 else "utf-8")
            except UnicodeDecodeError as error:
                raise self.error("It is not text in UTF-8.") from error
            if "\0" in text:
                raise self.error("It has a zero byte, which no text has.")
            if text.strip():
                yield text.rstrip("\r\n")

    def error(self, sentence: str) -> BadInput:
        """An error in the current line."""
        return BadInput(sentence, line=self.number)


def _fields(text: str) -> list[str]:
    """The fields of a line; quotes hide semicolons as in CSV. Where they do not come in pairs they are plain text."""
    if '"' in text:
        try:
            return next(csv.reader([text], delimiter=";", strict=True))
        except csv.Error:
            pass
    return text.split(";")


@dataclass
class _Reading:
    """What has been read so far."""

    lines: _Lines
    meta: dict[str, str] = field(default_factory=dict)
    projects: list[Project] = field(default_factory=list)
    place: dict[str, int] = field(default_factory=dict)
    conflicts: list[tuple[int, str, int]] = field(default_factory=list)
    lengths: array[int] = field(default_factory=lambda: array("q"))
    entries: array[int] = field(default_factory=lambda: array("q"))
    points: array[int] = field(default_factory=lambda: array("q"))
    weights: array[int] = field(default_factory=lambda: array("q"))
    names: list[str] = field(default_factory=list)
    details: dict[str, list[str]] = field(default_factory=dict)


def _read(stream: BinaryIO, progress: Progress) -> Instance:
    state = _Reading(_Lines(stream, progress))
    section, header = "", [""]
    seen: list[str] = []
    votes: _Votes | None = None
    for text in state.lines:
        fields = _fields(text)
        word = fields[0].strip().upper()
        if word in SECTIONS and not any(fields[1:]) and word not in seen:
            if word != SECTIONS[len(seen)]:
                raise state.lines.error(f"The section {word} stands before {SECTIONS[len(seen)]}.")
            section, header = word, []
            seen.append(word)
        elif not section:
            raise state.lines.error("A Pabulib file begins with the line META.")
        elif section == "META":
            _read_meta(state, fields)
        elif not header:
            header = [name.strip().lower() for name in fields]
            _check_header(state, section, header)
            votes = _Votes(state, header) if section == "VOTES" else None
        elif votes is None:
            _read_project(state, header, fields)
        else:
            votes.read(fields)
    if len(seen) < len(SECTIONS):
        raise BadInput(f"The file ends before its section {SECTIONS[len(seen)]}.")
    return _finished(state)


def _read_meta(state: _Reading, fields: list[str]) -> None:
    key = fields[0].strip().lower()
    if key == "key" and len(fields) > 1 and fields[1].strip().lower() == "value":
        return
    if len(fields) != 2:
        raise state.lines.error(f"A line of META has a key and a value; this one has {len(fields)} fields.")
    if key in state.meta:
        raise state.lines.error(f"“{key[:40]}” is given twice.")
    if key == "budget":
        _money(state, fields[1], "The budget")
    if key == "vote_type" and fields[1].strip().lower() not in VOTE_TYPES:
        raise state.lines.error(f"“{fields[1][:40]}” is not a kind of ballot: {', '.join(sorted(VOTE_TYPES))}.")
    state.meta[key] = fields[1].strip()


def _check_header(state: _Reading, section: str, header: list[str]) -> None:
    for needed in {"PROJECTS": ("project_id", "cost"), "VOTES": ("voter_id", "vote")}[section]:
        if needed not in header:
            raise state.lines.error(f"The columns of {section} lack “{needed}”.")
    if len(set(header)) != len(header):
        raise state.lines.error("Two columns have the same name.")
    for needed in ("budget", "vote_type"):
        if needed not in state.meta:
            raise state.lines.error(f"META ended without “{needed}”.")


def _row(state: _Reading, header: Sequence[str], fields: list[str]) -> dict[str, str]:
    if len(fields) != len(header):
        raise state.lines.error(f"It has {len(fields)} fields, but there are {len(header)} columns.")
    return dict(zip(header, fields, strict=True))


def _read_project(state: _Reading, header: Sequence[str], fields: list[str]) -> None:
    row = _row(state, header, fields)
    name = row.pop("project_id").strip()
    if not name or "," in name:
        raise state.lines.error("A project needs an id, without a comma.")
    if name in state.place:
        raise state.lines.error(f"Project {name[:40]} is listed twice.")
    if len(state.projects) == MOST_PROJECTS:
        raise state.lines.error(f"There are more than {MOST_PROJECTS} projects.")
    state.place[name] = len(state.projects)
    cost = _money(state, row.pop("cost"), "The cost")
    if not cost:
        raise state.lines.error(f"The cost of project {name[:40]} is nothing.")
    for other in filter(None, row.pop("conflicts", "").split(",")):
        state.conflicts.append((len(state.projects), other.strip(), state.lines.number))
    state.projects.append(
        Project(
            id=name,
            cost_pence=cost,
            name=row.pop("name", ""),
            section=row["section"] if "section" in row else _borrowed(row),
            details={key: value for key, value in row.items() if key != "section"},
        )
    )


def _money(state: _Reading, text: str, what: str) -> int:
    """Pence of an amount with at most two decimal places."""
    pence = to_units(text, 2, line=state.lines.number)
    if not 0 <= pence <= 10**15:
        raise state.lines.error(f"{what} must lie between 0 and {10**13}.")
    return pence


class _Votes:
    """Reads the ballots. What was understood once is not parsed again: most ballots occur many times."""

    def __init__(self, state: _Reading, header: list[str]) -> None:
        self.state, self.header = state, header
        self.kind = state.meta["vote_type"].lower()
        self.voter, self.vote = header.index("voter_id"), header.index("vote")
        self.points = header.index("points") if "points" in header and self.kind not in APPROVALS else None
        self.weight = header.index("weight") if "weight" in header else None
        known = {self.voter, self.vote, self.points, self.weight}
        self.others = [
            (place, state.details.setdefault(header[place], [])) for place in range(len(header)) if place not in known
        ]
        self.understood: dict[tuple[str, str], tuple[array[int], array[int]]] = {}
        self.longest = int(state.meta["max_length"]) if state.meta.get("max_length", "").isdecimal() else 0

    def read(self, fields: list[str]) -> None:
        """One ballot."""
        state = self.state
        if len(fields) != len(self.header):
            raise state.lines.error(f"It has {len(fields)} fields, but there are {len(self.header)} columns.")
        key = fields[self.vote], fields[self.points] if self.points is not None else ""
        ballot = self.understood.get(key)
        if ballot is None:
            ballot = self.understood[key] = self._understand(*key)
        state.lengths.append(len(ballot[0]))
        state.entries.extend(ballot[0])
        state.points.extend(ballot[1])
        state.weights.append(self._weight(fields[self.weight]) if self.weight is not None else 1)
        state.names.append(fields[self.voter])
        for place, column in self.others:
            column.append(fields[place])
        if len(state.names) > MOST_BALLOTS or len(state.entries) > MOST_ENTRIES:
            raise state.lines.error("There are more ballots than can be read.")

    def _understand(self, vote: str, points: str) -> tuple[array[int], array[int]]:
        state = self.state
        names = [name.strip() for name in vote.split(",")] if vote.strip() else []
        unknown = next((name for name in names if name not in state.place), None)
        if unknown is not None:
            raise state.lines.error(f"There is no project “{unknown[:40]}”.")
        places = [state.place[name] for name in names]
        if len(set(places)) < len(places):
            raise state.lines.error("The ballot names a project twice.")
        if self.points is not None:
            given = [self._whole(text) for text in points.split(",")] if points.strip() else []
        elif self.kind == "ordinal":
            given = [max(self.longest, len(places)) - rank for rank in range(len(places))]
        else:
            given = [1] * len(places)
        if len(given) != len(places):
            raise state.lines.error(f"The ballot names {len(places)} projects but gives points to {len(given)}.")
        ordered = sorted(zip(places, given, strict=True))
        return array("q", [place for place, _ in ordered]), array("q", [number for _, number in ordered])

    def _whole(self, text: str) -> int:
        points = to_units(text, 0, line=self.state.lines.number)
        if abs(points) > MOST_POINTS:
            raise self.state.lines.error(f"Points must lie between -{MOST_POINTS} and {MOST_POINTS}.")
        return points

    def _weight(self, text: str) -> int:
        weight = to_units(text, 0, line=self.state.lines.number)
        if not 1 <= weight <= 10**9:
            raise self.state.lines.error("A weight must lie between 1 and 1000000000.")
        return weight


def _finished(state: _Reading) -> Instance:
    pairs = set()
    for one, other, line in state.conflicts:
        if state.place.get(other, one) == one:
            raise BadInput(f"A conflict names “{other[:40]}”, which is no other project.", line=line)
        pairs.add((min(one, state.place[other]), max(one, state.place[other])))
    lengths = np.frombuffer(state.lengths, dtype=np.int64) if state.lengths else np.zeros(0, dtype=np.int64)
    return Instance(
        projects=tuple(state.projects),
        budget_pence=to_units(state.meta["budget"], 2),
        vote_type=state.meta["vote_type"].lower(),
        conflicts=frozenset(pairs),
        meta=state.meta,
        ballots=Ballots(
            start=np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(lengths)]),
            project=np.array(state.entries, dtype=np.int64),
            points=np.array(state.points, dtype=np.int64),
            weight=np.array(state.weights, dtype=np.int64),
            names=tuple(state.names),
            details={name: tuple(column) for name, column in state.details.items()},
        ),
    )


def write(vote: Instance, stream: TextIO) -> None:
    """Write an instance. ``read`` gives the same instance again.

    Raises:
        BadInput: a text has a line break, which the format cannot hold, or names of columns collide.
    """
    rows = csv.writer(_OneLine(stream), delimiter=";", lineterminator="\n")
    meta = {**vote.meta, "budget": _shown(vote.budget_pence), "vote_type": vote.vote_type}
    rows.writerows([["META"], ["key", "value"], *meta.items(), ["PROJECTS"]])
    _write_projects(vote, rows)
    rows.writerow(["VOTES"])
    _write_votes(vote, rows)


def text(vote: Instance) -> str:
    """The instance as the text of a file."""
    stream = io.StringIO()
    write(vote, stream)
    return stream.getvalue()


class _OneLine:
    """A stream that takes only whole lines."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, line: str) -> None:
        """Pass the line on; a break within it would end it early."""
        if any(break_ in line[:-1] for break_ in "\n\r\0"):
            raise BadInput(f"A text has a line break, which Pabulib cannot hold: {line[:60]!r}.")
        self.stream.write(line)


def _write_projects(vote: Instance, rows: csv.Writer) -> None:  # type: ignore[name-defined]
    columns = list(dict.fromkeys(key for project in vote.projects for key in project.details))
    own = not all(project.section == _borrowed(project.details) for project in vote.projects)
    header = ["project_id", "cost", "name", *(["section"] if own else []), *(["conflicts"] if vote.conflicts else [])]
    rows.writerow([*header, *columns])
    for place, project in enumerate(vote.projects):
        rivals = ",".join(vote.projects[other].id for other in sorted(vote.rivals.get(place, ())) if other > place)
        extra = [*([project.section] if own else []), *([rivals] if vote.conflicts else [])]
        details = [project.details.get(column, "") for column in columns]
        rows.writerow([project.id, _shown(project.cost_pence), project.name, *extra, *details])


def _borrowed(details: Mapping[str, str]) -> str:
    """The section of a project in a file that has no column of that name."""
    return next((details[column] for column in SECTION_COLUMNS if details.get(column)), "")


def _write_votes(vote: Instance, rows: csv.Writer) -> None:  # type: ignore[name-defined]
    ballots, scored = vote.ballots, vote.vote_type not in APPROVALS
    weighted = bool((ballots.weight != 1).any())
    rows.writerow(
        ["voter_id", "vote", *(["points"] if scored else []), *(["weight"] if weighted else []), *ballots.details]
    )
    ids = [project.id for project in vote.projects]
    for row in range(len(ballots)):
        entries = slice(ballots.start[row], ballots.start[row + 1])
        places, points = ballots.project[entries].tolist(), ballots.points[entries].tolist()
        if vote.vote_type == "ordinal":
            ranked = sorted(zip(points, places, strict=True), key=lambda pair: (-pair[0], pair[1]))
            points, places = [one for one, _ in ranked], [one for _, one in ranked]
        fields = [ballots.names[row] if ballots.names else str(row + 1), ",".join(ids[place] for place in places)]
        if scored:
            fields.append(",".join(map(str, points)))
        if weighted:
            fields.append(str(ballots.weight[row]))
        rows.writerow([*fields, *(column[row] for column in ballots.details.values())])


def _shown(pence: int) -> str:
    """Pounds, with pence only where there are some."""
    return str(pence // 100) if pence % 100 == 0 else f"{pence // 100}.{pence % 100:02d}"
