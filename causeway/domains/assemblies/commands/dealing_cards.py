"""What settling a roll and counting are where organisations vote with cards."""

from __future__ import annotations

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Affiliation, Declaration
from causeway.domains.assemblies.card_publishing import cards_as_csv
from causeway.domains.assemblies.cards import outcome_of_cards, quota_of_cards, rows_of
from causeway.domains.assemblies.computing import power_of
from causeway.domains.assemblies.models import LEAST_CARD, Ballot, Card, CardVote, Option, Roll
from causeway.domains.assemblies.publishing import digest_of_papers
from causeway.kernel import clock
from causeway.kernel.errors import Conflict

LEAST_CARDS = 2
AT_ONCE = 200_000_000
"""Cards times votes: up to here power is measured within two seconds, and beyond by the worker."""


def deal_cards(roll: Roll) -> None:
    """A card for each affiliated organisation with the members that it declared last; ten at least. Raises Conflict."""
    vote = CardVote.objects.get(process=roll.process_id)
    cards, without = _drawn_up(roll, vote)
    if len(cards) < LEAST_CARDS:
        raise Conflict(
            _(
                "Fewer than two organisations have declared ten members or more. Their officers do that on the page "
                "of the affiliation; then settle the roll."
            )
        )
    Card.objects.filter(vote=vote).delete()
    Card.objects.bulk_create(cards)
    roll.settled_at, roll.electors, roll.by_section = clock.now(), len(cards), {}
    roll.save()
    vote.without_card = without
    weight = len(cards) * sum(card.votes for card in cards)
    vote.power = measured(vote) if weight <= AT_ONCE else None
    vote.save()


def _drawn_up(roll: Roll, vote: CardVote) -> tuple[list[Card], list[str]]:
    standing = Affiliation.objects.filter(alliance=roll.process.alliance_id, until=None)
    cards, without = [], []
    for affiliation in standing.select_related("organisation").order_by("organisation__name", "pk"):
        declared = Declaration.objects.filter(affiliation=affiliation).first()
        if declared is None or declared.members < LEAST_CARD:
            without.append(affiliation.organisation.name)
            continue
        cards.append(
            Card(
                vote=vote,
                organisation=affiliation.organisation,
                name=affiliation.organisation.name,
                section=affiliation.section,
                votes=declared.members,
                declared_on=declared.declared_on,
            )
        )
    return cards, without


def measured(vote: CardVote) -> dict[str, object]:
    """The power of the cards, in the order in which they are shown."""
    cards = list(vote.cards.all())
    votes = [card.votes for card in cards]
    quota = quota_of_cards(vote.process.ballot, sum(votes))
    return power_of([card.name for card in cards], votes, quota)


def count_cards(ballot: Ballot) -> int:
    """Count the cards that were cast, and fix the digest of their list; how many there are."""
    names = list(Option.objects.filter(ballot=ballot).values_list("name", flat=True))
    cards = list(Card.objects.filter(vote=ballot.pk).select_related("cast"))
    cast = rows_of(cards)
    total = sum(card.votes for card in cards)
    ballot.outcome = outcome_of_cards(ballot, cast, options=len(names), total=total).as_json()
    ballot.digest = digest_of_papers(cards_as_csv(names, cards))
    ballot.closed_at = ballot.counted_at = clock.now()
    ballot.save()
    return len(cast)
