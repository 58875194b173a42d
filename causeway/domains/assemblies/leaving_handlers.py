"""What this room does when a person leaves."""

from __future__ import annotations

from causeway.domains.assemblies.commands.forget_elector import ForgetElector
from causeway.domains.assemblies.commands.forget_teller import ForgetTeller
from causeway.domains.people.events import PersonErased
from causeway.kernel.actors import System
from causeway.kernel.perform import perform


def forget(event: PersonErased) -> None:
    """No roll leads to the person any more."""
    perform(System(reason="A person’s account was erased."), ForgetElector(person_id=event.person_id))
    perform(System(reason="A person’s account was erased."), ForgetTeller(person_id=event.person_id))
