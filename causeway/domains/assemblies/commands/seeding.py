"""How statements come to stand in a conversation, whoever wrote them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Max
from django.utils.translation import gettext as _

from causeway.domains.assemblies.likeness import plain_words
from causeway.domains.assemblies.models import LONGEST_STATEMENT, Conversation, Statement, Voice
from causeway.domains.assemblies.wording import a_line
from causeway.kernel.errors import Invalid

MOST_STATEMENTS = 1_000
SHORTEST_WORDS = 2


def seed(conversation: Conversation, texts: Iterable[str]) -> list[Statement]:
    """Store statements of those who run the conversation: shown at once, and marked as theirs. Raises Invalid."""
    return [
        store(conversation, text, field="statements", state=Statement.State.IN, seeded=True)
        for text in texts
        if text.strip()
    ]


def store(
    conversation: Conversation,
    text: str,
    *,
    field: str,
    state: str,
    seeded: bool = False,
    author: Voice | None = None,
) -> Statement:
    """Store a statement under the next number; the caller has locked the conversation. Raises Invalid on ``field``."""
    text, words = checked_statement(conversation, text, field)
    known = conversation.statements.aggregate(last=Max("number"), chance=Max("chance"))
    if (known["last"] or 0) >= MOST_STATEMENTS:
        raise Invalid(**{field: _("There are as many statements as a conversation can hold.")})
    return Statement.objects.create(
        conversation=conversation,
        number=(known["last"] or 0) + 1,
        text=text,
        words=words,
        state=state,
        seeded=seeded,
        author=author,
        chance=known["chance"] or 1.0,  # a new one is asked as often as the one that needs votes most
    )


def checked_statement(
    conversation: Conversation, text: str, field: str, *, instead_of: Statement | None = None
) -> tuple[str, str]:
    """A statement in one line, and its plain words. Raises Invalid where it is no statement or stands there already."""
    text = a_line(text, field, longest=LONGEST_STATEMENT)
    words = plain_words(text)
    if len(words.split()) < SHORTEST_WORDS:
        raise Invalid(**{field: _("Write a sentence that one can agree or disagree with.")})
    same = conversation.statements.filter(words=words).first()
    if same is not None and same != instead_of:
        raise Invalid(**{field: _already_there(same)})
    return text, words


def _already_there(same: Statement) -> str:
    if same.state == Statement.State.IN:
        said = _("Somebody has said this already: it is number %(number)s. Vote on it, so that it counts.")
        return said % {"number": same.number}
    if same.state == Statement.State.WAITING:
        return _("Somebody has said this already. It waits to be looked at, and then everybody can vote on it.")
    return _("Somebody has said this in the same words, and it was kept out. Say it in another way.")
