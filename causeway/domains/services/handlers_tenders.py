"""What this room does when tender notices came in."""

from __future__ import annotations

from causeway.domains.services.commands.read_tender_package import ReadTenderPackage
from causeway.domains.services.events import TenderPackageReceived
from causeway.kernel.actors import System
from causeway.kernel.perform import perform


def read_received_package(event: TenderPackageReceived) -> None:
    """Read it in a job, however long it takes."""
    perform(System("a package of tender notices came in"), ReadTenderPackage(package_id=event.package_id))
