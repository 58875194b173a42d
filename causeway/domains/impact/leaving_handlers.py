"""What this room does when a person leaves, or hides."""

from __future__ import annotations

from causeway.domains.impact.commands.forget_writer import ForgetWriter
from causeway.domains.people.events import PersonErased, PersonHidden
from causeway.kernel.actors import System
from causeway.kernel.perform import perform


def forget(event: PersonErased) -> None:
    """Their name stands on no check any more."""
    perform(System(reason="A person’s account was erased."), ForgetWriter(person_id=event.person_id))


def hide(event: PersonHidden) -> None:
    """The same: a name that was shown is shown no longer."""
    perform(System(reason="A person asked to be hidden."), ForgetWriter(person_id=event.person_id))
