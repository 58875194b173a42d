"""Sheets of paper: out, back, typed in or counted, checked; and one person counted once."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from django.core import mail
from django.db import connection
from PIL import Image

from causeway.domains.petitions import links
from causeway.domains.petitions.commands.check_sheet import CheckSheet
from causeway.domains.petitions.commands.count_sheet import CountSheet
from causeway.domains.petitions.commands.decide_resemblance import DecideResemblance
from causeway.domains.petitions.commands.hand_out_sheet import HandOutSheet
from causeway.domains.petitions.commands.reinstate_sheet import ReinstateSheet
from causeway.domains.petitions.commands.report_sheet_lost import ReportSheetLost
from causeway.domains.petitions.commands.save_sheet_draft import SaveSheetDraft
from causeway.domains.petitions.commands.type_sheet import TypeSheet
from causeway.domains.petitions.commands.void_sheet import VoidSheet
from causeway.domains.petitions.commands.withdraw_line import WithdrawLine
from causeway.domains.petitions.commands.withdraw_signature import WithdrawSignature
from causeway.domains.petitions.models import PetitionTally, Resemblance, Sheet, SheetPhoto, Signature
from causeway.domains.petitions.sheet_queries import counted_on_sheets, sheets_out, visible_sheets
from causeway.domains.petitions.taking_in import TypedLine, lines_of
from causeway.kernel import clock
from causeway.kernel.errors import Conflict, Invalid, Missing, Refused
from causeway.kernel.models import AuditEntry
from causeway.kernel.perform import perform
from tests.domains.petitions.paper_scene import (
    counted,
    lines,
    paper_signature,
    photograph,
    printed,
    resemblance,
    sheet_back,
    sheet_out,
    typed,
    typed_once,
)
from tests.domains.petitions.scene import confirm, sign
from tests.scenes import Scene
from tests.work import work


def standing() -> list[str]:
    """The names that count."""
    rows = Signature.objects.filter(confirmed_at__isnull=False, duplicate_of=None)
    return sorted(row.name for row in rows)


def test_sheets_have_consecutive_numbers_from_one_printing_to_the_next(scene: Scene) -> None:
    assert [sheet.number for sheet in [*printed(scene, 3), *printed(scene, 2)]] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("changes", [{"count": 0}, {"count": 201}, {"line_count": 41}, {"size": "a0"}])
def test_an_impossible_printing_is_refused_and_makes_no_sheet(scene: Scene, changes: dict[str, object]) -> None:
    with pytest.raises(Invalid):
        printed(scene, **changes)  # type: ignore[arg-type]
    assert not Sheet.objects.exists()


def test_who_holds_a_sheet_is_seen_only_by_organisers_and_the_holder(scene: Scene) -> None:
    sheet = sheet_out(scene)
    for name in ("coordinator", "rep"):
        assert sheet in sheets_out(scene.actor(name))
    for name in ("visitor", "stranger", "user", "user_officer", "handler_one", "outsider"):
        assert not visible_sheets(scene.actor(name)).exists()


def test_the_trail_says_that_a_sheet_went_out_and_not_with_whom(scene: Scene) -> None:
    sheet_out(scene)
    said = " ".join(AuditEntry.objects.values_list("sentence", flat=True))
    assert "registered sheet 1-B of" in said
    assert "ravi" not in said.lower()


def test_a_sheet_is_with_somebody_or_at_a_place_and_back_within_a_year(scene: Scene) -> None:
    (sheet,) = printed(scene)
    cora = scene.actor("coordinator")
    late = clock.today() + timedelta(days=400)
    for wrong in ({}, {"email": "ravi@example.org", "place": "Flats"}, {"email": "nobody@example.org"},
                  {"place": "ann@example.org"}, {"place": "Flats", "due_on": late}):  # fmt: skip
        with pytest.raises(Invalid):
            perform(cora, HandOutSheet(sheet_id=sheet.pk, **wrong))  # type: ignore[arg-type]
    out = perform(cora, HandOutSheet(sheet_id=sheet.pk, place="Block of flats, 3rd floor"))
    assert out.due_on == clock.today() + timedelta(days=14)


def test_blank_lines_are_skipped_and_same_as_above_is_filled_in(scene: Scene) -> None:
    sheet = sheet_back(scene)
    rows = (
        TypedLine(number=1, name="Ann  O’Neill", postcode="m65fs"),
        TypedLine(number=2),
        TypedLine(number=3, name="Bob ”", postcode="ditto"),
        TypedLine(number=4, name="Cleo Unreadable", postcode=""),
    )
    perform(scene.actor("coordinator"), TypeSheet(sheet_id=sheet.pk, lines=rows))
    signatures = [line.signature for line in sheet.lines.all()]
    assert [(one.name, one.postcode) for one in signatures if one] == [
        ("Ann O’Neill", "M6 5FS"),
        ("Bob O’Neill", "M6 5FS"),
        ("Cleo Unreadable", ""),
    ]


@pytest.mark.parametrize(
    "line",
    [
        TypedLine(number=1, name="", postcode="M6 5FS"),
        TypedLine(number=1, name="Ann", postcode="nowhere"),
        TypedLine(number=1, name="Ann", email="not an address"),
        TypedLine(number=99, name="Ann"),
        TypedLine(number=1, name="\x00\x00"),
        TypedLine(number=1, name="A" * 500),
        TypedLine(number=1, name="!!!"),
    ],
)
def test_a_bad_line_is_told_with_its_number_and_takes_nothing_in(scene: Scene, line: TypedLine) -> None:
    sheet = sheet_back(scene)
    with pytest.raises(Invalid) as invalid:
        perform(scene.actor("coordinator"), TypeSheet(sheet_id=sheet.pk, lines=(line,)))
    assert str(line.number) in invalid.value.sentence
    assert not Signature.objects.exists()


def test_a_draft_is_sealed_and_comes_back_as_it_was_typed(scene: Scene) -> None:
    sheet = sheet_back(scene)
    perform(scene.actor("coordinator"), SaveSheetDraft(sheet_id=sheet.pk, lines=lines("Ann Lee", "Bob")))
    with connection.cursor() as cursor:
        cursor.execute("SELECT draft FROM petitions_sheet WHERE id = %s", [sheet.pk])
        assert b"Ann" not in bytes(cursor.fetchone()[0])
    sheet.refresh_from_db()
    assert lines_of(sheet.draft) == list(lines("Ann Lee", "Bob"))
    assert not Signature.objects.exists()


def test_a_sheet_is_not_taken_in_twice(scene: Scene) -> None:
    sheet = typed_once(scene)
    with pytest.raises(Conflict):
        perform(scene.actor("coordinator"), TypeSheet(sheet_id=sheet.pk, lines=lines("Ann Lee")))
    with pytest.raises(Conflict):
        perform(scene.actor("coordinator"), CountSheet(sheet_id=sheet.pk, counted=3, photograph=photograph()))


def test_the_same_line_on_two_sheets_counts_once_and_refers_to_the_first(scene: Scene) -> None:
    typed(scene, "Ann Lee", "Bob Cole")
    second = typed(scene, "MRS ANN LEE", "Dora Day")
    assert standing() == ["Ann Lee", "Bob Cole", "Dora Day"]
    twin = second.lines.get(number=1).signature
    assert twin is not None
    assert twin.duplicate_of is not None
    assert twin.duplicate_of.name == "Ann Lee"


def test_without_a_postcode_two_people_of_one_name_are_two(scene: Scene) -> None:
    typed(scene, "Ann Lee", "Ann Lee", postcode="")
    assert standing() == ["Ann Lee", "Ann Lee"]


def test_a_line_on_paper_refers_to_the_online_signature(scene: Scene) -> None:
    online = confirm(sign(scene, "Zoë O’Neill", "zoe@example.org"))
    first = typed(scene, "zoe oneill")
    assert standing() == ["Zoë O’Neill"]
    line = first.lines.get().signature
    assert line is not None
    assert line.duplicate_of == online


def test_taking_out_the_line_that_counts_lets_its_twin_count(scene: Scene) -> None:
    first = typed(scene, "Ann Lee")
    typed(scene, "Ann Lee")
    third = typed(scene, "ann lee")
    counting = first.lines.get().signature
    assert counting is not None
    perform(scene.actor("coordinator"), WithdrawLine(signature_id=counting.pk))
    assert standing() == ["Ann Lee"]
    assert Signature.objects.count() == 2
    last = third.lines.get().signature
    assert last is not None
    perform(scene.actor("coordinator"), WithdrawLine(signature_id=last.pk))
    assert standing() == ["Ann Lee"]
    assert first.lines.get().withdrawn_on == clock.today()


def test_alike_names_both_count_until_somebody_decides_and_the_decision_can_be_changed(scene: Scene) -> None:
    pair = resemblance(scene)
    assert {pair.one.name, pair.other.name} == {"Margaret Holt", "Peggy Holt"}
    assert len(standing()) == 3
    cora = scene.actor("coordinator")
    perform(cora, DecideResemblance(resemblance_id=pair.pk, same=True))
    assert standing() == ["Bill Day", "Margaret Holt"]
    perform(cora, DecideResemblance(resemblance_id=pair.pk, same=True))
    assert standing() == ["Bill Day", "Margaret Holt"]
    perform(cora, DecideResemblance(resemblance_id=pair.pk, same=False))
    assert len(standing()) == 3


def test_a_second_person_checks_and_sends_back_what_does_not_agree(scene: Scene) -> None:
    cora = scene.actor("coordinator")
    mine = typed(scene, "Ann Lee", by="coordinator")
    with pytest.raises(Refused, match="second person"):
        perform(cora, CheckSheet(sheet_id=mine.pk, agrees=True))
    theirs = typed(scene, "Ann Lee", "Bob Cole")
    perform(cora, CheckSheet(sheet_id=theirs.pk, agrees=False))
    theirs.refresh_from_db()
    assert theirs.state == Sheet.State.BACK
    assert [line.name for line in lines_of(theirs.draft)] == ["Ann Lee", "Bob Cole"]
    assert standing() == ["Ann Lee"]
    perform(scene.actor("rep"), TypeSheet(sheet_id=theirs.pk, lines=tuple(lines_of(theirs.draft))))
    assert perform(cora, CheckSheet(sheet_id=theirs.pk, agrees=True)).state == Sheet.State.CHECKED


def test_a_photograph_is_redrawn_without_the_cameras_marks_and_sealed(scene: Scene) -> None:
    sheet = counted(scene)
    kept = SheetPhoto.objects.get(sheet=sheet).picture
    assert b"SecretCamera" not in kept
    with Image.open(BytesIO(kept)) as picture:
        assert not picture.getexif()
        assert picture.mode == "L"
    with connection.cursor() as cursor:
        cursor.execute("SELECT picture FROM petitions_sheetphoto")
        assert not bytes(cursor.fetchone()[0]).startswith(b"\xff\xd8")


def test_a_count_counts_once_a_second_person_has_checked_it(scene: Scene) -> None:
    sheet = sheet_back(scene)
    perform(scene.actor("coordinator"), HandOutSheet(sheet_id=printed(scene)[0].pk, place="Library"))
    command = CountSheet(sheet_id=sheet.pk, counted=12, photograph=photograph())
    with pytest.raises(Missing):
        perform(scene.actor("rep"), command)
    perform(scene.actor("coordinator"), command)
    assert counted_on_sheets(sheet.petition) == 0
    Sheet.objects.filter(pk=sheet.pk).update(taken_in_by=scene.people["rep"])
    perform(scene.actor("coordinator"), CheckSheet(sheet_id=sheet.pk, agrees=True))
    assert counted_on_sheets(sheet.petition) == 12


def test_a_line_on_paper_steps_back_for_the_online_signature_and_comes_again_when_that_goes(scene: Scene) -> None:
    typed(scene, "Sofia Signer")
    online = confirm(sign(scene))
    work()
    assert Signature.objects.get(source="paper").duplicate_of == online
    bearer = links.bearer_of(links.token_for(online.pk))
    perform(bearer, WithdrawSignature(signature_id=online.pk))
    assert [row.source for row in Signature.objects.filter(duplicate_of=None)] == ["paper"]
    work()
    assert {(row.source, row.signatures) for row in PetitionTally.objects.exclude(signatures=0)} == {("paper", 1)}


def bomb() -> bytes:
    """A picture of 400 million pixels in few bytes."""
    out = BytesIO()
    Image.new("1", (20_000, 20_000)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    "upload", [b"", b"not a picture", photograph()[:300], b"GIF89a" + b"\0" * 40, b"x" * 12_000_001, bomb()]
)
def test_a_bad_photograph_is_refused_with_a_sentence(scene: Scene, upload: bytes) -> None:
    sheet = sheet_back(scene)
    with pytest.raises(Invalid) as invalid:
        perform(scene.actor("coordinator"), CountSheet(sheet_id=sheet.pk, counted=3, photograph=upload))
    assert "photograph" in invalid.value.fields
    assert not SheetPhoto.objects.exists()


@pytest.mark.parametrize("number", [0, -1, 21])
def test_no_more_are_counted_than_a_sheet_has_lines(scene: Scene, number: int) -> None:
    sheet = sheet_back(scene)
    with pytest.raises(Invalid):
        perform(scene.actor("coordinator"), CountSheet(sheet_id=sheet.pk, counted=number, photograph=photograph()))


def test_lost_and_void_can_be_undone_but_not_for_a_sheet_that_was_taken_in(scene: Scene) -> None:
    sheet = sheet_out(scene)
    cora = scene.actor("coordinator")
    perform(scene.actor("rep"), ReportSheetLost(sheet_id=sheet.pk, why="Left on the bus."))
    assert not sheets_out(cora).exists()
    assert perform(cora, ReinstateSheet(sheet_id=sheet.pk)).state == Sheet.State.OUT
    with pytest.raises(Invalid):
        perform(cora, VoidSheet(sheet_id=sheet.pk, why=" "))
    for command in (VoidSheet, ReportSheetLost):
        with pytest.raises(Conflict):
            perform(cora, command(sheet_id=typed_once(scene).pk, why="Tea."))  # type: ignore[arg-type]


def test_those_who_run_the_campaign_hear_of_a_lost_sheet_once_and_not_of_one_that_was_found(scene: Scene) -> None:
    sheet = sheet_out(scene)
    perform(scene.actor("rep"), ReportSheetLost(sheet_id=sheet.pk, why="Left on the bus."))
    work()
    assert [letter.to for letter in mail.outbox] == [["cora@example.org"]]
    assert f"/petitions/sheets/{sheet.pk}/" in str(mail.outbox[0].body)
    assert "bus" not in str(mail.outbox[0].body)
    perform(scene.actor("coordinator"), ReinstateSheet(sheet_id=sheet.pk))
    perform(scene.actor("rep"), ReportSheetLost(sheet_id=sheet.pk, why="Left on the bus."))
    perform(scene.actor("coordinator"), ReinstateSheet(sheet_id=sheet.pk))
    work()
    assert len(mail.outbox) == 1


def test_a_question_goes_with_the_signature_that_it_was_about(scene: Scene) -> None:
    resemblance(scene)
    perform(scene.actor("coordinator"), WithdrawLine(signature_id=paper_signature(scene).pk))
    assert not Resemblance.objects.exists()
