"""`causeway import-tenders`: read tender notices from a file or an address."""

from __future__ import annotations

from pathlib import Path

import click

from causeway.domains.services.commands.receive_tender_package import ReceiveTenderPackage
from causeway.domains.services.fetching import fetch
from causeway.domains.services.in_parts import read_package_to_its_end
from causeway.domains.services.ocds.packages import LARGEST_PACKAGE
from causeway.domains.services.queries.tenders import all_problems, alliance_named, package_read, report_of
from causeway.domains.services.queries.unmatched import grounds_of
from causeway.kernel.actors import System
from causeway.kernel.errors import Unreadable
from causeway.kernel.perform import perform


@click.command()
@click.argument("source")
@click.option("--alliance", required=True, help="The address (slug) of the alliance to which notices are offered.")
@click.option("--problems/--no-problems", default=True, show_default=True, help="List what was wrong.")
def import_tenders_command(source: str, alliance: str, problems: bool) -> None:
    """Read an OCDS 1.1 release package from a FILE or an https address, and report what was in it."""
    actor = System("asked for on the command line")
    found = alliance_named(alliance)
    package = perform(actor, ReceiveTenderPackage(alliance_id=found.pk, name=Path(source).name, body=_body_of(source)))
    read_package_to_its_end(actor, package.pk)
    read = package_read(package.pk)
    if read.failure:
        raise Unreadable(read.failure)
    for words, count in report_of(read).items():
        click.echo(f"{words}: {count}")
    for ground in grounds_of(read):
        click.echo(f"  Without a match: {ground.notices}. What fitted: {ground.fits or 'nothing'}.")
    for problem in all_problems(read) if problems else ():
        where = " ".join(part for part in (f"{problem.position}.", problem.ocid, problem.field) if part)
        click.echo(f"  {where}: {problem.sentence}")


def _body_of(source: str) -> bytes:
    if "://" in source:
        return fetch(source).body or b""
    path = Path(source)
    if not path.is_file():
        raise Unreadable(f"There is no file “{source}”.")
    if path.stat().st_size > LARGEST_PACKAGE:
        raise Unreadable("This file is larger than 20 MB. Ask the publisher for a shorter time span.")
    return path.read_bytes()
