"""`causeway worker`: hands stored events over to their handlers, and works off the job queue."""

from __future__ import annotations

import logging
import os
import threading

import click
from django.db import DatabaseError, InterfaceError, close_old_connections, connection

from causeway.kernel.jobs import HEARTBEAT_SECONDS, STALLED_AFTER_SECONDS, app, hand_over

log = logging.getLogger(__name__)

PAUSE_SECONDS = 0.5
PAUSE_AFTER_ERROR_SECONDS = 2.0
NICENESS = 19


@click.command()
def worker_command() -> None:
    """Work off events and jobs until stopped."""
    give_way()
    stop = threading.Event()
    relay = threading.Thread(target=hand_over_until, args=(stop,), name="hand-over", daemon=True)
    relay.start()
    try:
        with app.replace_connector(app.connector.get_worker_connector()) as worker:  # type: ignore[attr-defined]
            worker.run_worker(
                install_signal_handlers=True,
                delete_jobs="successful",
                update_heartbeat_interval=HEARTBEAT_SECONDS,
                stalled_worker_timeout=STALLED_AFTER_SECONDS,
            )
    finally:
        stop.set()
        relay.join(timeout=5)


def give_way() -> None:
    """Let the web server go first where both want the processor: a letter may wait a second, a page may not."""
    os.nice(NICENESS)
    try:
        # Linux shares the processor by session first, where this is on: niceness alone would change nothing.
        with open("/proc/self/autogroup", "w") as group:
            group.write(str(NICENESS))
    except OSError:
        return


def hand_over_until(stop: threading.Event) -> None:
    """Hand over events in batches, again and again; a lost database is waited for, and no error ends it."""
    while not stop.is_set():
        try:
            while hand_over() and not stop.is_set():
                pass
            stop.wait(PAUSE_SECONDS)
        except (DatabaseError, InterfaceError):
            log.warning("The database does not answer; trying again.")
            connection.close()
            stop.wait(PAUSE_AFTER_ERROR_SECONDS)
        except Exception:
            log.exception("Events could not be handed over; trying again.")
            stop.wait(PAUSE_AFTER_ERROR_SECONDS)
        finally:
            close_old_connections()
