"""Tip-offs: sealed, without a trace, released by two, deleted in time."""

from __future__ import annotations

import base64
import logging
from datetime import time, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from causeway.domains.alliances.models import Term
from causeway.domains.services.commands.add_to_tip_off import AddToTipOff
from causeway.domains.services.commands.agree_to_longer_keeping import AgreeToLongerKeeping
from causeway.domains.services.commands.agree_to_release import AgreeToRelease
from causeway.domains.services.commands.decline_release import DeclineRelease
from causeway.domains.services.commands.expire_tip_offs import ExpireTipOffs
from causeway.domains.services.commands.leave_tip_off import MOST_A_DAY, LeaveTipOff
from causeway.domains.services.commands.make_handler_key import MakeHandlerKey
from causeway.domains.services.commands.note_on_tip_off import NoteOnTipOff
from causeway.domains.services.commands.open_tip_off import OpenedMessage, OpenTipOff
from causeway.domains.services.commands.propose_longer_keeping import ProposeLongerKeeping
from causeway.domains.services.commands.renew_handler_key import RenewHandlerKey
from causeway.domains.services.commands.reply_to_tip_off import ReplyToTipOff
from causeway.domains.services.commands.share_tip_off import ShareTipOff
from causeway.domains.services.commands.withdraw_tip_off import WithdrawTipOff
from causeway.domains.services.models import ReleasedStatement, SealedCopy, TipOff, TipOffMessage
from causeway.domains.services.passphrases import require_strong
from causeway.domains.services.policies.tipoffs import RETURN_CODE
from causeway.domains.services.queries.tipoffs import source_view, unanswered_tip_offs
from causeway.domains.services.tasks import expire_tip_offs, tell_handler
from causeway.domains.services.threads import LONGEST_TEXT, PAD_TO, new_code, plain_code
from causeway.kernel import clock
from causeway.kernel.actors import Bearer, System, Visitor
from causeway.kernel.errors import Conflict, Invalid, Missing, Refused, TooMany
from causeway.kernel.models import AuditEntry, OutboxEvent
from causeway.kernel.perform import perform
from tests.domains.services.tip_off_scene import (
    PASSPHRASE,
    RELEASED,
    TEXT,
    code,
    keys,
    proposal,
    statement,
    tip_off,
)
from tests.scenes import Scene

ADDRESS, BROWSER = "203.0.113.77", "TelltaleBrowser/9.9"


def opened(scene: Scene, name: str = "handler_one", passphrase: str = PASSPHRASE) -> list[OpenedMessage]:
    return perform(scene.actor(name), OpenTipOff(tip_off_id=tip_off(scene).pk, passphrase=passphrase))


