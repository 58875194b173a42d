"""What the benchmarks act on, made with the real commands."""

from __future__ import annotations

from datetime import timedelta

from causeway.domains.alliances.commands.found_alliance import FoundAlliance
from causeway.domains.campaigns.commands.open_campaign import OpenCampaign
from causeway.domains.people.models import Person
from causeway.domains.petitions.commands.draft_petition import DraftPetition
from causeway.domains.petitions.commands.open_petition import OpenPetition
from causeway.domains.petitions.models import Petition
from causeway.kernel import clock
from causeway.kernel.actors import Member
from causeway.kernel.perform import perform


def open_petition() -> Petition:
    """An open petition of an open campaign, with a coordinator."""
    person = Person.objects.create_user("bench@example.org", display_name="Bea Bench")
    actor = Member(person.pk)
    alliance = perform(actor, FoundAlliance(name="Bench Alliance"))
    campaign = perform(
        actor, OpenCampaign(alliance_id=alliance.pk, name="Save the bench", summary="It stays.", publish=True)
    )
    petition = perform(
        actor,
        DraftPetition(
            campaign_id=campaign.pk,
            title="Save the bench",
            text="Keep it where it is.",
            closes_on=clock.today() + timedelta(days=30),
        ),
    )
    perform(actor, OpenPetition(petition_id=petition.pk))
    return Petition.objects.get(pk=petition.pk)
