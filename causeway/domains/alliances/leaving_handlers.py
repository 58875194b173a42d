"""What this room does when a person leaves or hides."""

from __future__ import annotations

from causeway.domains.alliances.commands.forget_member import ForgetMember
from causeway.domains.alliances.commands.hide_member import HideMember
from causeway.domains.alliances.commands.vacate_office import VacateOffice
from causeway.domains.alliances.queries.offices import terms_to_vacate
from causeway.domains.people.events import PersonErased, PersonHidden
from causeway.domains.people.leaving import traces_of_hidden, traces_of_leaver
from causeway.kernel.actors import System
from causeway.kernel.perform import perform

GONE = System(reason="A person’s account was erased.")
HIDES = System(reason="A person asked to be hidden.")


def forget(event: PersonErased) -> None:
    """Memberships, replies and offers go; then offices end, each in the trail of its body."""
    traces = traces_of_leaver(event.person_id)
    if traces is None:
        return
    forgetting = ForgetMember(person_id=traces.person_id, email=traces.email, display_name=traces.display_name)
    perform(GONE, forgetting)
    for term_id in terms_to_vacate(event.person_id):
        perform(GONE, VacateOffice(term_id=term_id))


def hide(event: PersonHidden) -> None:
    """No page of this room shows the name any more."""
    if traces_of_hidden(event.person_id):
        perform(HIDES, HideMember(person_id=event.person_id))
