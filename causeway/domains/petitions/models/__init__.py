"""The rows of this room."""

from __future__ import annotations

from causeway.domains.petitions.models.contact import Delivery, Export, Update
from causeway.domains.petitions.models.handin import Answer, HandIn
from causeway.domains.petitions.models.petitions import Correction, Endorsement, Petition, PetitionTally
from causeway.domains.petitions.models.sheets import Resemblance, Sheet, SheetLine, SheetPhoto
from causeway.domains.petitions.models.signatures import STANDS, ServiceLetter, Signature

__all__ = [
    "STANDS",
    "Answer",
    "Correction",
    "Delivery",
    "Endorsement",
    "Export",
    "HandIn",
    "Petition",
    "PetitionTally",
    "Resemblance",
    "ServiceLetter",
    "Sheet",
    "SheetLine",
    "SheetPhoto",
    "Signature",
    "Update",
]
