"""`causeway manage …`: Django's own commands, for whoever runs an installation."""

from __future__ import annotations

import os

import click


@click.command(
    context_settings={"ignore_unknown_options": True, "help_option_names": []},
    add_help_option=False,
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage_command(arguments: tuple[str, ...]) -> None:
    """Run one of Django's commands, for example: causeway manage check --deploy."""
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "causeway.project.settings")
    execute_from_command_line(["causeway manage", *arguments])
