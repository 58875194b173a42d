"""What this room adds to the pages of campaigns and alliances."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Alliance
from causeway.domains.campaigns.models import Campaign
from causeway.domains.campaigns.standing import runs
from causeway.domains.campaigns.timeline import Entry, Lane
from causeway.domains.petitions import queries
from causeway.domains.petitions.models import Petition
from causeway.kernel.actors import Actor
from causeway.kernel.panels import Panel


def petitions_of_campaign(actor: Actor, campaign: Campaign) -> Panel | None:
    """The campaign's petitions with their totals, and for those who run it the way to start one."""
    petitions = queries.petitions_of(actor, campaign.pk)
    runs_it = runs(actor, campaign)
    if not petitions and not runs_it:
        return None
    context = {"petitions": petitions, "campaign": campaign if runs_it else None}
    return Panel("petitions/_campaign_panel.html", context, entries=[*_dated(petitions)])


def _dated(petitions: list[Petition]) -> Iterator[Entry]:
    """What the campaign's timeline shows of them: signing that began, and every answer with its source.

    That a petition was handed in stands there already, as an action of the campaign.
    """
    for petition in petitions:
        address = reverse("petitions:petition", args=[petition.slug])
        if petition.opened_at:
            began = timezone.localdate(petition.opened_at)
            yield Entry(began, Lane.RESULT, _("Signing began"), petition.title, address=address)
        for answer in petition.answers:  # type: ignore[attr-defined]
            yield Entry(
                date.fromisoformat(answer["on"]),
                Lane.RESULT,
                _("Petition answered"),
                f"{answer['by']}: {Truncator(answer['text']).words(40)}",
                source=answer["source"],
                source_url=answer["source_url"],
                address=reverse("petitions:hand_in", args=[answer["hand_in"]]),
            )


def petitions_at_work(actor: Actor, campaign: Campaign) -> Panel | None:
    """For those who take part: how the petitions stand, their paper sheets, and for those who run them the tools."""
    petitions = queries.petitions_of(actor, campaign.pk)
    context = {"petitions": petitions, "campaign": campaign if runs(actor, campaign) else None}
    return Panel("petitions/_members_panel.html", context)


def petitions_of_alliance(actor: Actor, alliance: Alliance) -> Panel | None:
    """The petitions and open letters that an alliance's campaigns run now, with their totals."""
    petitions = queries.open_petitions_of_alliance(actor, alliance.pk)
    return Panel("petitions/_alliance_panel.html", {"petitions": petitions}) if petitions else None
