"""What this room does when a large directory of services was brought, and when it was accepted."""

from __future__ import annotations

from causeway.domains.services.commands.read_received_feed import ReadReceivedFeed
from causeway.domains.services.events import ServicesAccepted, ServicesFeedReceived
from causeway.domains.services.in_parts import take_in_to_the_end
from causeway.domains.services.queries.register import is_being_taken_in
from causeway.kernel.actors import System
from causeway.kernel.perform import perform


def read_received_feed(event: ServicesFeedReceived) -> None:
    """Read it in a job, however long it takes."""
    perform(System("a large directory of services was brought"), ReadReceivedFeed(reading_id=event.reading_id))


def take_in_accepted_feed(event: ServicesAccepted) -> None:
    """Take it in, part by part; one that is through already is nothing to do."""
    if is_being_taken_in(event.reading_id):
        take_in_to_the_end(System("a large directory of services was accepted"), event.reading_id)
