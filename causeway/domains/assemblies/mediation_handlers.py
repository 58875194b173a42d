"""Letters about mediations: they say that somebody wants to talk, and neither who nor what about."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from causeway.domains.alliances.letters import leaders_of, write
from causeway.domains.assemblies.events import MediationOpened, MediatorNamed
from causeway.domains.assemblies.models import Mediation


def tell_organisations(event: MediationOpened) -> None:
    """Tell the officers of every organisation that is named."""
    mediation = Mediation.objects.filter(pk=event.mediation_id, closed_on=None).first()
    if mediation is None:
        return
    for party in mediation.parties.select_related("organisation"):
        write(
            leaders_of(party.organisation),
            subject=_("A private talk between organisations"),
            sentence=_("“%(name)s” is asked to talk in private, before a disagreement is public.")
            % {"name": party.organisation.name},
            address=reverse("assemblies:mediation", kwargs={"mediation_id": mediation.pk}),
            link_words=_("Read and answer"),
            why=_("You get this letter because you are an officer of this organisation."),
        )


def ask_mediator(event: MediatorNamed) -> None:
    """Ask whoever was named to mediate."""
    mediation = Mediation.objects.filter(pk=event.mediation_id, closed_on=None, mediator=None).first()
    if mediation is None or not mediation.mediator_email:
        return
    write(
        [mediation.mediator_email],
        subject=_("Would you mediate between organisations?"),
        sentence=_("Organisations that disagree ask you to help them talk. Sign in with this address to answer."),
        address=reverse("assemblies:mediation", kwargs={"mediation_id": mediation.pk}),
        link_words=_("See who asks, and answer"),
        why=_(
            "You get this letter because one of the organisations named you. It keeps your address until you answer."
        ),
    )
