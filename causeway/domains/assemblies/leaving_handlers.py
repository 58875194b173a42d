"""What this room does when a person leaves."""

from __future__ import annotations

from causeway.domains.assemblies.commands.forget_elector import ForgetElector
from causeway.domains.assemblies.commands.forget_teller import ForgetTeller
from causeway.domains.assemblies.commands.forget_voices import ForgetVoices
from causeway.domains.people.events import PersonErased
from causeway.kernel.actors import System
from causeway.kernel.perform import perform


def forget(event: PersonErased) -> None:
    """No roll, no count and no voice leads to the person any more."""
    erased = System(reason="A person’s account was erased.")
    perform(erased, ForgetElector(person_id=event.person_id))
    perform(erased, ForgetTeller(person_id=event.person_id))
    perform(erased, ForgetVoices(person_id=event.person_id))
