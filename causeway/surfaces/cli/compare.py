"""`causeway compare`: which combinations of conditions go with an outcome, from a table of cases."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from causeway.surfaces.cli.again import command_again
from causeway.surfaces.cli.pages import write_page
from causeway.surfaces.cli.progress import Progress

if TYPE_CHECKING:
    from causeway.engines.qca.calibration import Calibration

SOLUTIONS = ("conservative", "parsimonious", "intermediate")


@click.command("compare")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--outcome", required=True, metavar="Y", help="The outcome: a column, ~Y for its absence, Y[2] for a value."
)
@click.option("--conditions", metavar="A,B", help="The conditions; all other columns where not said.")
@click.option("--cases", "names", metavar="COLUMN", help="The column with the cases' names, if not the first.")
@click.option(
    "--calibrate", multiple=True, metavar="A=direct:10,50,90", help="Anchors for raw figures; also indirect, levels."
)
@click.option(
    "--incl-cut",
    default="0.8",
    show_default=True,
    help="Inclusion that a row must reach; 0.8,0.5 leaves rows between open.",
)
@click.option("--freq-cut", default=1, show_default=True, help="Cases that a row must hold.")
@click.option("--pri-cut", default="0.5", show_default=True, help="PRI that a row must reach.")
@click.option("--solution", type=click.Choice(SOLUTIONS), default="conservative", show_default=True)
@click.option("--expect", metavar="A=1,B=0", help="Expectations for the intermediate solution.")
@click.option("--most-models", default=1000, show_default=True, help="The cap on models given.")
@click.option(
    "--missing",
    type=click.Choice(("refuse", "bound")),
    default="refuse",
    show_default=True,
    help="Where figures are missing: refuse, or try all that they could be.",
)
@click.option(
    "--robustness/--no-robustness",
    "firm",
    default=None,
    help="Try other cuts, and leave out each case in turn; done anyway where it is quick.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.option("--html", "page", type=click.Path(path_type=Path), metavar="OUT", help="Write a page that stands alone.")
def compare_command(
    file: Path,
    outcome: str,
    conditions: str | None,
    names: str | None,
    calibrate: tuple[str, ...],
    incl_cut: str,
    freq_cut: int,
    pri_cut: str,
    solution: str,
    expect: str | None,
    most_models: int,
    missing: str,
    firm: bool | None,
    as_json: bool,
    page: Path | None,
) -> None:
    """Compare the cases in FILE (CSV: a line for each case, a column for each condition) by what goes with Y."""
    from causeway.engines.qca import Cuts, Settings, compare, report, sets, table
    from causeway.engines.qca.missing import bounded
    from causeway.engines.qca.robustness import quick, robustness

    progress = Progress()
    inclusion, _, low = incl_cut.partition(",")
    settings = Settings(
        cuts=Cuts(
            inclusion=sets.as_fraction(inclusion, "--incl-cut"),
            low=sets.as_fraction(low, "--incl-cut") if low else None,
            frequency=freq_cut,
            pri=sets.as_fraction(pri_cut, "--pri-cut"),
        ),
        solution=solution,
        expect=_expected(expect or ""),
        most_models=most_models,
    )
    chosen = sets.chosen(
        table.read(file, names=names),
        outcome=outcome,
        conditions=[name.strip() for name in conditions.split(",")] if conditions else None,
        calibrations=dict(_calibration(text) for text in calibrate),
    )
    again = command_again(click.get_current_context())
    if chosen.missing and missing == "bound":
        bounds = bounded(chosen, settings, progress=progress)
        texts = (report.bounds_as_plain(bounds), report.bounds_as_text(bounds))
        drawn = report.bounds_as_page(bounds, checked_with=again) if page else ""
    else:
        found = compare(chosen.cases(), settings, progress=progress)
        wanted = quick(found) if firm is None else firm
        tried = robustness(found, progress=progress) if wanted else None
        texts = (report.as_plain(found, tried), report.as_text(found, tried))
        drawn = report.as_page(found, tried, checked_with=again) if page else ""
    if page:
        write_page(page, drawn)
    if as_json:
        click.echo(json.dumps(texts[0], ensure_ascii=False, indent=1))
    elif not page:
        click.echo(texts[1], nl=False)


def _expected(text: str) -> dict[str, frozenset[int]]:
    """``A=1,B=0``; a condition named twice may help with either value."""
    from causeway.engines.exact import BadInput

    found: dict[str, frozenset[int]] = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        name, _, value = part.rpartition("=")
        if not name or not (value.strip().isascii() and value.strip().isdigit()):
            raise BadInput(f"--expect needs A=1,B=0; “{part[:40]}” is not of that form.")
        found[name.strip()] = found.get(name.strip(), frozenset()) | {int(value.strip()[:9])}
    return found


def _calibration(text: str) -> tuple[str, Calibration]:
    from causeway.engines.exact import BadInput
    from causeway.engines.qca import calibration

    name, equals, method = text.partition("=")
    if not equals or not name.strip():
        raise BadInput(f"--calibrate needs A=direct:10,50,90; “{text[:40]}” is not of that form.")
    return name.strip(), calibration.parse(method)
