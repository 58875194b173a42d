"""Impact checks: written by named people, published edition by edition, seen by whoever sees what they are about."""

from __future__ import annotations

import csv
import io

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from causeway.domains.campaigns.commands.revise_campaign import ReviseCampaign
from causeway.domains.impact import queries
from causeway.domains.impact.commands.answer_open_question import AnswerOpenQuestion
from causeway.domains.impact.commands.ask_open_question import AskOpenQuestion
from causeway.domains.impact.commands.begin_check import BeginCheck
from causeway.domains.impact.commands.forget_writer import ForgetWriter
from causeway.domains.impact.commands.publish_check import PublishCheck
from causeway.domains.impact.commands.put_name_to_check import PutNameToCheck
from causeway.domains.impact.commands.reword_effect import RewordEffect
from causeway.domains.impact.commands.strike_effect import StrikeEffect
from causeway.domains.impact.commands.strike_question import StrikeQuestion
from causeway.domains.impact.commands.sum_up_check import SumUpCheck
from causeway.domains.impact.commands.take_name_off_check import TakeNameOffCheck
from causeway.domains.impact.commands.weigh_point import WeighPoint
from causeway.domains.impact.commands.withdraw_check import WithdrawCheck
from causeway.domains.impact.content import Asked, Borne, Content, Told, as_json, from_json
from causeway.domains.impact.frame import POINTS
from causeway.domains.impact.matrix import by_group, by_place
from causeway.domains.impact.models import Bearing, Edition, Effect, ImpactCheck, Writer
from causeway.domains.services.commands.publish_threat import PublishThreat
from causeway.kernel.actors import System
from causeway.kernel.errors import Conflict, Invalid, Missing, Refused
from causeway.kernel.models import AuditEntry
from causeway.kernel.perform import perform
from tests.domains.campaigns import scene as campaigns
from tests.domains.impact import scene as room
from tests.domains.services import scene as services
from tests.scenes import CAST, Scene

OUTSIDE = {"visitor", "stranger", "outsider"}


def who_sees(scene: Scene, check: ImpactCheck) -> set[str]:
    return {name for name in CAST if queries.visible_checks(scene.actor(name)).filter(pk=check.pk).exists()}


def test_a_check_is_seen_by_those_who_may_write_it_until_it_is_published(scene: Scene) -> None:
    check = room.ready(scene)
    assert who_sees(scene, check) == set(CAST) - OUTSIDE
    room.published(scene)
    assert who_sees(scene, check) == set(CAST)


def test_a_published_check_of_what_is_not_public_stays_with_those_who_see_that(scene: Scene) -> None:
    check = room.draft(scene)
    perform(scene.actor("user"), SumUpCheck(check_id=check.pk, gist="They lose."))
    perform(scene.actor("coordinator"), PublishCheck(check_id=check.pk))
    assert who_sees(scene, check) == set(CAST) - OUTSIDE
    perform(scene.actor("coordinator"), PublishThreat(threat_id=services.threat(scene).pk))
    assert who_sees(scene, check) == set(CAST)


def test_only_somebody_who_put_their_name_to_it_changes_a_check(scene: Scene) -> None:
    check, effect = room.draft(scene), room.effect(scene)
    for name in ("coordinator", "rep"):  # not even those who run it
        with pytest.raises(Refused, match="Put your name"):
            perform(scene.actor(name), StrikeEffect(effect_id=effect.pk))
    perform(scene.actor("rep"), PutNameToCheck(check_id=check.pk, name="Ravi"))
    perform(scene.actor("rep"), StrikeEffect(effect_id=effect.pk))
    assert not check.effects.exists()


def test_each_thing_has_one_check(scene: Scene) -> None:
    room.draft(scene)
    with pytest.raises(Conflict, match="begun this check already"):
        perform(scene.actor("rep"), BeginCheck(kind="threat", subject_id=services.threat(scene).pk, name="Ravi"))
    with pytest.raises(Missing):
        perform(scene.actor("rep"), BeginCheck(kind="person", subject_id=scene.people["user"].pk, name="Ravi"))


def test_a_check_is_not_published_without_effects_summary_and_a_name(scene: Scene) -> None:
    cora, una = scene.actor("coordinator"), scene.actor("user")
    check = perform(una, BeginCheck(kind="threat", subject_id=services.threat(scene).pk, name="Una"))
    for missing in ("at least one effect", "Sum it up"):
        with pytest.raises(Conflict, match=missing):
            perform(cora, PublishCheck(check_id=check.pk))
        room.write(scene, check)
    perform(una, SumUpCheck(check_id=check.pk, gist="They lose."))
    perform(una, TakeNameOffCheck(check_id=check.pk))
    with pytest.raises(Conflict, match="named people"):
        perform(cora, PublishCheck(check_id=check.pk))


