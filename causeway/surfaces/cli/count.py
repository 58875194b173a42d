"""``causeway count``: count an election from a file, on any computer, without a database."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from causeway.surfaces.cli.again import command_again
from causeway.surfaces.cli.pages import write_page
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
@click.option("--withdrawn", multiple=True, metavar="WHO", help="A candidate who has withdrawn (position or name).")
@click.option(
    "--conditions",
    type=click.Path(path_type=Path),
    help="A CSV file of sections and reserved places: name,minimum,maximum,positions (positions apart by spaces).",
)
@click.option("--vacate", metavar="WHO", help="Fill the vacancy that this elected member leaves, by countback.")
@click.option("--stays", multiple=True, metavar="WHO", help="Who stays in office; else all whom the count elects.")
@click.option("--stands-down", multiple=True, metavar="WHO", help="Who no longer stands for the vacancy.")
@click.option("--json", "as_json", is_flag=True, help="Print the whole record as JSON.")
@click.option("--text", "as_plain", is_flag=True, help="Print plain text (the default).")
@click.option("--html", "page", type=click.Path(path_type=Path), metavar="OUT", help="Write a page that stands alone.")
def count_command(
    file: Path,
    rule: str,
    seats: int | None,
    tie_order: str,
    withdrawn: tuple[str, ...],
    conditions: Path | None,
    vacate: str | None,
    stays: tuple[str, ...],
    stands_down: tuple[str, ...],
    as_json: bool,
    as_plain: bool,
    page: Path | None,
) -> None:
    """Count the ballots in FILE (.blt, .soi, .abif or .csv) and say who is elected and why.

    FILE's candidates go by position, from 1, or by name. Bad input ends in one sentence and exit status 2.
    """
    if as_json + as_plain + (page is not None) > 1:
        raise click.UsageError("Choose one of --json, --text and --html.")
    if vacate is None and (stays or stands_down):
        raise click.UsageError("--stays and --stands-down go with --vacate.")
    from dataclasses import replace

    from causeway.engines import stv
    from causeway.engines.stv import report
    from causeway.engines.stv.formats import read

    progress = Progress()
    election = read(file, seats=seats, progress=progress)
    if withdrawn:
        election = replace(election, withdrawn=election.withdrawn | {_place(who, election) for who in withdrawn})
    ties = _tie_order(tie_order, election)
    reserved = _conditions(conditions, election) if conditions else []
    known = bool(stays) or election.seats == 1  # of one place nobody stays
    if vacate is None or not known:
        result = stv.count(election, rule=rule, ties=ties, conditions=reserved, progress=progress)
    if vacate is not None:
        leaving = _place(vacate, election)
        result = stv.countback(
            election,
            rule=rule,
            sitting={leaving, *(_place(who, election) for who in stays)} if known else result.winners,
            leaving=leaving,
            standing_down={_place(who, election) for who in stands_down},
            ties=ties,
            conditions=reserved,
            progress=progress,
        )
    if as_json:
        click.echo(json.dumps(report.as_document(result), ensure_ascii=False, indent=1))
    elif page is not None:
        write_page(page, report.as_page(result, checked_with=command_again(click.get_current_context())))
    else:
        click.echo(report.as_text(result), nl=False)


def _tie_order(given: str, election: Election) -> TieOrder:
    from causeway.engines.exact import BadInput, TieOrder

    size = len(election.names)
    if given == "refuse":
        return TieOrder.refuse()
    if given.startswith("drawn:"):
        if not given.removeprefix("drawn:").strip():
            raise BadInput("The tie order needs a seed: drawn:SEED, published before the count.")
        return TieOrder.drawn(given.removeprefix("drawn:"), size=size)
    order: list[int] = []
    for number, line in _lines(Path(given)):
        place = _place(line, election, line=number)
        if place in order:
            raise BadInput(f"“{line[:40]}” stands in the tie order twice.", line=number)
        order.append(place)
    return TieOrder.listed(order, size=size)


def _place(who: str, election: Election, *, line: int | None = None) -> int:
    """The place (from 0) of a candidate named by position or name; a name that is a number is a position."""
    from causeway.engines.exact import BadInput

    if who.isascii() and who.isdigit():
        position = int(who[:12])
        if not 1 <= position <= len(election.names):
            raise BadInput(f"There is no candidate {who[:40]}; there are {len(election.names)}.", line=line)
        return position - 1
    if election.names.count(who) > 1:
        raise BadInput(f"{election.names.count(who)} candidates are named “{who[:40]}”; give the position.", line=line)
    if who not in election.names:
        raise BadInput(f"“{who[:40]}” is no candidate's position or name.", line=line)
    return election.names.index(who)


def _conditions(path: Path, election: Election) -> list[Condition]:
    import csv

    from causeway.engines.exact import BadInput
    from causeway.engines.stv import Condition

    found: list[Condition] = []
    for number, line in _lines(path):
        row = next(csv.reader([line]))
        if not found and row[:1] == ["name"]:
            continue
        try:
            name, minimum, maximum, positions = (cell.strip() for cell in row)
            members = frozenset(int(position) - 1 for position in positions.split())
            least, most = int(minimum or 0), int(maximum) if maximum else None
        except (ValueError, csv.Error) as error:
            raise BadInput("A condition is “name,minimum,maximum,positions”.", line=number) from error
        if not members <= set(range(len(election.names))):
            raise BadInput(f"“{name[:40]}” names a position that no candidate has.", line=number)
        found.append(Condition(name=name, members=members, minimum=least, maximum=most))
    if not found:
        raise BadInput(f"“{path.name}” holds no condition.")
    return found


def _lines(path: Path) -> list[tuple[int, str]]:
    """The lines that say something, with their numbers."""
    from causeway.engines.exact import BadInput

    try:
        if path.stat().st_size > 1 << 20:
            raise BadInput(f"“{path.name}” is larger than a megabyte.")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BadInput(f"“{path.name}” cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise BadInput(f"“{path.name}” is not written in UTF-8.") from error
    return [(number, line.strip()) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
