"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection

from tests.scenes import Scene, build_scene

REAL_DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests on real data run where the data is there; elsewhere they are left out with that reason."""
    if REAL_DATA.exists():
        return
    reason = pytest.mark.skip(reason="the real data sets are not on this machine")
    for item in items:
        if item.get_closest_marker("realdata"):
            item.add_marker(reason)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: object) -> None:
    """Let the test runner empty the tables between tests: only TRUNCATE of the audit trail is allowed here."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:  # type: ignore[attr-defined]
        cursor.execute("DROP TRIGGER IF EXISTS kernel_audit_no_truncate ON kernel_auditentry")


@pytest.fixture
def scene(db: None) -> Scene:
    """The cast: named people in named organisations and alliances (see ``tests/scenes.py``)."""
    return build_scene()


@pytest.fixture
def real_data() -> Path:
    """The folder of real data sets."""
    return REAL_DATA
