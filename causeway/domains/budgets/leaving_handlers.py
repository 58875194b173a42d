"""What this room does when a person leaves, or hides."""

from __future__ import annotations

from causeway.domains.budgets.commands.forget_proposer import ForgetProposer
from causeway.domains.budgets.commands.hide_proposer import HideProposer
from causeway.domains.people.events import PersonErased, PersonHidden
from causeway.kernel.actors import System
from causeway.kernel.perform import perform


def forget(event: PersonErased) -> None:
    """No budget leads to the person any more."""
    perform(System(reason="A person’s account was erased."), ForgetProposer(person_id=event.person_id))


def hide(event: PersonHidden) -> None:
    """The person’s name stands in no budget any more."""
    perform(System(reason="A person asked to be hidden."), HideProposer(person_id=event.person_id))
