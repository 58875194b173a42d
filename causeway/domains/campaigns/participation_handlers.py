"""What happens after an organisation was invited to a campaign, asked to join it, or got its answer: letters."""

from __future__ import annotations

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from causeway.domains.alliances.letters import leaders_of
from causeway.domains.campaigns.events import OrganisationAskedToJoin, OrganisationInvited, RequestToJoinAnswered
from causeway.domains.campaigns.letters import letter, organisers_of
from causeway.domains.campaigns.links import site
from causeway.domains.campaigns.models import Participation
from causeway.kernel.mail import send


def _participation(campaign_id: UUID, organisation_id: UUID) -> Participation | None:
    rows = Participation.objects.select_related("campaign__alliance", "organisation")
    return rows.filter(campaign_id=campaign_id, organisation_id=organisation_id).first()


def _officers_letter() -> str:
    return _("You get this letter because you are an officer of this organisation.")


def ask_invited(event: OrganisationInvited) -> None:
    """Ask the officers of an invited organisation for their answer."""
    row = _participation(event.campaign_id, event.organisation_id)
    if row is None or row.state != Participation.State.INVITED:
        return
    named = {"organisation": row.organisation.name, "campaign": row.campaign.name}
    for address in leaders_of(row.organisation):
        send(
            letter(
                address,
                _("An invitation to “%(campaign)s”") % named,
                [_("“%(organisation)s” is invited to take part in “%(campaign)s”.") % named, row.campaign.summary],
                link=site(reverse("campaigns:join", kwargs={"slug": row.campaign.slug})),
                link_says=_("Answer for your organisation"),
                ending=_officers_letter(),
            )
        )


def tell_organisers_of_request(event: OrganisationAskedToJoin) -> None:
    """Tell those who run a campaign that an organisation asks to join it."""
    row = _participation(event.campaign_id, event.organisation_id)
    if row is None or row.state != Participation.State.ASKED:
        return
    named = {"organisation": row.organisation.name, "campaign": row.campaign.name}
    for address in organisers_of(row.campaign):
        send(
            letter(
                address,
                _("“%(organisation)s” asks to join") % named,
                [_("“%(organisation)s” asks to take part in “%(campaign)s”.") % named],
                link=site(reverse("campaigns:members", kwargs={"slug": row.campaign.slug})),
                link_says=_("Welcome them, or decline"),
                ending=_("You get this letter because you run this campaign."),
            )
        )


def tell_answer(event: RequestToJoinAnswered) -> None:
    """Tell the officers of an organisation that asked whether it was welcomed."""
    row = _participation(event.campaign_id, event.organisation_id)
    if row is None or row.state not in {Participation.State.IN, Participation.State.DECLINED}:
        return
    named = {"organisation": row.organisation.name, "campaign": row.campaign.name}
    is_in = row.state == Participation.State.IN
    sentence = (
        _("“%(organisation)s” takes part in “%(campaign)s” from now on. Welcome.")
        if is_in
        else _("“%(campaign)s” has not taken “%(organisation)s” in. You may ask again.")
    )
    page = "campaigns:members" if is_in else "campaigns:page"
    for address in leaders_of(row.organisation):
        send(
            letter(
                address,
                _("Your request to join “%(campaign)s”") % named,
                [sentence % named],
                link=site(reverse(page, kwargs={"slug": row.campaign.slug})),
                link_says=_("See the members’ page") if is_in else _("See the campaign"),
                ending=_officers_letter(),
            )
        )
