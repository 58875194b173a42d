"""The papers of a counted ballot as files that anybody can recount elsewhere."""

from __future__ import annotations

import csv
import hashlib
import io
from collections import Counter
from collections.abc import Iterable, Sequence

from causeway.domains.assemblies.computing import ranking_of
from causeway.domains.assemblies.counting_for import published_section
from causeway.domains.assemblies.marks import Marks
from causeway.domains.assemblies.models import Ballot
from causeway.kernel.spreadsheets import harmless


def papers_as_csv(
    names: Sequence[str], papers: Iterable[tuple[str, Marks, str]], *, with_section: bool = False
) -> bytes:
    """One line for each paper: its code, then a number for each option. ``papers`` come in the order of their codes.

    ``with_section``: after the code stands the section for which the paper counts.

    A name that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["receipt", *(["section"] if with_section else []), *map(harmless, names)])
    for receipt, marks, section in papers:
        told = [published_section(section)] if with_section else []
        writer.writerow([receipt, *told, *(mark or "" for mark in marks)])
    return text.getvalue().encode()


def conditions_as_csv(kept: Iterable[tuple[str, Sequence[int], int]]) -> str:
    """The places kept for sections, as ``causeway count --conditions`` takes them; "" where none are kept."""
    lines = [f'"{name}",{number},,{" ".join(str(place + 1) for place in members)}' for name, members, number in kept]
    return "\n".join(["name,minimum,maximum,positions", *lines, ""]) if lines else ""


def digest_of_papers(content: bytes) -> str:
    """SHA-256 of the file of papers, which any computer can take again: ``sha256:…``."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def papers_as_blt(ballot: Ballot, names: Sequence[str], papers: Iterable[Marks]) -> str:
    """A ranked ballot's papers in the BLT format, equal papers on one line; without codes, which it has no room for."""
    rankings = Counter(ranking_of(marks) for marks in papers)
    lines = [f"{len(names)} {min(ballot.seats, len(names))}"]
    lines += [" ".join(map(str, (number, *ranking, 0))) for ranking, number in sorted(rankings.items())]
    return "\n".join([*lines, "0", *map(_quoted, (*names, ballot.question)), ""])


def _quoted(name: str) -> str:
    plain = name.replace('"', "”").strip()
    return f'"{plain}"'
