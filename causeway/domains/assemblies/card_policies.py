"""Who may call card votes, and cast cards."""

from __future__ import annotations

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Alliance, Office
from causeway.domains.alliances.standing import holds
from causeway.domains.assemblies.bodies import Body
from causeway.domains.assemblies.course import Stage, stage_of
from causeway.domains.assemblies.models import Card
from causeway.domains.assemblies.policies import CLOSED, may_see_process, may_set_up_process
from causeway.kernel.actors import Actor
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy


def speaks_for(actor: Actor, card: Card) -> bool:
    """Whether the actor is an officer or a delegate of the card's organisation."""
    return holds(actor, Office.Role.OFFICER, Office.Role.DELEGATE, organisation_id=card.organisation_id)


@policy("A coordinator calls a card vote of the organisations in an alliance.")
def may_call_card_vote(actor: Actor, body: Body) -> Verdict:
    if not isinstance(body, Alliance):
        return no(_("Only in an alliance organisations vote with cards."))
    return may_set_up_process(actor, body)


@policy("An officer or a delegate of an organisation casts its card, once, while the vote is open.")
def may_cast_card(actor: Actor, card: Card) -> Verdict:
    process = card.vote.process
    if not speaks_for(actor, card):
        if not may_see_process(actor, process):
            return HIDDEN
        return no(_("Only an officer or a delegate of this organisation casts its card."))
    stage = stage_of(process)
    return YES if stage is Stage.VOTING else no(str(CLOSED[stage]))
