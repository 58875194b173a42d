"""Show one’s name with an office, or hide it."""

from __future__ import annotations

from dataclasses import dataclass

from causeway.domains.alliances.bodies import body_of
from causeway.domains.alliances.models import Term
from causeway.domains.alliances.policies import may_show_name
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class ShowMyName(Command[Term]):
    """Choose whether one's display name stands with one's office on the public page."""

    term_id: int
    shown: bool


@performs(
    ShowMyName,
    policy=may_show_name,
    says="chose whether a name is shown with the office {title} of “{body}”",
    finds=locked(Term, "term_id"),
)
def show_my_name(_actor: Actor, command: ShowMyName, term: Term) -> Done[Term]:
    term.shown_publicly = command.shown
    term.save(update_fields=["shown_publicly"])
    body = body_of(term.office)
    return Done(term, scope=body.pk, about=term.office_id, named={"title": term.office.title, "body": body.name})
