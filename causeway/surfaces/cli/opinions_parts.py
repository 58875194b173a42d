"""`causeway opinions` on a log in several parts: read and analysed here, or by the workers of a cluster."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from causeway.engines.opinion.findings import Declared, Findings
    from causeway.engines.opinion.log import Log
    from causeway.engines.opinion.running import Runner


def in_parts(paths: tuple[Path, ...], scheduler: str | None) -> bool:
    """Whether these are parts of a log, and not one log or one Polis export."""
    first = paths[0]
    several = len(paths) > 1 or scheduler is not None
    return several or "*" in first.name or (first.is_dir() and not (first / "votes.csv").exists())


def find_in_parts(
    paths: tuple[Path, ...],
    scheduler: str | None,
    *,
    groups: Path | None,
    sectors: Path | None,
    progress: Callable[[str], None],
    **asked: Any,
) -> Findings:
    """What the parts show together; the same with a scheduler and without one."""
    from causeway.engines.opinion.findings import find_in
    from causeway.engines.opinion.parts import read_parts

    with runner_at(scheduler) as runner:
        progress("reading the parts")
        log = read_parts([os.path.abspath(path) for path in paths], runner)
        return find_in(log, groups=_declared(groups, log), sectors=_declared(sectors, log), progress=progress, **asked)


def runner_at(scheduler: str | None) -> AbstractContextManager[Runner]:
    """This process, or the workers of the scheduler at this address."""
    if scheduler is None:
        from causeway.engines.opinion.running import Here

        return nullcontext(Here())
    from causeway.engines.opinion.cluster import connected

    return connected(scheduler)


def _declared(path: Path | None, log: Log) -> Declared | None:
    """Who is in which group or sector, as a file here says; its errors name the file."""
    if path is None:
        return None
    from causeway.engines.exact import BadInput
    from causeway.engines.opinion.formats.assignments import read_lines
    from causeway.engines.opinion.parts import declared

    try:
        return declared(log, read_lines(path))
    except OSError as error:
        raise BadInput(f"“{path.name}” cannot be read: {error.strerror}.") from error
    except BadInput as error:
        raise BadInput(f"In “{path.name}”: {error.sentence}") from error
