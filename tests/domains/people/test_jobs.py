"""The nightly job, worked off by a real worker."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from causeway.domains.people.commands.close_account import CloseAccount
from causeway.domains.people.models import Person
from causeway.domains.people.tasks import erase_due_accounts
from causeway.kernel import clock
from causeway.kernel.jobs import app
from causeway.kernel.models import AuditEntry
from causeway.kernel.perform import perform
from tests.scenes import build_scene


def work_off_the_queue() -> None:
    """Run a real worker until nothing waits."""
    with app.replace_connector(app.connector.get_worker_connector()) as worker:  # type: ignore[attr-defined]
        worker.run_worker(wait=False, install_signal_handlers=False, queues=["periodic"])


@pytest.mark.django_db(transaction=True)
def test_the_worker_erases_at_night_those_who_left_14_days_ago() -> None:
    scene = build_scene()
    sam, cora = scene.people["stranger"], scene.people["coordinator"]
    with clock.stopped_at(clock.now() - timedelta(days=15)):
        perform(scene.actor("stranger"), CloseAccount())
    perform(scene.actor("coordinator"), CloseAccount())
    erase_due_accounts.defer(timestamp=0)
    with ThreadPoolExecutor(1) as elsewhere:  # the worker wants a loop of its own
        elsewhere.submit(work_off_the_queue).result(timeout=30)
    assert Person.objects.get(pk=sam.pk).erased_at is not None
    assert Person.objects.get(pk=cora.pk).erased_at is None
    assert AuditEntry.objects.get(command="ErasePerson").reason == "The 14 days after a person asked to leave are over."
