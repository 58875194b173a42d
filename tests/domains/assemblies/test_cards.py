"""Card votes: the cards and their power before the vote, cast once on a mandate, counted exactly, and published."""

from __future__ import annotations

import csv
import hashlib
import io
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from causeway.domains.alliances.commands.appoint_to_office import AppointToOffice
from causeway.domains.alliances.models import Office
from causeway.domains.assemblies import card_queries, queries
from causeway.domains.assemblies.card_queries import card_vote_shown, sentences_of
from causeway.domains.assemblies.cards import heads_of, outcome_of_cards, quota_of_cards
from causeway.domains.assemblies.commands import dealing_cards
from causeway.domains.assemblies.commands.answer_objection import AnswerObjection
from causeway.domains.assemblies.commands.call_card_vote import CallCardVote
from causeway.domains.assemblies.commands.cast_card import CastCard
from causeway.domains.assemblies.commands.cast_paper import CastPaper
from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.commands.forget_teller import ForgetTeller
from causeway.domains.assemblies.commands.measure_power import MeasurePower
from causeway.domains.assemblies.commands.object_to_roll import ObjectToRoll
from causeway.domains.assemblies.commands.settle_roll import SettleRoll
from causeway.domains.assemblies.computing import power_of
from causeway.domains.assemblies.models import Ballot, Card, CardCast, CardVote, Elector, Paper
from causeway.domains.assemblies.tasks import count_what_is_over, measure_power
from causeway.kernel import clock
from causeway.kernel.actors import System
from causeway.kernel.errors import Conflict, Invalid, Missing, Refused
from causeway.kernel.perform import perform
from tests.domains.assemblies import card_scene as cards
from tests.domains.assemblies import scene as room
from tests.domains.assemblies.card_scene import BRANCH, CHOIR, COUNCIL, MANDATE, USERS
from tests.scenes import Scene
from tests.snapshot import Snapshot

TOTAL = BRANCH + USERS + COUNCIL + CHOIR
JOB = System(reason="a test")


def test_a_card_holds_the_members_last_declared_and_fewer_than_ten_give_none(scene: Scene) -> None:
    cards.organisations(scene)
    cards.declare(scene, scene.branch, BRANCH - 5, "rep")
    cards.declare(scene, scene.branch, BRANCH, "rep")
    vote = card_queries.card_vote_of(cards.called(scene))
    assert [(card.name, card.votes) for card in vote.cards.all()] == [
        ("Westbury Health Branch", BRANCH),
        ("Day Centre Users’ Group", USERS),
        ("Trades Council", COUNCIL),
        ("Choir", CHOIR),
    ]
    assert vote.without_card == ["Silent Society", "Tiny Club"], "both alike, so that nobody learns which is tiny"
    assert not Elector.objects.filter(roll=vote.pk).exists()


def test_cards_are_dealt_among_two_organisations_at_least(scene: Scene) -> None:
    opens_at = clock.now() + room.DAY
    dates = {"opens_at": opens_at, "closes_at": opens_at + room.DAY}
    call = CallCardVote(body_id=scene.westbury.pk, title="x", question="Well?", why_here="x", **dates)
    process = perform(scene.actor("coordinator"), call)
    with pytest.raises(Conflict, match="Fewer than two organisations"):
        perform(scene.actor("coordinator"), SettleRoll(process_id=process.pk))
    on_an_organisation = CallCardVote(body_id=scene.branch.pk, title="x", question="Well?", why_here="x", **dates)
    with pytest.raises(Refused, match="Only in an alliance"):
        perform(scene.actor("rep"), on_an_organisation)


def test_a_declaration_after_the_roll_is_settled_changes_no_card_until_it_is_settled_again(scene: Scene) -> None:
    process = cards.lying_open(scene)
    una = scene.actor("user")
    objection = perform(una, ObjectToRoll(process_id=process.pk, text="The branch has seventy members."))
    cards.declare(scene, scene.branch, 70, "rep")
    assert cards.card(scene, process, "branch").votes == BRANCH
    cora = scene.actor("coordinator")
    seed = process.ballot.tie_seed
    perform(cora, SettleRoll(process_id=process.pk))
    perform(cora, AnswerObjection(objection_id=objection.pk, answer="So it has."))
    assert cards.card(scene, process, "branch").votes == 70
    assert cards.again(process).ballot.tie_seed == seed
    room.let_pass(cards.again(process), 2 * room.DAY)
    with pytest.raises(Conflict, match="has opened"):
        perform(cora, SettleRoll(process_id=process.pk))


