"""Letters that need consent. Every letter that a person did not ask for themselves goes through here."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from causeway.domains.people.links import unsubscribe_url
from causeway.domains.people.models import Channel
from causeway.domains.people.queries import may_contact
from causeway.kernel.mail import Letter, send


def send_with_consent(letter: Letter, *, controller_id: UUID, purpose: str) -> bool:
    """Send the letter if its reader agreed to hear from that organisation or alliance for that purpose.

    Adds the headers by which one click stops such letters, and ``letter.unsubscribe_url`` for the text. Returns
    whether it was sent. Call it from an event's handler or a job, as ``kernel.mail.send``.
    """
    if not may_contact(letter.to, controller_id, Channel.EMAIL, purpose):
        return False
    send(replace(letter, unsubscribe_url=unsubscribe_url(letter.to, controller_id, Channel.EMAIL, purpose)))
    return True
