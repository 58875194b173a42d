"""Reading and writing elections in the formats of the field.

| format  | ends with                     | seats  | withdrawn | titles |
| ------- | ----------------------------- | ------ | --------- | ------ |
| BLT     | ``.blt``                      | yes    | yes       | yes    |

Every reader takes its file part by part, names the line and the reason of what is wrong, and bounds what a stranger's
file may be: lines of a megabyte, a thousand candidates, papers that add up to a thousand million.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from causeway.engines.exact import BadInput
from causeway.engines.stv.election import Election
from causeway.engines.stv.formats.blt import read_blt, write_blt
from causeway.engines.stv.formats.stream import Stream

READERS: dict[str, Callable[..., Election]] = {"blt": read_blt}
WRITERS: dict[str, Callable[[Election], str]] = {"blt": write_blt}


def read(path: Path | str, *, seats: int | None = None) -> Election:
    """The election in a file, by the ending of its name; ``seats`` where the format has none, or others are wanted."""
    place = Path(path)
    ending = place.suffix.lower().removeprefix(".")
    if ending not in READERS:
        raise BadInput(f"“{place.name}” ends in none of {', '.join(f'.{known}' for known in READERS)}.")
    try:
        with place.open("rb") as file:
            return READERS[ending](Stream(file), seats=seats)
    except OSError as error:
        raise BadInput(f"“{place.name}” cannot be read: {error.strerror}.") from error


def write(election: Election, format: str) -> str:
    """The election as text in a format: ``blt`` or another of ``WRITERS``."""
    if format not in WRITERS:
        raise BadInput(f"There is no format “{format}” to write; there are {', '.join(WRITERS)}.")
    return WRITERS[format](election)
