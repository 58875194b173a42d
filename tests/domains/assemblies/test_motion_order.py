"""Parts, composites, the agenda, votes by hands, and processes that are put together by hand."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from causeway.domains.assemblies.commands.agree_to_composite import AgreeToComposite
from causeway.domains.assemblies.commands.count_hands import CountHands
from causeway.domains.assemblies.commands.divide_motion import DivideMotion
from causeway.domains.assemblies.commands.move_on_agenda import MoveOnAgenda
from causeway.domains.assemblies.commands.propose_composite import ProposeComposite
from causeway.domains.assemblies.commands.put_to_meeting import PutToMeeting
from causeway.domains.assemblies.commands.recount_hands import RecountHands
from causeway.domains.assemblies.commands.refuse_composite import RefuseComposite
from causeway.domains.assemblies.commands.settle_motion import SettleMotion
from causeway.domains.assemblies.differences import changed_words
from causeway.domains.assemblies.models import AdoptedText, Amendment, Motion, Phase, Process
from causeway.domains.assemblies.motion_course import next_questions
from causeway.domains.assemblies.phases import BY_HAND, Stretch, checked_course
from causeway.domains.assemblies.wordings import amended, as_rows, as_text, from_rows, numbered
from causeway.kernel import clock
from causeway.kernel.errors import Conflict, Invalid, Missing, Refused
from causeway.kernel.perform import perform
from tests.domains.assemblies import floor_scene
from tests.domains.assemblies import motions_scene as room
from tests.domains.assemblies.scene import DAY
from tests.scenes import Scene


def divide(s: Scene, motion: Motion, *parts: tuple[str, ...]) -> None:
    perform(s.actor("coordinator"), DivideMotion(motion_id=motion.pk, parts=parts))


@pytest.mark.django_db
def test_parts_are_voted_on_first_and_lost_ones_are_struck_out(scene: Scene) -> None:
    motion = room.shut(room.seconded(scene))
    divide(scene, motion, ("1", "3"), ("2",))
    with pytest.raises(Conflict, match="Its parts come first: part 1"):
        room.put(scene, motion)
    room.carry(scene, motion, part=1)
    room.lose(scene, motion, part=2)
    with pytest.raises(Conflict, match="stays divided"):
        divide(scene, motion, ("1",), ("3",))
    room.carry(scene, Motion.objects.get(pk=motion.pk))
    assert AdoptedText.objects.get().text == "We defend Rowan Day Centre.\n\nThe council pays for it."


@pytest.mark.django_db
def test_a_motion_whose_parts_are_all_lost_is_lost(scene: Scene) -> None:
    motion = room.shut(room.seconded(scene))
    divide(scene, motion, ("1",), ("2", "3"))
    room.lose(scene, motion, part=1)
    room.lose(scene, motion, part=2)
    assert Motion.objects.get(pk=motion.pk).state == Motion.State.LOST


@pytest.mark.django_db
def test_each_paragraph_stands_in_one_part_and_one_part_is_the_whole(scene: Scene) -> None:
    motion = room.shut(room.seconded(scene))
    for wrong in ((("1",), ("2",)), (("1", "2"), ("2", "3")), (("1", "2", "3", "9"),)):
        with pytest.raises(Invalid, match="each paragraph one part"):
            divide(scene, motion, *wrong)
    divide(scene, motion, ("1",), ("2", "3"))
    divide(scene, motion, ("1", "2", "3"))
    assert not motion.parts.exists()


def propose(s: Scene, *sources: Motion, who: str = "user") -> Motion:
    first = sources[0]
    command = ProposeComposite(
        process_id=first.process_id,
        title="Rowan and ramps",
        text="Keep Rowan open.\n\nBuild ramps.",
        source_ids=tuple(source.pk for source in sources),
    )
    return perform(s.actor(who), command)


def two_motions(s: Scene) -> tuple[Motion, Motion]:
    process = room.call(s)
    return room.seconded(s, process), room.move(s, process, "rep", title="Ramps everywhere", text="Build ramps.")


@pytest.mark.django_db
def test_a_composite_takes_the_place_of_its_sources_once_every_mover_agrees(scene: Scene) -> None:
    rowan, ramps = two_motions(scene)
    amendment = room.amend(scene, rowan)
    composite = propose(scene, rowan, ramps)
    assert composite.state == Motion.State.PROPOSED
    with pytest.raises(Refused, match="Only the mover"):
        perform(scene.actor("coordinator"), AgreeToComposite(composite_id=composite.pk, motion_id=ramps.pk))
    perform(scene.actor("rep"), AgreeToComposite(composite_id=composite.pk, motion_id=ramps.pk))
    states = {one.title: one.state for one in Motion.objects.all()}
    assert states == {"Keep Rowan open": "merged", "Ramps everywhere": "merged", "Rowan and ramps": "moved"}
    fallen = Amendment.objects.get(pk=amendment.pk)
    assert (fallen.state, fallen.settled_how) == ("fell", "It went into the composite “Rowan and ramps”.")
    composite = room.shut(Motion.objects.get(pk=composite.pk))
    assert next_questions(composite) == [composite]
    assert [row.motion for row in composite.sources.all()] == [rowan, ramps]


@pytest.mark.django_db
def test_a_mover_who_does_not_agree_keeps_their_motion(scene: Scene) -> None:
    rowan, ramps = two_motions(scene)
    composite = propose(scene, rowan, ramps)
    with pytest.raises(Invalid, match="another composite already"):
        propose(scene, ramps, rowan, who="rep")
    perform(scene.actor("rep"), RefuseComposite(composite_id=composite.pk, motion_id=ramps.pk))
    kept = {one.title: one.state for one in Motion.objects.all()}
    assert kept == {"Keep Rowan open": "moved", "Ramps everywhere": "moved", "Rowan and ramps": "withdrawn"}
    with pytest.raises(Conflict, match="settled already"):
        perform(scene.actor("rep"), AgreeToComposite(composite_id=composite.pk, motion_id=ramps.pk))


@pytest.mark.django_db
def test_motions_are_merged_only_while_amendments_are_taken(scene: Scene) -> None:
    rowan, ramps = two_motions(scene)
    composite = propose(scene, rowan, ramps)
    room.shut(rowan)
    with pytest.raises(Refused, match="over"):
        perform(scene.actor("rep"), AgreeToComposite(composite_id=composite.pk, motion_id=ramps.pk))
    with pytest.raises(Refused, match="while amendments are taken"):
        propose(scene, rowan, ramps)


@pytest.mark.django_db
def test_the_agenda_is_put_in_order_and_shows_what_is_voted_on(scene: Scene) -> None:
    rowan, ramps = two_motions(scene)
    room.amend(scene, rowan)
    perform(scene.actor("coordinator"), MoveOnAgenda(motion_id=ramps.pk, up=True))
    assert list(Motion.objects.filter(process=rowan.process)) == [ramps, rowan]
    client = Client()
    client.force_login(scene.people["user"])
    page = client.get(f"{rowan.process.get_absolute_url()}motions/agenda/").text
    assert page.index("1. Ramps everywhere") < page.index("2. Keep Rowan open") < page.index("Amendment 1")
    assert "six" in page


@pytest.mark.django_db
def test_a_show_of_hands_settles_a_motion_when_it_is_declared_and_stands(scene: Scene) -> None:
    motion = room.shut(room.seconded(scene))
    meeting = floor_scene.meeting_now(scene)
    cora = scene.actor("coordinator")
    vote = perform(cora, PutToMeeting(motion_id=motion.pk, meeting_id=meeting.pk))
    with pytest.raises(Conflict, match="no result"):
        perform(cora, SettleMotion(process_id=vote.pk))
    perform(cora, CountHands(process_id=vote.pk, numbers=(12, 3, 1)))
    for who, error in (("user", Refused), ("outsider", Missing)):
        with pytest.raises(error):
            perform(scene.actor(who), SettleMotion(process_id=vote.pk))
    perform(cora, SettleMotion(process_id=vote.pk))
    assert Motion.objects.get(pk=motion.pk).state == Motion.State.CARRIED
    assert AdoptedText.objects.get().motion == motion
    with pytest.raises(Conflict, match="declared"):
        perform(cora, RecountHands(process_id=vote.pk, reason="I do not like it."))


def at(kind: str, opens: float, closes: float) -> Stretch:
    now = clock.now()
    return Stretch(kind, now + opens * DAY, now + closes * DAY)


@pytest.mark.parametrize(
    ("phases", "field", "sentence"),
    [
        ([at("amend", 1, 2)], "amend", "needs “Propose” before it"),
        ([at("propose", 2, 3), at("second", 1, 4)], "second", "cannot open before “Propose” does"),
        ([at("propose", 1, 3), at("vote", 2, 4)], "propose", "must be over when “Vote” opens"),
        ([at("propose", 1, 2), at("propose", 3, 4)], "propose", "stands there twice"),
        ([at("propose", 1, 1)], "propose", "at least ten minutes"),
        ([at("propose", -1, 1)], "propose", "cannot open in the past"),
        ([at("propose", 400, 401)], "propose", "within a year"),
        ([at("nominate", 1, 2)], "nominate", "belongs to an election"),
    ],
)
def test_phases_that_cannot_follow_each_other_are_refused_with_a_sentence(
    phases: list[Stretch], field: str, sentence: str
) -> None:
    with clock.stopped_at(clock.now()), pytest.raises(Invalid) as caught:
        checked_course(phases)
    assert sentence in caught.value.fields[field][0]


stretches = st.builds(at, st.sampled_from([str(kind) for kind in BY_HAND]), st.integers(0, 6), st.integers(1, 12))


@given(st.lists(stretches, max_size=5))
def test_a_course_that_is_taken_never_lets_anybody_vote_on_a_text_that_changes(phases: list[Stretch]) -> None:
    try:
        course = checked_course(phases)
    except Invalid:
        return
    opens = {phase.kind: phase.opens_at for phase in course}
    assert len(opens) == len(course)
    assert [phase.opens_at for phase in course] == sorted(opens.values())
    assert all(phase.closes_at <= opens["vote"] for phase in course if "vote" in opens and phase.kind != "vote")
    assert "propose" in opens or not {"second", "amend", "vote"} & set(opens)


@pytest.mark.django_db
def test_a_process_by_hand_has_the_phases_that_were_chosen_and_votes_in_their_time(scene: Scene) -> None:
    phases = room.stretches(deliberate=(0, 1), propose=(0, 1), vote=(2, 5))
    process = room.call(scene, blueprint=Process.Blueprint.BY_HAND, phases=phases, seconders=0)
    assert room.phases_of(process) == {"deliberate", "propose", "vote"}
    motion = room.move(scene, process)
    motion = room.shut(motion)
    vote = room.put(scene, motion)
    ends = Phase.objects.get(process=process, kind="vote").closes_at
    assert vote.process.phases.get(kind="vote").closes_at <= ends
    with pytest.raises(Invalid, match="no time for it"):
        room.call(scene, phases=room.stretches(propose=(0, 1)), seconders=1)


@pytest.mark.django_db
def test_votes_by_hand_end_with_their_phase(scene: Scene) -> None:
    phases = room.stretches(propose=(0, 1), vote=(1, 2))
    process = room.call(scene, blueprint=Process.Blueprint.BY_HAND, phases=phases, seconders=0)
    motion = room.move(scene, process)
    with clock.stopped_at(clock.now() + DAY + timedelta(hours=20)), pytest.raises(Invalid, match="over by then"):
        room.put(scene, motion)
    with clock.stopped_at(clock.now() + 3 * DAY), pytest.raises(Conflict, match="time to vote is over"):
        room.put(scene, motion)


texts = st.text(alphabet="ab’ -\n.é", max_size=40)


@given(texts, texts)
def test_the_pieces_of_a_difference_are_the_texts_themselves(before: str, after: str) -> None:
    left, right = changed_words(before, after)
    assert "".join(piece.words for piece in left) == before
    assert "".join(piece.words for piece in right) == after
    unchanged = [["".join(piece.words for piece in side if not piece.changed)] for side in (left, right)]
    assert unchanged[0] == unchanged[1]
    if before == after:
        assert not any(piece.changed for piece in (*left, *right))


@given(st.lists(st.text(alphabet="abc .", min_size=1, max_size=9), min_size=1, max_size=6), st.data())
def test_numbers_are_kept_whatever_is_carried(pieces: list[str], data: st.DataObject) -> None:
    text = numbered("\n\n".join(pieces))
    first = {one.number: one.words for one in text}
    changed: set[str] = set()
    for _step in range(data.draw(st.integers(0, 5))):
        number = data.draw(st.sampled_from(["0", *first])) if first else "0"
        text = amended(text, action="add", number=number, words="new")
        if first and number != "0" and number not in changed:
            text = amended(text, action="reword", number=number, words="other")
            changed.add(number)
    kept = {one.number: one.words for one in text if one.number in first}
    assert kept == {number: "other" if number in changed else words for number, words in first.items()}
    assert [one.number for one in text if one.number in first] == list(first)
    assert len({one.number for one in text}) == len(text)
    assert from_rows(as_rows(text)) == text
    assert as_text(text).count("new") == sum(one.words == "new" for one in text)
