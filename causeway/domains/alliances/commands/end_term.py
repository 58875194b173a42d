"""End a term of office early."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import Body, body_of, owner
from causeway.domains.alliances.commands.rows import store
from causeway.domains.alliances.models import Office, Term
from causeway.domains.alliances.policies import may_end_term
from causeway.domains.alliances.standing import terms_now
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid

LEADING = frozenset({Office.Role.COORDINATOR, Office.Role.OFFICER})


@dataclass(frozen=True, kw_only=True)
class EndTerm(Command[Term]):
    """End a term early, at once, with a reason: by stepping down, or by those who run the body."""

    term_id: int
    reason: str


@performs(
    EndTerm,
    policy=may_end_term,
    says="ended a term as {title} of “{body}” early",
    finds=locked(Term, "term_id"),
)
def end_term(_actor: Actor, command: EndTerm, term: Term) -> Done[Term]:
    body = _lock_body(term)
    if term.ended_on or (term.ends_on and term.ends_on < clock.today()):
        raise Conflict(_("This term is over already."))
    if not command.reason.strip():
        raise Invalid(reason=_("Enter a reason. It stays with the term in the list of offices."))
    if term.office.role in LEADING and not _others_lead(term):
        raise Conflict(_("Nobody else leads here. Appoint somebody first, so that it is not left without anyone."))
    term.ended_on = clock.today()
    term.end_reason = command.reason.strip()
    store(term)
    return Done(term, scope=body.pk, about=term.office_id, named={"title": term.office.title, "body": body.name})


def _lock_body(term: Term) -> Body:
    """The term's body, locked, so that two cannot end the last two terms at once."""
    body = body_of(term.office)
    return type(body)._default_manager.select_for_update(no_key=True).get(pk=body.pk)


def _others_lead(term: Term) -> bool:
    body = body_of(term.office)
    others = terms_now().filter(office__role=term.office.role, person__is_active=True).exclude(person_id=term.person_id)
    return others.filter(**{f"office__{name}": row for name, row in owner(body).items()}).exists()
