"""What every test may ask for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.test.utils import setup_databases, teardown_databases
from hypothesis import settings
from pytest_django import DjangoDbBlocker

from tests import database
from tests.full_scene import fill
from tests.scenes import Scene, build_scene
from tests.snapshot import Snapshot, take

# No deadline: speed is measured in bench/. The same examples each time, so that a red run can be run again; the option
# “--hypothesis-profile=explore” of pytest looks further.
settings.register_profile("again", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None)
settings.load_profile("again")

os.environ.setdefault("CAUSEWAY_QUIET_SECONDS", "600")  # commands that tests run say only what they found

REAL_DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
COMMITTING = {"transactional_db", "live_server"}


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The slowest go first, so that no worker is left alone with them at the end.

    Tests on real data run where the data is there; elsewhere they are left out with that reason.
    """
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)
    if REAL_DATA.exists():
        return
    reason = pytest.mark.skip(reason="the real data sets are not on this machine")
    for item in items:
        if item.get_closest_marker("realdata"):
            item.add_marker(reason)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """This run's database is held, and made again where other migrations made it (see ``tests/database.py``)."""
    with django_db_blocker.unblock(), database.held():
        yield


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker: DjangoDbBlocker,
    django_db_keepdb: bool,
    django_db_createdb: bool,
) -> Iterator[None]:
    """The test database, whichever tests are chosen; and let the runner empty its tables between tests.

    Only here is TRUNCATE of the audit trail allowed.
    """
    with django_db_blocker.unblock():
        keep = django_db_keepdb and not django_db_createdb
        made = setup_databases(verbosity=0, interactive=False, keepdb=keep)
        with connection.cursor() as cursor:
            cursor.execute("DROP TRIGGER IF EXISTS kernel_audit_no_truncate ON kernel_auditentry")
        database.empty()
    yield
    if not django_db_keepdb:
        with django_db_blocker.unblock():
            teardown_databases(made, verbosity=0)


@pytest.fixture(autouse=True)
def no_jobs_are_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that commits leaves no job in the queue for the next one to find."""
    if not COMMITTING & set(request.fixturenames):
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    database.forget_jobs()


@pytest.fixture(scope="session")
def built_scene(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Snapshot[Scene]:
    with django_db_blocker.unblock():
        return take(build_scene)


@pytest.fixture
def scene(db: None, built_scene: Snapshot[Scene]) -> Scene:
    """The cast: named people in named organisations and alliances (see ``tests/scenes.py``)."""
    return built_scene.restore()


@pytest.fixture
def real_data() -> Path:
    """The folder of real data sets."""
    return REAL_DATA


@pytest.fixture(scope="module")
def full_scene(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Scene]:
    """A scene with one of everything (``tests/full_scene.py``), made once for a module that only looks at it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield fill(build_scene())
        transaction.set_rollback(True)
