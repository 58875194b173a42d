"""Minutes are drafted from what happened, edited by whoever keeps the meeting, and adopted by a later one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from causeway.domains.alliances.commands.adopt_minutes import AdoptMinutes
from causeway.domains.alliances.commands.agree_action import AgreeAction
from causeway.domains.alliances.commands.finish_action import FinishAction
from causeway.domains.alliances.commands.record_attendance import RecordAttendance
from causeway.domains.alliances.commands.reply_to_meeting import ReplyToMeeting
from causeway.domains.alliances.commands.set_agenda import AgendaPoint, SetAgenda
from causeway.domains.alliances.minuting import draft_of, meeting_before
from causeway.domains.alliances.models import Meeting
from causeway.kernel import clock
from causeway.kernel.errors import Invalid
from causeway.kernel.perform import perform
from tests.domains.alliances import scene as room
from tests.scenes import Scene


def count(scene: Scene, meeting: Meeting) -> None:
    present = {scene.branch.pk: 12, scene.users_group.pk: 4}
    perform(scene.actor("coordinator"), RecordAttendance(meeting_id=meeting.pk, present=present, others=2, apologies=3))


def test_a_draft_tells_what_happened_in_numbers_and_names_nobody_who_came(scene: Scene) -> None:
    cora, held = scene.actor("coordinator"), room.held_meeting(scene)
    count(scene, held)
    perform(scene.actor("user"), ReplyToMeeting(meeting_id=room.meeting(scene).pk, answer="coming", named=True))
    points = (AgendaPoint(title="The day centre"), AgendaPoint(title="Any other business"))
    perform(cora, SetAgenda(meeting_id=held.pk, items=points))
    perform(cora, AgreeAction(meeting_id=held.pk, text="Book the square", who="The branch"))
    held.refresh_from_db()
    draft = draft_of(cora, held)
    assert "Present: 18 people (Day Centre Users’ Group 4; Westbury Health Branch 12; others 2). Apologies: 3." in draft
    assert "1. The day centre\n…\n\n2. Any other business\n…" in draft
    assert "Actions agreed\n– Book the square: The branch" in draft
    assert not [one.display_name for one in scene.people.values() if one.display_name in draft]


def test_the_draft_of_a_public_meeting_gives_no_small_number_of_an_organisation(scene: Scene) -> None:
    held = room.held_meeting(scene)
    count(scene, held)
    Meeting.objects.filter(pk=held.pk).update(visibility=Meeting.Visibility.PUBLIC)
    held.refresh_from_db()
    draft = draft_of(scene.actor("coordinator"), held)
    assert "(Day Centre Users’ Group; Westbury Health Branch 12; others)" in draft


def test_a_draft_tells_of_the_meeting_before(scene: Scene) -> None:
    cora, before = scene.actor("coordinator"), room.minuted_meeting(scene)
    action = room.action(scene)
    perform(cora, FinishAction(action_id=action.pk, done=True))
    perform(cora, AgreeAction(meeting_id=before.pk, text="Print leaflets", who="The users’ group"))
    now = room.meeting(scene)
    with clock.stopped_at(now.starts_at + timedelta(minutes=20)):
        assert meeting_before(now) == before
        draft = draft_of(cora, now)
        assert "are not adopted yet" in draft
        assert "– Book the square: done" in draft
        assert "– Print leaflets: still open" in draft
        perform(cora, AdoptMinutes(meeting_id=before.pk, adopting_meeting_id=now.pk))
        assert "were adopted." in draft_of(cora, now)


def test_the_form_holds_the_draft_and_nothing_is_stored_before_it_is_saved(scene: Scene, client: Client) -> None:
    held = room.held_meeting(scene)
    count(scene, held)
    client.force_login(scene.people["coordinator"])
    address = reverse("meetings:minutes", kwargs={"meeting_id": held.pk})
    page = client.get(address).content.decode()
    assert "Drafted from what happened" in page
    assert "Present: 18 people" in page
    held.refresh_from_db()
    assert held.minutes == ""
    client.post(address, {"minutes": "We met.", "next_on": ""})
    assert "Present: 18 people" not in client.get(address).content.decode()
    assert "Present: 18 people" in client.get(f"{address}?afresh").content.decode()


def test_minutes_are_adopted_by_a_later_meeting_once_it_meets(scene: Scene) -> None:
    cora, held, later = scene.actor("coordinator"), room.minuted_meeting(scene), room.meeting(scene)
    own_day = timezone.localdate(held.starts_at)
    refused = {
        "has not begun": {"adopting_meeting_id": later.pk, "adopted_on": clock.today()},
        "later meeting": {"adopting_meeting_id": held.pk},
        "a day after theirs": {"adopted_on": own_day},
        "today or before": {"adopted_on": clock.today() + timedelta(days=1)},
    }
    for why_not, given in refused.items():
        with pytest.raises(Invalid, match=why_not):
            perform(cora, AdoptMinutes(meeting_id=held.pk, **given))
    with clock.stopped_at(later.starts_at + timedelta(minutes=20)):
        with pytest.raises(Invalid, match="the day of that meeting"):
            perform(cora, AdoptMinutes(meeting_id=held.pk, adopting_meeting_id=later.pk, adopted_on=own_day))
        perform(cora, AdoptMinutes(meeting_id=held.pk, adopting_meeting_id=later.pk))
    held.refresh_from_db()
    assert (held.adopted_at, held.adopted_on) == (later, timezone.localdate(later.starts_at))


def test_the_next_meeting_shows_the_minutes_that_it_may_adopt_to_those_who_belong(scene: Scene, client: Client) -> None:
    held, later = room.minuted_meeting(scene), room.public_meeting(scene)
    client.force_login(scene.people["user"])
    page = client.get(later.get_absolute_url()).content.decode()
    assert "Minutes to adopt" in page
    assert held.get_absolute_url() in page
    assert "Minutes to adopt" not in Client().get(later.get_absolute_url()).content.decode()
