"""Reading and writing elections in the formats of the field.

| format  | ends with                            | says the places | says who withdrew |
| ------- | ------------------------------------ | --------------- | ----------------- |
| BLT     | ``.blt``                             | yes             | yes               |
| PrefLib | ``.soi``, ``.soc``, ``.toi``, ``.toc`` | no              | no                |
| ABIF    | ``.abif``                            | yes             | yes               |
| CSV     | ``.csv``                             | no              | no                |

Every reader takes its file part by part, names the line and the reason of what is wrong, and bounds what a stranger's
file may be: lines of a megabyte, a thousand candidates, papers that add up to a thousand million.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from causeway.engines.exact import BadInput
from causeway.engines.exact.stream import Stream
from causeway.engines.stv.election import Election
from causeway.engines.stv.formats.abif import read_abif, write_abif
from causeway.engines.stv.formats.blt import read_blt, write_blt
from causeway.engines.stv.formats.csv_ballots import read_csv, write_csv
from causeway.engines.stv.formats.preflib import read_preflib, write_preflib

READERS: dict[str, Callable[..., Election]] = {
    "blt": read_blt,
    "soi": read_preflib,
    "soc": read_preflib,
    "toi": read_preflib,
    "toc": read_preflib,
    "abif": read_abif,
    "csv": read_csv,
}
WRITERS: dict[str, Callable[[Election], str]] = {
    "blt": write_blt,
    "soi": write_preflib,
    "abif": write_abif,
    "csv": write_csv,
}


def read(path: Path | str, *, seats: int | None = None, progress: Callable[[str], None] | None = None) -> Election:
    """The election in a file, by the ending of its name; ``seats`` where the format has none, or others are wanted.

    ``progress`` is told in a few words whenever another part has been read.
    """
    place = Path(path)
    ending = place.suffix.lower().removeprefix(".")
    if ending not in READERS:
        raise BadInput(f"“{place.name}” ends in none of {', '.join(f'.{known}' for known in READERS)}.")
    try:
        with place.open("rb") as file:
            return READERS[ending](Stream(file, progress=progress), seats=seats)
    except OSError as error:
        raise BadInput(f"“{place.name}” cannot be read: {error.strerror}.") from error


def write(election: Election, ending: str) -> str:
    """The election as text in the format whose files end so: ``blt`` or another of ``WRITERS``."""
    if ending not in WRITERS:
        raise BadInput(f"There is no format “{ending}” to write; there are {', '.join(WRITERS)}.")
    return WRITERS[ending](election)
