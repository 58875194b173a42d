"""The opinion map in the browser: looked at on a desk and on a phone, from a bridge to a motion, in from Polis."""

from __future__ import annotations

from datetime import timedelta

from playwright.sync_api import expect

from causeway.domains.assemblies.commands.read_polis_export import ReadPolisExport
from causeway.domains.assemblies.commands.take_in_polis_export import TakeInPolisExport
from causeway.domains.assemblies.models import Conversation, PolisImport, TableCount
from causeway.kernel import clock
from causeway.kernel.perform import perform
from tests.browser.conftest import OpenAs, check_accessible, picture
from tests.domains.assemblies import opinion_scene as room
from tests.domains.assemblies import talk_scene
from tests.domains.assemblies.opinions import SHARED, camp
from tests.scenes import Scene


def sixty_and_tables(cast: Scene) -> Conversation:
    """Sixty people online in two camps, and two tables whose hands were confirmed."""
    conversation = room.conversation(cast)
    sections = dict.fromkeys(range(36), "users") | dict.fromkeys(range(1000, 1024), "workers")
    room.vote(conversation, camp(0, 36, -1) + camp(1000, 24, 1), sections)
    for number in range(2):
        table = perform(
            cast.actor("rep"), talk_scene.LayTable(process_id=conversation.pk, name=f"Table {number + 1}", people=8)
        )
        talk_scene.type_in(cast, table, "rep", 7, 1, 0, number=SHARED[0])
    hands = TableCount.objects.filter(table__conversation=conversation)
    hands.update(confirmed_by=cast.people["coordinator"], confirmed_on=clock.today())
    room.drawn(conversation)
    return conversation


def test_a_map_of_sixty_people_and_two_tables_is_read_on_a_desk_and_on_a_phone(open_as: OpenAs, cast: Scene) -> None:
    conversation = sixty_and_tables(cast)
    address = f"/votes/{conversation.process.slug}/map/"
    cora = open_as("coordinator")
    cora.goto(address)
    expect(cora.get_by_role("img", name="The map of who votes alike")).to_be_visible()
    expect(cora.get_by_text("Missing, or too few to be shown: Community.")).to_be_visible()
    expect(cora.get_by_text("and at the tables").first).to_be_visible()
    check_accessible(cora)
    picture(cora, "opinion-map-desktop")
    bridges = cora.get_by_role("region", name="What bridges all groups")
    tabled = bridges.get_by_role("listitem").filter(has_text=room.TEXTS[SHARED[0] - 1])
    tabled.get_by_text("How this figure comes about").click()
    expect(bridges.get_by_text("At the tables: 14 of 16 agree; (14 + 1) / (16 + 2) is 83 in 100.")).to_be_visible()
    una = open_as("user", phone=True, script=False)
    una.goto(address)
    expect(una.get_by_text("the map is for those who have voted")).to_be_visible()
    check_accessible(una)
    talk_scene.speaker(conversation, cast.people["user"]).vote(talk_scene.statement(conversation), 1)
    una.reload()
    expect(una.get_by_role("heading", name="Group A: 36 people")).to_be_visible()
    check_accessible(una)
    picture(una, "opinion-map-phone")
    dark = open_as("coordinator", dark=True)
    dark.goto(address)
    expect(dark.get_by_role("heading", name="Group A: 36 people")).to_be_visible()
    check_accessible(dark)
    picture(dark, "opinion-map-dark")


def test_the_picture_renews_itself_and_what_is_open_stays_open(open_as: OpenAs, cast: Scene) -> None:
    conversation = sixty_and_tables(cast)
    cora = open_as("coordinator")
    cora.clock.install()
    cora.goto(f"/votes/{conversation.process.slug}/map/")
    opened = cora.get_by_text("How to read the map")
    opened.click()
    room.vote(conversation, camp(7000, 12, 1))
    room.drawn(conversation)
    cora.clock.run_for(31_000)
    expect(cora.locator("#map-now").get_by_text("72", exact=True).first).to_be_visible()
    expect(cora.get_by_text("nobody’s own place is shown")).to_be_visible()


def test_a_conversation_is_brought_in_from_polis(open_as: OpenAs, cast: Scene) -> None:
    cora = open_as("coordinator")
    cora.goto(f"/votes/of/alliances/{cast.westbury.slug}/new/")
    cora.get_by_role("link", name="A conversation from Polis").click()
    cora.get_by_role("button", name="Look at it").click()
    expect(cora.get_by_role("alert")).to_contain_text("There is a problem")
    check_accessible(cora)
    picture(cora, "polis-bring-desktop")
    files = [{"name": name, "mimeType": "text/csv", "buffer": content} for name, content in room.EXPORT.items()]
    cora.get_by_label("The files of the export").set_input_files(files)  # type: ignore[arg-type]
    cora.get_by_label("What shall the conversation be called here?").fill("The bus")
    cora.get_by_label("The question that people were asked").fill("What about the bus?")
    cora.get_by_label("Where does it come from?").fill("Held by the neighbours in 2024")
    cora.get_by_role("button", name="Look at it").click()
    expect(cora.get_by_text("wait to be read")).to_be_visible()
    brought = PolisImport.objects.get()
    perform(room.JOB, ReadPolisExport(import_id=brought.pk))
    expect(cora.get_by_text("Keep the late bus")).to_be_visible()
    check_accessible(cora)
    picture(cora, "polis-preview-desktop")
    cora.get_by_role("button", name="Take it in").click()
    expect(cora.get_by_text("It is being taken in.")).to_be_visible()
    perform(room.JOB, TakeInPolisExport(import_id=brought.pk))
    cora.get_by_role("link", name="The bus").click()
    expect(cora.get_by_role("heading", name="Opinion map")).to_be_visible()
    check_accessible(cora)
    assert clock.now() - PolisImport.objects.get().brought_at < timedelta(hours=1)
