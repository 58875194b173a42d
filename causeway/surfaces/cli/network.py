"""`causeway network`: who is tied to whom, and what that means for those who organise."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from causeway.surfaces.cli.progress import Progress

if TYPE_CHECKING:
    import datetime

    from causeway.engines.networks.report import Picture

MOST_JSON_BYTES = 1 << 26
DAY = click.DateTime(["%Y-%m-%d"])


@click.command("network")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--organisations", type=click.Path(path_type=Path), help="A CSV file: organisation,kind,power.")
@click.option("--since", type=DAY, metavar="DAY", help="Only ties from this day on, or without a date.")
@click.option("--until", type=DAY, metavar="DAY", help="Only ties up to this day, or without a date.")
@click.option("--before", type=click.Path(path_type=Path), help="An earlier --json, to keep everybody's place.")
@click.option("--seed", type=int, default=1, show_default=True, help="For the lots of the tests.")
@click.option("--draws", type=int, default=999, show_default=True, help="How often kinds and partners are drawn.")
@click.option("--rewirings", type=int, default=199, show_default=True, help="How many whole networks are drawn.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.option("--html", type=click.Path(path_type=Path), metavar="OUT", help="Write one self-contained page.")
@click.option("--graphml", type=click.Path(path_type=Path), metavar="OUT", help="Write the network for other programs.")
def network_command(
    file: Path,
    organisations: Path | None,
    since: datetime.datetime | None,
    until: datetime.datetime | None,
    before: Path | None,
    seed: int,
    draws: int,
    rewirings: int,
    as_json: bool,
    html: Path | None,
    graphml: Path | None,
) -> None:
    """Measure the network of organisations in FILE (CSV with the columns from, to, tie, date, weight)."""
    from causeway.engines.networks import Chance, measure, read, report

    progress = Progress()
    lots = Chance(seed=seed, draws=draws, rewirings=rewirings)
    network = read(file, *([organisations] if organisations else []))
    network = network.between(since.date() if since else None, until.date() if until else None)
    found = measure(network, lots, progress=progress)
    if as_json or html:
        progress("placing organisations in the picture")
        picture = report.arrange(found, _earlier(before) if before else None)
    if graphml:
        _write(graphml, report.as_graphml(network))
    if html:
        command = _command_again(click.get_current_context(), file)
        _write(html, report.page(found, picture, title="Who is tied to whom", checked_with=command))
    if as_json:
        click.echo(json.dumps(report.as_plain(found, picture), ensure_ascii=False, indent=1))
    elif not html:
        click.echo(report.as_text(found), nl=False)


def _earlier(place: Path) -> Picture:
    """The picture of an earlier result."""
    from causeway.engines.exact import BadInput
    from causeway.engines.networks import report

    try:
        with place.open("rb") as stream:
            raw = stream.read(MOST_JSON_BYTES + 1)
        if len(raw) > MOST_JSON_BYTES:
            raise BadInput(f"The file {place} is longer than {MOST_JSON_BYTES >> 20} MB.")
        return report.earlier(json.loads(raw))
    except OSError as error:
        raise BadInput(f"The file {place} cannot be read: {error.strerror or error}.") from error
    except (ValueError, RecursionError) as error:
        raise BadInput(f"The file {place} is not JSON.") from error


def _write(place: Path, text: str) -> None:
    from causeway.engines.exact import BadInput

    try:
        place.write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadInput(f"The file {place} cannot be written: {error.strerror or error}.") from error


def _command_again(context: click.Context, file: Path) -> str:
    """The command that gives the same figures: everything that was said, but for where to write it."""
    said = ["causeway", "network", file.name]
    for option in context.command.params:
        value = context.params.get(str(option.name))
        if option.name in {"file", "html", "graphml", "as_json"} or value in (None, option.get_default(context)):
            continue
        shown = value.name if isinstance(value, Path) else f"{value:%Y-%m-%d}" if option.type is DAY else str(value)
        said += [option.opts[0], shown]
    return shlex.join(said)
