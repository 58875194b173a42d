"""Who may do what with rotas, shifts and turns."""

from __future__ import annotations

from typing import Any

from causeway.domains.campaigns.models import Rota, Shift, Turn
from causeway.domains.campaigns.rota_queries import visible_rotas
from causeway.domains.campaigns.standing import runs, takes_part
from causeway.kernel.actors import Actor, Bearer, Member
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy, sees

REMINDERS_LINK = "reminders"

may_see_rota = sees("Those who take part in a campaign see its rotas.", visible_rotas)


def rota_of(subject: Rota | Shift | Turn) -> Rota:
    """The rota that a row belongs to, or the rota itself."""
    match subject:
        case Turn():
            return subject.shift.rota
        case Shift():
            return subject.rota
    return subject


@policy("Whoever runs the campaign runs its rotas, and asks people to take shifts; they decide themselves.")
def may_run_rota(actor: Actor, subject: Rota | Shift | Turn) -> Verdict:
    campaign = rota_of(subject).campaign
    if runs(actor, campaign):
        return YES
    if takes_part(actor, campaign):
        return no("Only an organiser of this campaign can do this. Ask one of them.")
    return HIDDEN


@policy("Those who take part in a campaign take its shifts.")
def may_take_shift(actor: Actor, shift: Shift) -> Verdict:
    return YES if takes_part(actor, shift.rota.campaign) else HIDDEN


@policy("A turn is its holder’s own: to accept, to hand over and to decline.")
def holds_turn(actor: Actor, turn: Turn) -> Verdict:
    return YES if isinstance(actor, Member) and turn.person_id == actor.person_id else HIDDEN


@policy("A turn is dropped by its holder, or by an organiser of the campaign.")
def may_drop_shift(actor: Actor, turn: Turn) -> Verdict:
    return YES if holds_turn(actor, turn) or runs(actor, turn.shift.rota.campaign) else HIDDEN


@policy("Everybody sets their own reminders, signed in or by the link in a reminder.")
def may_set_reminders(actor: Actor, _subject: Any) -> Verdict:
    match actor:
        case Member():
            return YES
        case Bearer(purpose) if purpose == REMINDERS_LINK:
            return YES
    return no("Sign in first, or use the link in a reminder.")
