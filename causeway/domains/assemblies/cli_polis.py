"""``causeway import-conversation``: bring a conversation in from Polis, as one that is over."""

from __future__ import annotations

from pathlib import Path

import click
from django.utils.translation import gettext as _

from causeway.domains.assemblies.bodies import BY_ROOM, body_at
from causeway.domains.assemblies.commands.accept_polis_export import AcceptPolisExport
from causeway.domains.assemblies.commands.bring_polis_export import BringPolisExport
from causeway.domains.assemblies.commands.put_polis_export_aside import PutPolisExportAside
from causeway.domains.assemblies.commands.read_polis_export import ReadPolisExport
from causeway.domains.assemblies.commands.take_in_polis_export import TakeInPolisExport
from causeway.domains.assemblies.models import PolisImport
from causeway.domains.assemblies.polis_files import LARGEST_UPLOAD, usual_name
from causeway.kernel.actors import System
from causeway.kernel.errors import Unreadable
from causeway.kernel.perform import perform

ACTOR = System(reason="an import from the command line")


@click.command("import-conversation")
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--room", type=click.Choice(list(BY_ROOM)), default="alliances", show_default=True, help="What decides.")
@click.option("--body", "slug", required=True, help="Its short name, as in its address.")
@click.option("--title", required=True, help="What the conversation is called.")
@click.option("--question", required=True, help="What people were asked.")
@click.option("--from", "held", required=True, help="Who held it, when, and its address: it stands on the page.")
@click.option("--votes-are-public", is_flag=True, help="Those who voted knew that votes are published, or they are.")
@click.option("--look", is_flag=True, help="Only say what would be taken in; change nothing.")
def import_conversation_command(
    source: Path, room: str, slug: str, title: str, question: str, held: str, votes_are_public: bool, look: bool
) -> None:
    """Take in SOURCE, a Polis export (a folder or a zip), as a conversation of an alliance or another body."""
    command = BringPolisExport(
        body_id=body_at(room, slug).pk,
        title=title,
        question=question,
        source=held,
        sent_files=tuple(_files(source)),
        publishes_votes=votes_are_public,
    )
    brought = perform(ACTOR, ReadPolisExport(import_id=perform(ACTOR, command).pk))
    if brought.state == PolisImport.State.FAILED:
        raise Unreadable(brought.failure)
    found = brought.found or {}
    for remark in found["remarks"]:
        click.echo(remark)
    numbers = {"statements": len(found["statements"]), "voters": found["voters"], "votes": len(found["log"][0])}
    click.echo(_("Statements: %(statements)s. People: %(voters)s. Votes: %(votes)s.") % numbers)
    if look:
        perform(ACTOR, PutPolisExportAside(import_id=brought.pk))
        click.echo(_("Nothing was changed."))
        return
    perform(ACTOR, AcceptPolisExport(import_id=brought.pk))
    taken = perform(ACTOR, TakeInPolisExport(import_id=brought.pk))
    click.echo(_("Taken in: %(address)s") % {"address": taken.process.get_absolute_url() if taken.process else ""})


def _files(source: Path) -> list[tuple[str, bytes]]:
    """The files of the folder that belong to an export, or the zip."""
    try:
        inside = sorted(path for path in source.iterdir() if usual_name(path.name)) if source.is_dir() else [source]
        files = []
        for path in inside:
            with path.open("rb") as file:
                files.append((path.name, file.read(LARGEST_UPLOAD + 1)))
    except OSError as error:
        raise Unreadable(_("The file cannot be read: %(why)s.") % {"why": error.strerror or error}) from None
    return files