# -- power -----------------------------------------------------------------------------------------------------------


def test_power_stands_beside_the_cards_before_the_vote_opens(scene: Scene) -> None:
    shown = card_vote_shown(scene.actor("user"), queries.process_at(scene.actor("user"), cards.lying_open(scene).slug))
    assert shown.stage == "objecting"
    assert [(row.card.votes, row.share, row.banzhaf) for row in shown.cards] == [
        (62, "43.6", "50.0"),
        (40, "28.1", "16.6"),
        (30, "21.1", "16.6"),
        (10, "7.0", "16.6"),
    ], "ten votes give as much say as forty: that is what people should see"
    assert shown.sentences == [
        "To win takes 72 of the votes, which are 142 in all, if all are cast for or against.",
        "No organisation decides alone.",
        "No organisation can block alone.",
    ]
    page = Client()
    page.force_login(scene.people["user"])
    assert (
        "To win takes 72 of the votes, which are 142 in all"
        in page.get(cards.lying_open(scene).get_absolute_url()).text
    )


@pytest.mark.parametrize(
    ("votes", "quota", "sentence"),
    [
        ((80, 30, 30), 71, "A decides alone, whatever all others do."),
        ((60, 30, 30), 80, "A can block alone."),
        ((50, 50, 20), 90, "Each of these can block alone: A, B."),
        ((50, 50, 10), 95, "C is never decisive: with its card or without it, the outcome is the same."),
        ((80, 10, 10), 51, "Never decisive, since with their card or without it the outcome is the same: B, C."),
    ],
)
def test_what_stands_out_is_said_in_plain_sentences(votes: tuple[int, ...], quota: int, sentence: str) -> None:
    assert sentence in sentences_of(power_of(["A", "B", "C"], votes, quota))


card_sizes = st.lists(st.integers(10, 10**6), min_size=2, max_size=12)


@given(card_sizes, st.sampled_from(list(Ballot.Threshold)), st.data())
def test_the_quota_is_exactly_what_carries_when_all_cards_are_cast(
    sizes: list[int], threshold: Ballot.Threshold, data: st.DataObject
) -> None:
    ballot = Ballot(form=Ballot.Form.YES_NO, threshold=threshold, quorum_percent=0)
    sides = data.draw(st.lists(st.booleans(), min_size=len(sizes), max_size=len(sizes)))
    cast = [(size, 0, 0) if yes else (0, size, 0) for size, yes in zip(sizes, sides, strict=True)]
    in_favour = sum(votes[0] for votes in cast)
    outcome = outcome_of_cards(ballot, cast, options=3, total=sum(sizes))
    assert (outcome.chosen == (0,)) is (in_favour >= quota_of_cards(ballot, sum(sizes)))
    assert sum(outcome.totals) == sum(sizes) == outcome.papers


def test_power_of_too_many_cards_is_measured_by_the_worker(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dealing_cards, "AT_ONCE", 0)
    process = cards.called(scene)
    shown = card_vote_shown(scene.actor("user"), process)
    assert shown.sentences == []
    assert [row.banzhaf for row in shown.cards] == [""] * 4
    assert card_queries.card_votes_to_measure() == [process.pk]
    measure_power.func(0)
    assert card_queries.card_votes_to_measure() == []
    assert card_vote_shown(scene.actor("user"), cards.again(process)).sentences
    before = CardVote.objects.get(pk=process.pk).power
    perform(JOB, MeasurePower(process_id=process.pk))
    assert CardVote.objects.get(pk=process.pk).power == before


# -- casting ---------------------------------------------------------------------------------------------------------


def test_an_officer_or_a_delegate_casts_the_card_and_nobody_else(scene: Scene) -> None:
    process = cards.voting(scene)
    for other in ("coordinator", "user", "user_officer"):
        with pytest.raises(Refused, match="officer or a delegate"):
            cards.cast(scene, process, "branch", BRANCH, 0, 0, by=other)
    with pytest.raises(Missing):
        cards.cast(scene, process, "branch", BRANCH, 0, 0, by="outsider")
    delegate = {"title": "Delegate", "role": Office.Role.DELEGATE}
    appoint = AppointToOffice(body_id=scene.branch.pk, person_id=scene.people["stranger"].pk, **delegate)
    perform(scene.actor("rep"), appoint)
    cast = cards.cast(scene, process, "branch", BRANCH, 0, 0, by="stranger")
    assert (cast.votes, cast.mandate) == ([BRANCH, 0, 0], MANDATE)


