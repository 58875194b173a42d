"""What we hold about a person, room by room: the one table that “download everything” goes through.

A section's function takes the person's identifier and address, and returns one plain dictionary for each thing held.
"""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances import held as alliances
from causeway.domains.alliances.standing import all_alliances
from causeway.domains.assemblies import committee_held as committees
from causeway.domains.assemblies import conversation_held as conversations
from causeway.domains.assemblies import held as assemblies
from causeway.domains.assemblies import mandate_held as mandates
from causeway.domains.assemblies import motion_held as assemblies_motions
from causeway.domains.assemblies import recall_held as recalls
from causeway.domains.budgets import held as budgets
from causeway.domains.campaigns import held as campaigns
from causeway.domains.impact import held as impact
from causeway.domains.people import held as people
from causeway.domains.people.sections import Section
from causeway.domains.petitions import held as petitions
from causeway.domains.services import held as services

SECTIONS: tuple[Section, ...] = (
    Section("account", _("Your account"), people.account),
    Section("sign-in", _("How you sign in"), people.ways_to_sign_in),
    Section("consents", _("What you agreed to"), people.consents),
    Section("requests", _("What you asked about your data"), people.requests),
    Section("memberships", _("Your organisations"), alliances.memberships),
    Section("offices", _("Your offices"), alliances.offices),
    Section("meetings", _("Your answers to invitations to meetings"), alliances.replies),
    Section("meetings-calendar", _("Your calendar address for meetings"), alliances.calendar_address),
    Section("tip-offs", _("Your part in handling tip-offs"), services.handling),
    Section("tender-notices", _("Tender notices that you decided on"), services.decided_notices),
    Section("organising", _("Campaigns that you help to organise"), campaigns.organising),
    Section("sign-ups", _("Events that you signed up for"), campaigns.sign_ups),
    Section("shifts", _("Your shifts"), campaigns.shifts),
    Section("ladder", _("Steps that you took in campaigns"), campaigns.ladder),
    Section("signatures", _("What you signed"), petitions.signatures),
    Section("sheets", _("Sheets of paper"), petitions.paper),
    Section("votes", _("Votes in which you have a part"), assemblies.votes),
    Section("nominations", _("Elections in which you stood"), assemblies.nominations),
    Section("counts", _("Hands that you counted"), assemblies.counts),
    Section("places", _("Your places on committees"), committees.places),
    Section("recalls", _("Recalls in which you have a part"), recalls.recalls),
    Section("post", _("Votes by post"), assemblies.by_post),
    Section("cards", _("Cards that you cast for organisations"), assemblies.cards),
    Section("hustings", _("What you asked and answered before elections"), mandates.hustings),
    Section("reports", _("What you reported from committees, and asked about reports"), mandates.reports),
    Section("objections", _("What you objected to rolls"), assemblies.objections),
    Section("motions", _("What you moved and seconded"), assemblies_motions.motions),
    Section("mediations", _("Mediations in which you wrote"), assemblies_motions.mediations),
    Section("needs", _("Needs that you wrote down for budgets"), budgets.needs),
    Section("budget-proposals", _("What you proposed and sponsor in budgets"), budgets.proposals),
    Section("costings", _("What you costed in budgets"), budgets.costings),
    Section("opinions", _("Conversations in which you took part"), conversations.opinions),
    Section("looking-after", _("Conversations that you looked after"), conversations.looking_after),
    Section("written", _("What you wrote for petitions"), petitions.written),
    Section("impact", _("Impact checks that you put your name to"), impact.written),
    Section("trail", _("What you did here"), people.trail),
)


def bodies() -> list[tuple[UUID, str]]:
    """The bodies that a staff session can be about, by name."""
    return list(all_alliances().order_by("name").values_list("pk", "name"))
