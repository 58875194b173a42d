"""``causeway count``: count an election from a file, on any computer, without a database."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from causeway.surfaces.cli.progress import Progress

if TYPE_CHECKING:
    from causeway.engines.exact import TieOrder
    from causeway.engines.stv import Condition, Election

RULES = ("scottish", "ers97", "meek", "wigm", "irv")


@click.command("count")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--rule", required=True, type=click.Choice(RULES), help="The rule to count by.")
@click.option("--seats", type=int, help="How many places to fill, where the file does not say or others are wanted.")
@click.option(
    "--tie-order",
    default="refuse",
    show_default=True,
    metavar="FILE|drawn:SEED|refuse",
    help="The order declared before the count: a file with one position or name a line, favourite first; an order "
    "drawn by a published seed; or refuse to break ties that the rule cannot.",
)
@click.option("--withdrawn", multiple=True, type=int, metavar="POSITION", help="A candidate who has withdrawn.")
@click.option(
    "--conditions",
    type=click.Path(path_type=Path),
    help="A CSV file of reserved places: name,minimum,maximum,positions (positions apart by spaces).",
)
@click.option("--json", "as_json", is_flag=True, help="Print the whole record as JSON.")
@click.option("--text", "as_plain", is_flag=True, help="Print plain text (the default).")
@click.option("--html", "page", type=click.Path(path_type=Path), metavar="OUT", help="Write a page that stands alone.")
def count_command(
    file: Path,
    rule: str,
    seats: int | None,
    tie_order: str,
    withdrawn: tuple[int, ...],
    conditions: Path | None,
    as_json: bool,
    as_plain: bool,
    page: Path | None,
) -> None:
    """Count the ballots in FILE (.blt, .soi, .abif or .csv) and say who is elected and why.

    FILE's candidates go by position, from 1. Bad input ends in one sentence and exit status 2.
    """
    if as_json + as_plain + (page is not None) > 1:
        raise click.UsageError("Choose one of --json, --text and --html.")
    from dataclasses import replace

    from causeway.engines import stv
    from causeway.engines.stv import report
    from causeway.engines.stv.formats import read

    progress = Progress()
    election = read(file, seats=seats, progress=progress)
    if withdrawn:
        election = replace(election, withdrawn=election.withdrawn | {position - 1 for position in withdrawn})
    ties = _tie_order(tie_order, election)
    reserved = _conditions(conditions, election) if conditions else []
    result = stv.count(election, rule=rule, ties=ties, conditions=reserved, progress=progress)
    if as_json:
        click.echo(json.dumps(report.as_document(result), ensure_ascii=False, indent=1))
    elif page is not None:
        _write(page, report.as_page(result, file_name=file.name))
    else:
        click.echo(report.as_text(result), nl=False)


def _tie_order(given: str, election: Election) -> TieOrder:
    from causeway.engines.exact import BadInput, TieOrder

    size = len(election.names)
    if given == "refuse":
        return TieOrder.refuse()
    if given.startswith("drawn:"):
        return TieOrder.drawn(given.removeprefix("drawn:"), size=size)
    order = []
    for number, line in enumerate(_lines(Path(given)), start=1):
        if line.isascii() and line.isdigit():
            order.append(int(line[:9]) - 1)
        elif election.names.count(line) == 1:
            order.append(election.names.index(line))
        else:
            raise BadInput(f"“{line[:40]}” is no candidate's position or name.", line=number)
    return TieOrder.listed(order, size=size)


def _conditions(path: Path, election: Election) -> list[Condition]:
    import csv

    from causeway.engines.exact import BadInput
    from causeway.engines.stv import Condition

    found = []
    for number, row in enumerate(csv.reader(_lines(path)), start=1):
        if number == 1 and row[:1] == ["name"]:
            continue
        try:
            name, minimum, maximum, positions = (cell.strip() for cell in row)
            members = frozenset(int(position) - 1 for position in positions.split())
            least, most = int(minimum or 0), int(maximum) if maximum else None
        except ValueError as error:
            raise BadInput("A condition is “name,minimum,maximum,positions”.", line=number) from error
        if not members <= set(range(len(election.names))):
            raise BadInput(f"“{name[:40]}” names a position that no candidate has.", line=number)
        found.append(Condition(name=name, members=members, minimum=least, maximum=most))
    return found


def _lines(path: Path) -> list[str]:
    from causeway.engines.exact import BadInput

    try:
        if path.stat().st_size > 1 << 20:
            raise BadInput(f"“{path.name}” is larger than a megabyte.")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BadInput(f"“{path.name}” cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise BadInput(f"“{path.name}” is not written in UTF-8.") from error
    return [line.strip() for line in text.splitlines() if line.strip()]


def _write(path: Path, text: str) -> None:
    from causeway.engines.exact import BadInput

    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadInput(f"“{path}” cannot be written: {error.strerror}.") from error
