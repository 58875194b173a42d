"""Who may do what with events and sign-ups."""

from __future__ import annotations

from typing import Any

from causeway.domains.campaigns.event_queries import visible_events
from causeway.domains.campaigns.models import Event, SignUp
from causeway.domains.campaigns.standing import runs
from causeway.kernel.actors import Actor, Bearer, Member, System
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy, sees

SIGN_UP_LINK = "sign-up"

may_see_event = sees(
    "Everybody may see a public event; those who take part in the campaign see its other events too.", visible_events
)


@policy("Whoever runs the campaign runs its events.")
def may_run_event(actor: Actor, event: Event) -> Verdict:
    if runs(actor, event.campaign):
        return YES
    if not may_see_event(actor, event):
        return HIDDEN
    return no("Only an organiser of this campaign can do this. Ask one of them.")


@policy("Whoever may see an event may sign up for it, with or without an account.")
def may_sign_up(actor: Actor, event: Event) -> Verdict:
    return may_see_event(actor, event)


@policy("A sign-up is changed by the person whose account it is, or by whoever holds the link from the letter.")
def holds_sign_up(actor: Actor, sign_up: SignUp) -> Verdict:
    match actor:
        case Bearer(purpose, subject_id) if purpose == SIGN_UP_LINK and subject_id == sign_up.pk:
            return YES
        case Member(person_id) if sign_up.person_id == person_id:
            return YES
    return HIDDEN


@policy("Anyone with an account may keep a private calendar address.")
def may_keep_a_calendar(actor: Actor, _subject: Any) -> Verdict:
    return YES if isinstance(actor, Member) else no("Sign in first: the calendar shows your own shifts and events.")


@policy("Only Causeway itself does this, by the clock.")
def is_the_system(actor: Actor, _subject: Any) -> Verdict:
    return YES if isinstance(actor, System) else no("Causeway does this by itself, by the clock.")