def test_what_somebody_has_read_does_not_change_afterwards(scene: Scene, client: Client) -> None:
    check = room.published(scene)
    first = Edition.objects.get(check_of=check)
    effect = Effect.objects.filter(check_of=check, group="users").get()
    said = {"group": "users", "when": "now", "direction": "loses", "text": "It is worse than we thought."}
    perform(scene.actor("user"), RewordEffect(effect_id=effect.pk, **said))
    page = client.get(check.get_absolute_url()).content.decode()
    assert "They lose two hot meals" in page
    assert "worse than we thought" not in page
    with pytest.raises(Invalid):
        perform(scene.actor("coordinator"), PublishCheck(check_id=check.pk))  # the second edition says what changed
    perform(scene.actor("coordinator"), PublishCheck(check_id=check.pk, changed="New figures came."))
    assert "worse than we thought" in client.get(check.get_absolute_url()).content.decode()
    assert "They lose two hot meals" in client.get(first.get_absolute_url()).content.decode()
    with pytest.raises(Conflict, match="Nothing has changed"):
        perform(scene.actor("coordinator"), PublishCheck(check_id=check.pk, changed="Nothing."))


def test_a_withdrawn_check_shows_its_reason_and_nothing_else(scene: Scene, client: Client) -> None:
    check = room.published(scene)
    perform(scene.actor("coordinator"), WithdrawCheck(check_id=check.pk, reason="A figure was wrong."))
    page = client.get(check.get_absolute_url()).content.decode()
    assert "A figure was wrong." in page
    assert "two hot meals" not in page
    for address in ("edition", "effects_csv"):
        kwargs = {"check_id": check.pk} | ({"number": 1} if address == "edition" else {})
        assert client.get(reverse(f"impact:{address}", kwargs=kwargs)).status_code == 404
    assert "two hot meals" not in client.get(services.public_threat(scene).get_absolute_url()).content.decode()
    perform(scene.actor("coordinator"), PublishCheck(check_id=check.pk, changed="The figure is put right."))
    assert "two hot meals" in client.get(check.get_absolute_url()).content.decode()


def test_a_name_that_is_taken_off_stands_in_no_edition(scene: Scene, client: Client) -> None:
    check = room.published(scene)
    address = Edition.objects.get(check_of=check).get_absolute_url()
    assert "Una User" in client.get(address).content.decode()
    perform(scene.actor("user"), TakeNameOffCheck(check_id=check.pk))
    for page in (address, check.get_absolute_url(), services.public_threat(scene).get_absolute_url()):
        assert "Una User" not in client.get(page).content.decode()
    assert not AuditEntry.objects.filter(sentence__icontains="Una User").exists()


def test_somebody_who_has_left_stands_under_no_check(scene: Scene) -> None:
    room.published(scene)
    perform(System(reason="a test"), ForgetWriter(person_id=scene.people["user"].pk))
    assert not Writer.objects.exists()


def test_the_list_shows_each_check_once_as_its_last_edition_says_it(scene: Scene, client: Client) -> None:
    check = room.published(scene)
    room.write(scene, check, group_words="People who wait for the bus")
    perform(scene.actor("coordinator"), PublishCheck(check_id=check.pk, changed="Bus users added"))
    assert check.editions.count() == 2
    page = client.get("/impact/").content.decode()
    assert page.count(check.get_absolute_url()) == 1
    assert check.editions.first().content["gist"] in page


def test_the_summary_travels_with_the_threat(scene: Scene, client: Client) -> None:
    room.published(scene)
    page = client.get(services.public_threat(scene).get_absolute_url()).content.decode()
    assert room.GIST in page
    assert "People who come for lunch; Unpaid carers" in page
    assert "People who pay council tax" in page
    assert "1 question" in page


def test_a_campaign_shows_what_the_threats_that_it_stands_against_would_do(scene: Scene, client: Client) -> None:
    room.published(scene)
    campaign = campaigns.open_campaign(scene)
    revised = {"campaign_id": campaign.pk, "name": campaign.name, "summary": campaign.summary}
    threat = services.public_threat(scene)
    perform(scene.actor("coordinator"), ReviseCampaign(threat_ids=(threat.pk,), **revised))
    assert room.GIST in client.get(campaign.get_absolute_url()).content.decode()
    perform(scene.actor("coordinator"), WithdrawCheck(check_id=room.ready(scene).pk, reason="A figure was wrong."))
    assert room.GIST not in client.get(campaign.get_absolute_url()).content.decode()


