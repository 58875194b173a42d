"""`causeway worker`: hands stored events over to their handlers, and works off the job queue."""

from __future__ import annotations

import logging
import threading

import click
from django.db import OperationalError, close_old_connections, connection

from causeway.kernel.jobs import app, hand_over

log = logging.getLogger(__name__)

PAUSE_SECONDS = 0.5
PAUSE_AFTER_ERROR_SECONDS = 2.0


@click.command()
def worker_command() -> None:
    """Work off events and jobs until stopped."""
    stop = threading.Event()
    relay = threading.Thread(target=hand_over_until, args=(stop,), name="hand-over", daemon=True)
    relay.start()
    try:
        with app.replace_connector(app.connector.get_worker_connector()) as worker:  # type: ignore[attr-defined]
            worker.run_worker(install_signal_handlers=True)
    finally:
        stop.set()
        relay.join(timeout=5)


def hand_over_until(stop: threading.Event) -> None:
    """Hand over events in batches, again and again; a lost database is waited for."""
    while not stop.is_set():
        try:
            while hand_over() and not stop.is_set():
                pass
            stop.wait(PAUSE_SECONDS)
        except OperationalError:
            log.warning("The database does not answer; trying again.")
            connection.close()
            stop.wait(PAUSE_AFTER_ERROR_SECONDS)
        finally:
            close_old_connections()
