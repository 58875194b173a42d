"""What follows when somebody wants letters about votes: their consent is kept where all consents are."""

from __future__ import annotations

from causeway.domains.alliances.standing import name_of_body
from causeway.domains.assemblies.bodies import body_with
from causeway.domains.assemblies.elector_letters import PURPOSE, controller_of, wording_for
from causeway.domains.assemblies.letter_events import VoteLettersChosen
from causeway.domains.people.addresses import index_of_address
from causeway.domains.people.commands.give_consent import GiveConsent
from causeway.domains.people.commands.withdraw_consent import WithdrawConsent
from causeway.domains.people.models import Channel, Person
from causeway.kernel.actors import System
from causeway.kernel.perform import perform

JOB = System(reason="somebody chose whether to get letters about votes")


def keep_wish(event: VoteLettersChosen) -> None:
    """As the platform, so that the trail of the body does not tell who belongs to it."""
    email = Person.objects.filter(pk=event.person_id, is_active=True).values_list("email", flat=True).first()
    body = body_with(event.body_id)
    if not email or body is None:
        return
    controller = controller_of(body)
    if not event.wanted:
        perform(
            JOB,
            WithdrawConsent(
                subject_index=index_of_address(email), controller_id=controller, channel=Channel.EMAIL, purpose=PURPOSE
            ),
        )
        return
    perform(
        JOB,
        GiveConsent(
            email=email,
            controller_id=controller,
            controller_name=name_of_body(controller) or body.name,
            channel=Channel.EMAIL,
            purpose=PURPOSE,
            wording=wording_for(body),
        ),
    )
