"""What follows a signature: the letter, the totals, consents, news, withdrawal, deletion."""

from __future__ import annotations

import gc
import re
from datetime import timedelta
from io import StringIO
from uuid import UUID

import pytest
from click.testing import CliRunner
from django.core import mail
from django.db import connection
from django.test import Client

from causeway.domains.people.models import Consent
from causeway.domains.petitions import links, queries, tasks
from causeway.domains.petitions.cli import recount_command
from causeway.domains.petitions.commands.ask_for_export import AskForExport
from causeway.domains.petitions.commands.close_petition import ClosePetition
from causeway.domains.petitions.commands.decide_on_export import DecideOnExport
from causeway.domains.petitions.commands.pass_on_address import PassOnAddress
from causeway.domains.petitions.commands.recount_signatures import RecountSignatures
from causeway.domains.petitions.commands.revise_petition import RevisePetition
from causeway.domains.petitions.commands.take_export import TakeExport
from causeway.domains.petitions.commands.withdraw_signature import WithdrawSignature
from causeway.domains.petitions.commands.write_to_signers import WriteToSigners
from causeway.domains.petitions.events import SignatureConfirmed, UpdatePosted
from causeway.domains.petitions.exporting import BATCH, is_mark_of, write_csv
from causeway.domains.petitions.handlers import deliver_update, tally_new_signatures
from causeway.domains.petitions.models import Export, Petition, PetitionTally, Signature
from causeway.domains.petitions.totals import shown_areas
from causeway.kernel import clock
from causeway.kernel.actors import System
from causeway.kernel.errors import Conflict, Missing, Refused, TooMany
from causeway.kernel.models import AuditEntry
from causeway.kernel.perform import perform
from tests.domains.petitions.scene import confirm, petition, sign
from tests.scenes import Scene
from tests.work import work


def total(scene: Scene) -> int:
    return queries.totals(petition(scene)).total


def test_the_letter_holds_the_link_and_nothing_that_was_typed_in(scene: Scene) -> None:
    signature = sign(scene, "Buy pills at Evil Street", email="victim@example.org")
    work()
    (letter,) = mail.outbox
    assert letter.to == ["victim@example.org"]
    assert links.address_for(signature.pk) in letter.body
    assert "Evil" not in letter.body + letter.subject


def test_opening_the_link_changes_nothing_and_the_button_counts_once(scene: Scene, client: Client) -> None:
    signature = sign(scene)
    page = f"/petitions/signature/{links.token_for(signature.pk)}/"
    for _scanner in range(3):
        answer = client.get(page)
        client.get(page + "confirm/")
        assert b"S. S." in answer.content
        assert b"Sofia" not in answer.content
    signature.refresh_from_db()
    assert signature.confirmed_at is None
    for _click in range(3):
        assert client.post(page + "confirm/").status_code == 302
    work()
    assert total(scene) == 1


def test_signing_again_answers_the_same_and_the_letter_says_so(scene: Scene, client: Client) -> None:
    confirm(sign(scene))
    work()
    mail.outbox.clear()
    form = {"name": "Sofia", "email": "Sofia@Example.org", "postcode": "m65fs"}
    again = client.post(f"/petitions/{petition(scene).slug}/sign/", form)
    fresh = client.post(f"/petitions/{petition(scene).slug}/sign/", {**form, "email": "new@example.org"})
    assert (again.status_code, again.headers["Location"]) == (fresh.status_code, fresh.headers["Location"])
    work()
    subjects = {letter.to[0]: letter.subject for letter in mail.outbox}
    assert "already" in subjects["Sofia@Example.org"]
    assert "Confirm" in subjects["new@example.org"]


def test_nobody_can_flood_a_letterbox(scene: Scene) -> None:
    for number in range(8):
        sign(scene, f"Fool Number{'x' * number}", email="victim@example.org")
    work()
    assert len(mail.outbox) == 3


