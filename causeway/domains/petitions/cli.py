"""What only the command line of the server does: prove a petition's totals from its rows."""

from __future__ import annotations

import click

from causeway.domains.petitions.commands.recount_signatures import RecountSignatures
from causeway.domains.petitions.commands.tally_signatures import TallySignatures
from causeway.domains.petitions.models import Signature
from causeway.domains.petitions.queries import public_petition, totals
from causeway.kernel.actors import System
from causeway.kernel.perform import perform

OPERATOR = System(reason="The operator, at the command line.")


@click.command("recount")
@click.argument("petition")
def recount_command(petition: str) -> None:
    """Count the signatures of PETITION, its name in its address, anew, and say whether what was published agrees.

    What waits to be added to the totals is added first, as the worker does it. Totals that were wrong are mended, and
    the exit status is 1.
    """
    counted = public_petition(petition)
    while perform(OPERATOR, TallySignatures()):
        pass
    published = totals(counted)
    wrong = perform(OPERATOR, RecountSignatures(petition_id=counted.pk))
    sources = dict(Signature.Source.choices)
    for source, area, was, now in wrong:
        click.echo(f"{sources.get(source, source)}, {area or 'no area'}: published {was}, counted {now}")
    after = totals(counted)
    click.echo(f"Published: {published.total} ({published.online} online, {published.paper} on paper).")
    click.echo(f"Counted:   {after.total} ({after.online} online, {after.paper} on paper).")
    if wrong:
        click.echo("The published figures did not agree. They are mended.")
        raise click.exceptions.Exit(1)
    click.echo("The published figures agree.")
