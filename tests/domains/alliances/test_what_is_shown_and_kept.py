"""Declared figures, agendas, agreed actions, and what a body's page shows of its offices."""

from __future__ import annotations

from datetime import timedelta

import pytest

from causeway.domains.alliances.commands.cancel_meeting import CancelMeeting
from causeway.domains.alliances.commands.declare_membership import DeclareMembership
from causeway.domains.alliances.commands.end_affiliation import EndAffiliation
from causeway.domains.alliances.commands.finish_action import FinishAction
from causeway.domains.alliances.commands.set_agenda import AgendaPoint, SetAgenda
from causeway.domains.alliances.commands.show_my_name import ShowMyName
from causeway.domains.alliances.commands.show_office import ShowOffice
from causeway.domains.alliances.models import Declaration, MeetingAction
from causeway.domains.alliances.queries.affiliations import affiliations_page
from causeway.domains.alliances.queries.offices import offices_of
from causeway.kernel import clock
from causeway.kernel.actors import Visitor
from causeway.kernel.errors import Conflict, Invalid, Missing, Refused
from causeway.kernel.perform import perform
from tests.domains.alliances import scene as room
from tests.scenes import Scene
from tests.trail import last_sentence


def test_a_declared_figure_is_added_to_the_earlier_ones_and_the_latest_day_counts(scene: Scene) -> None:
    ravi, affiliation = scene.actor("rep"), room.affiliation(scene)
    perform(ravi, DeclareMembership(affiliation_id=affiliation.pk, members=1200))
    earlier = clock.today() - timedelta(days=365)
    perform(ravi, DeclareMembership(affiliation_id=affiliation.pk, members=900, declared_on=earlier))
    row = next(row for row in affiliations_page(scene.westbury, 1) if row.pk == affiliation.pk)
    assert [figure.members for figure in row.declarations.all()] == [1200, 900]
    assert last_sentence(DeclareMembership).startswith("declared 900 members of “Westbury Health Branch”")


def test_a_figure_of_nobody_of_too_many_or_of_tomorrow_is_refused(scene: Scene) -> None:
    ravi, affiliation = scene.actor("rep"), room.affiliation(scene)
    for members in (0, -5, 10_000_001):
        with pytest.raises(Invalid, match="between 1 and 10,000,000"):
            perform(ravi, DeclareMembership(affiliation_id=affiliation.pk, members=members))
    tomorrow = clock.today() + timedelta(days=1)
    with pytest.raises(Invalid, match="still to come"):
        perform(ravi, DeclareMembership(affiliation_id=affiliation.pk, members=5, declared_on=tomorrow))
    with pytest.raises(Refused, match="Only an officer"):
        perform(scene.actor("coordinator"), DeclareMembership(affiliation_id=affiliation.pk, members=5))
    assert not Declaration.objects.exists()


def test_nothing_is_declared_to_an_alliance_that_one_has_left(scene: Scene) -> None:
    ravi, affiliation = scene.actor("rep"), room.affiliation(scene)
    perform(ravi, EndAffiliation(affiliation_id=affiliation.pk, reason="Merged"))
    with pytest.raises(Conflict, match="has ended"):
        perform(ravi, DeclareMembership(affiliation_id=affiliation.pk, members=5))


def test_a_new_agenda_takes_the_place_of_the_old_one_in_its_order(scene: Scene) -> None:
    cora, meeting = scene.actor("coordinator"), room.meeting(scene)
    for titles in (("Welcome", "Money"), ("Money", "Stall", "Any other business")):
        perform(cora, SetAgenda(meeting_id=meeting.pk, items=tuple(AgendaPoint(f" {title} ") for title in titles)))
    assert [item.title for item in meeting.agenda.all()] == ["Money", "Stall", "Any other business"]


def test_an_agenda_that_does_not_fit_is_refused_and_the_old_one_stays(scene: Scene) -> None:
    cora, meeting = scene.actor("coordinator"), room.meeting(scene)
    perform(cora, SetAgenda(meeting_id=meeting.pk, items=(AgendaPoint("Welcome"),)))
    for items in (
        (AgendaPoint("Point"),) * 31,
        (AgendaPoint("Good"), AgendaPoint("  ")),
        (AgendaPoint("x" * 161),),
        (AgendaPoint("Long talk", minutes=601),),
        (AgendaPoint("Backwards", minutes=-1),),
    ):
        with pytest.raises(Invalid):
            perform(cora, SetAgenda(meeting_id=meeting.pk, items=items))
    assert [item.title for item in meeting.agenda.all()] == ["Welcome"]


def test_a_cancelled_meeting_gets_no_agenda(scene: Scene) -> None:
    cora, meeting = scene.actor("coordinator"), room.meeting(scene)
    perform(cora, CancelMeeting(meeting_id=meeting.pk, reason="Nobody can come"))
    with pytest.raises(Conflict, match="is cancelled"):
        perform(cora, SetAgenda(meeting_id=meeting.pk, items=(AgendaPoint("Welcome"),)))
    with pytest.raises(Refused, match="Only those who call this meeting"):
        perform(scene.actor("rep"), SetAgenda(meeting_id=meeting.pk, items=()))


def test_an_action_is_done_on_the_first_day_that_it_was_marked_and_can_be_opened_again(scene: Scene) -> None:
    cora, action = scene.actor("coordinator"), room.action(scene)
    perform(cora, FinishAction(action_id=action.pk))
    first = clock.today()
    with clock.stopped_at(clock.now() + timedelta(days=3)):
        assert perform(cora, FinishAction(action_id=action.pk)).done_on == first
    assert last_sentence(FinishAction).endswith("as done")
    perform(cora, FinishAction(action_id=action.pk, done=False))
    assert MeetingAction.objects.get(pk=action.pk).done_on is None
    with pytest.raises(Refused):
        perform(scene.actor("rep"), FinishAction(action_id=action.pk))


def test_an_office_shows_the_name_of_its_holder_only_as_long_as_the_holder_agrees(scene: Scene) -> None:
    cora, term = scene.actor("coordinator"), room.handlers_term(scene)
    perform(cora, ShowOffice(office_id=term.office_id, shown=True))

    def names() -> list[str]:
        return [line.name for row in offices_of(Visitor(), scene.westbury).lines for line in row.present]

    assert "Hana Handler" not in names()
    with pytest.raises(Missing):
        perform(cora, ShowMyName(term_id=term.pk, shown=True))
    perform(scene.actor("handler_one"), ShowMyName(term_id=term.pk, shown=True))
    assert "Hana Handler" in names()
    perform(scene.actor("handler_one"), ShowMyName(term_id=term.pk, shown=False))
    assert "Hana Handler" not in names()
    assert "Hana" not in last_sentence(ShowMyName)


def test_an_office_that_the_body_does_not_show_is_seen_only_by_those_who_run_it(scene: Scene) -> None:
    cora, office = scene.actor("coordinator"), room.handlers_term(scene).office
    with pytest.raises(Refused, match="Only those who run this body"):
        perform(scene.actor("handler_one"), ShowOffice(office_id=office.pk, shown=False))
    for shown in (True, False):
        perform(cora, ShowOffice(office_id=office.pk, shown=shown))
        assert (office in [row.office for row in offices_of(Visitor(), scene.westbury).lines]) is shown
        assert office in [row.office for row in offices_of(cora, scene.westbury).lines]