def test_a_form_filled_in_by_a_machine_is_dropped_without_a_word(scene: Scene, client: Client) -> None:
    form = {"name": "Bot", "email": "bot@example.org", "postcode": "M6 5FS", "website": "https://spam.example"}
    assert client.post(f"/petitions/{petition(scene).slug}/sign/", form).status_code == 302
    assert not Signature.objects.exists()


def test_the_totals_count_nothing_twice_however_often_the_job_runs(scene: Scene) -> None:
    signatures = [confirm(sign(scene, email=f"s{number}@example.org")) for number in range(5)]
    for _ in range(3):
        tally_new_signatures(SignatureConfirmed(signature_id=signatures[0].pk, petition_id=petition(scene).pk))
        work()
    assert total(scene) == 5
    assert perform(System(reason="a test"), RecountSignatures(petition_id=petition(scene).pk)) == []


def test_a_recount_finds_and_mends_a_wrong_total(scene: Scene) -> None:
    confirm(sign(scene))
    work()
    PetitionTally.objects.update(signatures=7)
    wrong = perform(System(reason="a test"), RecountSignatures(petition_id=petition(scene).pk))
    assert wrong == [("online", "M", 7, 1)]
    assert total(scene) == 1


def test_the_operator_recounts_a_petition_and_is_told_whether_the_published_figures_agree(scene: Scene) -> None:
    confirm(sign(scene))
    recounted = CliRunner().invoke(recount_command, [petition(scene).slug])
    assert "Counted:   1 (1 online, 0 on paper).\nThe published figures agree." in recounted.output
    assert recounted.exit_code == 0
    PetitionTally.objects.update(signatures=7)
    wrong = CliRunner().invoke(recount_command, [petition(scene).slug])
    assert "Online, M: published 7, counted 1" in wrong.output
    assert wrong.exit_code == 1
    assert total(scene) == 1
    assert CliRunner().invoke(recount_command, [petition(scene).slug]).exit_code == 0
    assert isinstance(CliRunner().invoke(recount_command, ["no-such-petition"]).exception, Missing)


def test_an_address_is_kept_only_by_those_who_asked_to_hear_from_somebody(scene: Scene) -> None:
    quiet = confirm(sign(scene, email="quiet@example.org"))
    reader = confirm(sign(scene, email="reader@example.org", updates=True, organisation_ids=(scene.branch.pk,)))
    work()
    assert Signature.objects.get(pk=quiet.pk).email == ""
    assert Signature.objects.get(pk=reader.pk).email == "reader@example.org"
    assert set(Consent.objects.values_list("controller_name", flat=True)) == {scene.westbury.name, scene.branch.name}


def test_an_unconfirmed_form_gives_no_consent_and_is_deleted_after_14_days(scene: Scene) -> None:
    signature = sign(scene, updates=True)
    work()
    assert not Consent.objects.exists()
    with clock.stopped_at(clock.now() + timedelta(days=13)):
        tasks.forget(0)
        assert Signature.objects.filter(pk=signature.pk).exists()
    with clock.stopped_at(clock.now() + timedelta(days=15)):
        tasks.forget(0)
    assert not Signature.objects.filter(pk=signature.pk).exists()


def test_news_goes_once_to_those_who_agreed_to_that_writer_and_to_nobody_else(scene: Scene) -> None:
    confirm(sign(scene, email="quiet@example.org"))
    confirm(sign(scene, email="news@example.org", updates=True))
    confirm(sign(scene, email="union@example.org", organisation_ids=(scene.branch.pk,)))
    work()
    mail.outbox.clear()
    letter = WriteToSigners(
        petition_id=petition(scene).pk, title="Join us", text="We meet.", organisation_id=scene.branch.pk
    )
    update = perform(scene.actor("rep"), letter)
    work()
    deliver_update(UpdatePosted(update_id=update.pk))
    assert [sent.to for sent in mail.outbox] == [["union@example.org"]]
    assert "List-Unsubscribe" in mail.outbox[0].extra_headers
    update.refresh_from_db()
    assert update.letters == 1
    with pytest.raises(TooMany):
        perform(scene.actor("rep"), letter)


