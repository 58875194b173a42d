"""Decide whether two signatures that are alike are one person’s."""

from __future__ import annotations

from dataclasses import dataclass

from causeway.domains.petitions.commands import twins
from causeway.domains.petitions.models import Petition, Resemblance, Signature
from causeway.domains.petitions.paper_policies import may_settle_signature
from causeway.kernel import clock
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Missing
from causeway.kernel.policies import Verdict, policy


@dataclass(frozen=True, kw_only=True)
class DecideResemblance(Command[Resemblance]):
    """Answer the question. “The same” lets one of the two count; it can be changed to “different” later."""

    resemblance_id: int
    same: bool


def locked_pair(command: DecideResemblance) -> Resemblance:
    """The question, with its petition locked against other matching."""
    pair = Resemblance.objects.select_related("one", "other", "petition__campaign").filter(pk=command.resemblance_id)
    resemblance = pair.first()
    if resemblance is None:
        raise Missing
    Petition.objects.select_for_update(no_key=True).get(pk=resemblance.petition_id)
    resemblance.one.refresh_from_db()
    resemblance.other.refresh_from_db()
    return resemblance


@policy("Whoever runs the campaign decides whether two lines are one person’s.")
def may_decide_resemblance(actor: Actor, resemblance: Resemblance) -> Verdict:
    return may_settle_signature(actor, resemblance.one)


@performs(
    DecideResemblance,
    policy=may_decide_resemblance,
    says="decided that two signatures of “{petition}” are {decision}",
    finds=locked_pair,
)
def decide_resemblance(actor: Actor, command: DecideResemblance, resemblance: Resemblance) -> Done[Resemblance]:
    if command.same:
        _join(resemblance)
    back = _part(resemblance) if resemblance.same and not command.same else None
    resemblance.same = command.same
    resemblance.decided_by_id = person_of(actor)
    resemblance.decided_at = clock.now()
    resemblance.save()
    return Done(
        resemblance,
        events=twins.counting_again(back),
        scope=resemblance.petition.campaign.alliance_id,
        about=resemblance.petition_id,
        named={
            "petition": resemblance.petition.title,
            "decision": "one person’s" if command.same else "two people’s",
        },
    )


def _join(resemblance: Resemblance) -> None:
    heads = {one.duplicate_of_id or one.pk for one in (resemblance.one, resemblance.other)}
    first, *rest = twins.in_order(Signature.objects.filter(pk__in=heads))
    for other in rest:
        twins.set_aside(other, for_the_sake_of=first)


def _part(resemblance: Resemblance) -> Signature | None:
    one, other = resemblance.one, resemblance.other
    if other.duplicate_of_id == one.pk:
        return twins.bring_back(other)
    return twins.bring_back(one) if one.duplicate_of_id == other.pk else None
