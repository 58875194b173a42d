"""One turn's reminder: sent once, by Causeway alone, and only where there is something to remind of."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail

from causeway.domains.campaigns.commands.choose_reminders import ChooseReminders
from causeway.domains.campaigns.commands.drop_shift import DropShift
from causeway.domains.campaigns.commands.end_rota import EndRota
from causeway.domains.campaigns.commands.remind_of_shift import RemindOfShift
from causeway.kernel import clock
from causeway.kernel.actors import System
from causeway.kernel.errors import Missing, Refused
from causeway.kernel.perform import perform
from tests.domains.campaigns.events_scene import users_turn
from tests.scenes import Scene
from tests.trail import announced, last_sentence
from tests.work import work

CLOCK = System("by the clock")


def test_a_reminder_goes_once_and_names_nobody_in_the_trail(scene: Scene) -> None:
    turn = users_turn(scene)
    assert perform(CLOCK, RemindOfShift(turn_id=turn.pk)) is True
    assert perform(CLOCK, RemindOfShift(turn_id=turn.pk)) is False
    work()
    assert [letter.to for letter in mail.outbox] == [["una@example.org"]]
    assert "Una" not in last_sentence(RemindOfShift)


def test_whoever_stopped_reminders_gets_none(scene: Scene) -> None:
    turn = users_turn(scene)
    perform(scene.actor("user"), ChooseReminders(hours_before=None))
    assert perform(CLOCK, RemindOfShift(turn_id=turn.pk)) is False
    assert announced("ShiftComesNear") == 0


def test_nobody_is_reminded_of_a_shift_that_began_was_called_off_or_was_dropped(scene: Scene) -> None:
    turn = users_turn(scene)
    with clock.stopped_at(turn.shift.starts_at + timedelta(minutes=1)):
        assert perform(CLOCK, RemindOfShift(turn_id=turn.pk)) is False
    perform(scene.actor("coordinator"), EndRota(rota_id=turn.shift.rota_id))
    assert perform(CLOCK, RemindOfShift(turn_id=turn.pk)) is False
    perform(scene.actor("user"), DropShift(turn_id=turn.pk))
    with pytest.raises(Missing):
        perform(CLOCK, RemindOfShift(turn_id=turn.pk))
    assert announced("ShiftComesNear") == 0


def test_no_person_sends_a_reminder(scene: Scene) -> None:
    with pytest.raises(Refused):
        perform(scene.actor("coordinator"), RemindOfShift(turn_id=users_turn(scene).pk))