def test_one_click_stops_the_letters_and_forgets_the_address(scene: Scene, client: Client) -> None:
    signature = confirm(sign(scene, updates=True))
    work()
    page = f"/petitions/signature/{links.token_for(signature.pk)}/stop/"
    assert Client(enforce_csrf_checks=True).post(page, {"List-Unsubscribe": "One-Click"}).status_code == 200
    signature.refresh_from_db()
    assert (signature.email, signature.reachable) == ("", False)
    assert not Consent.objects.filter(withdrawn_at=None).exists()


def test_a_withdrawn_signature_leaves_the_totals_and_nothing_of_the_signer(scene: Scene) -> None:
    signature = confirm(sign(scene, updates=True))
    work()
    bearer = links.bearer_of(links.token_for(signature.pk))
    perform(bearer, WithdrawSignature(signature_id=signature.pk))
    work()
    assert total(scene) == 0
    assert not Signature.objects.exists()
    assert not Consent.objects.filter(withdrawn_at=None).exists()
    assert perform(System(reason="a test"), RecountSignatures(petition_id=petition(scene).pk)) == []


def test_signatures_are_deleted_a_year_after_the_close_and_the_totals_stay(scene: Scene) -> None:
    confirm(sign(scene))
    perform(scene.actor("coordinator"), ClosePetition(petition_id=petition(scene).pk))
    with clock.stopped_at(clock.now() + timedelta(days=367)):
        tasks.forget(0)
    assert not Signature.objects.exists()
    assert total(scene) == 1


def test_a_petition_closes_by_itself_when_its_day_is_over(scene: Scene) -> None:
    found = petition(scene)
    with clock.stopped_at(clock.now() + timedelta(days=61)):
        tasks.close_what_has_run_out(0)
    assert Petition.objects.get(pk=found.pk).stage is Petition.Stage.CLOSED


def test_an_open_text_stands(scene: Scene) -> None:
    with pytest.raises(Conflict, match="stands"):
        perform(
            scene.actor("coordinator"),
            RevisePetition(petition_id=petition(scene).pk, title="Close it", text="Close it."),
        )


def asked(scene: Scene, **changes: object) -> Export:
    command = AskForExport(petition_id=petition(scene).pk, reason="To print the names for the hand-in", **changes)  # type: ignore[arg-type]
    return perform(scene.actor("coordinator"), command)


def test_a_file_needs_a_second_person_and_every_step_is_in_the_trail(scene: Scene) -> None:
    export = asked(scene)
    with pytest.raises(Refused, match="Nobody has agreed"):
        perform(scene.actor("coordinator"), TakeExport(export_id=export.pk))
    with pytest.raises(Refused, match="somebody else"):
        perform(scene.actor("coordinator"), DecideOnExport(export_id=export.pk, agreed=True))
    perform(scene.actor("rep"), DecideOnExport(export_id=export.pk, agreed=True))
    perform(scene.actor("coordinator"), TakeExport(export_id=export.pk))
    commands = AuditEntry.objects.filter(about=export.pk).values_list("command", flat=True)
    assert sorted(commands) == ["AskForExport", "DecideOnExport", "TakeExport"]


def taken(scene: Scene, export: Export) -> str:
    """What the file says."""
    with perform(scene.actor("coordinator"), TakeExport(export_id=export.pk)) as file:
        return file.read().decode("utf-8-sig")


class Halfway(StringIO):
    """A file that notes, at its 1,500th line, how many rows are in memory: tuples that begin with an identifier."""

    lines, held = 0, 0

    def write(self, line: str) -> int:
        self.lines += 1
        if self.lines == 1_500:
            self.held = sum(type(row) is tuple and row != () and type(row[0]) is UUID for row in gc.get_objects())
        return super().write(line)


