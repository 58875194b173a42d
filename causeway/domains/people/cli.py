"""What only the command line of the server does: who is staff, and the renewal of sealed values."""

from __future__ import annotations

import click

from causeway.domains.people.commands.appoint_staff import AppointStaff
from causeway.domains.people.commands.dismiss_staff import DismissStaff
from causeway.domains.people.commands.reseal_values import ResealValues, places
from causeway.domains.people.queries import staff_addresses
from causeway.kernel.actors import System
from causeway.kernel.perform import perform

OPERATOR = System(reason="The operator, at the command line.")


@click.group()
def staff_command() -> None:
    """Who helps to run the platform."""


@staff_command.command("add")
@click.argument("email")
def add(email: str) -> None:
    """Let the account with this address open staff sessions."""
    perform(OPERATOR, AppointStaff(email=email))
    click.echo(f"{email} may open staff sessions.")


@staff_command.command("remove")
@click.argument("email")
def remove(email: str) -> None:
    """Take that away again, and close the sessions that run."""
    perform(OPERATOR, DismissStaff(email=email))
    click.echo(f"{email} may no longer open staff sessions.")


@staff_command.command("list")
def list_() -> None:
    """Everybody who may open staff sessions."""
    for email in staff_addresses():
        click.echo(email)


@click.command()
@click.option("--batch", default=500, show_default=True, type=click.IntRange(1, 10_000), help="Values at a time.")
def rotate_keys_command(batch: int) -> None:
    """Seal every sealed value with the current key. Stop it whenever you like; it goes on where it was.

    First add the new key to the secrets and make it current; remove the old one when this has ended well.
    """
    for place in places():
        renewed = 0
        while count := perform(OPERATOR, ResealValues(place=place, limit=batch)):
            renewed += count
            click.echo(f"{place}: {renewed}")
    click.echo("Every value is sealed with the current key.")