def test_a_card_counts_once_whoever_casts_it(scene: Scene) -> None:
    process = cards.voting(scene)
    cards.cast(scene, process, "branch", BRANCH, 0, 0, by="rep")
    with pytest.raises(Conflict, match="cast already"):
        cards.cast(scene, process, "branch", 0, BRANCH, 0, by="rep")


@pytest.mark.parametrize(
    ("votes", "sentence"),
    [
        ((BRANCH + 1, 0, 0), "Votes given: 63. Votes on the card: 62"),
        ((BRANCH - 1, 0, 0), "Votes given: 61. Votes on the card: 62"),
        ((31, 31, 0), "cannot be split"),
        ((BRANCH, 0), "does not fit"),
        ((BRANCH + 10, -10, 0), "does not fit"),
    ],
)
def test_a_card_that_breaks_the_rules_is_not_cast(scene: Scene, votes: tuple[int, ...], sentence: str) -> None:
    process = cards.voting(scene)
    with pytest.raises(Invalid, match=sentence):
        cards.cast(scene, process, "branch", *votes, by="rep")
    assert not CardCast.objects.exists()


def test_a_card_may_be_split_where_the_rule_allows_it(scene: Scene) -> None:
    process = cards.voting(scene, may_split=True)
    cards.cast(scene, process, "branch", 37, 20, 5, by="rep")
    outcome = cards.count(process).ballot.outcome
    assert outcome["totals"] == [37, 20, 5]
    assert outcome["count"] == {"cards": 1, "heads": [0, 0, 0], "split": 1}


def test_no_card_is_cast_before_the_opening_after_the_close_or_without_a_mandate(scene: Scene) -> None:
    with pytest.raises(Refused, match="not open yet"):
        cards.cast(scene, cards.lying_open(scene), "branch", BRANCH, 0, 0, by="rep")
    with pytest.raises(Refused, match="counted"):
        cards.cast(scene, cards.counted(scene), "Trades Council", COUNCIL, 0, 0)
    process = cards.voting(scene)
    empty = CastCard(card_id=cards.card(scene, process, "branch").pk, votes=(BRANCH, 0, 0), mandate=" ")
    with pytest.raises(Invalid) as refused:
        perform(scene.actor("rep"), empty)
    assert "mandate" in refused.value.fields


def test_no_person_casts_a_paper_in_a_card_vote(scene: Scene) -> None:
    room.members(scene)
    process = cards.voting(scene)
    for name in ("user", "rep", "coordinator"):
        with pytest.raises(Refused, match="not on the roll"):
            perform(scene.actor(name), CastPaper(ballot_id=process.pk, marks=(1, 0, 0)))
    assert not Paper.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_officers_and_their_tabs_at_once_one_counts(built_scene: Snapshot[Scene]) -> None:
    scene = built_scene.restore()
    process = cards.voting(scene)
    officer = {"title": "Second officer", "role": Office.Role.OFFICER}
    appoint = AppointToOffice(body_id=scene.branch.pk, person_id=scene.people["stranger"].pk, **officer)
    perform(scene.actor("rep"), appoint)
    ready = Barrier(6)

    def tab(number: int) -> bool:
        try:
            ready.wait()
            by, votes = (("rep", (BRANCH, 0, 0)), ("stranger", (0, BRANCH, 0)))[number % 2]
            cards.cast(scene, process, "branch", *votes, by=by)
        except Conflict:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(6) as pool:
        cast = list(pool.map(tab, range(6)))
    assert cast.count(True) == CardCast.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_card_on_its_way_while_the_vote_is_counted_is_refused(built_scene: Snapshot[Scene]) -> None:
    scene = built_scene.restore()
    process = cards.voting(scene)
    before_the_close = process.phases.get(kind="vote").closes_at - timedelta(seconds=1)

    def late() -> None:
        try:
            with clock.stopped_at(before_the_close), pytest.raises(Refused, match="counted"):
                cards.cast(scene, process, "branch", BRANCH, 0, 0, by="rep")
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic(), clock.stopped_at(clock.now() + 3 * room.DAY):
            perform(JOB, CountBallot(ballot_id=process.pk))
            waiting = pool.submit(late)
            assert wait([waiting], timeout=1).not_done
        waiting.result()
    assert not CardCast.objects.exists()


