"""Who may do what in a conversation, and why not."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from causeway.domains.assemblies.conversation_course import is_going_on, takes_statements
from causeway.domains.assemblies.conversation_reading import Standing
from causeway.domains.assemblies.conversation_standing import holds, may_have_a_voice, sides_of, voice_of
from causeway.domains.assemblies.models import Code, Conversation, Statement
from causeway.domains.assemblies.policies import may_run_process, may_see_process
from causeway.kernel.actors import Actor
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy


def conversation_of(subject: Any) -> Conversation:
    """The conversation that a row belongs to, or the conversation itself."""
    if isinstance(subject, Conversation):
        return subject
    found: Conversation = subject.table.conversation if hasattr(subject, "table") else subject.conversation
    return found


@policy("Those who may see what a body decides see its conversation; so does whoever has a voice in it.")
def may_see_conversation(actor: Actor, conversation: Conversation) -> Verdict:
    return YES if voice_of(actor, conversation) else may_see_process(actor, conversation.process)


@policy("Members take part; where it is for everybody, anybody with an account. No office gives a voice.")
def may_join_conversation(actor: Actor, conversation: Conversation) -> Verdict:
    if not may_see_conversation(actor, conversation):
        return HIDDEN
    if not may_have_a_voice(actor, conversation):
        return no(_("Members take part here: an office alone gives no voice. Join an organisation first."))
    return YES if is_going_on(conversation) else no(_("The conversation is not open now."))


@policy("Whoever holds a code that nobody has used gets a voice with it while the conversation is open.")
def may_use_code(_actor: Actor, code: Code) -> Verdict:
    conversation = code.sheet.conversation
    if code.sheet.voided_on or not conversation.by_code:
        return no(_("This code is not valid any more. Ask those who run the conversation for another."))
    return YES if is_going_on(conversation) else no(_("The conversation is not open now."))


@policy("Whoever has a voice may vote on statements that are shown while the conversation is open, and change a vote.")
def may_vote_on_statement(actor: Actor, standing: Standing) -> Verdict:
    if not holds(actor, standing.voice_id, standing.holder_index, standing.conversation_id):
        return HIDDEN
    if not standing.is_going_on:
        return no(_("The conversation is not open now."))
    return YES if standing.is_shown else no(_("This statement is not in the conversation."))


@policy("Whoever has a voice may write statements while the conversation is open and takes new ones.")
def may_add_statement(actor: Actor, conversation: Conversation) -> Verdict:
    if voice_of(actor, conversation) is None:
        hidden = not may_see_conversation(actor, conversation)
        return HIDDEN if hidden else no(_("Take part in the conversation first."))
    if takes_statements(conversation):
        return YES
    closed = _("The conversation takes no new statements any more. You can still vote on those that are there.")
    return no(closed if is_going_on(conversation) else _("The conversation is not open now."))


@policy("Whoever wrote a statement may reword it or appeal once it was kept out, while new ones are taken.")
def may_answer_for_statement(actor: Actor, statement: Statement) -> Verdict:
    voice = voice_of(actor, statement.conversation)
    if voice is None or statement.author_id != voice.pk:
        return HIDDEN
    return YES if takes_statements(statement.conversation) else no(_("The conversation takes no statements any more."))


@policy("Those who run the conversation put the first statements in, freeze it, and give out codes.")
def may_run_conversation(actor: Actor, subject: Any) -> Verdict:
    return may_run_process(actor, conversation_of(subject).process)


@policy("Two sides look at statements and type in hands: those who run the conversation, and those whom members sent.")
def may_look_after_conversation(actor: Actor, subject: Any) -> Verdict:
    conversation = conversation_of(subject)
    if sides_of(actor, conversation.process):
        return YES
    if not may_see_conversation(actor, conversation):
        return HIDDEN
    return no(_("Only those who run this conversation, and those whom the organisations sent, can do this."))
