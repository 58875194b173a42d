"""The door: one transaction, one audit row, one place for refusals."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from causeway.domains.alliances.commands.edit_alliance import EditAlliance
from causeway.domains.alliances.commands.found_alliance import FoundAlliance
from causeway.domains.alliances.models import Alliance
from causeway.kernel.actors import Member, Visitor
from causeway.kernel.commands import Command
from causeway.kernel.errors import Refused
from causeway.kernel.models import AuditEntry
from causeway.kernel.perform import may, perform
from tests.scenes import Scene, build_scene


def test_a_change_leaves_one_audit_row_with_a_sentence(scene: Scene) -> None:
    before = AuditEntry.objects.count()
    alliance = perform(scene.actor("stranger"), FoundAlliance(name="Northmarsh"))
    assert AuditEntry.objects.count() == before + 1
    entry = AuditEntry.objects.get(about=alliance.pk)
    assert entry.sentence == "founded the alliance “Northmarsh”"
    assert entry.actor_id == scene.people["stranger"].pk


def test_a_refusal_is_a_sentence_and_changes_nothing(scene: Scene) -> None:
    alliances, entries = Alliance.objects.count(), AuditEntry.objects.count()
    with pytest.raises(Refused, match="Sign in first"):
        perform(Visitor(), FoundAlliance(name="Northmarsh"))
    assert (Alliance.objects.count(), AuditEntry.objects.count()) == (alliances, entries)


def test_may_asks_the_same_policy_as_the_door(scene: Scene) -> None:
    assert may(scene.actor("stranger"), FoundAlliance(name="Northmarsh"))
    assert not may(Visitor(), FoundAlliance(name="Northmarsh"))


def test_a_command_without_a_policy_cannot_be_performed(scene: Scene) -> None:
    class Undeclared(Command[None]):
        pass

    with pytest.raises(TypeError, match="declares no policy"):
        perform(Member(scene.people["stranger"].pk), Undeclared())


@pytest.mark.parametrize("statement", ["UPDATE kernel_auditentry SET sentence = ''", "DELETE FROM kernel_auditentry"])
def test_the_database_refuses_to_change_the_trail(scene: Scene, statement: str) -> None:
    with (
        pytest.raises(ProgrammingError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


@pytest.mark.django_db(transaction=True)
def test_may_looks_at_what_a_command_locks_outside_of_any_transaction() -> None:
    scene = build_scene()
    edit = EditAlliance(body_id=scene.westbury.pk, name="Westbury Together")
    assert may(scene.actor("coordinator"), edit)
    assert not may(scene.actor("rep"), edit)
