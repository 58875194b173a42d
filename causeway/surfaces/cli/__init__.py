"""The command line's shell: commands are loaded only when called, and errors end in one sentence and status 2."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Mapping
from typing import Any

import click


class LazyGroup(click.Group):
    """A group whose commands are named as ``module:function`` and imported when they are called.

    ``needs_django`` names those for which Django is set up first; the others start without it.
    """

    def __init__(self, *args: Any, table: Mapping[str, str], needs_django: frozenset[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table = table
        self.needs_django = needs_django

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = self.table.get(cmd_name)
        if place is None:
            return None
        if cmd_name in self.needs_django:
            _set_up_django()
        module, _, function = place.partition(":")
        command: click.Command = getattr(importlib.import_module(module), function)
        return command


def _set_up_django() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "causeway.project.settings")
    django.setup()


def run(group: click.Group) -> None:
    """Run the command line; an error that we know ends in one sentence and exit status 2."""
    try:
        group(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.exceptions.Exit as end:
        sys.exit(end.exit_code)
    except click.ClickException as problem:
        click.echo(f"causeway: {problem.format_message()}", err=True)
        sys.exit(2)
    except Exception as error:
        sentence = getattr(error, "sentence", None)
        if sentence is None:
            raise
        click.echo(f"causeway: {sentence}", err=True)
        sys.exit(2)
