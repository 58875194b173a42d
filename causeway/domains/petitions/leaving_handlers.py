"""What this room does when a person leaves or hides."""

from __future__ import annotations

from causeway.domains.people.events import PersonErased, PersonHidden
from causeway.domains.people.leaving import traces_of_hidden, traces_of_leaver
from causeway.domains.petitions.commands.forget_signer import ForgetSigner
from causeway.domains.petitions.commands.hide_signer import HideSigner
from causeway.kernel.actors import System
from causeway.kernel.perform import perform


def forget(event: PersonErased) -> None:
    """What was signed with the address is withdrawn."""
    traces = traces_of_leaver(event.person_id)
    if traces:
        job = System(reason="A person’s account was erased.")
        perform(job, ForgetSigner(person_id=traces.person_id, email=traces.email))


def hide(event: PersonHidden) -> None:
    """No petition shows the name any more."""
    traces = traces_of_hidden(event.person_id)
    if traces:
        job = System(reason="A person asked to be hidden.")
        perform(job, HideSigner(person_id=traces.person_id, email=traces.email))
