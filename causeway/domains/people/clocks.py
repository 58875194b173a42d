"""The moment at which a request about somebody's data begins to run."""

from __future__ import annotations

from django.utils import timezone

from causeway.domains.people.deadlines import ACKNOWLEDGE_WITHIN, MONTHS, months_after
from causeway.domains.people.models import RightsRequest
from causeway.kernel import clock


def start_clock(request: RightsRequest) -> None:
    """Note the receipt and what follows from it; the caller saves the row."""
    day = timezone.localdate(clock.now())
    request.state = RightsRequest.State.OPEN
    request.received_at = clock.now()
    request.acknowledge_by = day + ACKNOWLEDGE_WITHIN
    request.answer_by = months_after(day, MONTHS)
