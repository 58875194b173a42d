"""Logs of votes as Parquet, for what is too large for text; read by row groups, so that memory stays small.

The columns have the names of the CSV log. Labels are whole numbers or text, votes whole numbers, times whole numbers or
timestamps; text may be dictionary-encoded.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from causeway.engines.exact import BadInput
from causeway.engines.opinion.formats.collecting import Collector
from causeway.engines.opinion.formats.tables import LONGEST_LABEL, MOST_VOTES, vote_columns
from causeway.engines.opinion.votes import Votes

BATCH = 1 << 20


def read_parquet(path: Path, *, progress: Callable[[str], None] | None = None) -> Votes:
    """The votes of a Parquet log; raises ``BadInput`` for what is none."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    collector = Collector()
    try:
        with pq.ParquetFile(path, memory_map=True) as file:
            wanted = vote_columns(file.schema_arrow.names)
            names = [file.schema_arrow.names[place] for place in wanted.values()]
            texts = _checked(file, names)
            for batch in file.iter_batches(batch_size=BATCH, columns=names):
                _add(collector, dict(zip(wanted, (batch.column(name) for name in names), strict=True)), texts)
                if progress:
                    progress(f"{collector.count:,} votes read")
    except pa.ArrowException as error:
        raise BadInput(f"“{path.name}” is no Parquet file that can be read.") from error
    return collector.votes()


def _checked(file: Any, names: list[str]) -> bool:
    """Whether labels are text; refuses too many rows, and columns of a wrong kind."""
    import pyarrow as pa

    if file.metadata.num_rows > MOST_VOTES:
        raise BadInput(f"There are more than {MOST_VOTES:,} votes; give the log in parts.")
    kinds = [file.schema_arrow.field(name).type for name in names]
    plain = [kind.value_type if pa.types.is_dictionary(kind) else kind for kind in kinds]
    text = [pa.types.is_string(kind) or pa.types.is_large_string(kind) for kind in plain]
    whole = [pa.types.is_integer(kind) for kind in plain]
    timed = [pa.types.is_timestamp(kind) for kind in plain]
    right = (
        text[0] or whole[0],
        text[1] or whole[1],
        whole[2],
        *(w or t for w, t in zip(whole[3:], timed[3:], strict=True)),
    )
    for name, kind, fits in zip(names, kinds, right, strict=True):
        if not fits:
            raise BadInput(f"The column “{name}” holds {kind}, which is none of its kinds.")
    return any(text[:2])


def _add(collector: Collector, columns: dict[str, Any], texts: bool) -> None:
    for what, column in columns.items():
        if column.null_count:
            raise BadInput(f"A {what} is missing, in row {collector.count + 1:,} or later.")
    votes = _numbers(columns["vote"])
    if len(votes) and (votes.min() < -1 or votes.max() > 1):
        wrong = int(np.flatnonzero(np.abs(votes) > 1)[0])
        raise BadInput(f"Row {collector.count + wrong + 1:,}: {votes[wrong]} is none of 1, 0 and -1.")
    times = _numbers(columns["time"]) if "time" in columns else None
    if texts:
        people, statements = (_text(columns[what], what) for what in ("participant", "statement"))
        collector.add_text(people, statements, votes, times)
        return
    labels = [_numbers(columns[what]) for what in ("participant", "statement")]
    if any(len(numbers) and numbers.min() < 0 for numbers in labels):
        raise BadInput(f"A label below 0, in row {collector.count + 1:,} or later.")
    collector.add(labels[0], labels[1], votes, times)


def _numbers(column: Any) -> npt.NDArray[np.int64]:
    import pyarrow as pa

    numbers: npt.NDArray[np.int64] = column.cast(pa.int64()).to_numpy(zero_copy_only=False)
    return numbers


def _text(column: Any, what: str) -> list[str]:
    import pyarrow as pa

    labels: list[str] = column.cast(pa.string()).to_pylist()
    for one in set(labels):
        if not one or len(one) > LONGEST_LABEL or not one.isprintable():
            raise BadInput(f"A {what} is empty, or no word of up to {LONGEST_LABEL} characters.")
    return labels


def write_parquet(votes: Votes, path: Path) -> None:
    """The votes as Parquet, ``participant``, ``statement``, ``vote``, in canonical order, compressed with zstd."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    people, statements = pa.array(votes.participants), pa.array(votes.statements)
    table = {
        "participant": people.take(pa.array(votes.rows())),
        "statement": statements.take(pa.array(votes.columns)),
        "vote": pa.array(votes.values),
    }
    pq.write_table(pa.table(table), path, compression="zstd", row_group_size=BATCH)
