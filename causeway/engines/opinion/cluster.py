"""Runs the functions of an analysis on a Dask cluster. The only file that knows of Dask (extra ``cluster``).

A handle is a future: its result stays on the worker that made it, goes from worker to worker where a function wants it,
and is made again elsewhere if that worker dies.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from causeway import __version__
from causeway.engines.exact import BadInput, EngineError
from causeway.engines.opinion.running import Handle

if TYPE_CHECKING:
    from distributed import Client

PATIENCE = 30.0


class Cluster:
    """Runs functions on the workers of a scheduler."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def run(self, function: Callable[..., Any], *arguments: object) -> Handle:
        """A future; begun as soon as its arguments are there."""
        return self.client.submit(function, *arguments, pure=False)

    def fetch(self, handle: Handle) -> Any:
        """Wait for it, and bring it here."""
        from concurrent.futures import CancelledError

        from distributed import KilledWorker

        try:
            return handle.result()
        except EngineError:
            raise
        except KilledWorker as error:
            raise BadInput(
                "Several workers died one after the other at the same work. Most likely a part needs more memory than "
                "a worker has: make the parts smaller."
            ) from error
        except (CancelledError, OSError) as error:
            raise BadInput("The scheduler cannot be reached any more.") from error


@contextmanager
def connected(address: str, *, patience: float = PATIENCE) -> Iterator[Cluster]:
    """The cluster of the scheduler at this address (``tcp://host:8786``, ``tls://…``); raises ``BadInput``.

    Waits ``patience`` seconds at most for the scheduler, and for a first worker.
    """
    try:
        import dask
        from distributed import Client
    except ImportError as error:
        raise BadInput("The extra “cluster” is not installed: pip install 'causeway[cluster]'.") from error
    _hush()
    if address.startswith("tls:") and not dask.config.get("distributed.comm.tls.ca-file", None):
        raise BadInput("For an address with tls:// set DASK_DISTRIBUTED__COMM__TLS__CA_FILE, …CLIENT__CERT and …KEY.")
    try:
        client: Client = Client(address, timeout=patience, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, RuntimeError, TypeError) as error:
        raise BadInput(f"No scheduler answers at “{address}”.") from error
    with client:
        _checked(client, address, patience)
        yield Cluster(client)


def _hush() -> None:
    """Dask's own loggers, which tell a person nothing that a sentence of ours does not."""
    for name in list(logging.root.manager.loggerDict):
        if name.startswith("distributed"):
            logging.getLogger(name).setLevel(logging.CRITICAL)


def _checked(client: Client, address: str, patience: float) -> None:
    """Whether there are workers, all of them with the same Causeway as here."""
    try:
        client.wait_for_workers(1, timeout=patience)
    except TimeoutError as error:
        raise BadInput(f"The scheduler at “{address}” has no workers.") from error
    try:
        versions = set(client.run(version).values())
    except ImportError as error:
        raise BadInput(
            "Causeway is not installed on the workers: pip install 'causeway[cluster]' there too."
        ) from error
    if versions != {version()}:
        raise BadInput(f"The workers have Causeway {', '.join(sorted(versions))}; here it is {version()}.")


def version() -> str:
    """The version of Causeway where this runs."""
    return __version__
