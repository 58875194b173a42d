"""Who may do what in a mediation, and why not. To everybody else it is as if it were not there."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Organisation
from causeway.domains.alliances.standing import address_index_of, officer_of
from causeway.domains.assemblies.mediation_queries import is_mediator, reads, speaks_in, visible_mediations
from causeway.domains.assemblies.models import Mediation
from causeway.kernel.actors import Actor
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy, sees

may_see_mediation = sees(
    "The officers of the organisations named in a mediation see it, and its mediator; nobody else.", visible_mediations
)


@dataclass(frozen=True)
class InMediation:
    """A mediation, and the organisation for which somebody acts in it; None for the mediator."""

    mediation: Mediation
    organisation: Organisation | None


@policy("An officer asks other organisations, for their own, to talk in private.")
def may_open_mediation(actor: Actor, organisation: Organisation) -> Verdict:
    if organisation in officer_of(actor):
        return YES
    return no(_("Only an officer of an organisation can ask others to talk. Ask one of yours."))


@policy("Officers of the organisations named in a mediation write in it; so does the mediator, once all have agreed.")
def may_write_in_mediation(actor: Actor, subject: InMediation) -> Verdict:
    if subject.organisation is None:
        return YES if is_mediator(actor, subject.mediation) and reads(actor, subject.mediation) else HIDDEN
    return YES if subject.organisation in speaks_in(actor, subject.mediation) else HIDDEN


@policy("Officers of the organisations named in a mediation name its mediator, and agree to them.")
def may_speak_in_mediation(actor: Actor, subject: InMediation) -> Verdict:
    named = subject.organisation is not None and subject.organisation in speaks_in(actor, subject.mediation)
    return YES if named else HIDDEN


@policy("Whoever is named as the mediator, signed in with that address, answers.")
def may_answer_as_mediator(actor: Actor, mediation: Mediation) -> Verdict:
    index = address_index_of(actor)
    if index is None or mediation.mediator_index is None or bytes(mediation.mediator_index) != index:
        return HIDDEN
    return YES


@policy("The organisations named in a mediation, or its mediator, close it with its outcome.")
def may_close_mediation(actor: Actor, mediation: Mediation) -> Verdict:
    return YES if reads(actor, mediation) else HIDDEN
