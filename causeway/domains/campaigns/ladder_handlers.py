"""What happens after somebody asked for the next step, or served a shift."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from causeway.domains.campaigns.commands.send_next_step import SendNextStep
from causeway.domains.campaigns.facts import NextStepAsked
from causeway.domains.campaigns.ladder_queries import contacts_at, name_of_controller
from causeway.domains.campaigns.ladder_standing import PURPOSE
from causeway.domains.campaigns.letters import letter
from causeway.domains.campaigns.links import site
from causeway.domains.campaigns.models import Ask
from causeway.domains.people.letters import send_with_consent
from causeway.kernel.actors import System
from causeway.kernel.perform import perform


def send_ask(fact: NextStepAsked) -> None:
    """Send an ask in batches. What goes to whom is decided and stored before each batch is sent."""
    ask = Ask.objects.select_related("campaign").filter(pk=fact.ask_id).first()
    if ask is None:
        return
    sender = name_of_controller(ask.controller_id)
    link = site(reverse("events:of_campaign", kwargs={"slug": ask.campaign.slug}))
    finished = False
    while not finished:
        batch = perform(System("a message goes out"), SendNextStep(ask_id=ask.pk))
        for contact in contacts_at(batch.contact_ids):
            greeting = [_("Dear %(name)s,") % {"name": contact.name}] if contact.name else []
            send_with_consent(
                letter(
                    contact.email,
                    ask.subject,
                    [*greeting, ask.message, sender],
                    link=link,
                    link_says=_("See what is on in “%(campaign)s”") % {"campaign": ask.campaign.name},
                    ending=_("You get this because you agreed to hear from %(sender)s.") % {"sender": sender},
                ),
                controller_id=ask.controller_id,
                purpose=PURPOSE,
            )
        finished = batch.finished
