"""End the term of somebody whose account was erased."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import body_of
from causeway.domains.alliances.models import Term
from causeway.domains.alliances.policies import only_the_system
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class VacateOffice(Command[None]):
    """End a term because its holder is gone, even where nobody else leads: the trail says so to those who stay."""

    term_id: int


@performs(
    VacateOffice,
    policy=only_the_system,
    says="ended a term as {title} of “{body}”: the account of its holder was erased",
    finds=locked(Term, "term_id"),
)
def vacate_office(_actor: Actor, _command: VacateOffice, term: Term) -> Done[None]:
    term.shown_publicly = False
    if term.ended_on is None and (term.ends_on is None or term.ends_on >= clock.today()):
        term.ended_on = clock.today()
        term.end_reason = _("The holder’s account was erased.")
    term.save(update_fields=["shown_publicly", "ended_on", "end_reason"])
    body = body_of(term.office)
    return Done(None, scope=body.pk, about=term.office_id, named={"title": term.office.title, "body": body.name})
