"""What Harbourside talks about in the demo: a conversation of twenty-four members, two camps, what bridges them."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from causeway.domains.alliances.models import Alliance
from causeway.domains.assemblies.commands.join_conversation import JoinConversation
from causeway.domains.assemblies.commands.set_up_conversation import SetUpConversation
from causeway.domains.assemblies.commands.vote_on_statement import VoteOnStatement
from causeway.domains.assemblies.models import Statement
from causeway.kernel import clock
from causeway.kernel.actors import Member
from causeway.kernel.perform import perform
from causeway.project.demo.cast import Cast
from causeway.project.demo.members import INVENTED, Members, days_ago

AGREE, PASS, DISAGREE = 1, 0, -1
STATEMENTS = (
    # the statement, how users see it, how workers see it
    ("The centre stays open five days a week, whatever else changes.", AGREE, AGREE),
    ("Nobody should have to telephone first to be let in.", AGREE, AGREE),
    ("Those who use the centre and those who work in it should run the kitchen together.", AGREE, AGREE),
    ("The centre should open on Saturdays, even if working hours have to move.", AGREE, DISAGREE),
    ("Volunteers could keep the centre open in the evening.", AGREE, DISAGREE),
    ("Lunch should cost no more than two pounds.", AGREE, PASS),
    ("Volunteers must never take the place of paid posts.", DISAGREE, AGREE),
    ("Every new task needs a new post.", DISAGREE, AGREE),
    ("Nobody should work a shift alone.", PASS, AGREE),
    ("The centre should move to a bigger building.", PASS, PASS),
)


def talk(alliance: Alliance, members: Members, cast: Cast) -> None:
    """Opened five days ago; everybody but Una has voted on most of it."""
    with days_ago(5):
        opens_at = clock.now()
        process = perform(
            cast.coordinator,
            SetUpConversation(
                body_id=alliance.pk,
                title="What should Harbour Street be?",
                about="Before we say what we want, we hear from everybody alike. " + INVENTED,
                why_here="It concerns those who use the centre and those who work in it, and nobody else.",
                question="If Harbour Street stays open: what should be different?",
                statements=tuple(text for text, _users, _workers in STATEMENTS),
                opens_at=opens_at,
                closes_at=opens_at + timedelta(days=14),
            ),
        )
    with days_ago(3):
        for camp, section in enumerate(("users", "workers")):
            for number, member in enumerate((members.users, members.workers)[camp]):
                _speak(member, process.pk, section, camp, number)


def _speak(member: Member, process_id: UUID, section: str, camp: int, number: int) -> None:
    """One member votes as their camp does, but for one statement in seven."""
    voice = perform(member, JoinConversation(process_id=process_id, section=section))
    for statement in Statement.objects.filter(conversation=process_id).order_by("number"):
        _text, *camps = STATEMENTS[statement.number - 1]
        usual = int(camps[camp])
        strays = (number * 3 + statement.number) % 7 == 0
        value = (usual + 2) % 3 - 1 if strays else usual
        perform(member, VoteOnStatement(statement_id=statement.pk, voice_id=voice.pk, value=value))
