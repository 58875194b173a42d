"""What is asked next, what counts as said already, and what a total gives away."""

from __future__ import annotations

from itertools import pairwise
from uuid import UUID, uuid4

import numpy as np
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from causeway.domains.assemblies.asking import Asked, next_of
from causeway.domains.assemblies.computing_routing import chances_of
from causeway.domains.assemblies.likeness import likest, plain_words
from causeway.domains.assemblies.models import StatementVote
from causeway.domains.assemblies.opinion_totals import Totals, share, to_show
from causeway.engines.opinion.routing import next_statements
from tests.domains.assemblies import talk_scene as room
from tests.scenes import Scene

COUNTS = st.lists(st.tuples(*[st.integers(0, 60)] * 3), min_size=1, max_size=12)


@given(counts=COUNTS, conversation_id=st.uuids(), voice_id=st.uuids(), data=st.data())
def test_the_page_draws_the_statement_that_the_engine_would_draw(
    counts: list[tuple[int, int, int]], conversation_id: UUID, voice_id: UUID, data: st.DataObject
) -> None:
    ids = [data.draw(st.uuids(), label="statement") for _count in counts]
    if len(set(ids)) < len(ids):
        return
    voted = data.draw(st.sets(st.sampled_from(ids)))
    chances = chances_of(counts)
    asked = [
        Asked(one, number, "", chance, 1 if one in voted else None)
        for number, (one, chance) in enumerate(zip(ids, chances, strict=True), start=1)
    ]
    drawn = next_of(asked, conversation_id=conversation_id, voice_id=voice_id)
    wanted = next_statements(
        np.array(chances),
        [str(one) for one in ids],
        voted=frozenset(map(str, voted)),
        person=str(voice_id),
        seed=str(conversation_id),
    )
    assert ([str(drawn.id)] if drawn else []) == wanted


def test_every_statement_has_a_share_of_the_asking_and_new_ones_have_more() -> None:
    old, new, fresh = chances_of([(90, 5, 5), (2, 1, 0), (0, 0, 0)])
    assert sum((old, new, fresh)) == pytest.approx(1)
    assert old >= 0.2 / 3
    assert old < new < fresh
    assert chances_of([]) == []


def test_two_voices_are_asked_in_different_orders_and_one_voice_in_one() -> None:
    asked = [Asked(uuid4(), number, "", 0.1, None) for number in range(1, 11)]
    conversation_id, voices = uuid4(), [uuid4() for _ in range(20)]
    first = [next_of(asked, conversation_id=conversation_id, voice_id=voice) for voice in voices]
    again = [next_of(reversed(asked), conversation_id=conversation_id, voice_id=voice) for voice in voices]
    assert first == again
    assert len(set(first)) > 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Keep the Centre open!", "keep  the centre open"),
        ("Don’t close it.", "dont close it"),
        ("Cadwch y ganolfan ar agor", "CADWCH Y GANOLFAN AR AGOR."),
    ],
)
def test_case_points_and_spaces_make_no_new_statement(one: str, other: str) -> None:
    assert plain_words(one) == plain_words(other)


def test_a_statement_is_alike_from_three_quarters_of_its_words() -> None:
    others = ["keep the centre open five days", "pay the carers more"]
    assert likest("keep the centre open all five days", others) == others[0]
    assert likest("close the centre", others) is None
    assert likest("", []) is None


@given(st.lists(st.sampled_from([1, 0, -1]), max_size=80))
def test_no_two_totals_that_were_shown_differ_by_fewer_than_ten_votes(values: list[int]) -> None:
    shown, seen = None, []
    for number in range(1, len(values) + 1):
        so_far = values[:number]
        now = Totals(so_far.count(1), so_far.count(-1), so_far.count(0), hands=0)
        shown = to_show(now, shown, over=False)
        if shown and (not seen or seen[-1] != shown):
            seen.append(shown)
    assert all(one.votes >= 10 for one in seen)
    assert all(later.votes - sooner.votes >= 10 for sooner, later in pairwise(seen))


@given(part=st.integers(0, 1000), rest=st.integers(0, 1000))
def test_shares_are_rounded_half_up(part: int, rest: int) -> None:
    whole = part + rest
    if whole:
        assert abs(share(part, whole) * whole - 100 * part) * 2 <= whole
    else:
        assert share(part, whole) == 0


def test_a_vote_with_its_next_statement_asks_the_database_little(scene: Scene) -> None:
    conversation = room.set_up(scene)
    speaker, one = room.speaker(conversation, scene.people["user"]), room.statement(conversation)
    client = Client(headers={"HX-Request": "true"})
    client.force_login(scene.people["user"])
    address = f"/votes/{conversation.process.slug}/conversation/vote/"
    sent = {"statement": one.pk, "voice": speaker.voice.pk, "number": 1, "value": 1}
    with CaptureQueriesContext(connection) as asked:
        answer = client.post(address, sent)
    assert answer.status_code == 200
    assert "1 of 4 seen" in " ".join(answer.text.split())
    assert "<html" not in answer.text
    statements = [query["sql"] for query in asked if "SAVEPOINT" not in query["sql"]]
    assert len(statements) <= 5, statements  # session, person, where they stand, the vote, what is next
    assert StatementVote.objects.get().value == 1


def test_without_a_script_a_vote_leads_to_the_next_page_and_a_forged_one_nowhere(scene: Scene) -> None:
    conversation = room.set_up(scene)
    speaker, one = room.speaker(conversation, scene.people["user"]), room.statement(conversation)
    address = f"/votes/{conversation.process.slug}/conversation/vote/"
    sent = {"statement": one.pk, "voice": speaker.voice.pk, "number": 1, "value": -1}
    assert Client().post(address, sent).status_code == 404
    client = Client()
    client.force_login(scene.people["user"])
    assert client.post(address, sent).headers["Location"] == f"{address}?after=1"
    assert client.post(address, sent | {"value": 7}).status_code == 404
    client.cookies[f"voice-{conversation.process.slug}"] = "forged"
    assert client.post(address, sent).status_code == 302, "a forged cookie speaks for nobody, the account still does"


def test_a_voice_by_code_lives_in_the_browser_that_used_the_code(scene: Scene) -> None:
    conversation, other = room.set_up(scene), room.set_up(scene, title="Another")
    code, slug = room.codes(scene, conversation, 1)[0], conversation.process.slug
    browser, thief = Client(), Client()
    assert browser.get("/code/", {"code": code}).status_code == 200
    assert not conversation.voices.exists(), "looking at a code uses nothing"
    assert browser.post("/code/", {"code": code}).headers["Location"] == f"/votes/{slug}/conversation/vote/"
    assert browser.get(f"/votes/{slug}/conversation/vote/").status_code == 200
    assert browser.get(f"/votes/{slug}/").status_code == 404, "the code opens the conversation, and not the body"
    assert browser.get(f"/votes/{other.process.slug}/conversation/").status_code == 404
    assert thief.post("/code/", {"code": code}).status_code == 422
    thief.cookies[f"voice-{other.process.slug}"] = browser.cookies[f"voice-{slug}"].value
    assert thief.get(f"/votes/{other.process.slug}/conversation/").status_code == 404
    assert browser.cookies[f"voice-{slug}"]["httponly"]
