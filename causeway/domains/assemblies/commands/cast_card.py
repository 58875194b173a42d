"""Cast an organisation’s card."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.card_policies import may_cast_card
from causeway.domains.assemblies.cards import checked_card
from causeway.domains.assemblies.models import Ballot, Card, CardCast, Option
from causeway.domains.assemblies.trail import in_trail
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Missing


@dataclass(frozen=True, kw_only=True)
class CastCard(Command[CardCast]):
    """Cast the card whole, or split where that is allowed: ``votes`` for each option, all of them together.

    ``mandate``: which meeting decided it, and when. Card and mandate are published at the count; it is cast once.
    """

    card_id: UUID
    votes: tuple[int, ...]
    mandate: str


def card_in_hand(command: CastCard) -> Card:
    """The card, with its ballot locked: it is cast before the count or not at all."""
    card = Card.objects.filter(pk=command.card_id).first()
    if card is None:
        raise Missing
    ballot = Ballot.objects.select_for_update(no_key=True).get(pk=card.vote_id)
    card.vote.process = ballot.process
    return card


@performs(
    CastCard,
    policy=may_cast_card,
    says="cast the card of “{organisation}” in “{process}”",
    finds=card_in_hand,
)
def cast_card(actor: Actor, command: CastCard, card: Card) -> Done[CardCast]:
    if CardCast.objects.filter(card=card).exists():
        raise Conflict(_("This card is cast already. It counts once, whoever casts it."))
    options = Option.objects.filter(ballot=card.vote_id).count()
    cast = CardCast.objects.create(
        card=card,
        votes=checked_card(card, card.vote, command.votes, options=options),
        mandate=some_text(command.mandate, "mandate", longest=300),
        cast_by_id=signed_in(actor),
        cast_at=clock.now(),
    )
    return in_trail(card.vote.process, cast, organisation=card.name)
