"""The rows of this room."""

from __future__ import annotations

from causeway.domains.petitions.models.contact import Delivery, Export, Update
from causeway.domains.petitions.models.petitions import Correction, Endorsement, Petition, PetitionTally
from causeway.domains.petitions.models.signatures import STANDS, Consent, LetterSent, Signature

__all__ = [
    "STANDS",
    "Consent",
    "Correction",
    "Delivery",
    "Endorsement",
    "Export",
    "LetterSent",
    "Petition",
    "PetitionTally",
    "Signature",
    "Update",
]
