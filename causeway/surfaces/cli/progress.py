"""Progress of long work, on the error stream: nothing in the first second, then a line a second at most.

Whoever reads the error stream by machine sets ``CAUSEWAY_QUIET_SECONDS`` to another number.
"""

from __future__ import annotations

import os
import time

import click

QUIET_SECONDS = float(os.environ.get("CAUSEWAY_QUIET_SECONDS", "1"))


class Progress:
    """Called with a sentence whenever something has got further."""

    def __init__(self) -> None:
        self.said = time.monotonic()

    def __call__(self, sentence: str) -> None:
        """Say it, if nothing was said for a second."""
        now = time.monotonic()
        if now - self.said >= QUIET_SECONDS:
            self.said = now
            click.echo(f"causeway: {sentence}", err=True)
