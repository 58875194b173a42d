"""Handing in: frozen totals, papers that name only who agreed, numbered copies, and the answer."""

from __future__ import annotations

import io
import json
from datetime import timedelta

import pytest
from django.db import connection
from pypdf import PdfReader

from causeway.domains.campaigns.models import Action
from causeway.domains.petitions.commands.check_sheet import CheckSheet
from causeway.domains.petitions.commands.hand_in_petition import HandInPetition
from causeway.domains.petitions.commands.record_answer import RecordAnswer
from causeway.domains.petitions.commands.record_receipt import RecordReceipt
from causeway.domains.petitions.commands.take_hand_in_copy import TakeHandInCopy
from causeway.domains.petitions.handing_in import digest_of
from causeway.domains.petitions.models import Sheet, SheetPhoto
from causeway.domains.petitions.pdf.handin import handin_pdf
from causeway.kernel import clock
from causeway.kernel.errors import Invalid
from causeway.kernel.models import AuditEntry
from causeway.kernel.perform import perform
from tests.domains.petitions.paper_scene import counted, hand_in, typed
from tests.domains.petitions.scene import confirm, petition, sign
from tests.domains.petitions.test_pdf import tags_in, text_of
from tests.scenes import Scene
from tests.work import work


def test_the_papers_name_only_those_who_agreed_and_tell_both_parts(scene: Scene) -> None:
    confirm(sign(scene))
    typed(scene, "Nora Named", "Ann Other", shows_name=True)
    typed(scene, "Quentin Quiet")
    typed(scene, "Ann Other")
    made = hand_in(scene)
    assert (made.online, made.typed, made.counted, made.duplicates) == (1, 6, 0, 1)
    text = text_of(handin_pdf(perform(scene.actor("coordinator"), TakeHandInCopy(hand_in_id=made.pk))))
    for said in ("Nora Named", "Ann Other", "7people signed", "1 online and 6 on paper", "1 further signature",
                 petition(scene).text, "The Leader of Westbury Council", "copy 1", made.digest[:32]):  # fmt: skip
        assert "".join(said.split()) in text, said
    assert "Quentin" not in text
    assert "Sofia" not in text


def test_areas_with_few_signers_are_not_told_apart(scene: Scene) -> None:
    typed(
        scene, *(f"{name} Salford" for name in ("Ann", "Bob", "Cleo", "Dora", "Eli", "Fay", "Gil", "Hal", "Ivy", "Jo"))
    )
    typed(scene, "Lone Liverpool", postcode="L1 8JQ")
    leeds = ["Kit", "Lou", "Max", "Nan", "Oz", "Pia", "Quin", "Rex", "Sal", "Tim", "Una"]
    typed(scene, *(f"{name} Leeds" for name in leeds), postcode="LS1 1UR")
    papers = json.loads(hand_in(scene).paper)
    shown = dict(papers["areas"])
    assert "Liverpool" not in shown
    assert sum(shown.values()) + papers["elsewhere"] == papers["total"]
    assert papers["elsewhere"] >= 10 or papers["elsewhere"] == 0


def test_totals_are_frozen_and_the_digest_proves_them(scene: Scene) -> None:
    made = hand_in(scene)
    confirm(sign(scene))
    made.refresh_from_db()
    papers = json.loads(made.paper)
    assert made.total == papers["total"] == 3
    assert digest_of(papers["exact"]) == made.digest
    with connection.cursor() as cursor:
        cursor.execute("SELECT paper FROM petitions_handin")
        assert b"exact" not in bytes(cursor.fetchone()[0])


