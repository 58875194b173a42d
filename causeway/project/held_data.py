"""What we hold about a person, room by room: the one table that “download everything” goes through.

A section's function takes the person's identifier and address, and returns one plain dictionary for each thing held.
"""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.standing import all_alliances
from causeway.domains.people import held as people
from causeway.domains.people.sections import Section

SECTIONS: tuple[Section, ...] = (
    Section("account", _("Your account"), people.account),
    Section("sign-in", _("How you sign in"), people.ways_to_sign_in),
    Section("consents", _("What you agreed to"), people.consents),
    Section("requests", _("What you asked about your data"), people.requests),
    Section("trail", _("What you did here"), people.trail),
)


def bodies() -> list[tuple[UUID, str]]:
    """The bodies that a staff session can be about, by name."""
    return list(all_alliances().order_by("name").values_list("pk", "name"))
