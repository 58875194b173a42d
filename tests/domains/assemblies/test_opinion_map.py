"""The opinion map of a conversation: drawn by the worker, seen by whoever may, checked by anybody."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.test import Client

from causeway.domains.assemblies.cli_polis import import_conversation_command
from causeway.domains.assemblies.commands.accept_polis_export import AcceptPolisExport
from causeway.domains.assemblies.commands.allow_votes_file import AllowVotesFile
from causeway.domains.assemblies.commands.put_polis_export_aside import PutPolisExportAside
from causeway.domains.assemblies.commands.take_in_polis_export import TakeInPolisExport
from causeway.domains.assemblies.models import (
    Conversation,
    OpinionMap,
    PolisImport,
    Statement,
    StatementVote,
    TableCount,
    Voice,
)
from causeway.domains.assemblies.opinion_gathering import gathered, maps_to_draw, number_of
from causeway.domains.assemblies.opinion_tasks import draw_maps
from causeway.kernel.errors import Conflict, Missing
from causeway.kernel.perform import perform
from tests.domains.assemblies import motions_scene, talk_scene
from tests.domains.assemblies import opinion_scene as room
from tests.domains.assemblies.opinions import SHARED, camp
from tests.scenes import Scene

pytestmark = pytest.mark.django_db


def page(client: Client, conversation: Conversation, name: str = "map/") -> str:
    return client.get(f"/votes/{conversation.process.slug}/{name}").content.decode()


def signed_in(s: Scene, name: str) -> Client:
    client = Client()
    client.force_login(s.people[name])
    return client


def test_the_job_draws_what_has_changed_and_nothing_else(scene: Scene) -> None:
    conversation = room.conversation(scene)
    assert conversation.pk in dict(maps_to_draw())
    draw_maps(0)
    assert maps_to_draw() == [], "nothing was said since"
    room.vote(conversation, room.two_camps())
    assert conversation.pk in dict(maps_to_draw())
    draw_maps(0)
    assert OpinionMap.objects.get(conversation=conversation).figures["people"] == 50
    assert maps_to_draw() == []


def test_the_last_map_counts_everything_and_is_drawn_once(scene: Scene) -> None:
    conversation = room.conversation(scene)
    room.vote(conversation, room.two_camps())
    room.drawn(conversation)
    room.vote(conversation, camp(5000, 3, 1))
    assert room.drawn(conversation).figures["people"] == 50, "three are too few to draw it anew"
    last = room.drawn(talk_scene.close(conversation))
    assert last.is_last
    assert last.figures["people"] == 53
    assert bytes(last.marks) == b"", "nothing is kept of who voted"
    assert conversation.pk not in dict(maps_to_draw())


def test_the_map_shows_no_text_of_a_statement_that_was_kept_out_since(scene: Scene) -> None:
    conversation = room.with_map(scene)
    cora = signed_in(scene, "coordinator")
    text = room.TEXTS[0]
    assert text in page(cora, conversation)
    Statement.objects.filter(conversation=conversation, number=1).update(state=Statement.State.OUT)
    assert text not in page(cora, conversation)


def test_while_it_goes_on_the_map_is_for_whoever_has_voted(scene: Scene) -> None:
    conversation = room.with_map(scene)
    una = signed_in(scene, "user")
    assert "the map is for those who have voted" in page(una, conversation)
    assert una.get(f"/votes/{conversation.process.slug}/map.json").status_code == 404
    speaker = talk_scene.speaker(conversation, scene.people["user"])
    speaker.vote(talk_scene.statement(conversation), 1)
    assert "What bridges all groups" in page(una, conversation)
    assert una.get(f"/votes/{conversation.process.slug}/map.json").json()["people"] == 50
    assert Client().get(f"/votes/{conversation.process.slug}/map/").status_code == 404


def test_the_page_asks_as_many_questions_whatever_is_on_it(scene: Scene, django_assert_max_num_queries: object) -> None:
    conversation = room.with_map(scene)
    cora = signed_in(scene, "coordinator")
    page(cora, conversation)
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        page(cora, conversation)


def test_no_page_of_a_map_needs_numpy() -> None:
    code = "import sys, causeway.project.urls, causeway.domains.assemblies.web.polis; sys.exit('numpy' in sys.modules)"
    setup = (
        "import os; os.environ['DJANGO_SETTINGS_MODULE']='causeway.project.settings'; import django; django.setup(); "
    )
    assert subprocess.run([sys.executable, "-c", setup + code], check=False).returncode == 0


def test_sections_that_few_speak_from_are_named_and_not_shown(scene: Scene) -> None:
    text = page(signed_in(scene, "coordinator"), room.with_map(scene))
    assert "Missing, or too few to be shown: Community." in text
    assert "Between the sections" in text


def test_participants_have_other_numbers_than_voices_and_in_every_conversation_others(scene: Scene) -> None:
    one, other = room.conversation(scene), room.conversation(scene, title="Another")
    voices = [*room.vote(one, camp(0, 3, 1)).values(), *room.vote(other, camp(0, 3, 1)).values()]
    numbers = [number_of(voice.pk) for voice in voices]
    assert len(set(numbers)) == 6
    assert not {str(number) for number in numbers} & {str(voice.pk.int) for voice in voices}


def test_votes_are_published_only_where_that_was_settled_before_the_first(scene: Scene) -> None:
    conversation, cora = room.conversation(scene), scene.actor("coordinator")
    allow = AllowVotesFile(process_id=conversation.pk, allow=True)
    perform(cora, allow)
    perform(cora, AllowVotesFile(process_id=conversation.pk, allow=False))
    room.vote(conversation, room.two_camps())
    with pytest.raises(Conflict, match="did not know"):
        perform(cora, allow)
    last = room.drawn(talk_scene.close(conversation))
    assert set(names_in(last)) == {"comments.csv", "summary.csv"}
    with pytest.raises(Conflict, match="is over"):
        perform(cora, AllowVotesFile(process_id=conversation.pk, allow=False))


def test_whoever_is_about_to_vote_is_told_that_votes_will_be_published(scene: Scene) -> None:
    conversation, una = room.conversation(scene), signed_in(scene, "user")
    published = "all votes are published under random numbers"
    places = ("conversation/", "conversation/join/", "")
    assert not any(published in page(una, conversation, place) for place in places)
    perform(scene.actor("coordinator"), AllowVotesFile(process_id=conversation.pk, allow=True))
    for place in ("conversation/", "conversation/join/"):
        assert published in page(una, conversation, place), place
    talk_scene.speaker(conversation, scene.people["user"])
    assert published in page(una, conversation, "conversation/vote/")
    assert "are published under random numbers" in page(una, conversation, "")


def names_in(row: OpinionMap) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(bytes(row.archive or b""))).namelist()


def test_anybody_can_draw_the_published_votes_again_with_the_same_digest(scene: Scene, tmp_path: Path) -> None:
    conversation = room.conversation(scene)
    perform(scene.actor("coordinator"), AllowVotesFile(process_id=conversation.pk, allow=True))
    room.vote(conversation, camp(0, 40, -1) + camp(1000, 6, 1) + camp(2000, 4, 1, seen=3))
    una = signed_in(scene, "user")
    assert una.get(f"/votes/{conversation.process.slug}/polis.zip").status_code == 404, "not before it is over"
    last = room.drawn(talk_scene.close(conversation))
    content = una.get(f"/votes/{conversation.process.slug}/polis.zip").content
    zipfile.ZipFile(io.BytesIO(content)).extractall(tmp_path)
    asked = last.figures["map"]["asked"].split()
    command = [sys.executable, "-m", "causeway", "opinions", str(tmp_path), *asked]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert last.figures["map"]["digest"] in said
    people = {line.split(",")[3] for line in (tmp_path / "votes.csv").read_text().splitlines()[1:]}
    assert len(people) == 50
    assert not people & {str(pk) for pk in Voice.objects.values_list("pk", flat=True)}


def test_hands_at_tables_count_once_they_are_confirmed(scene: Scene) -> None:
    conversation = room.conversation(scene)
    for number in range(2):
        table = talk_scene.perform(
            scene.actor("rep"), talk_scene.LayTable(process_id=conversation.pk, name=f"Table {number}", people=8)
        )
        talk_scene.type_in(scene, table, "rep", 5, 2, 1)
    assert gathered(conversation).tables == {}
    TableCount.objects.filter(table__conversation=conversation).update(confirmed_on="2026-11-22")
    assert gathered(conversation).tables == {1: (10, 4, 2)}


def test_an_export_of_polis_becomes_a_conversation_that_is_over_with_voices_of_nobody(scene: Scene) -> None:
    brought = room.read(scene)
    assert brought.state == PolisImport.State.WAITING
    assert brought.files is None
    perform(scene.actor("coordinator"), AcceptPolisExport(import_id=brought.pk))
    taken = perform(room.JOB, TakeInPolisExport(import_id=brought.pk))
    again = perform(room.JOB, TakeInPolisExport(import_id=brought.pk))
    assert taken.process == again.process, "taken in once"
    conversation = Conversation.objects.get(process=taken.process)
    assert Voice.objects.filter(conversation=conversation).count() == 3
    assert sorted(gathered(conversation).votes) == [-1, 0, 1, 1, 1]
    room.drawn(conversation)
    assert "Too few people have voted" in page(signed_in(scene, "user"), conversation)


def test_what_cannot_be_read_ends_in_a_sentence_for_those_who_run_the_body(scene: Scene) -> None:
    brought = room.brought(scene)
    PolisImport.objects.filter(pk=brought.pk).update(files=b"PK nothing")
    cora, una = signed_in(scene, "coordinator"), signed_in(scene, "user")
    perform(room.JOB, room.ReadPolisExport(import_id=brought.pk))
    address = f"/votes/from-polis/{brought.pk}/"
    assert "This is no zip file" in cora.get(address).content.decode()
    assert una.get(address).status_code == 404
    with pytest.raises(Missing):
        perform(scene.actor("user"), AcceptPolisExport(import_id=brought.pk))


def test_what_is_put_aside_is_not_kept(scene: Scene) -> None:
    brought = room.read(scene)
    aside = perform(scene.actor("coordinator"), PutPolisExportAside(import_id=brought.pk))
    assert aside.found is None
    with pytest.raises(Conflict):
        perform(scene.actor("coordinator"), AcceptPolisExport(import_id=brought.pk))
    assert not StatementVote.objects.filter(statement__conversation__process__title="The bus").exists()


def test_a_bridge_leads_to_a_motion_in_one_step_and_shows_the_motions_that_grew_out_of_it(scene: Scene) -> None:
    agenda, conversation = motions_scene.open_call(scene), room.with_map(scene)
    cora, bridge = signed_in(scene, "coordinator"), talk_scene.statement(conversation, SHARED[0])
    assert f"/votes/{agenda.slug}/motions/move/?statement={bridge.pk}" in page(cora, conversation)
    grown = motions_scene.move(scene, agenda, statement_id=bridge.pk)
    assert grown.get_absolute_url() in page(cora, conversation)
    assert bridge.text in cora.get(grown.get_absolute_url()).content.decode(), "and the motion leads back"


def test_the_command_line_looks_first_and_then_takes_in(scene: Scene, tmp_path: Path) -> None:
    for name, content in room.EXPORT.items():
        (tmp_path / name).write_bytes(content)
    arguments = [str(tmp_path), "--body", scene.westbury.slug, "--title", "The bus", "--question", "What of it?"]
    arguments += ["--from", "Neighbours, 2024"]
    looked = CliRunner().invoke(import_conversation_command, [*arguments, "--look"])
    assert "Statements: 2. People: 3. Votes: 5." in looked.output
    assert not Conversation.objects.filter(process__title="The bus").exists()
    taken = CliRunner().invoke(import_conversation_command, arguments)
    assert taken.exit_code == 0, taken.output
    assert StatementVote.objects.filter(statement__conversation__process__title="The bus").count() == 5