def test_the_papers_are_tagged_and_every_page_bears_the_copys_number(scene: Scene) -> None:
    made = hand_in(scene)
    cora = scene.actor("coordinator")
    perform(cora, TakeHandInCopy(hand_in_id=made.pk))
    second = perform(cora, TakeHandInCopy(hand_in_id=made.pk))
    reader = PdfReader(io.BytesIO(handin_pdf(second)))
    assert all("copy 2" in page.extract_text() for page in reader.pages)
    assert reader.trailer["/Root"]["/Lang"] in {"en", "en-GB"}
    assert {"/H1", "/H2", "/L", "/LI"} <= tags_in(reader)
    said = AuditEntry.objects.filter(command="TakeHandInCopy").values_list("sentence", flat=True)
    assert sorted(sentence.split(" of ")[0] for sentence in said) == ["took copy 1", "took copy 2"]


def test_hostile_names_and_ten_thousand_of_them_are_only_names(scene: Scene) -> None:
    made = hand_in(scene)
    papers = json.loads(made.paper)
    papers["names"] = [["#panic() $x$ [y] \\ *z*", "Salford"]] + [[f"Name {n}", ""] for n in range(10_000)]
    papers["areas"] = [["#strong[Area]", 12]]
    made.paper = json.dumps(papers)
    content = handin_pdf(made)
    text = text_of(content)
    assert "#panic()$x$[y]\\*z*" in text
    assert "#strong[Area]" in text
    assert "Name9999" in text


def test_photographs_of_checked_sheets_go_at_the_hand_in(scene: Scene) -> None:
    checked, waiting = counted(scene), counted(scene)
    Sheet.objects.filter(pk=checked.pk).update(taken_in_by=scene.people["rep"])
    perform(scene.actor("coordinator"), CheckSheet(sheet_id=checked.pk, agrees=True))
    made = hand_in(scene)
    assert made.counted == 12
    assert list(SheetPhoto.objects.values_list("sheet_id", flat=True)) == [waiting.pk]


def test_a_hand_in_is_noted_among_the_campaigns_actions_once(scene: Scene) -> None:
    hand_in(scene)
    work()
    action = Action.objects.get(kind=Action.Kind.HAND_IN)
    assert petition(scene).title in action.title
    assert action.starts_on == clock.today()


@pytest.mark.parametrize(
    "changes",
    [
        {"to_whom": " "},
        {"to_whom": "x" * 201},
        {"handed_in_on": clock.today() - timedelta(days=3)},
        {"handed_in_on": clock.today() + timedelta(days=61)},
    ],
)
def test_an_impossible_hand_in_is_refused(scene: Scene, changes: dict[str, object]) -> None:
    with pytest.raises(Invalid):
        hand_in(scene, **changes)


def test_nothing_is_handed_in_before_anybody_signed(scene: Scene) -> None:
    command = HandInPetition(petition_id=petition(scene).pk, handed_in_on=clock.today(), to_whom="The council")
    with pytest.raises(Invalid, match="nothing to hand in"):
        perform(scene.actor("coordinator"), command)


def test_the_answer_stands_on_the_public_page_with_its_source(scene: Scene, client: object) -> None:
    made = hand_in(scene)
    cora = scene.actor("coordinator")
    perform(cora, RecordReceipt(hand_in_id=made.pk, received_by="The chief executive’s office"))
    good = {
        "answered_on": clock.today(),
        "from_whom": "The Leader",
        "text": "It stays.",
        "source": "Letter",
        "source_url": "https://example.org/letter",
    }
    for wrong in ({"answered_on": clock.today() + timedelta(days=1)}, {"text": ""}, {"source": " "},
                  {"source_url": "javascript:alert(1)"}):  # fmt: skip
        with pytest.raises(Invalid):
            perform(cora, RecordAnswer(hand_in_id=made.pk, **{**good, **wrong}))  # type: ignore[arg-type]
    perform(cora, RecordAnswer(hand_in_id=made.pk, **good))  # type: ignore[arg-type]
    page = client.get(f"/petitions/hand-ins/{made.pk}/").content.decode()  # type: ignore[attr-defined]
    assert "It stays." in page
    assert "https://example.org/letter" in page
    assert "Peggy" not in page
