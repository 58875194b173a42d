"""What the tests of opinion maps add to the scene. Voices are many, so their votes are stored at once."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from causeway.domains.assemblies.commands.accept_polis_export import AcceptPolisExport
from causeway.domains.assemblies.commands.bring_polis_export import BringPolisExport
from causeway.domains.assemblies.commands.draw_opinion_map import DrawOpinionMap
from causeway.domains.assemblies.commands.read_polis_export import ReadPolisExport
from causeway.domains.assemblies.commands.weigh_statements import WeighStatements
from causeway.domains.assemblies.models import Conversation, OpinionMap, PolisImport, Statement, StatementVote, Voice
from causeway.kernel.actors import System
from causeway.kernel.perform import perform
from tests.domains.assemblies import talk_scene
from tests.domains.assemblies.opinions import Vote, camp
from tests.scenes import Scene

JOB = System(reason="a test")
TEXTS = (
    "Rowan Day Centre stays open five days a week.",
    "Workers and users decide together about the kitchen.",
    "The centre closes earlier in winter.",
    "Everybody pays for their lunch.",
    "Volunteers run the evening sessions.",
    "The minibus goes to the villages as well.",
    "The council runs the centre itself.",
    "The garden is opened to the neighbours.",
    "We strike if the contract is put out to tender.",
    "The centre takes money from a company.",
    "Carers get a room of their own.",
    "Meetings are held in the evening.",
)
EXPORT = {
    "comments.csv": b"""comment-id,agrees,disagrees,moderated,comment-body
1,2,1,1,Keep the late bus
2,1,0,1,Open on Sundays
""",
    "votes.csv": b"comment-id,voter-id,vote\n1,7,1\n1,8,1\n1,9,-1\n2,7,1\n2,9,0\n",
}


def conversation(s: Scene, **changes: Any) -> Conversation:
    """A fresh conversation of Westbury with twelve statements, open now."""
    return talk_scene.set_up(s, statements=TEXTS, **changes)


def vote(
    conversation: Conversation, votes: Sequence[Vote], sections: Mapping[int, str] | None = None
) -> dict[int, Voice]:
    """So many voices vote: (voice, statement, value), each voice numbered as the votes say."""
    numbers = sorted({number for number, _statement, _value in votes})
    voices = {
        number: Voice.objects.create(
            conversation=conversation, holder_index=secrets.token_bytes(32), section=(sections or {}).get(number, "")
        )
        for number in numbers
    }
    by_number = {one.number: one for one in Statement.objects.filter(conversation=conversation)}
    StatementVote.objects.bulk_create(
        StatementVote(voice=voices[number], statement=by_number[statement], value=value)
        for number, statement, value in votes
    )
    return voices


def two_camps() -> list[Vote]:
    """Thirty against twenty."""
    return camp(0, 30, -1) + camp(1000, 20, 1)


def drawn(conversation: Conversation, state: str = "") -> OpinionMap:
    """The map as the worker draws it now."""
    perform(JOB, WeighStatements(process_id=conversation.pk))
    return perform(JOB, DrawOpinionMap(conversation_id=conversation.pk, state_of_votes=state))


def with_map(s: Scene) -> Conversation:
    """One that goes on, in which fifty people have voted; its map is drawn."""

    def make() -> Conversation:
        made = conversation(s)
        sections = dict.fromkeys(range(30), "users") | dict.fromkeys(range(1000, 1020), "workers")
        vote(made, two_camps(), sections)
        drawn(made)
        return made

    found: Conversation = s.once("opinion.with map", make)
    return talk_scene.fresh(found)


def over_with_map(s: Scene) -> Conversation:
    """One that is over, with its last map."""

    def make() -> Conversation:
        made = conversation(s)
        vote(made, two_camps())
        drawn(talk_scene.close(made))
        return made

    found: Conversation = s.once("opinion.over", make)
    return talk_scene.fresh(found)


def unspoken(s: Scene) -> Conversation:
    """One in which nobody has voted."""
    found: Conversation = s.once("opinion.unspoken", lambda: conversation(s))
    return talk_scene.fresh(found)


def brought(s: Scene) -> PolisImport:
    """An export that Cora brought; nobody has read it."""
    PolisImport.objects.filter(state=PolisImport.State.QUEUED).update(state=PolisImport.State.ASIDE)
    return perform(
        s.actor("coordinator"),
        BringPolisExport(
            body_id=s.westbury.pk,
            title="The bus",
            question="What about the bus?",
            source="Held by the neighbours in 2024",
            sent_files=tuple(EXPORT.items()),
        ),
    )


def read(s: Scene) -> PolisImport:
    """The same, read."""
    return perform(JOB, ReadPolisExport(import_id=brought(s).pk))


def accepted(s: Scene) -> PolisImport:
    """The same, accepted by Cora."""
    return perform(s.actor("coordinator"), AcceptPolisExport(import_id=read(s).pk))
