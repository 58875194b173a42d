"""Conversations for the tests, made with the real commands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from causeway.domains.alliances.commands.join_organisation import JoinOrganisation
from causeway.domains.assemblies.commands.add_statement import AddStatement
from causeway.domains.assemblies.commands.drawing_up import draw_up
from causeway.domains.assemblies.commands.join_conversation import JoinConversation
from causeway.domains.assemblies.commands.lay_table import LayTable
from causeway.domains.assemblies.commands.look_at_statement import LookAtStatement
from causeway.domains.assemblies.commands.make_codes import MakeCodes
from causeway.domains.assemblies.commands.set_up_conversation import SetUpConversation
from causeway.domains.assemblies.commands.type_in_table import TypeInTable
from causeway.domains.assemblies.commands.use_code import UseCode
from causeway.domains.assemblies.commands.vote_on_statement import VoteOnStatement
from causeway.domains.assemblies.conversation_standing import VOICE
from causeway.domains.assemblies.models import Conversation, Look, Phase, Process, Statement, Table, Voice
from causeway.domains.people.models import Person
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Bearer, Member, Visitor
from causeway.kernel.perform import perform
from tests.domains.assemblies.scene import DAY, let_pass, members
from tests.scenes import Scene, person

FIRST = (
    "The day centre should stay open five days a week.",
    "Workers and users should run the kitchen together.",
    "The council should pay for transport from the villages.",
    "Evening hours matter more than mornings.",
)
OUT = {"lets_in": False, "ground": Look.Ground.HARM, "reason": "It names the caretaker."}


def set_up(s: Scene, **changes: Any) -> Conversation:
    """A fresh conversation of Westbury by the coordinator, open since an hour ago, for a week."""
    members(s)
    fields: dict[str, Any] = {
        "body_id": s.westbury.pk,
        "title": "Rowan Day Centre",
        "question": "What should become of Rowan Day Centre?",
        "why_here": "Users and workers of the whole alliance depend on it.",
        "statements": FIRST,
        "by_code": True,
        "opens_at": clock.now(),
        "closes_at": clock.now() + 7 * DAY,
        **changes,
    }
    process = perform(s.actor("coordinator"), SetUpConversation(**fields))
    if "opens_at" not in changes:
        let_pass(process, DAY / 24)
    return Conversation.objects.get(process=process)


def fresh(conversation: Conversation) -> Conversation:
    return Conversation.objects.get(pk=conversation.pk)


def close(conversation: Conversation) -> Conversation:
    """Let its time pass."""
    let_pass(conversation.process, 8 * DAY)
    return fresh(conversation)


@dataclass(frozen=True)
class Speaker:
    """A voice with whoever holds it."""

    actor: Actor
    voice: Voice

    def vote(self, statement: Statement, value: int) -> None:
        command = VoteOnStatement(statement_id=statement.pk, voice_id=self.voice.pk, value=value)
        perform(self.actor, command)


def speaker(conversation: Conversation, who: Person, section: str = "") -> Speaker:
    """A person takes part by their account."""
    actor = Member(who.pk)
    return Speaker(actor, perform(actor, JoinConversation(process_id=conversation.pk, section=section)))


def codes(s: Scene, conversation: Conversation, number: int = 3) -> list[str]:
    command = MakeCodes(process_id=conversation.pk, label="Meeting at Rowan", number=number)
    return perform(s.actor("coordinator"), command)


def by_code(code: str, actor: Actor | None = None) -> Speaker:
    """Somebody takes part with a code."""
    voice = perform(actor or Visitor(), UseCode(code=code))
    return Speaker(Bearer(VOICE, voice.pk), voice)


def more_members(s: Scene, number: int) -> list[Person]:
    """So many further members of the users' group."""
    people = [person(f"talker{n}@example.org", f"Talker {n}") for n in range(number)]
    for one in people:
        perform(Member(one.pk), JoinOrganisation(organisation_id=s.users_group.pk))
    return people


def statement(conversation: Conversation, number: int = 1) -> Statement:
    return Statement.objects.get(conversation=conversation, number=number)


def look(s: Scene, one: Statement, who: str, **decision: Any) -> Statement:
    """Somebody of a side decides; by default lets it in."""
    return perform(s.actor(who), LookAtStatement(statement_id=one.pk, **{"lets_in": True, **decision}))


def talk(s: Scene) -> Conversation:
    """One that goes on, in which Una has a voice."""

    def make() -> Conversation:
        conversation = set_up(s)
        speaker(conversation, s.people["user"])
        return conversation

    found: Conversation = s.once("talk", make)
    return fresh(found)


def una(s: Scene) -> Voice:
    """Una's voice in it."""
    conversation = talk(s)
    return perform(s.actor("user"), JoinConversation(process_id=conversation.pk))


def _said(s: Scene, name: str, text: str) -> Statement:
    talk(s)
    add = AddStatement(process_id=talk(s).pk, text=text)
    found: Statement = s.once(f"talk.{name}", lambda: perform(s.actor("user"), add))
    return Statement.objects.get(pk=found.pk)


def waiting(s: Scene) -> Statement:
    """Una wrote it, and nobody has looked at it."""
    return _said(s, "waiting", "Volunteers should never replace paid carers.")


def kept_out(s: Scene) -> Statement:
    """Una wrote it, and both sides kept it out."""
    one = _said(s, "kept out", "The caretaker, Mr Pike, is rude to everybody.")

    def keep() -> bool:
        for who in ("coordinator", "rep"):
            look(s, one, who, **OUT)
        return True

    s.once("talk.kept", keep)
    return Statement.objects.get(pk=one.pk)


def table(s: Scene) -> Table:
    """A table of eight; Ravi typed in its hands for the first statement."""

    def lay() -> Table:
        laid = perform(s.actor("rep"), LayTable(process_id=talk(s).pk, name="Table 1", people=8))
        type_in(s, laid, "rep", 5, 2, 1)
        return laid

    found: Table = s.once("talk.table", lay)
    return found


def type_in(s: Scene, laid: Table, who: str, agreed: int, disagreed: int, passed: int, number: int = 1) -> None:
    """Somebody types in hands."""
    one = statement(laid.conversation, number)
    hands = {"agreed": agreed, "disagreed": disagreed, "passed": passed}
    perform(s.actor(who), TypeInTable(table_id=laid.pk, statement_id=one.pk, **hands))


def sheet_of_codes(s: Scene) -> Any:
    """A sheet of codes that was made."""

    def make() -> Any:
        codes(s, talk(s))
        return talk(s).code_sheets.get()

    return s.once("talk.codes", make)


def unused_code(s: Scene) -> str:
    """A code that nobody has used, made afresh."""
    return codes(s, talk(s), 1)[0]


def without_question(s: Scene) -> Process:
    """A process that deliberates, in which no question is asked yet."""

    def make() -> Process:
        process = draw_up(
            s.westbury,
            blueprint=Process.Blueprint.BY_HAND,
            title="A plan for the year",
            about="",
            why_here="It is the plan of all.",
            result_for=Process.Audience.MEMBERS,
        )
        Phase.objects.create(
            process=process, kind=Phase.Kind.DELIBERATE, opens_at=clock.now(), closes_at=clock.now() + DAY
        )
        return process

    found: Process = s.once("talk.without question", make)
    return found
