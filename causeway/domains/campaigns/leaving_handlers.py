"""What this room does when a person leaves or hides."""

from __future__ import annotations

from causeway.domains.campaigns.commands.forget_campaigner import ForgetCampaigner
from causeway.domains.campaigns.commands.hide_campaigner import HideCampaigner
from causeway.domains.people.events import PersonErased, PersonHidden
from causeway.domains.people.leaving import traces_of_hidden, traces_of_leaver
from causeway.kernel.actors import System
from causeway.kernel.perform import perform


def forget(event: PersonErased) -> None:
    """Sign-ups, shifts, contacts and steps go."""
    traces = traces_of_leaver(event.person_id)
    if traces:
        job = System(reason="A person’s account was erased.")
        perform(job, ForgetCampaigner(person_id=traces.person_id, email=traces.email))


def hide(event: PersonHidden) -> None:
    """Organisers see “A member” in the place of the name."""
    traces = traces_of_hidden(event.person_id)
    if traces:
        job = System(reason="A person asked to be hidden.")
        perform(job, HideCampaigner(person_id=traces.person_id, email=traces.email))
