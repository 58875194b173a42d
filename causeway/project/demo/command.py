"""`causeway demo`: build the demo alliance, and say how to sign in."""

from __future__ import annotations

import json
import secrets

import click
from django.conf import settings

from causeway.project import database
from causeway.project.demo.build import build, is_built, passphrase_of
from causeway.project.demo.cast import PEOPLE

WHO = {"coordinator": "a coordinator", "rep": "a union rep", "user": "a service user"}


@click.command()
def demo_command() -> None:
    """Build the demo alliance, once; print three ready sign-ins."""
    with database.running(settings.VAR_DIR / "postgres"):
        password = kept_password()
        if not is_built():
            build(password)
    click.echo("Three sign-ins are ready, all with the same password:")
    for role, words in WHO.items():
        click.echo(f"  {words:<16}{PEOPLE[role][0]:<28}{password}")
    click.echo(f"The first two also read tip-offs, with the passphrase: {passphrase_of(password)}")


def kept_password() -> str:
    """The demo's password: random, made once, and kept in the folder of this installation."""
    path = settings.VAR_DIR / "demo.json"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(json.dumps({"password": secrets.token_urlsafe(9)}))
    kept: str = json.loads(path.read_text())["password"]
    return kept
