"""Large imports, part by part: each part in a transaction of its own, so that others see how far it is.

Whoever is killed in between, or runs it twice, goes on from where the row stands; a part is never taken in twice.
"""

from __future__ import annotations

from uuid import UUID

from causeway.domains.services.commands.read_tender_package import ReadTenderPackage
from causeway.domains.services.commands.take_in_services import TakeInServices
from causeway.domains.services.models import ServiceImport, TenderPackage
from causeway.domains.services.ocds import Package, read_package
from causeway.domains.services.queries.register import reading_as_it_stands
from causeway.domains.services.queries.tenders import body_to_read
from causeway.kernel.actors import System
from causeway.kernel.errors import Conflict, Unreadable
from causeway.kernel.perform import perform


def read_package_to_its_end(actor: System, package_id: UUID) -> TenderPackage:
    """Read a package of tender notices that waits, however large; returns it as it stands then."""
    parsed = _parsed(body_to_read(package_id))
    while True:
        row = perform(actor, ReadTenderPackage(package_id=package_id, parsed=parsed))
        if row.state != TenderPackage.State.QUEUED:
            return row


def take_in_to_the_end(actor: System, reading_id: UUID) -> ServiceImport:
    """Take a directory into the register, however large; returns it as it stands then.

    Raises Conflict where it was decided on already.
    """
    row = perform(actor, TakeInServices(reading_id=reading_id))
    while row.state == ServiceImport.State.TAKING:
        try:
            row = perform(actor, TakeInServices(reading_id=reading_id))
        except Conflict:  # another job took in the last part
            return reading_as_it_stands(reading_id)
    return row


def _parsed(body: bytes) -> Package | None:
    """The package, taken apart once; None where it cannot be, which the command finds too and writes down."""
    try:
        return read_package(body)
    except Unreadable:
        return None