def whole_database() -> str:
    """Every row of every table as text."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = [name for (name,) in cursor.fetchall()]
        lines = []
        for table in tables:
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            lines += [f"{table}: {line}" for (line,) in cursor.fetchall()]
    return "\n".join(lines)


def test_each_handler_opens_what_a_visitor_left(scene: Scene) -> None:
    for name in ("handler_one", "handler_two"):
        assert [message.text for message in opened(scene, name)] == [TEXT]


def test_the_database_holds_no_word_of_it_nor_the_code(scene: Scene) -> None:
    tip_off(scene)
    perform(scene.actor("handler_one"), ReplyToTipOff(tip_off_id=tip_off(scene).pk, text="MARKERREPLY thank you"))
    proposal(scene)
    dump = whole_database()
    hidden = (TEXT, "MARKERTEXT", "MARKERREPLY", RELEASED, PASSPHRASE, code(scene), plain_code(code(scene)))
    for secret in hidden:
        for form in (secret, secret.encode().hex(), base64.b64encode(secret.encode()).decode()[:-3]):
            assert form not in dump


def test_no_time_finer_than_the_day_is_kept(scene: Scene) -> None:
    events = OutboxEvent.objects.count()
    entries = set(AuditEntry.objects.values_list("pk", flat=True))
    row = tip_off(scene)
    perform(Bearer(RETURN_CODE, row.pk), AddToTipOff(tip_off_id=row.pk, text="More"))
    opened(scene)
    statement(scene)
    new = AuditEntry.objects.exclude(pk__in=entries)
    assert new.count() >= 6
    for entry in new:
        assert timezone.localtime(entry.at).time() == time.min
    source = new.filter(actor_kind__in=["visitor", "bearer"])
    assert {entry.about for entry in source} == {None}
    assert OutboxEvent.objects.count() == events
    for model in (TipOff, TipOffMessage, SealedCopy, ReleasedStatement):
        assert not [f for f in model._meta.get_fields() if f.__class__.__name__ in {"DateTimeField", "BigAutoField"}]


def test_no_cookie_is_set_and_no_address_or_browser_is_logged(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    keys(scene)
    caplog.set_level(logging.DEBUG)
    client = Client(
        REMOTE_ADDR=ADDRESS, HTTP_USER_AGENT=BROWSER, HTTP_X_FORWARDED_FOR=ADDRESS, enforce_csrf_checks=True
    )
    client.force_login(scene.people["rep"])
    client.cookies["stale"] = "cookie"
    slug, mine = scene.westbury.slug, code(scene)
    answers = [
        client.get(reverse("services:tip_off_start")),
        client.get(reverse("services:tip_off_before", args=[slug])),
        client.get(reverse("services:tip_off_write", args=[slug])),
        client.post(reverse("services:tip_off_write", args=[slug]), {"text": TEXT, "code": mine}),
        client.post(reverse("services:tip_off_return"), {"code": mine}),
        client.post(reverse("services:tip_off_return"), {"code": mine, "text": "More"}),
        client.post(reverse("services:tip_off_return"), {"code": "wrong"}),
        client.get("/services/tip-off/no-such-alliance/"),
        client.post(reverse("services:tip_off_withdraw"), {"code": mine}),
        client.post(reverse("services:tip_off_withdraw"), {"code": mine, "sure": "1"}),
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 200, 200, 422, 404, 200, 200]
    for answer in answers:
        assert not answer.cookies
        assert "Set-Cookie" not in answer.headers
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        request = answer.wsgi_request
        assert ADDRESS not in str(request.META)
        assert BROWSER not in str(request.META)
        assert not request.COOKIES
        assert "<script" not in answer.content.decode()
    assert "private window" in answers[0].content.decode()
    said = "\n".join(f"{record.getMessage()} {record.__dict__}" for record in caplog.records)
    for trace in (ADDRESS, BROWSER, "MARKERTEXT", mine, str(scene.people["rep"].pk)):
        assert trace not in said
    assert ADDRESS not in whole_database()


def test_the_return_code_reads_replies_and_adds_more_and_shows_no_own_words(scene: Scene) -> None:
    row = tip_off(scene)
    perform(scene.actor("handler_two"), ReplyToTipOff(tip_off_id=row.pk, text="By when?"))
    row.refresh_from_db()
    assert row.waits_since is None
    typed = code(scene).lower().replace("-", " ").replace("0", "o").replace("1", "l")
    view = source_view(typed)
    assert view is not None
    assert [reply.text for reply in view.replies] == ["By when?"]
    assert TEXT not in str(view)
    perform(Bearer(RETURN_CODE, row.pk), AddToTipOff(tip_off_id=row.pk, text="By May"))
    row.refresh_from_db()
    assert row.waits_since == clock.today()
    assert [message.text for message in opened(scene)] == [TEXT, "By when?", "By May"]


def test_a_wrong_code_opens_nothing() -> None:
    assert len({new_code() for _ in range(100)}) == 100
    for wrong in ("", "x", "1" * 24, "1" * 26, "U" * 25, "💥" * 25):
        assert source_view(wrong) is None


def test_a_code_that_nobody_has_finds_no_row(db: None) -> None:
    assert source_view(new_code()) is None


def test_a_second_click_adds_to_the_same_thread(scene: Scene) -> None:
    first = tip_off(scene)
    again = perform(Visitor(), LeaveTipOff(alliance_id=scene.westbury.pk, text="Again", code=code(scene)))
    assert again.pk == first.pk
    assert TipOff.objects.count() == 1


def test_an_alliance_without_two_handlers_with_keys_takes_none_and_says_so(scene: Scene) -> None:
    leave = LeaveTipOff(alliance_id=scene.westbury.pk, text="Words", code=new_code())
    with pytest.raises(Conflict, match="two people"):
        perform(Visitor(), leave)
    perform(scene.actor("handler_one"), MakeHandlerKey(alliance_id=scene.westbury.pk, passphrase=PASSPHRASE))
    with pytest.raises(Conflict):
        perform(Visitor(), leave)
    page = Client().get(reverse("services:tip_off_write", args=[scene.westbury.slug])).content.decode()
    assert "cannot take tip-offs yet" in page
    assert "representative" in page


def test_a_handler_who_left_office_opens_nothing_and_gets_no_copy(scene: Scene) -> None:
    tip_off(scene)
    Term.objects.filter(person=scene.people["handler_two"]).update(ends_on=clock.today() - timedelta(days=1))
    with pytest.raises(Missing):
        opened(scene, "handler_two")
    with pytest.raises(Conflict):
        perform(Visitor(), LeaveTipOff(alliance_id=scene.westbury.pk, text="Words", code=new_code()))


def test_one_handler_cannot_release_alone(scene: Scene) -> None:
    mine = proposal(scene)
    with pytest.raises(Refused, match="Another handler"):
        perform(scene.actor("handler_one"), AgreeToRelease(proposal_id=mine.pk, passphrase=PASSPHRASE))
    with pytest.raises(Missing):
        perform(scene.actor("coordinator"), AgreeToRelease(proposal_id=mine.pk, passphrase=PASSPHRASE))
    assert not ReleasedStatement.objects.exists()
    released = perform(scene.actor("handler_two"), AgreeToRelease(proposal_id=mine.pk, passphrase=PASSPHRASE))
    assert released.text == RELEASED
    with pytest.raises(Conflict):
        perform(scene.actor("handler_two"), AgreeToRelease(proposal_id=mine.pk, passphrase=PASSPHRASE))


def test_a_declined_release_stays_in_with_its_reason_sealed(scene: Scene) -> None:
    perform(scene.actor("handler_two"), DeclineRelease(proposal_id=proposal(scene).pk, text="Only three know it"))
    assert "Only three" not in whole_database()
    assert opened(scene)[-1].text == "Only three know it"
    assert not ReleasedStatement.objects.exists()


def test_a_statement_names_no_tip_off_and_outlives_it(scene: Scene) -> None:
    row, released = tip_off(scene), statement(scene)
    assert not [field for field in ReleasedStatement._meta.get_fields() if "tip" in field.name]
    perform(Bearer(RETURN_CODE, row.pk), WithdrawTipOff(tip_off_id=row.pk))
    released.refresh_from_db()
    assert released.text == RELEASED


def test_a_wrong_passphrase_is_told_in_a_sentence(scene: Scene) -> None:
    with pytest.raises(Invalid, match="does not open your key"):
        opened(scene, passphrase="wrong")
    client = Client()
    client.force_login(scene.people["handler_one"])
    answer = client.post(reverse("services:tip_off", args=[tip_off(scene).pk]), {"passphrase": "wrong"})
    assert answer.status_code == 422
    assert "does not open your key" in answer.content.decode()


def test_what_a_handler_opened_may_not_be_stored_by_their_browser(scene: Scene) -> None:
    client = Client()
    client.force_login(scene.people["handler_one"])
    answer = client.post(reverse("services:tip_off", args=[tip_off(scene).pk]), {"passphrase": PASSPHRASE})
    assert TEXT in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]


def test_what_has_run_out_is_deleted_with_every_sealed_copy(scene: Scene) -> None:
    row = tip_off(scene)
    proposal(scene)
    last = clock.now() + timedelta(days=90)
    with clock.stopped_at(last):
        assert perform(System("time"), ExpireTipOffs()) == 0
    with clock.stopped_at(last + timedelta(days=1)):
        expire_tip_offs(timestamp=0)
    assert not TipOff.objects.filter(pk=row.pk).exists()
    assert not SealedCopy.objects.exists()
    assert not TipOffMessage.objects.exists()


def test_two_handlers_keep_it_longer_but_never_beyond_a_year(scene: Scene) -> None:
    row = tip_off(scene)
    day = row.received_on + timedelta(days=365)
    hana, hugh = scene.actor("handler_one"), scene.actor("handler_two")
    with pytest.raises(Invalid, match="a year at most"):
        perform(hana, ProposeLongerKeeping(tip_off_id=row.pk, until=day + timedelta(days=1)))
    perform(hana, ProposeLongerKeeping(tip_off_id=row.pk, until=day))
    with pytest.raises(Refused):
        perform(hana, AgreeToLongerKeeping(tip_off_id=row.pk))
    perform(hugh, AgreeToLongerKeeping(tip_off_id=row.pk))
    row.refresh_from_db()
    assert row.keep_until == day


def test_a_renewed_key_opens_what_the_old_one_did_and_a_lost_one_loses_it(scene: Scene) -> None:
    tip_off(scene)
    hana, alliance = scene.actor("handler_one"), scene.westbury.pk
    new = "another passphrase entirely here"
    with pytest.raises(Invalid):
        perform(hana, RenewHandlerKey(alliance_id=alliance, old_passphrase="wrong", passphrase=new))
    perform(hana, RenewHandlerKey(alliance_id=alliance, old_passphrase=PASSPHRASE, passphrase=new))
    assert opened(scene, passphrase=new)[0].text == TEXT
    perform(hana, RenewHandlerKey(alliance_id=alliance, passphrase=PASSPHRASE))
    assert opened(scene)[0].text is None
    made = perform(scene.actor("handler_two"), ShareTipOff(tip_off_id=tip_off(scene).pk, passphrase=PASSPHRASE))
    assert made == 1
    assert opened(scene)[0].text == TEXT


@pytest.mark.parametrize("weak", ["", "short", "a" * 40, "one two", "the the the the the", "12341234123412341234"])
def test_a_weak_passphrase_is_refused(weak: str) -> None:
    with pytest.raises(Invalid):
        require_strong(weak)


def test_texts_of_different_length_look_alike_when_sealed(scene: Scene) -> None:
    row = tip_off(scene)
    perform(Bearer(RETURN_CODE, row.pk), AddToTipOff(tip_off_id=row.pk, text="A"))
    perform(Bearer(RETURN_CODE, row.pk), AddToTipOff(tip_off_id=row.pk, text="B" * (PAD_TO - 1)))
    assert len({len(bytes(copy.sealed)) for copy in SealedCopy.objects.all()}) == 1


def test_too_much_too_often_or_nothing_is_told_in_a_sentence(scene: Scene) -> None:
    keys(scene)
    alliance = scene.westbury.pk
    for bad in ("", "   ", "x" * (LONGEST_TEXT + 1), "nul\0"):
        with pytest.raises(Invalid):
            perform(Visitor(), LeaveTipOff(alliance_id=alliance, text=bad, code=new_code()))
    with pytest.raises(Invalid):
        perform(Visitor(), LeaveTipOff(alliance_id=alliance, text="Words", code="guess me"))
    for _ in range(MOST_A_DAY):
        perform(Visitor(), LeaveTipOff(alliance_id=alliance, text="Words", code=new_code()))
    with pytest.raises(TooMany, match="tomorrow"):
        perform(Visitor(), LeaveTipOff(alliance_id=alliance, text="Words", code=new_code()))


def test_a_coordinator_who_is_no_handler_is_told_only_that_some_wait(scene: Scene) -> None:
    assert unanswered_tip_offs(scene.actor("coordinator")) == []
    tip_off(scene)
    (told,) = unanswered_tip_offs(scene.actor("coordinator"))
    assert (told.count, told.is_handler) == (None, False)
    (told,) = unanswered_tip_offs(scene.actor("handler_one"))
    assert (told.count, told.is_handler) == (1, True)
    assert unanswered_tip_offs(scene.actor("outsider")) == []


def test_the_letter_of_the_day_says_nothing_but_that_something_waits(scene: Scene, mailoutbox: list[object]) -> None:
    tip_off(scene)
    tell_handler(person_id=str(scene.people["handler_one"].pk))
    (letter,) = mailoutbox
    said = f"{letter.subject} {letter.body}"  # type: ignore[attr-defined]
    assert "/services/tip-offs/" in said
    for word in ("Westbury", "tip-off of", "MARKERTEXT"):
        assert word not in said


def test_a_note_is_read_by_the_handlers_and_never_by_the_source(scene: Scene) -> None:
    row = tip_off(scene)
    perform(scene.actor("handler_one"), NoteOnTipOff(tip_off_id=row.pk, text="Do you know the building?"))
    assert [message.text for message in opened(scene, "handler_two")] == [TEXT, "Do you know the building?"]
    assert "Do you know the building?" not in whole_database()
    assert "building" not in str(source_view(code(scene)))
    for name in ("coordinator", "outsider"):
        with pytest.raises((Missing, Refused)):
            perform(scene.actor(name), NoteOnTipOff(tip_off_id=row.pk, text="Curious"))


def test_only_a_note_that_settles_ends_the_waiting_for_an_answer(scene: Scene) -> None:
    hana, row = scene.actor("handler_one"), tip_off(scene)
    perform(hana, NoteOnTipOff(tip_off_id=row.pk, text="I look into it"))
    assert len(unanswered_tip_offs(hana)) == 1
    perform(hana, NoteOnTipOff(tip_off_id=row.pk, text="Nothing to answer", settles=True))
    assert unanswered_tip_offs(hana) == []
    with pytest.raises(Invalid):
        perform(hana, NoteOnTipOff(tip_off_id=row.pk, text="  "))
    assert TipOffMessage.objects.filter(kind=TipOffMessage.Kind.NOTE).count() == 2
