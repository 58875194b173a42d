"""`causeway allocate`: decide which projects a budget pays for, from a Pabulib file."""

from __future__ import annotations

import json
from pathlib import Path

import click

from causeway.engines.budgeting import COMPLETIONS, RULES, UTILITIES, Instance, Rules, allocate, pabulib, report
from causeway.engines.exact import BadInput, to_units
from causeway.surfaces.cli.again import command_again
from causeway.surfaces.cli.pages import write_page
from causeway.surfaces.cli.progress import Progress


@click.command("allocate")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--rule", type=click.Choice(list(RULES)), default="equal-shares", show_default=True)
@click.option("--utility", type=click.Choice(UTILITIES), default="cost", show_default=True, help="For equal shares.")
@click.option("--completion", type=click.Choice(COMPLETIONS), default="none", show_default=True)
@click.option(
    "--ties",
    default="cost,votes,list",
    show_default=True,
    help="Criteria in order, ending in list, refuse or drawn:SEED.",
)
@click.option("--threshold", type=int, help="Fewest votes or points; else what the file says under greedy-threshold.")
@click.option("--no-skip", is_flag=True, help="Stop at the first project that does not fit.")
@click.option(
    "--guarantee",
    "guarantees",
    multiple=True,
    metavar="SECTION=AMOUNT",
    help="Money that a section's own projects are decided with first.",
)
@click.option("--cost", "costs", multiple=True, metavar="PROJECT=AMOUNT", help="A cost that changed after the vote.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.option("--html", type=click.Path(path_type=Path), help="Write one self-contained page.")
def allocate_command(
    file: Path,
    rule: str,
    utility: str,
    completion: str,
    ties: str,
    threshold: int | None,
    no_skip: bool,
    guarantees: tuple[str, ...],
    costs: tuple[str, ...],
    as_json: bool,
    html: Path | None,
) -> None:
    """Decide which projects of FILE (Pabulib .pb) its budget pays for, and say why."""
    progress = Progress()
    progress(f"reading {file}")
    vote = pabulib.read(file)
    for sentence in pabulib.remarks(vote):
        click.echo(f"causeway: {sentence}", err=True)
    if costs:
        vote = vote.with_costs(_amounts(costs, "--cost"))
    rules = Rules(
        rule=rule,
        utility=utility,
        completion=completion,
        ties=tuple(part.strip() for part in ties.split(",")),
        threshold=_threshold(vote) if threshold is None and rule.startswith("greedy") else threshold or 0,
        skip=not no_skip and not (rule == "greedy" and vote.meta.get("rule") == "greedy-no-skip"),
        guarantees=_amounts(guarantees, "--guarantee"),
    )
    result = allocate(vote, rules, progress=progress)
    if html:
        title = vote.meta.get("description") or "The vote on the budget"
        again = command_again(click.get_current_context())
        write_page(html, report.page(vote, result, title=title, checked_with=again))
    if as_json:
        click.echo(json.dumps(report.as_plain(result), ensure_ascii=False, indent=1))
    elif not html:
        click.echo(report.as_text(vote, result), nl=False)


def _threshold(vote: Instance) -> int:
    """The threshold that the file states for its own rule."""
    said = vote.meta.get("min_project_score_threshold", "")
    return to_units(said, 0) if said else 0


def _amounts(given: tuple[str, ...], option: str) -> dict[str, int]:
    """``NAME=AMOUNT`` as pence by name."""
    found = {}
    for text in given:
        name, equals, amount = text.rpartition("=")
        if not equals or not name:
            raise BadInput(f"{option} needs NAME=AMOUNT; “{text}” is not of that form.")
        found[name] = to_units(amount, 2)
    return found
