"""Parts of a log as files, read where the work is done: by this process, or by the workers of a cluster."""

from __future__ import annotations

import glob
import os
from collections.abc import Sequence
from pathlib import Path

from causeway.engines.exact import BadInput
from causeway.engines.opinion.findings import Declared
from causeway.engines.opinion.formats import read_parquet
from causeway.engines.opinion.formats.assignments import Line, in_order, named, placed
from causeway.engines.opinion.formats.tables import MOST_STATEMENTS
from causeway.engines.opinion.log import Log, survey
from causeway.engines.opinion.running import Runner, each, gathered
from causeway.engines.opinion.votes import Integers, Votes

MOST_PARTS = 10_000


def read_parts(patterns: Sequence[str], runner: Runner) -> Log:
    """The log whose parts these are: Parquet files, folders with such, or patterns like ``votes/*.parquet``."""
    paths: list[str] = runner.fetch(runner.run(listed, list(patterns)))
    log = survey(each(runner, read_part, [(path,) for path in paths]), runner)
    if len(log.statements) > MOST_STATEMENTS:
        raise BadInput(f"There are more than {MOST_STATEMENTS:,} statements.")
    return log


def listed(patterns: Sequence[str]) -> list[str]:
    """The files that are meant, in order, each once; as this machine sees them."""
    found: set[str] = set()
    for pattern in patterns:
        inside = os.path.join(pattern, "*.parquet") if os.path.isdir(pattern) else pattern
        files = [pattern] if os.path.isfile(pattern) else [one for one in glob.glob(inside) if os.path.isfile(one)]
        if not files:
            raise BadInput(
                f"“{pattern}” names no Parquet file or folder of such, as the machine that reads it sees it."
            )
        found.update(files)
    if len(found) > MOST_PARTS:
        raise BadInput(f"There are more than {MOST_PARTS:,} parts; make them larger.")
    return sorted(found)


def read_part(path: str) -> Votes:
    """The votes of one part; its errors name it."""
    try:
        return read_parquet(Path(path))
    except OSError as error:
        raise BadInput(f"“{Path(path).name}” cannot be read: {error.strerror}.") from error
    except BadInput as error:
        raise BadInput(f"In “{Path(path).name}”: {error.sentence}") from error


def declared(log: Log, lines: Sequence[Line]) -> Declared:
    """The groups in which a file’s lines put the people of these parts; raises ``BadInput`` as ``read_assignment``."""
    runner = log.runner
    known = runner.run(list, lines)
    given = [(one,) for one in each(runner, given_in, log.columns, known)]
    names = in_order(runner.fetch(gathered(runner, names_of, given, merge=set.union)))
    with_votes = [(*column, *one) for column, one in zip(log.columns, given, strict=True)]
    return Declared(names, tuple(each(runner, groups_of, with_votes, names)))


def given_in(votes: Votes, lines: Sequence[Line]) -> dict[int, str]:
    """The names of the groups of a part’s people."""
    return named(lines, votes.participants)[0]


def names_of(given: dict[int, str]) -> set[str]:
    """The groups in which there is somebody."""
    return set(given.values())


def groups_of(votes: Votes, given: dict[int, str], names: Sequence[str]) -> Integers:
    """The groups of a part’s people, by place."""
    return placed(given, names, len(votes.participants))
