"""The words that signers agree to: shown on the form, and stored with the consent."""

from __future__ import annotations

from django.utils.translation import gettext as _

from causeway.domains.petitions.models import Consent


def of_consent(kind: str, organisation_name: str = "") -> str:
    """What stands beside the box for one kind of consent."""
    match kind:
        case Consent.Kind.UPDATES:
            return _("E-mail me news of this petition.")
        case Consent.Kind.EMAIL:
            return _("%(organisation)s may e-mail me about its work, through Causeway. It does not get my address.") % {
                "organisation": organisation_name
            }
        case _kind:
            return _("Give my e-mail address to %(organisation)s, so that it can write to me itself.") % {
                "organisation": organisation_name
            }
