"""The command that gives the same result again, for a page that says how to check it."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

import click

ABOUT_OUTPUT = frozenset({"as_json", "as_plain", "html", "page", "memory", "voter"})


def command_again(context: click.Context) -> str:
    """Everything that was said, but for where and how to write it; files without their folders."""
    given = [(option, context.params.get(str(option.name))) for option in context.command.params]
    said = ["causeway", str(context.info_name)]
    for option, value in sorted(given, key=lambda one: not isinstance(one[0], click.Argument)):
        if option.name in ABOUT_OUTPUT or not value or value == option.get_default(context):
            continue
        for one in value if isinstance(value, tuple) else (value,):
            said += _words(option, one)
    return shlex.join(said)


def _words(option: click.Parameter, value: object) -> Iterator[str]:
    if not isinstance(option, click.Argument):
        yield option.opts[0]
    if value is not True:
        yield value.name if isinstance(value, Path) else str(value)
