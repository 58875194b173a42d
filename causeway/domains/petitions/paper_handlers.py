"""What follows a hand-in and its answer, in jobs of the worker."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from causeway.domains.campaigns.commands.record_action import RecordAction
from causeway.domains.campaigns.models import Action
from causeway.domains.petitions.events import PetitionHandedIn
from causeway.domains.petitions.handin_queries import hand_in_to_note
from causeway.kernel.actors import System
from causeway.kernel.perform import perform


def note_action(event: PetitionHandedIn) -> None:
    """Put the hand-in among the actions of the campaign, once."""
    hand_in = hand_in_to_note(event.hand_in_id)
    if hand_in is None:
        return
    address = settings.SITE_URL + reverse("petitions:hand_in", kwargs={"hand_in_id": hand_in.pk})
    about = _("%(total)s people had signed: %(online)s online and %(paper)s on paper.") % {
        "total": hand_in.total,
        "online": hand_in.online,
        "paper": hand_in.on_paper,
    }
    perform(
        System(reason="a petition was handed in"),
        RecordAction(
            campaign_id=event.campaign_id,
            kind=Action.Kind.HAND_IN,
            title=(_("Handed in: %(petition)s") % {"petition": hand_in.petition.title})[:160],
            starts_on=hand_in.handed_in_on,
            about=about,
            place=hand_in.place,
            links=(address,) if address.startswith("https://") else (),
        ),
    )
