"""The words that people agree to when they say yes to hearing more."""

from __future__ import annotations

from django.utils.translation import gettext as _


def consent_wording(name: str) -> str:
    """What the tick box says, and what is stored with the consent."""
    return _("%(name)s may e-mail me about the next step in this campaign. I can stop this with one click.") % {
        "name": name
    }
