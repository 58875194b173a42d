"""The words on a sheet of paper: what signers agree to, and who keeps what they write."""

from __future__ import annotations

from django.utils.translation import gettext as _

from causeway.domains.petitions.models import Petition


def show_name() -> str:
    """What box A means."""
    return _("My name may be handed in with this petition. Without a tick I am counted, and not named.")


def news() -> str:
    """What box B means; stored with the consent."""
    return _("Send me news of this petition by e-mail. I can stop it at any time.")


def data_notice(petition: Petition, page_address: str) -> list[tuple[str, str]]:
    """Questions that a careful signer asks before writing down a name, each with its answer."""
    alliance = petition.campaign.alliance.name
    return [
        (
            _("Who keeps this?"),
            _("%(alliance)s. By signing you agree that it keeps what you write here, which shows an opinion of yours.")
            % {"alliance": alliance},
        ),
        (
            _("What for?"),
            _("To count you once, to hand the petition in, and for what you tick. Nothing else. It is never sold."),
        ),
        (
            _("How long?"),
            _("The paper is destroyed once the petition is handed in; the typed copy a year after it closes."),
        ),
        (
            _("Changed your mind?"),
            _("Tell whoever gave you the sheet, or write to us from %(page)s, and your line is taken out.")
            % {"page": page_address},
        ),
    ]
