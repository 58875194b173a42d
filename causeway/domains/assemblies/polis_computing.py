"""Conversations in the formats of Polis, read and written by the engine of opinions.

In them 1 is agree, −1 disagree and 0 pass, as here; Polis’ own database has it the other way round.
"""

from __future__ import annotations

import csv
import io
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from causeway.domains.assemblies.models.conversations import LONGEST_STATEMENT
from causeway.domains.assemblies.opinion_computing import Figures, Gathered, votes_of
from causeway.domains.assemblies.opinion_steps import FEWEST
from causeway.domains.assemblies.polis_files import Files, zipped
from causeway.kernel.errors import Unreadable
from causeway.kernel.spreadsheets import FORMULA, harmless

if TYPE_CHECKING:
    from causeway.engines.opinion import Conversation

MOST_VOTES = 400_000
MOST_STATEMENTS = 1_000
HIGHEST_NUMBER = 30_000
MOST_REMARKS = 50
REJECTED = -1
COMMENTS = ("timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body")


def read_export(files: Files) -> dict[str, Any]:
    """The conversation in these files, in plain values: ``statements`` (number, text), ``log`` (columns of voters from
    0, of numbers and of votes), ``voters``, and ``remarks`` on what is not as it says. Raises Unreadable.

    Statements that moderation rejected are left out with the votes on them.
    """
    from causeway.engines.exact import BadInput
    from causeway.engines.opinion.formats import read_polis

    if not {"votes.csv", "participants-votes.csv"} & files.keys():
        raise Unreadable(_("Neither “votes.csv” nor “participants-votes.csv” is there. Send the whole export."))
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            (Path(folder) / name).write_bytes(content)
        try:
            if "votes.csv" not in files:
                _write_log(Path(folder))
            conversation = read_polis(Path(folder))
            published, cast = _published_counts(Path(folder) / "comments.csv"), _lines(Path(folder) / "votes.csv")
        except BadInput as error:
            raise Unreadable(error.sentence) from error
    _check(conversation)
    return _plain(conversation, _not_as_published(published, cast), sum(cast.values()))


def _check(conversation: Conversation) -> None:
    """Raise Unreadable for more than a conversation here can hold."""
    numbers = conversation.votes.statements
    if numbers.dtype.kind != "i" or (len(numbers) and int(numbers[-1]) > HIGHEST_NUMBER):
        raise Unreadable(_("The statements are not numbered, or their numbers are too high."))
    if len(numbers) > MOST_STATEMENTS:
        raise Unreadable(_("There are more than %(most)s statements.") % {"most": MOST_STATEMENTS})
    if len(conversation.votes) > MOST_VOTES:
        raise Unreadable(_("There are more than %(most)s votes.") % {"most": f"{MOST_VOTES:,}"})


def _plain(conversation: Conversation, differ: Sequence[str], lines: int) -> dict[str, Any]:
    kept = conversation.limited_to("open")
    votes, remarks = kept.votes, list[str]()
    changed = lines - len(conversation.votes)
    if changed:
        remarks.append(_("Votes that somebody changed later, so that only the last counts: %(n)s") % {"n": changed})
    if kept.blanks:
        remarks.append(_("Statements that were rejected there, left out with their votes: %(n)s") % {"n": kept.blanks})
    statements = []
    for one in kept.statements:
        text, remark = _text(int(one.id), one.text)
        statements.append([int(one.id), text])
        remarks += [remark] if remark else []
    voted = votes.of(votes.seen > 0)
    return {
        "topic": conversation.summary.get("topic", "")[:300],
        "statements": statements,
        "voters": len(voted.participants),
        "log": [voted.rows().tolist(), voted.statements[voted.columns].tolist(), voted.values.tolist()],
        "remarks": [*remarks, *differ][:MOST_REMARKS],
    }


