"""What this room does when a person leaves."""

from __future__ import annotations

from causeway.domains.people.events import PersonErased
from causeway.domains.services.commands.forget_handler import ForgetHandler
from causeway.kernel.actors import System
from causeway.kernel.perform import perform


def forget(event: PersonErased) -> None:
    """Their keys for tip-offs go."""
    perform(System(reason="A person’s account was erased."), ForgetHandler(person_id=event.person_id))