def test_the_list_shows_published_checks_with_their_gist_and_can_be_narrowed(scene: Scene, client: Client) -> None:
    room.published(scene)
    address = reverse("impact:directory")
    assert room.GIST in client.get(address).content.decode()
    assert room.GIST in client.get(f"{address}?kind=threat").content.decode()
    assert room.GIST not in client.get(f"{address}?kind=motion").content.decode()


def test_an_open_question_is_answered_with_its_source_and_can_be_opened_again(scene: Scene) -> None:
    una, question = scene.actor("user"), room.question(scene)
    with pytest.raises(Invalid, match="https"):
        perform(una, AnswerOpenQuestion(question_id=question.pk, answer="£9,000", source_url="http://example.org"))
    perform(una, AnswerOpenQuestion(question_id=question.pk, answer="£9,000", source="The council"))
    content = queries.check_shown(una, room.draft(scene)).content
    assert [one.answer for one in content.answered] == ["£9,000"]
    perform(una, AnswerOpenQuestion(question_id=question.pk, answer=""))
    assert queries.check_shown(una, room.draft(scene)).content.open_questions
    perform(una, StrikeQuestion(question_id=question.pk))
    assert not queries.check_shown(una, room.draft(scene)).content.questions


def test_a_question_carries_no_name(scene: Scene) -> None:
    question = perform(scene.actor("rep"), AskOpenQuestion(check_id=room.draft(scene).pk, text="Who was asked?"))
    assert {field.name for field in question._meta.fields if field.is_relation} == {"check_of"}


def test_another_group_needs_words(scene: Scene) -> None:
    with pytest.raises(Invalid, match="Say which group"):
        room.write(scene, room.draft(scene), group="other", group_words=" ")


def test_the_frame_is_optional_and_a_point_can_be_left_out_again(scene: Scene) -> None:
    una, check = scene.actor("user"), room.ready(scene)
    assert len(POINTS) == 12
    assert [borne.point for borne in queries.check_shown(una, check).content.bearings] == ["prevention"]
    with pytest.raises(Invalid):
        perform(una, WeighPoint(check_id=check.pk, point="eternity", sense="helps", text="For ever."))
    perform(una, WeighPoint(check_id=check.pk, point="prevention", sense=""))
    assert not Bearing.objects.filter(check_of=check).exists()


def test_losses_stand_first_and_each_group_once(scene: Scene) -> None:
    rows = by_group(queries.check_shown(scene.actor("user"), room.ready(scene)).content.effects)
    names = [row.name for row in rows]
    assert names == [
        "People who come for lunch",
        "Unpaid carers",
        "Children and young people",
        "People who pay council tax",
    ]
    council_tax = rows[-1]
    assert [told.direction for told in council_tax.now] == ["gains"]
    assert [told.direction for told in council_tax.later] == ["loses"]


def test_the_table_can_be_taken_to_a_spreadsheet_and_runs_nothing_there(scene: Scene, client: Client) -> None:
    check = room.ready(scene)
    room.write(scene, check, text="=HYPERLINK(1)")
    perform(scene.actor("coordinator"), PublishCheck(check_id=check.pk))
    text = client.get(reverse("impact:effects_csv", kwargs={"check_id": check.pk})).content.decode()
    rows = list(csv.reader(io.StringIO(text)))
    assert len(rows) == 7
    assert not [cell for row in rows for cell in row if cell.startswith("=")]


words = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
told = st.builds(
    Told,
    group=st.sampled_from(Effect.Group.values),
    group_words=words,
    place=words,
    when=st.sampled_from(Effect.When.values),
    direction=st.sampled_from(Effect.Direction.values),
    size=words,
    text=words,
    source=words,
    source_url=words,
)
contents = st.builds(
    Content,
    gist=words,
    effects=st.lists(told, max_size=8).map(tuple),
    questions=st.lists(st.builds(Asked, words, words, words, words), max_size=3).map(tuple),
    bearings=st.lists(st.builds(Borne, st.sampled_from(list(POINTS)), st.just("helps"), words), max_size=3).map(tuple),
)


@given(contents)
def test_an_edition_reads_as_it_was_written(content: Content) -> None:
    assert from_json(as_json(content)) == content


@given(contents)
def test_the_picture_holds_every_effect_exactly_once(content: Content) -> None:
    for rows in (by_group(content.effects), by_place(content.effects)):
        shown = [told for row in rows for told in (*row.now, *row.later)]
        assert sorted(map(repr, shown)) == sorted(map(repr, content.effects))
        assert len({row.name for row in rows}) == len(rows)