# -- the count -------------------------------------------------------------------------------------------------------


def test_cards_are_counted_by_the_clock_and_heads_stand_beside_them(scene: Scene) -> None:
    process = cards.counted(scene)
    outcome = process.ballot.outcome
    assert outcome["totals"] == [BRANCH, USERS + CHOIR, 0]
    assert outcome["chosen"] == [0], "sixty-two votes against fifty carry it"
    assert outcome["count"]["heads"] == [1, 2, 0], "though two organisations of three were against"
    later = room.let_pass(cards.called(scene, title="By the clock"), 5 * room.DAY)
    count_what_is_over.func(0)
    assert cards.again(later).ballot.counted_at is not None


def test_how_cards_were_cast_is_told_to_nobody_before_the_count_and_then_to_all(scene: Scene) -> None:
    process = cards.voting(scene)
    cards.cast(scene, process, "branch", BRANCH, 0, 0, by="rep")
    for name in ("coordinator", "user", "rep"):
        shown = card_vote_shown(scene.actor(name), cards.again(process))
        assert [row.was_cast for row in shown.cards] == [True, False, False, False]
        assert [row.votes for row in shown.cards] == [[]] * 4
        assert shown.cards[0].mandate == ""
    page = Client()
    page.force_login(scene.people["user"])
    address = process.get_absolute_url()
    assert MANDATE not in page.get(address).text
    assert page.get(f"{address}cards.csv").status_code == 404
    cards.count(process)
    assert MANDATE in page.get(address).text


def test_anybody_can_add_up_the_published_cards(scene: Scene) -> None:
    process = cards.counted(scene)
    page = Client()
    page.force_login(scene.people["user"])
    file = page.get(f"{process.get_absolute_url()}cards.csv").content
    assert process.ballot.digest == f"sha256:{hashlib.sha256(file).hexdigest()}"
    rows = list(csv.DictReader(io.StringIO(file.decode())))
    assert sum(int(row["votes"]) for row in rows) == TOTAL == process.ballot.outcome["electors"]
    for place, option in enumerate(("Yes", "No", "Abstain")):
        assert sum(int(row[option] or 0) for row in rows) == process.ballot.outcome["totals"][place]


def test_a_quorum_is_a_share_of_all_votes_rounded_up(scene: Scene) -> None:
    process = cards.voting(scene, quorum_percent=44)
    cards.cast(scene, process, "branch", BRANCH, 0, 0, by="rep")
    outcome = cards.count(process).ballot.outcome
    assert (outcome["needed"], outcome["quorate"]) == (63, False), "44% of 142 is 62.48"


def test_level_options_follow_the_order_drawn_before(scene: Scene) -> None:
    process = cards.voting(scene, options=("Red", "Blue"), title="A colour")
    cards.cast(scene, process, "users", USERS, 0, by="user_officer")
    cards.cast(scene, process, "Trades Council", 0, COUNCIL)
    cards.cast(scene, process, "Choir", 0, CHOIR)
    after = cards.count(process)
    assert after.ballot.outcome["ties"] == [0, 1]
    assert after.ballot.outcome["chosen"] == after.ballot.tie_order[:1]


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50)), max_size=12))
def test_every_card_stands_with_one_option_by_heads_or_is_split(cast: list[tuple[int, int, int]]) -> None:
    given_cards = [votes for votes in cast if sum(votes)]
    heads = heads_of(given_cards, options=3)
    assert sum(heads.whole) + heads.split == len(given_cards)
    assert heads.split == sum(1 for votes in given_cards if sum(number > 0 for number in votes) > 1)


def test_whoever_cast_a_card_and_leaves_is_forgotten_and_the_card_stays(scene: Scene) -> None:
    process = cards.voting(scene)
    cards.cast(scene, process, "branch", BRANCH, 0, 0, by="rep")
    perform(JOB, ForgetTeller(person_id=scene.people["rep"].pk))
    cast = CardCast.objects.get()
    assert (cast.cast_by_id, cast.votes) == (None, [BRANCH, 0, 0])


def test_the_database_itself_takes_no_card_of_a_small_group(scene: Scene) -> None:
    vote = card_queries.card_vote_of(cards.lying_open(scene))
    with pytest.raises(IntegrityError, match="small_group"), transaction.atomic():
        Card.objects.filter(vote=vote).update(votes=9)
