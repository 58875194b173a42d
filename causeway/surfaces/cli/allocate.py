"""`causeway allocate`: decide which projects a budget pays for, from a Pabulib file."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from pathlib import Path

import click

from causeway.engines.budgeting import (
    COMPLETIONS,
    RULES,
    UTILITIES,
    Instance,
    Rules,
    allocate,
    pabulib,
    recount,
    report,
)
from causeway.engines.exact import BadInput, to_units
from causeway.surfaces.cli.again import command_again
from causeway.surfaces.cli.pages import write_page
from causeway.surfaces.cli.progress import Progress

PART = re.compile(r"\d{1,9}(/[1-9]\d{0,8}|\.\d{1,9})?")


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
@click.option(
    "--share",
    "shares",
    multiple=True,
    metavar="SECTION=PART",
    help="Part of the budget (1/3, 0.25) that a section of voters holds together, for equal shares.",
)
@click.option(
    "--unit", default="1", show_default=True, metavar="AMOUNT", help="By how much add1 raises money in a step."
)
@click.option("--voter-section", default="", metavar="COLUMN", help="The column that names each voter's section.")
@click.option("--by", default="", metavar="COLUMN", help="Also say what it means for each group of voters.")
@click.option("--voter", default="", metavar="ID", help="Also say what this voter paid.")
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
    shares: tuple[str, ...],
    unit: str,
    voter_section: str,
    by: str,
    voter: str,
    as_json: bool,
    html: Path | None,
) -> None:
    """Decide which projects of FILE (Pabulib .pb) its budget pays for, and say why."""
    progress = Progress()
    progress(f"reading {file}")
    vote = pabulib.read(file, progress=progress)
    for sentence in pabulib.remarks(vote):
        click.echo(f"causeway: {sentence}", err=True)
    rules = Rules(
        rule=rule,
        utility=utility,
        completion=completion,
        ties=tuple(part.strip() for part in ties.split(",")),
        threshold=_threshold(vote) if threshold is None and rule.startswith("greedy") else threshold or 0,
        skip=not no_skip and not (rule == "greedy" and vote.meta.get("rule") == "greedy-no-skip"),
        guarantees=_amounts(guarantees, "--guarantee"),
        shares=_shares(shares),
        voter_section=voter_section,
        unit_pence=to_units(unit, 2),
    )
    changed = recount(vote, rules, _amounts(costs, "--cost"), progress=progress) if costs else None
    result = changed.after if changed else allocate(vote, rules, progress=progress)
    vote = vote.with_costs(changed.costs_pence) if changed else vote
    if html:
        title = vote.meta.get("description") or "The vote on the budget"
        again = command_again(click.get_current_context())
        write_page(html, report.page(vote, result, title=title, checked_with=again, by=by, changed=changed))
    if as_json:
        said = report.as_plain(vote, result, by=by)
        said |= {"recount": report.recounted(changed)} if changed else {}
        said |= {"voter": report.receipt(vote, result, voter)} if voter else {}
        click.echo(json.dumps(said, ensure_ascii=False, indent=1))
    elif not html:
        click.echo(report.as_text(vote, result, by=by, changed=changed), nl=False)
        click.echo(report.receipt_text(vote, result, voter) if voter else "", nl=False)


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


def _shares(given: tuple[str, ...]) -> dict[str, Fraction]:
    """``NAME=PART`` as parts of the whole by name."""
    found = {}
    for text in given:
        name, _, part = text.rpartition("=")
        if not name or not PART.fullmatch(part):
            raise BadInput(f"--share needs SECTION=PART, such as north=1/3; “{text}” is not of that form.")
        found[name] = Fraction(part)
    return found
