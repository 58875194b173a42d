"""What signers agree to: the purposes of their consents, and the words that are shown beside the box and stored."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

ORGANISATION_NEWS = "organisation-news"
ADDRESS_GIVEN = "address-given"


def news_of(petition_id: UUID) -> str:
    """The purpose under which a petition's signers agree to hear how it goes."""
    return f"petition-news-{petition_id.hex}"


def for_updates() -> str:
    """Beside the box for news of the petition."""
    return _("E-mail me news of this petition.")


def for_organisation(name: str) -> str:
    """Beside the box of one organisation."""
    return _("%(organisation)s may e-mail me about its work, through Causeway. It does not get my address.") % {
        "organisation": name
    }


def for_passing_on(name: str) -> str:
    """Beside the button by which a signer hands over the address itself."""
    return _("Give my e-mail address to %(organisation)s, so that it can write to me itself.") % {"organisation": name}