def _text(number: int, text: str) -> tuple[str, str]:
    """A statement in one line of signs that can be seen, not too long; and what was changed."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    if line.startswith("'") and line[1:].startswith(FORMULA):
        line = line[1:]  # as we write it ourselves, for spreadsheets
    if not line:
        said = _("Statement %(number)s has no text.") % {"number": number}
        return _("Statement %(number)s, of which the text is missing") % {"number": number}, said
    if len(line) > LONGEST_STATEMENT:
        said = _("Statement %(number)s is too long, and is cut.") % {"number": number}
        return f"{line[: LONGEST_STATEMENT - 1]}…", said
    return line, ""


def _lines(path: Path) -> Counter[tuple[int, int]]:
    """How many lines of the log say so of each statement: number and vote."""
    from causeway.engines.exact.stream import Stream
    from causeway.engines.opinion.formats.tables import Rows, vote_columns

    with path.open("rb") as file:
        rows = Rows(Stream(file))
        places = vote_columns(rows.head)
        return Counter((_number(row[places["statement"]]), int(row[places["vote"]])) for row in rows)


def _not_as_published(published: Mapping[int, tuple[int, int]], lines: Counter[tuple[int, int]]) -> list[str]:
    """Where the log does not add up to what the list of statements says. (The list counts changed votes too.)"""
    remarks = []
    for number, counted in published.items():
        found = lines[number, 1], lines[number, -1]
        if found != counted:
            said = _("Statement %(number)s: %(there)s agreed and disagreed by the list, %(here)s by the votes.")
            there, here = (" / ".join(map(str, pair)) for pair in (counted, found))
            remarks.append(said % {"number": number, "there": there, "here": here})
    return remarks


def _published_counts(path: Path) -> dict[int, tuple[int, int]]:
    """How many agreed and disagreed, as the file of statements says; of those that say it in numbers."""
    from causeway.engines.exact.stream import Stream
    from causeway.engines.opinion.formats.tables import Rows

    if not path.exists():
        return {}
    with path.open("rb") as file:
        rows = Rows(Stream(file))
        if not {"comment-id", "agrees", "disagrees"} <= set(rows.head):
            return {}
        places = [rows.head.index(name) for name in ("comment-id", "agrees", "disagrees")]
        cells = [[row[place] for place in places] for row in rows]
    counted = ([_number(cell) for cell in row] for row in cells)
    return {number: (agreed, disagreed) for number, agreed, disagreed in counted if min(number, agreed, disagreed) >= 0}


def _number(cell: str) -> int:
    """The number in a cell; −1 for anything else."""
    return int(cell) if cell.isascii() and cell.isdigit() and len(cell) < 10 else -1


def _write_log(folder: Path) -> None:
    """The log of votes, from the table of participants and statements."""
    from causeway.engines.exact.stream import Stream
    from causeway.engines.opinion.formats.tables import Rows

    with (folder / "participants-votes.csv").open("rb") as file:
        rows = Rows(Stream(file))
        who = rows.place("participant")
        numbered = [(place, name) for place, name in enumerate(rows.head) if name.isascii() and name.isdigit()]
        with (folder / "votes.csv").open("w", encoding="utf-8", newline="") as target:
            log = csv.writer(target)
            log.writerow(["voter-id", "comment-id", "vote"])
            for row in rows:
                log.writerows((row[who], name, row[place]) for place, name in numbered if row[place])


def archive_of(gathered: Gathered, figures: Figures, *, with_votes: bool) -> bytes:
    """A conversation that is over in the formats of Polis, as a zip: statements and hands at tables; with votes under
    random numbers too, where the body allows it and there is a map, whose groups have ten people or more each.

    Without votes, a statement’s counts are left out below ten.
    """
    with_votes = with_votes and figures["map"] is not None
    files = {
        "comments.csv": _comments(gathered, all_counts=with_votes),
        "summary.csv": _table(None, [["topic", harmless(gathered.topic)], ["voters", figures["people"]]]),
    }
    if figures["tables"]:
        head = ["comment-id", "agreed", "disagreed", "hands"]
        files["tables.csv"] = _table(head, [[number, *row["all"]] for number, row in figures["tables"].items()])
    return zipped(files | (_votes_files(gathered, figures["map"]) if with_votes else {}))


def _comments(gathered: Gathered, *, all_counts: bool) -> bytes:
    from causeway.engines.opinion import everyone, tally

    votes = votes_of(gathered)
    counts, rows = tally(votes, everyone(votes), count=1), []
    for place, number in enumerate(votes.statements.tolist()):
        shown = all_counts or counts.seen[0, place] >= FEWEST
        both = [int(part[0, place]) if shown else "" for part in (counts.agrees, counts.disagrees)]
        rows.append(["", "", number, "", *both, 1, harmless(gathered.texts.get(number, ""))])
    return _table(COMMENTS, rows)


def _votes_files(gathered: Gathered, found: Figures) -> dict[str, bytes]:
    """The log, and the table of participants with their groups on the last map."""
    from causeway.domains.assemblies.opinion_computing_frame import groups_by
    from causeway.engines.opinion import Conversation, Statement
    from causeway.engines.opinion.formats import write_polis

    votes = votes_of(gathered)
    statements = tuple(Statement(number, "", 1) for number in votes.statements.tolist())
    groups = groups_by(found["frame"], votes, found["least_votes"])
    with tempfile.TemporaryDirectory() as folder:
        write_polis(Conversation(votes, statements, groups), Path(folder))
        return {name: (Path(folder) / name).read_bytes() for name in ("votes.csv", "participants-votes.csv")}


def _table(head: Sequence[str] | None, rows: Sequence[Sequence[object]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([*([head] if head else []), *rows])
    return text.getvalue().encode()
