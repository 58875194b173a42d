"""Do the worker's work at once, in a test: hand over every stored event and run its handlers."""

from __future__ import annotations

from causeway.kernel import outbox
from causeway.project.subscriptions import SUBSCRIPTIONS


def work() -> None:
    """Run until nothing waits: handlers may perform commands that announce more."""
    queued: list[tuple[str, int]] = []
    while outbox.relay(SUBSCRIPTIONS, queued.extend):
        while queued:
            outbox.handle(SUBSCRIPTIONS, *queued.pop(0))
