"""A name for a campaign: people suggest, then tick all that they can live with."""

from __future__ import annotations

import pytest

from causeway.domains.assemblies.commands.ask_for_names import AskForNames
from causeway.domains.assemblies.commands.close_suggestions import CloseSuggestions
from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.commands.move_vote import MoveVote
from causeway.domains.assemblies.commands.suggest_name import SuggestName
from causeway.domains.assemblies.commands.take_back_name import TakeBackName
from causeway.domains.assemblies.models import Process, Suggestion
from causeway.domains.assemblies.name_tasks import close_suggestions
from causeway.domains.assemblies.queries import option_names
from causeway.kernel import clock
from causeway.kernel.errors import Conflict, Invalid, Missing, Refused
from causeway.kernel.perform import perform
from tests.domains.assemblies import names_scene as room
from tests.domains.assemblies.motions_scene import JOB
from tests.domains.assemblies.scene import DAY, cast, let_pass, members
from tests.scenes import Scene

pytestmark = pytest.mark.django_db


def test_the_name_that_most_can_live_with_is_chosen(scene: Scene) -> None:
    process = room.unmade(scene)
    close_suggestions.func(0)
    process = let_pass(process, DAY)
    names = option_names(process.ballot)
    assert set(names) == {"Rowan for all", "Keep Rowan open", "Our Rowan"}
    for voter in members(scene):
        cast(process, voter, tuple(1 if name == "Our Rowan" else None for name in names))
    let_pass(process, 2 * DAY)
    perform(JOB, CountBallot(ballot_id=process.pk))
    outcome = Process.objects.get(pk=process.pk).ballot.outcome
    assert [names[place] for place in outcome["chosen"]] == ["Our Rowan"]


def test_nobody_can_find_out_later_who_suggested_what(scene: Scene) -> None:
    process = room.unmade(scene)
    perform(JOB, CloseSuggestions(ballot_id=process.pk))
    assert set(Suggestion.objects.filter(process=process).values_list("suggested_by", flat=True)) == {None}


def test_a_single_name_is_taken_without_a_vote(scene: Scene) -> None:
    process = room.asked(scene)
    room.suggest(scene, process, "Our Rowan")
    let_pass(process, DAY + DAY / 24)
    ballot = perform(JOB, CloseSuggestions(ballot_id=process.pk))
    assert ballot.outcome["unopposed"]
    assert ballot.counted_at


def test_names_are_suggested_once_and_in_their_time(scene: Scene) -> None:
    process, una = room.asked(scene), scene.actor("user")
    perform(una, SuggestName(process_id=process.pk, name="Our Rowan"))
    with pytest.raises(Invalid, match="there already"):
        perform(scene.actor("rep"), SuggestName(process_id=process.pk, name="OUR  Rowan"))
    for number in range(2):
        perform(una, SuggestName(process_id=process.pk, name=f"Rowan {number}"))
    with pytest.raises(Conflict, match="three names"):
        perform(una, SuggestName(process_id=process.pk, name="One more"))
    with pytest.raises(Conflict, match="may still be suggested"):
        perform(JOB, CloseSuggestions(ballot_id=process.pk))
    let_pass(process, DAY + DAY / 24)
    with pytest.raises(Refused, match="No names are suggested now"):
        perform(scene.actor("rep"), SuggestName(process_id=process.pk, name="Too late"))


def test_only_whoever_suggested_a_name_takes_it_back_before_the_paper_is_made(scene: Scene) -> None:
    suggestion = room.suggestion(scene)
    for who in ("coordinator", "rep"):
        with pytest.raises(Missing):
            perform(scene.actor(who), TakeBackName(suggestion_id=suggestion.pk))
    perform(scene.actor("user"), TakeBackName(suggestion_id=suggestion.pk))
    assert not Suggestion.objects.exists()


def test_the_vote_does_not_open_while_names_are_suggested(scene: Scene) -> None:
    process = room.asked(scene)
    opens_at = clock.now() + DAY / 2
    with pytest.raises(Invalid, match="still put forward"):
        perform(
            scene.actor("coordinator"), MoveVote(process_id=process.pk, opens_at=opens_at, closes_at=opens_at + DAY)
        )
    late = {"names_close_at": clock.now() + 3 * DAY, "opens_at": clock.now() + DAY, "closes_at": clock.now() + 2 * DAY}
    command = AskForNames(body_id=scene.westbury.pk, title="A name", why_here="It is ours.", **late)
    with pytest.raises(Invalid, match="before the vote opens"):
        perform(scene.actor("coordinator"), command)
