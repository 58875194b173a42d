"""`causeway opinions`: what people share and what divides them, from their votes on statements."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from causeway.surfaces.cli.again import command_again
from causeway.surfaces.cli.opinions_parts import find_in_parts, in_parts
from causeway.surfaces.cli.pages import write_page
from causeway.surfaces.cli.progress import Progress

if TYPE_CHECKING:
    from causeway.engines.opinion.conversation import Conversation
    from causeway.engines.opinion.formats import Assignment

FEWEST_PEOPLE = 10
LEAST_VOTES = 7


@click.command("opinions")
@click.argument("paths", type=click.Path(path_type=Path), metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Let the workers of this Dask scheduler read the parts and do the work; the result is the same.",
)
@click.option(
    "--groups",
    type=click.Path(path_type=Path),
    help="A CSV file of participant and group: whose consensus is asked, instead of groups that the votes show.",
)
@click.option(
    "--sectors",
    type=click.Path(path_type=Path),
    help="A CSV file of participant and sector (users, workers, community): what bridges these; small ones withheld.",
)
@click.option(
    "--least-people",
    type=click.IntRange(3, 1000),
    default=FEWEST_PEOPLE,
    show_default=True,
    help="Withhold sectors, and crowds on the map, of fewer people.",
)
@click.option(
    "--moderation",
    type=click.Choice(["open", "strict", "everything"]),
    default="open",
    show_default=True,
    help="Leave out what was rejected; or keep only what was accepted; or keep all.",
)
@click.option(
    "--least-votes",
    type=click.IntRange(1, 1000),
    default=LEAST_VOTES,
    show_default=True,
    help="How many statements somebody must have voted on to be placed on the map.",
)
@click.option(
    "--group-count",
    type=click.IntRange(1, 26),
    help="How many groups to look for, instead of as many as the votes show.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.option("--html", type=click.Path(path_type=Path), metavar="OUT", help="Write one self-contained page.")
def opinions_command(
    paths: tuple[Path, ...],
    scheduler: str | None,
    groups: Path | None,
    sectors: Path | None,
    least_people: int,
    moderation: str,
    least_votes: int,
    group_count: int | None,
    as_json: bool,
    html: Path | None,
) -> None:
    """Say what people share and what divides them, from votes on statements.

    PATH is a Polis export folder, or a log of votes that ends in .csv or .parquet; or the parts of a log as Parquet
    files, or folders with such. Bad input ends in one sentence and exit status 2.
    """
    from causeway.engines.opinion import Settings, formats, report
    from causeway.engines.opinion.findings import find
    from causeway.engines.opinion.report.sentences import title

    settings = Settings(least_votes=least_votes, count=group_count)
    asked: dict[str, Any] = {"policy": moderation, "least_people": least_people, "settings": settings}
    asked["progress"] = Progress()
    if in_parts(paths, scheduler):
        found = find_in_parts(paths, scheduler, groups=groups, sectors=sectors, **asked)
    else:
        conversation = formats.read(paths[0], progress=asked["progress"])
        found = find(
            conversation, groups=_assigned(groups, conversation), sectors=_assigned(sectors, conversation), **asked
        )
    for sentence in _remarks(found.given, found.names, found.sizes.tolist(), least_people):
        click.echo(f"causeway: {sentence}", err=True)
    if html:
        write_page(
            html, report.page(found, title=title(found), checked_with=command_again(click.get_current_context()))
        )
    if as_json:
        click.echo(json.dumps(report.as_plain(found), ensure_ascii=False, indent=1))
    elif not html:
        click.echo(report.as_text(found), nl=False)


def _assigned(path: Path | None, conversation: Conversation) -> Assignment | None:
    """Who is in which group or sector, as a file says; its errors name the file."""
    if path is None:
        return None
    from causeway.engines.exact import BadInput
    from causeway.engines.opinion.formats import read_assignment

    try:
        return read_assignment(path, conversation.votes.participants)
    except OSError as error:
        raise BadInput(f"“{path.name}” cannot be read: {error.strerror}.") from error
    except BadInput as error:
        raise BadInput(f"In “{path.name}”: {error.sentence}") from error


def _remarks(given: bool, names: tuple[str, ...], sizes: list[int], least_people: int) -> list[str]:
    """Groups of very few people can be seen through; sectors are made for what people are."""
    small = [name for name, size in zip(names, sizes, strict=True) if size < least_people]
    if not given or not small:
        return []
    return [
        f"Groups are printed whatever their size; {', '.join(small[:5])}{'…' if len(small) > 5 else ''} "
        f"{'has' if len(small) == 1 else 'have'} fewer than {least_people} people, whose votes can be worked out. Use "
        "--sectors for what people are."
    ]
