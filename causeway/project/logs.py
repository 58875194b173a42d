"""How lines of the log are written: with what went wrong, and without what a person typed, is or uses."""

from __future__ import annotations

import logging
import re

ADDRESS = re.compile(r"[^\s@<>()'\"/?&=:,;]+(?:@|%40)[^\s@<>()'\"/?&=,;]+")
QUERY = re.compile(r"\?[^\s'\")]+")
ROWS = re.compile(r"^(DETAIL|CONTEXT):.*$", re.MULTILINE)
"""What PostgreSQL adds to an error: the values of the row that it refused."""


class WithoutPersonalData(logging.Formatter):
    """A line, with its traceback, in which e-mail addresses, query strings and values of rows are left out.

    Django and the database put them into some messages: of an address that is taken, of a form that came from
    elsewhere.
    """

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        return ADDRESS.sub("(address)", QUERY.sub("?(left out)", ROWS.sub(r"\1: (left out)", line)))
