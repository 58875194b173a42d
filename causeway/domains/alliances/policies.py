"""Who may do what in alliances and organisations."""

from __future__ import annotations

from typing import Any

from causeway.domains.alliances.models import Alliance, Organisation
from causeway.domains.alliances.standing import coordinates, is_officer_of, is_signed_in
from causeway.kernel.actors import Actor
from causeway.kernel.policies import YES, Verdict, no, policy


@policy("Anyone with an account may found an alliance, and becomes its first coordinator.")
def may_found_alliance(actor: Actor, _subject: Any) -> Verdict:
    return YES if is_signed_in(actor) else no("Sign in first: an alliance needs a coordinator with an account.")


@policy("Anyone with an account may register an organisation, and becomes its first officer.")
def may_register_organisation(actor: Actor, _subject: Any) -> Verdict:
    return YES if is_signed_in(actor) else no("Sign in first: an organisation needs an officer with an account.")


@policy("A coordinator of the alliance may record that an organisation has affiliated.")
def may_affiliate_organisation(actor: Actor, alliance: Alliance) -> Verdict:
    if coordinates(actor, alliance.pk):
        return YES
    return no("Only a coordinator of this alliance can record an affiliation. Ask one of them.")


@policy("Anyone with an account may join an organisation that takes part here.")
def may_join_organisation(actor: Actor, _organisation: Organisation) -> Verdict:
    return YES if is_signed_in(actor) else no("Sign in first, then you can join.")


@policy("A coordinator appoints to the offices of an alliance; an officer to those of an organisation.")
def may_appoint(actor: Actor, body: Alliance | Organisation) -> Verdict:
    allowed = coordinates(actor, body.pk) if isinstance(body, Alliance) else is_officer_of(actor, body.pk)
    return YES if allowed else no("Only those who already hold this trust can give it to somebody else.")
