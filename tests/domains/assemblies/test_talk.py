"""Deliberation: one voice each, by account or code; two sides look at what is said; totals that tell nobody."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import time, timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from causeway.domains.alliances.standing import joined_by
from causeway.domains.assemblies import code_queries, conversation_queries, moderation_queries
from causeway.domains.assemblies.commands.add_statement import AddStatement
from causeway.domains.assemblies.commands.appeal_for_statement import AppealForStatement
from causeway.domains.assemblies.commands.cancel_process import CancelProcess
from causeway.domains.assemblies.commands.clear_table import ClearTable
from causeway.domains.assemblies.commands.clear_voices import ClearVoices
from causeway.domains.assemblies.commands.confirm_table import ConfirmTable
from causeway.domains.assemblies.commands.forget_voices import ForgetVoices
from causeway.domains.assemblies.commands.freeze_conversation import FreezeConversation
from causeway.domains.assemblies.commands.join_conversation import JoinConversation
from causeway.domains.assemblies.commands.lay_table import LayTable
from causeway.domains.assemblies.commands.make_codes import MakeCodes
from causeway.domains.assemblies.commands.move_conversation import MoveConversation
from causeway.domains.assemblies.commands.open_conversation import OpenConversation
from causeway.domains.assemblies.commands.reword_statement import RewordStatement
from causeway.domains.assemblies.commands.seed_conversation import SeedConversation
from causeway.domains.assemblies.commands.take_back_vote import TakeBackVote
from causeway.domains.assemblies.commands.use_code import UseCode
from causeway.domains.assemblies.commands.void_codes import VoidCodes
from causeway.domains.assemblies.commands.vote_on_statement import VoteOnStatement
from causeway.domains.assemblies.commands.weigh_statements import WeighStatements
from causeway.domains.assemblies.conversation_held import looking_after, opinions
from causeway.domains.assemblies.conversation_standing import voices_by
from causeway.domains.assemblies.conversation_tasks import clear_voices, weigh
from causeway.domains.assemblies.conversation_waiting import conversations_to_weigh, conversations_waiting_for
from causeway.domains.assemblies.models import Code, Look, Statement, StatementVote, Voice
from causeway.domains.assemblies.opinion_totals import from_json
from causeway.domains.assemblies.statement_motions import floors_for
from causeway.kernel import clock
from causeway.kernel.actors import Member, System, Visitor
from causeway.kernel.errors import Conflict, Invalid, Missing, Refused
from causeway.kernel.models import AuditEntry
from causeway.kernel.perform import perform
from causeway.kernel.reading import reading
from tests.domains.assemblies import motions_scene
from tests.domains.assemblies import talk_scene as room
from tests.domains.assemblies.scene import DAY, members
from tests.scenes import Scene, person
from tests.snapshot import Snapshot

JOB = System(reason="a test")
TABS = 6


def votes_on(one: Statement) -> list[int]:
    return sorted(StatementVote.objects.filter(statement=one).values_list("value", flat=True))


def totals_of(one: Statement) -> tuple[int, int, int] | None:
    shown = from_json(Statement.objects.get(pk=one.pk).totals)
    return (shown.agreed, shown.disagreed, shown.passed) if shown else None


def test_a_member_has_one_voice_however_often_they_ask_and_an_office_gives_none(scene: Scene) -> None:
    conversation = room.set_up(scene)
    una = scene.actor("user")
    first = perform(una, JoinConversation(process_id=conversation.pk))
    assert perform(una, JoinConversation(process_id=conversation.pk)) == first
    for officer in ("coordinator", "rep", "user_officer"):
        with pytest.raises(Refused, match="office alone"):
            perform(scene.actor(officer), JoinConversation(process_id=conversation.pk))
    with pytest.raises(Missing):
        perform(scene.actor("stranger"), JoinConversation(process_id=conversation.pk))


def test_a_conversation_for_everybody_is_for_anybody_with_an_account(scene: Scene) -> None:
    conversation = room.set_up(scene, audience="everybody")
    assert perform(scene.actor("stranger"), JoinConversation(process_id=conversation.pk))
    with pytest.raises(Refused):
        perform(Visitor(), JoinConversation(process_id=conversation.pk))


def test_a_vote_counts_once_and_the_last_word_holds_until_it_is_taken_back(scene: Scene) -> None:
    conversation = room.set_up(scene)
    una, one = room.speaker(conversation, scene.people["user"]), room.statement(conversation)
    una.vote(one, 1)
    una.vote(one, -1)
    assert votes_on(one) == [-1]
    perform(una.actor, TakeBackVote(statement_id=one.pk, voice_id=una.voice.pk))
    assert votes_on(one) == []
    with pytest.raises(Invalid):
        una.vote(one, 2)


def test_nobody_votes_before_after_or_in_a_cancelled_conversation(scene: Scene) -> None:
    conversation = room.set_up(scene)
    una, one = room.speaker(conversation, scene.people["user"]), room.statement(conversation)
    phase = conversation.process.phases.get()
    for moment in (phase.opens_at - timedelta(seconds=1), phase.closes_at):
        with clock.stopped_at(moment), pytest.raises(Refused, match="not open now"):
            una.vote(one, 1)
    with clock.stopped_at(phase.closes_at - timedelta(seconds=1)):
        una.vote(one, 1)
    perform(scene.actor("coordinator"), CancelProcess(process_id=conversation.pk, reason="The wrong question"))
    with pytest.raises(Refused, match="not open now"):
        una.vote(one, -1)
    assert votes_on(one) == [1]


def test_nobody_votes_with_another_persons_voice_or_in_another_conversation(scene: Scene) -> None:
    conversation, other = room.set_up(scene), room.set_up(scene, title="Another")
    una, one = room.speaker(conversation, scene.people["user"]), room.statement(conversation)
    stolen = VoteOnStatement(statement_id=one.pk, voice_id=una.voice.pk, value=1)
    for thief in (Member(members(scene)[1].pk), scene.actor("coordinator"), Visitor()):
        with pytest.raises(Missing):
            perform(thief, stolen)
    with pytest.raises(Missing):
        una.vote(room.statement(other), 1)
    assert not StatementVote.objects.exists()


def test_a_replayed_code_gives_no_second_voice(scene: Scene) -> None:
    conversation = room.set_up(scene)
    code, _more, _last = room.codes(scene, conversation)
    speaker = room.by_code(code)
    speaker.vote(room.statement(conversation), 1)
    for again in (Visitor(), speaker.actor, scene.actor("user")):
        with pytest.raises(Invalid):
            perform(again, UseCode(code=code.lower().replace("-", " ")))
    assert Voice.objects.filter(conversation=conversation, by_code=True).count() == 1
    assert votes_on(room.statement(conversation)) == [1]
    with pytest.raises(Invalid, match="no such code"):
        perform(Visitor(), UseCode(code="0000-0000-0000"))


@pytest.mark.django_db(transaction=True)
def test_of_many_browsers_that_use_one_code_at_once_one_gets_the_voice(built_scene: Snapshot[Scene]) -> None:
    scene = built_scene.restore()
    code = room.codes(scene, room.set_up(scene), 1)[0]
    all_ready = Barrier(TABS)

    def tab(_number: int) -> bool:
        try:
            all_ready.wait()
            perform(Visitor(), UseCode(code=code))
        except Invalid:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(TABS) as pool:
        assert list(pool.map(tab, range(TABS))).count(True) == Voice.objects.filter(by_code=True).count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_many_tabs_that_vote_at_once_one_vote_is_left(built_scene: Snapshot[Scene]) -> None:
    scene = built_scene.restore()
    conversation = room.set_up(scene)
    una, one = room.speaker(conversation, scene.people["user"]), room.statement(conversation)
    all_ready = Barrier(TABS)

    def tab(number: int) -> None:
        try:
            all_ready.wait()
            una.vote(one, number % 2)
        except Conflict:
            pass
        finally:
            connection.close()

    with ThreadPoolExecutor(TABS) as pool:
        list(pool.map(tab, range(TABS)))
    assert len(votes_on(one)) == 1


def test_a_code_speaks_in_its_own_conversation_while_that_is_open_and_its_sheet_is_good(scene: Scene) -> None:
    conversation, other = room.set_up(scene), room.set_up(scene, title="Another")
    here, there, late = room.codes(scene, conversation)
    speaker = room.by_code(here)
    with pytest.raises(Missing):
        speaker.vote(room.statement(other), 1)
    sheet = conversation.code_sheets.get()
    perform(scene.actor("coordinator"), VoidCodes(sheet_id=sheet.pk))
    with pytest.raises(Refused, match="not valid any more"):
        room.by_code(there)
    speaker.vote(room.statement(conversation), 1)  # who has spoken speaks on
    assert code_queries.codes_in(conversation) == code_queries.Codes(made=3, used=1, worthless=2)
    fresh = room.codes(scene, other, 1)[0]
    room.close(other)
    for code in (late, fresh):
        with pytest.raises(Refused):
            room.by_code(code)


def test_whoever_has_a_voice_by_an_account_gets_no_second_one_by_a_code(scene: Scene) -> None:
    conversation = room.set_up(scene)
    room.speaker(conversation, scene.people["user"])
    code = room.codes(scene, conversation, 1)[0]
    with pytest.raises(Invalid, match="have a voice"):
        room.by_code(code, scene.actor("user"))
    room.by_code(code)  # it is still good for somebody else


def test_codes_are_made_only_where_they_are_allowed_and_are_kept_as_digests(scene: Scene) -> None:
    without = room.set_up(scene, by_code=False)
    with pytest.raises(Conflict, match="takes no codes"):
        room.codes(scene, without)
    conversation = room.set_up(scene, title="With codes")
    made = room.codes(scene, conversation, 5)
    assert len(set(made)) == 5
    stored = b"".join(bytes(row.code_index) for row in Code.objects.all())
    assert not any(code.encode() in stored for code in made)
    with pytest.raises(Invalid, match="from 1 to 200"):
        perform(scene.actor("coordinator"), MakeCodes(process_id=conversation.pk, label="x", number=201))


def test_it_takes_both_sides_to_let_a_statement_in_and_one_person_is_not_both(scene: Scene) -> None:
    one = room.waiting(scene)
    assert room.look(scene, one, "coordinator").state == Statement.State.WAITING
    assert room.look(scene, one, "coordinator").state == Statement.State.WAITING, "the same side again"
    assert room.look(scene, one, "rep").state == Statement.State.IN
    with pytest.raises(Conflict, match="decided on"):
        room.look(scene, one, "user_officer")


def test_where_the_sides_differ_a_statement_waits_until_one_thinks_again(scene: Scene) -> None:
    one = room.waiting(scene)
    room.look(scene, one, "coordinator", **room.OUT)
    assert room.look(scene, one, "rep").state == Statement.State.WAITING
    assert room.look(scene, one, "coordinator").state == Statement.State.IN


def test_whoever_holds_both_roles_decides_for_one_side_only(scene: Scene) -> None:
    from causeway.domains.alliances.commands.appoint_to_office import AppointToOffice

    cora = scene.people["coordinator"]
    office = {"title": "Delegate", "role": "delegate"}
    perform(scene.actor("coordinator"), AppointToOffice(body_id=scene.westbury.pk, person_id=cora.pk, **office))
    one = room.waiting(scene)
    for _time in range(3):
        assert room.look(scene, one, "coordinator").state == Statement.State.WAITING
    assert Look.objects.filter(statement=one).count() == 1


def test_the_author_of_a_statement_that_is_kept_out_reads_why_and_nobody_else_reads_it(scene: Scene) -> None:
    one, una = room.kept_out(scene), scene.actor("user")
    mine = moderation_queries.own_statement(una, one.conversation, one.pk)
    assert [reason for _ground, reason in mine.grounds] == ["It names the caretaker."] * 2
    with pytest.raises(Missing):
        moderation_queries.own_statement(Member(members(scene)[1].pk), one.conversation, one.pk)
    assert moderation_queries.kept_out(one.conversation) == [("It names, insults or endangers somebody", 1)]
    with pytest.raises(Invalid, match="ground"):
        room.look(scene, room.waiting(scene), "rep", lets_in=False)


def test_after_an_appeal_others_decide_where_there_are_others(scene: Scene) -> None:
    one, una = room.kept_out(scene), scene.actor("user")
    perform(una, AppealForStatement(statement_id=one.pk, appeal="He said that I may name him."))
    with pytest.raises(Conflict, match="somebody else looks"):
        room.look(scene, one, "rep")
    room.look(scene, one, "user_officer")
    one = room.look(scene, one, "coordinator")  # the alliance has no other coordinator
    assert one.state == Statement.State.IN
    assert one.looks.count() == 4


def test_an_appeal_is_heard_once_and_a_statement_can_always_be_reworded(scene: Scene) -> None:
    one, una = room.kept_out(scene), scene.actor("user")
    appeal = AppealForStatement(statement_id=one.pk, appeal="It is true.")
    perform(una, appeal)
    for who in ("coordinator", "user_officer"):
        room.look(scene, one, who, **room.OUT)
    with pytest.raises(Conflict, match="appealed once"):
        perform(una, appeal)
    perform(una, RewordStatement(statement_id=one.pk, text="Everybody at the centre should be polite."))
    again = Statement.objects.get(pk=one.pk)
    assert (again.state, again.appeal, again.looks.count()) == (Statement.State.WAITING, "", 0)
    with pytest.raises(Conflict):
        perform(una, RewordStatement(statement_id=one.pk, text="Once more in other words."))


def test_what_was_said_already_is_not_said_twice_and_what_is_alike_is_asked_about(scene: Scene) -> None:
    conversation, una = room.talk(scene), scene.actor("user")

    def say(text: str, **more: bool) -> Statement:
        return perform(una, AddStatement(process_id=conversation.pk, text=text, **more))

    with pytest.raises(Invalid, match="number 2"):
        say("  workers and users should run the kitchen together!! ")
    with pytest.raises(Invalid, match="much like"):
        say("Workers and users should always run the kitchen together.")
    assert say("Workers and users should always run the kitchen together.", differs=True).number == 5
    with pytest.raises(Invalid, match="sentence"):
        say("No")
    with pytest.raises(Invalid, match="280"):
        say("word " * 60)


def test_an_unmoderated_conversation_shows_statements_at_once(scene: Scene) -> None:
    conversation = room.set_up(scene, moderated=False)
    una = room.speaker(conversation, scene.people["user"])
    one = perform(una.actor, AddStatement(process_id=conversation.pk, text="Dogs should be welcome."))
    assert one.state == Statement.State.IN
    una.vote(one, 1)


def test_nobody_votes_on_a_statement_that_is_not_shown(scene: Scene) -> None:
    conversation = room.talk(scene)
    una = room.Speaker(scene.actor("user"), room.una(scene))
    for one in (room.waiting(scene), room.kept_out(scene)):
        with pytest.raises(Refused, match="not in the conversation"):
            una.vote(one, 1)
    shown = conversation_queries.statements_shown(una.actor, conversation)
    assert [row.asked.number for row in shown] == [1, 2, 3, 4]


def test_a_frozen_conversation_takes_votes_and_no_statements(scene: Scene) -> None:
    conversation, cora = room.talk(scene), scene.actor("coordinator")
    perform(cora, FreezeConversation(process_id=conversation.pk, frozen=True))
    with pytest.raises(Refused, match="no new statements"):
        perform(scene.actor("user"), AddStatement(process_id=conversation.pk, text="Dogs should be welcome."))
    with pytest.raises(Conflict):
        perform(cora, SeedConversation(process_id=conversation.pk, statements=("Dogs should be welcome.",)))
    room.Speaker(scene.actor("user"), room.una(scene)).vote(room.statement(conversation), 1)
    perform(cora, FreezeConversation(process_id=conversation.pk, frozen=False))
    assert perform(cora, SeedConversation(process_id=conversation.pk, statements=("Dogs should be welcome.",))) == 1


def test_a_conversation_is_moved_while_it_goes_on_and_closed_early_for_good(scene: Scene) -> None:
    conversation, cora = room.talk(scene), scene.actor("coordinator")
    later = clock.now() + 20 * DAY
    perform(cora, MoveConversation(process_id=conversation.pk, closes_at=later))
    assert conversation.process.phases.get().closes_at == later
    with pytest.raises(Invalid, match="ahead"):
        perform(cora, MoveConversation(process_id=conversation.pk, closes_at=clock.now() - DAY))
    perform(cora, MoveConversation(process_id=conversation.pk))
    with pytest.raises(Conflict, match="over"):
        perform(cora, MoveConversation(process_id=conversation.pk, closes_at=later))


def test_a_statement_shows_no_total_below_ten_and_then_moves_in_steps_of_ten(scene: Scene) -> None:
    conversation = room.set_up(scene)
    one = room.statement(conversation)
    speakers = [room.by_code(code) for code in room.codes(scene, conversation, 21)]
    seen = []
    for speaker in speakers:
        speaker.vote(one, 1)
        perform(JOB, WeighStatements(process_id=conversation.pk))
        seen.append(totals_of(one))
    assert seen[:9] == [None] * 9
    assert seen[9:19] == [(10, 0, 0)] * 10, "an eleventh vote cannot be told by subtraction"
    assert seen[19:] == [(20, 0, 0)] * 2
    conversation = room.close(conversation)
    with clock.stopped_at(clock.now() + timedelta(minutes=1)):
        weigh.func(0)
        assert conversations_to_weigh() == []
    assert totals_of(one) == (21, 0, 0), "exact when it is over"
    assert room.fresh(conversation).closed_at


def test_totals_are_for_whoever_voted_on_the_statement_and_for_all_after_the_close(scene: Scene) -> None:
    conversation = room.set_up(scene)
    one, two = room.statement(conversation, 1), room.statement(conversation, 2)
    for code in room.codes(scene, conversation, 10):
        speaker = room.by_code(code)
        speaker.vote(one, 1)
        speaker.vote(two, -1)
    perform(JOB, WeighStatements(process_id=conversation.pk))
    una = room.speaker(conversation, scene.people["user"])
    una.vote(one, 1)

    def hidden(actor: object) -> list[str]:
        return [row.hidden for row in conversation_queries.statements_shown(actor, conversation)]

    assert hidden(una.actor) == ["", "unseen", "unseen", "unseen"]
    assert hidden(scene.actor("coordinator")) == ["unseen"] * 4, "running it gives no look either"
    room.close(conversation)
    conversation = room.fresh(conversation)
    assert hidden(scene.actor("coordinator")) == ["", "", "few", "few"]


def test_hands_at_a_table_count_once_somebody_else_has_confirmed_them(scene: Scene) -> None:
    laid, cora = room.table(scene), scene.actor("coordinator")
    conversation, one = laid.conversation, room.statement(laid.conversation)
    for code in room.codes(scene, conversation, 4):
        room.by_code(code).vote(one, -1)
    perform(JOB, WeighStatements(process_id=conversation.pk))
    assert totals_of(one) is None
    with pytest.raises(Conflict, match="cannot confirm"):
        perform(scene.actor("rep"), ConfirmTable(table_id=laid.pk, seen="1:5,2,1"))
    with pytest.raises(Conflict, match="other numbers"):
        perform(cora, ConfirmTable(table_id=laid.pk, seen="1:8,0,0"))
    assert perform(cora, ConfirmTable(table_id=laid.pk, seen="1:5,2,1")) == 1
    perform(JOB, WeighStatements(process_id=conversation.pk))
    assert totals_of(one) == (5, 6, 1)
    room.type_in(scene, laid, "rep", 6, 1, 1)  # typed in again, it waits to be confirmed again
    perform(JOB, WeighStatements(process_id=conversation.pk))
    assert totals_of(one) is None


def test_a_table_has_no_more_hands_than_people(scene: Scene) -> None:
    laid = room.table(scene)
    for hands in ((9, 0, 0), (4, 4, 1), (0, 0, 0), (-1, 2, 0)):
        with pytest.raises(Invalid, match="sit 8"):
            room.type_in(scene, laid, "rep", *hands)


def test_what_the_trail_says_of_a_vote_tells_neither_when_nor_on_what(scene: Scene) -> None:
    conversation = room.set_up(scene)
    una, one = room.speaker(conversation, scene.people["user"]), room.statement(conversation)
    una.vote(one, -1)
    entries = AuditEntry.objects.filter(command__in=["VoteOnStatement", "JoinConversation"])
    assert entries.count() == 2
    for entry in entries:
        assert (entry.about, entry.scope) == (None, None)
        assert timezone.localtime(entry.at).time() == time(0), "to the day"
    assert "value" not in repr(VoteOnStatement(statement_id=one.pk, voice_id=una.voice.pk, value=1))
    said = AddStatement(process_id=conversation.pk, text="Dogs should be welcome.")
    assert "Dogs" not in repr(said)


def test_voices_of_one_person_in_two_conversations_have_nothing_in_common(scene: Scene) -> None:
    una = scene.people["user"]
    first = room.speaker(room.set_up(scene), una, "users").voice
    second = room.speaker(room.set_up(scene, title="Another"), una, "users").voice
    assert bytes(first.holder_index) != bytes(second.holder_index)
    with connection.cursor() as cursor:
        cursor.execute("SELECT section FROM assemblies_voice")
        sealed = [bytes(row[0]) for row in cursor.fetchall()]
    assert len(set(sealed)) == 2
    assert not any(b"users" in one for one in sealed)


def test_somebody_speaks_for_a_section_only_if_they_are_a_member_of_it(scene: Scene) -> None:
    conversation = room.set_up(scene)
    with pytest.raises(Invalid, match="no organisation in this section"):
        room.speaker(conversation, scene.people["user"], "workers")
    assert room.speaker(conversation, scene.people["user"], "users").voice.section == "users"


@pytest.mark.django_db(transaction=True)
def test_a_month_after_the_close_nothing_leads_from_a_vote_to_a_person(built_scene: Snapshot[Scene]) -> None:
    scene = built_scene.restore()
    conversation = room.talk(scene)
    said, una = room.waiting(scene), scene.people["user"]
    for number, who in enumerate((una, *members(scene)[1:])):
        room.speaker(conversation, who).vote(room.statement(conversation), number % 3 - 1)
    room.by_code(room.codes(scene, conversation, 1)[0]).vote(room.statement(conversation), 1)
    before = votes_on(room.statement(conversation))
    with pytest.raises(Conflict):
        perform(JOB, ClearVoices(process_id=conversation.pk))
    room.close(conversation)
    with clock.stopped_at(clock.now() + timedelta(minutes=1)):
        weigh.func(0)
        clear_voices.func(0)
    assert voices_by(una.pk).exists(), "not before a month is over"
    with clock.stopped_at(clock.now() + timedelta(days=31)):
        clear_voices.func(0)
    assert not voices_by(una.pk).exists()
    assert Statement.objects.get(pk=said.pk).author is None
    assert not Code.objects.exists()
    assert votes_on(room.statement(conversation)) == before
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT xmin::text) FROM assemblies_statementvote")
        assert cursor.fetchone()[0] == 1, "one transaction wrote them all"


def test_whoever_leaves_has_no_voice_by_which_they_are_found_and_what_they_said_stays(scene: Scene) -> None:
    conversation, shown = room.talk(scene), room.waiting(scene)
    room.kept_out(scene)
    for who in ("coordinator", "rep"):
        room.look(scene, shown, who)
    una = room.Speaker(scene.actor("user"), room.una(scene))
    una.vote(room.statement(conversation), 1)
    perform(JOB, ForgetVoices(person_id=scene.people["user"].pk))
    assert not voices_by(scene.people["user"].pk).exists()
    assert votes_on(room.statement(conversation)) == [1]
    left = Statement.objects.filter(conversation=conversation, seeded=False)
    assert [(row.text, row.author) for row in left] == [(shown.text, None)], "what was kept out goes with them"
    with pytest.raises(Missing):
        una.vote(room.statement(conversation, 2), 1)


def test_an_open_conversation_waits_for_members_who_have_not_seen_all_of_it(scene: Scene) -> None:
    conversation = room.talk(scene)
    una = room.Speaker(scene.actor("user"), room.una(scene))
    assert [(row.conversation, row.left) for row in conversations_waiting_for(una.actor, 5)] == [(conversation, 4)]
    for number in range(1, 5):
        una.vote(room.statement(conversation, number), 0)
    assert conversations_waiting_for(una.actor, 5) == []
    assert conversations_waiting_for(scene.actor("coordinator"), 5) == []


def test_a_conversation_that_is_set_up_says_where_nobody_could_be_the_second_to_look(scene: Scene) -> None:
    from causeway.domains.assemblies.commands.set_up_conversation import SetUpConversation

    fields = {
        "body_id": scene.users_group.pk,
        "title": "Our group",
        "question": "What shall we do?",
        "why_here": "It is ours.",
        "opens_at": clock.now(),
        "closes_at": clock.now() + DAY,
    }
    with pytest.raises(Invalid, match="no delegate"):
        perform(scene.actor("user_officer"), SetUpConversation(**fields))
    assert perform(scene.actor("user_officer"), SetUpConversation(**fields, moderated=False))


def test_how_many_take_part_is_not_told_below_ten(scene: Scene) -> None:
    conversation = room.set_up(scene)
    speakers = [room.by_code(code) for code in room.codes(scene, conversation, 10)]
    for speaker in speakers[:9]:
        speaker.vote(room.statement(conversation), 1)
    assert conversation_queries.voices_in(conversation) is None
    speakers[9].vote(room.statement(conversation), 1)
    assert conversation_queries.voices_in(conversation) == 10


def test_a_late_member_is_let_in_and_a_stranger_with_a_code_too(scene: Scene) -> None:
    conversation = room.set_up(scene)
    late = room.more_members(scene, 1)[0]
    assert room.speaker(conversation, late)
    stranger = person("new@example.org", "New Person")
    assert room.by_code(room.codes(scene, conversation, 1)[0], Member(stranger.pk))


def test_a_process_that_deliberates_gets_one_conversation_whose_time_is_its_own(scene: Scene) -> None:
    process, cora = room.without_question(scene), scene.actor("coordinator")
    opening = OpenConversation(process_id=process.pk, question="What next?", statements=room.FIRST)
    conversation = perform(cora, opening)
    room.members(scene)
    room.speaker(conversation, scene.people["user"]).vote(room.statement(conversation, 4), 1)
    with pytest.raises(Conflict, match="conversation already"):
        perform(cora, opening)
    with pytest.raises(Conflict, match="bigger process"):
        perform(cora, MoveConversation(process_id=process.pk))


def test_a_table_laid_by_mistake_is_taken_away_unless_its_hands_count(scene: Scene) -> None:
    laid, cora = room.table(scene), scene.actor("coordinator")
    with pytest.raises(Invalid, match="of this name"):
        perform(cora, LayTable(process_id=laid.conversation_id, name="table 1", people=3))
    perform(cora, ConfirmTable(table_id=laid.pk, seen="1:5,2,1"))
    with pytest.raises(Conflict, match="so the table stays"):
        perform(cora, ClearTable(table_id=laid.pk))
    other = perform(cora, LayTable(process_id=laid.conversation_id, name="Table 2", people=3))
    perform(cora, ClearTable(table_id=other.pk))
    assert list(laid.conversation.tables.all()) == [laid]


def test_the_home_page_leads_to_a_conversation_that_waits_and_asks_twice_for_it(scene: Scene) -> None:
    conversation, una = room.talk(scene), scene.actor("user")
    client = Client()
    client.force_login(scene.people["user"])
    assert f"/votes/{conversation.process.slug}/conversation/" in client.get("/").text
    with reading():
        joined_by(una)  # the home page knows that already
        with CaptureQueriesContext(connection) as queries:
            assert conversations_waiting_for(una, 5)
        assert len(queries) <= 2
        with CaptureQueriesContext(connection) as queries:
            assert conversations_waiting_for(scene.actor("visitor"), 5) == []
        assert len(queries) == 0


def test_somebody_reads_in_their_download_what_they_said_as_long_as_it_can_be_found(scene: Scene) -> None:
    conversation, una = room.talk(scene), room.Speaker(scene.actor("user"), room.una(scene))
    room.waiting(scene)
    una.vote(room.statement(conversation), -1)
    (held,) = opinions(scene.people["user"].pk, "una@example.org")
    assert held["wrote"] == ["Volunteers should never replace paid carers."]
    assert [vote["vote"] for vote in held["voted"]] == [-1]
    room.kept_out(scene)
    assert {"reason": "It names the caretaker."}.items() <= looking_after(scene.people["rep"].pk, "")[0].items()
    perform(JOB, ForgetVoices(person_id=scene.people["user"].pk))
    assert opinions(scene.people["user"].pk, "una@example.org") == []


def test_a_statement_leads_to_a_motion_where_motions_are_taken_and_the_link_stays(scene: Scene) -> None:
    conversation, una = room.talk(scene), scene.actor("user")
    assert floors_for(una, conversation) == []
    process, one, client = motions_scene.call(scene), room.statement(conversation), Client()
    client.force_login(scene.people["user"])
    (floor,) = floors_for(una, conversation)
    page = f"/votes/{conversation.process.slug}/conversation/statements/"
    assert f"{floor.address}?statement={one.pk}" in client.get(page).text
    assert one.text in client.get(floor.address, {"statement": str(one.pk)}).text
    motion = motions_scene.move(scene, process, statement_id=one.pk)
    assert motion.get_absolute_url() in client.get(page).text
    assert floors_for(scene.actor("visitor"), conversation) == []
