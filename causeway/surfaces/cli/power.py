"""`causeway power`: how much say the members of a weighted vote have."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import click

from causeway.engines.exact import BadInput, to_units
from causeway.engines.power import Game, measure, quota_of, report
from causeway.engines.power.game import MOST_PLAYERS
from causeway.surfaces.cli.again import command_again
from causeway.surfaces.cli.pages import write_page
from causeway.surfaces.cli.progress import Progress

MOST_CSV_BYTES = 1 << 20


@click.command("power")
@click.argument("weights", nargs=-1)
@click.option("--quota", required=True, help="Votes needed: 12, 65% (at least) or >50% (more than).")
@click.option("--heads", type=int, default=0, help="Members needed besides (a double majority).")
@click.option("--enough-heads", type=int, help="So many members win whatever their votes.")
@click.option("--csv", "file", type=click.Path(path_type=Path), help="A CSV file with the columns name and weight.")
@click.option("--memory", type=click.FloatRange(min=0), metavar="GB", help="How much the table of counts may take.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.option("--html", type=click.Path(path_type=Path), metavar="OUT", help="Write a page that stands alone.")
def power_command(
    weights: tuple[str, ...],
    quota: str,
    heads: int,
    enough_heads: int | None,
    file: Path | None,
    memory: float | None,
    as_json: bool,
    html: Path | None,
) -> None:
    """Measure the power of members with these WEIGHTS, or with those in a CSV file."""
    if bool(weights) == bool(file):
        raise BadInput("Give the weights either as arguments or with --csv.")
    names, votes = _read(file) if file else ((), tuple(to_units(text, 0) for text in weights))
    game = Game(weights=votes, quota=quota_of(quota, votes), heads=heads, enough_heads=enough_heads, names=names)
    power = measure(game, progress=Progress(), memory_bytes=_bytes(memory))
    if html:
        title = f"Who has how much say: {file.stem}" if file else "Who has how much say"
        write_page(html, report.page(power, title=title, checked_with=command_again(click.get_current_context())))
    if as_json:
        click.echo(json.dumps(report.as_plain(power), ensure_ascii=False, indent=1))
    elif not html:
        click.echo(report.as_text(power), nl=False)


def _bytes(gigabytes: float | None) -> int:
    """What the table of counts may take: what was said, or three quarters of what this computer has free."""
    if gigabytes is not None:
        return int(gigabytes * 1e9)
    import psutil

    return int(psutil.virtual_memory().available) * 3 // 4


def _read(file: Path) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Names and weights of a CSV file; errors name the line."""
    try:
        with file.open("rb") as stream:
            raw = stream.read(MOST_CSV_BYTES + 1)
        text = raw.decode("utf-8-sig")
    except OSError as error:
        raise BadInput(f"The file {file} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise BadInput(f"The file {file} is not text in UTF-8.") from error
    if len(raw) > MOST_CSV_BYTES:
        raise BadInput(f"The file {file} is longer than {MOST_CSV_BYTES} bytes.")
    lines = text.splitlines()
    delimiter = next((sign for sign in ",;\t" if lines and sign in lines[0]), ",")
    rows = csv.reader(lines, delimiter=delimiter)
    try:
        header = [name.strip().lower() for name in next(rows, [])]
        if "weight" not in header:
            raise BadInput("The columns lack “weight”.", line=1)
        weight, name = header.index("weight"), header.index("name") if "name" in header else None
        names, votes = [], []
        for row in rows:
            if not row:
                continue
            if len(row) != len(header):
                raise BadInput(f"It has {len(row)} fields, but there are {len(header)} columns.", line=rows.line_num)
            votes.append(to_units(row[weight], 0, line=rows.line_num))
            names.append(row[name].strip() if name is not None else str(len(votes)))
            if len(votes) > MOST_PLAYERS:
                raise BadInput(f"There are more than {MOST_PLAYERS} members.", line=rows.line_num)
    except csv.Error as error:
        raise BadInput(f"It cannot be read as CSV: {error}.", line=rows.line_num) from error
    return tuple(names), tuple(votes)