def test_a_long_file_is_written_while_it_is_read_and_never_held_whole(scene: Scene) -> None:
    one = confirm(sign(scene, "Shown Sheila", email="sheila@example.org", shows_name=True))
    columns = [field.column for field in Signature._meta.concrete_fields if field.column not in {"id", "same_person"}]
    kept = ", ".join(columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO petitions_signature (id, same_person, {kept}) SELECT gen_random_uuid(), "
            f"uuid_send(gen_random_uuid()), {kept} FROM petitions_signature, generate_series(2, 3000) WHERE id = %s",
            [one.pk],
        )
    export = asked(scene)
    perform(scene.actor("rep"), DecideOnExport(export_id=export.pk, agreed=True))
    out = Halfway()
    write_csv(export, out)
    assert 0 < out.held <= 2 * BATCH
    assert taken(scene, export).count("\n") == 3_000 + 3, "a head, a mark, and what it is for"
    export.refresh_from_db()
    assert export.rows == 3_000


def test_a_file_of_names_holds_only_names_that_are_shown_and_two_marks(scene: Scene) -> None:
    confirm(sign(scene, "Hidden Hilda", email="hilda@example.org"))
    confirm(sign(scene, "=Shown Sheila", email="sheila@example.org", shows_name=True))
    export, other = asked(scene), asked(scene)
    perform(scene.actor("rep"), DecideOnExport(export_id=export.pk, agreed=True))
    text = taken(scene, export)
    assert "Hilda" not in text
    assert "example.org" not in text
    assert "'=Shown Sheila" in text
    assert str(export.pk) in text
    names = re.findall(r"^([^,\n]+),Manchester", text, re.MULTILINE)
    (mark,) = [name for name in names if "Sheila" not in name]
    assert is_mark_of(mark, export)
    assert not is_mark_of(mark, other)


def test_an_address_leaves_only_to_the_organisation_that_its_owner_chose(scene: Scene) -> None:
    reader = confirm(sign(scene, email="reader@example.org", updates=True))
    confirm(sign(scene, email="union@example.org", organisation_ids=(scene.branch.pk,)))
    work()
    bearer = links.bearer_of(links.token_for(reader.pk))
    perform(bearer, PassOnAddress(signature_id=reader.pk, organisation_id=scene.branch.pk))
    texts = []
    for organisation in (scene.branch, scene.users_group):
        export = asked(scene, kind=Export.Kind.ADDRESSES, organisation_id=organisation.pk)
        perform(scene.actor("rep"), DecideOnExport(export_id=export.pk, agreed=True))
        texts.append(taken(scene, export))
    assert "reader@example.org" in texts[0]
    assert "union@example.org" not in texts[0]
    assert "@" not in texts[1]


def test_small_areas_are_hidden_and_cannot_be_got_by_subtraction() -> None:
    assert [row.area for row in shown_areas({"M": 40, "OL": 12, "SK": 3})] == ["M"]
    assert [row.area for row in shown_areas({"M": 40, "OL": 12, "SK": 9, "L": 9})] == ["M", "OL"]
    assert shown_areas({"M": 9}) == []


def test_the_petition_page_takes_at_most_twelve_queries(
    scene: Scene, client: Client, django_assert_max_num_queries: object
) -> None:
    for number in range(3):
        confirm(sign(scene, email=f"s{number}@example.org", shows_name=True))
    work()
    client.force_login(scene.people["coordinator"])
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        assert client.get(f"/petitions/{petition(scene).slug}/").status_code == 200


@pytest.mark.parametrize("boxes", [{}, {"next_step": "on"}])
def test_signing_and_confirming_each_take_two_statements(scene: Scene, client: Client, boxes: dict[str, str]) -> None:
    from django.test.utils import CaptureQueriesContext

    slug = petition(scene).slug
    form = {"name": "S", "email": "s@example.org", "postcode": "M6 5FS", **boxes}
    with CaptureQueriesContext(connection) as signing:
        client.post(f"/petitions/{slug}/sign/", form)
    signature = Signature.objects.get()
    with CaptureQueriesContext(connection) as confirming:
        client.post(f"/petitions/signature/{links.token_for(signature.pk)}/confirm/")
    for captured, most in ((signing, 2 + len(boxes)), (confirming, 2)):
        statements = [row["sql"] for row in captured if "SAVEPOINT" not in row["sql"]]
        assert len(statements) == most, statements
