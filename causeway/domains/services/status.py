"""What a service's status follows from. Unpublished threats never show in it."""

from __future__ import annotations

from causeway.domains.services.models import Service, Threat
from causeway.kernel import clock


def status_by_threats(service: Service) -> str:
    """Under threat while a published threat is open; saved if the last one was stopped; else open."""
    published = Threat.objects.filter(service=service, is_public=True)
    if published.filter(closed_on=None).exists():
        return Service.Status.THREATENED
    last = published.exclude(closed_on=None).order_by("-closed_on", "-recorded_on").first()
    return Service.Status.SAVED if last and last.outcome == Threat.Outcome.STOPPED else Service.Status.OPEN


def settle_status(service: Service) -> None:
    """Bring the status of a service that is not closed in step with its published threats."""
    if service.status == Service.Status.CLOSED:
        return
    settled = status_by_threats(service)
    if settled != service.status:
        service.status = settled
        service.changed_at = clock.now()
        service.save(update_fields=["status", "changed_at"])
