"""Blind indexes of signers: equal people give equal bytes within one petition, and nothing can be read from them.

The petition is part of the context, so that the table alone does not tell that two signatures under two petitions
are the same person's.
"""

from __future__ import annotations

import unicodedata
from uuid import UUID

from causeway.domains.petitions.names import same_name
from causeway.kernel.sealing import blind_index


def of_address(email: str, petition_id: UUID) -> bytes:
    """The index by which a person signs once: of their e-mail address, without regard to case."""
    return blind_index(email.strip().lower(), f"signature.address.{petition_id.hex}")


def of_line(name: str, postcode: str, petition_id: UUID) -> bytes:
    """The index by which a line on paper and a form online are known as one: of name and postcode.

    Case, accents, titles, points and spaces make no difference (``names.same_name``).
    """
    return blind_index(f"{same_name(name)}\0{_plain(postcode)}", f"signature.line.{petition_id.hex}")


def of_postcode(postcode: str, petition_id: UUID) -> bytes:
    """The index by which a petition’s signers at one postcode are found, to see whether two names are alike."""
    return blind_index(_plain(postcode), f"signature.postcode.{petition_id.hex}")


def of_row(signature_id: UUID) -> bytes:
    """An index that belongs to this signature alone: for what a line on paper does not say."""
    return blind_index(signature_id.hex, "signature.row")


def of_letterbox(email: str) -> bytes:
    """The index under which letters to an address are counted for a day, whatever the petition."""
    return blind_index(email.strip().lower(), "letters.address")


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in folded if sign.isalnum())
