"""What follows a hand-in, or the loss of a sheet, in jobs of the worker."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from causeway.domains.campaigns.commands.record_action import RecordAction
from causeway.domains.campaigns.letters import letter, organisers_of
from causeway.domains.campaigns.models import Action
from causeway.domains.petitions.events import PetitionHandedIn, SheetLost
from causeway.domains.petitions.handin_queries import hand_in_to_note
from causeway.domains.petitions.sheet_queries import lost_sheet
from causeway.kernel.actors import System
from causeway.kernel.mail import send
from causeway.kernel.perform import perform


def note_action(event: PetitionHandedIn) -> None:
    """Put the hand-in among the actions of the campaign, once."""
    hand_in = hand_in_to_note(event.hand_in_id)
    if hand_in is None:
        return
    address = settings.SITE_URL + reverse("petitions:hand_in", kwargs={"hand_in_id": hand_in.pk})
    about = ngettext(
        "%(total)s person had signed: %(online)s online and %(paper)s on paper.",
        "%(total)s people had signed: %(online)s online and %(paper)s on paper.",
        hand_in.total,
    ) % {
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


def tell_of_lost_sheet(event: SheetLost) -> None:
    """Tell those who run the campaign that a paper with names on it is gone: a duty, so nobody can unsubscribe."""
    sheet = lost_sheet(event.sheet_id)
    if sheet is None:
        return
    address = settings.SITE_URL + reverse("petitions:sheet", kwargs={"sheet_id": sheet.pk})
    told = {"code": sheet.code, "petition": sheet.petition.title}
    for organiser in organisers_of(sheet.petition.campaign):
        send(
            letter(
                organiser,
                _("A petition sheet is lost: %(code)s") % told,
                [
                    _("Somebody said that sheet %(code)s of “%(petition)s” cannot be found.") % told,
                    _("Names, postcodes and e-mail addresses may stand on it. Its page says what to do now."),
                ],
                link=address,
                link_says=_("See the sheet"),
                ending=_("You get this letter because you run the campaign."),
            )
        )
