"""Reads of card votes: the roll with its cards and their power, and what was cast."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from causeway.domains.assemblies.card_policies import speaks_for
from causeway.domains.assemblies.cards import cast_of
from causeway.domains.assemblies.course import Stage, stage_of
from causeway.domains.assemblies.models import Ballot, Card, CardVote, Option, Process, Roll
from causeway.kernel.actors import Actor
from causeway.kernel.errors import Missing

MOST_NAMED = 6


@dataclass(frozen=True)
class CardShown:
    """A card on the roll: its part of all votes beside the say that it gives, in hundredths of a per cent."""

    card: Card
    share: str
    banzhaf: str
    shapley: str
    share_width: float
    say_width: float
    note: str
    was_cast: bool
    votes: list[int]
    mandate: str


@dataclass(frozen=True)
class ResultOfCards:
    """The count of a card vote: for each option its votes, the bar's width, and the organisations by heads."""

    lines: list[tuple[str, int, int, int, bool]]
    carried: bool | None
    chosen: str
    ties: list[str]
    cards: int
    split: int
    cast: int
    total: int
    needed: int
    quorate: bool


@dataclass(frozen=True)
class CardVoteShown:
    """Everything that the page of a card vote shows besides what every vote shows."""

    vote: CardVote
    stage: str
    cards: list[CardShown]
    total: int
    cast: int
    sentences: list[str]
    mine: list[Card]
    """The cards that the actor may cast, and are not cast."""
    names: list[str]
    result: ResultOfCards | None
    digest: str


def card_vote_of(process: Process) -> CardVote:
    """The terms of a card vote. Raises Missing."""
    vote = CardVote.objects.filter(process=process).first()
    if vote is None:
        raise Missing
    return vote


def cards_of(vote: CardVote) -> list[Card]:
    """The cards on the roll, the largest first, each with how it was cast."""
    return list(vote.cards.select_related("cast"))


def card_to_cast(actor: Actor, card_id: UUID) -> Card:
    """A card that the actor may speak for. Raises Missing."""
    rows = Card.objects.filter(pk=card_id).select_related("cast", "vote__process__alliance", "vote__process__ballot")
    card = rows.prefetch_related("vote__process__phases", "vote__process__roll__objections").first()
    if card is None or not speaks_for(actor, card):
        raise Missing
    return card


def options_of(ballot: Ballot) -> list[str]:
    """What can be voted for."""
    return list(Option.objects.filter(ballot=ballot).values_list("name", flat=True))


def card_vote_shown(actor: Actor, process: Process) -> CardVoteShown:
    """The page of a card vote. How cards were cast is told once they are counted, to everybody at the same time."""
    vote, ballot = card_vote_of(process), process.ballot
    cards, stage = cards_of(vote), stage_of(process)
    counted = ballot.counted_at is not None
    names = options_of(ballot)
    return CardVoteShown(
        vote=vote,
        stage=stage.name.lower(),
        cards=_with_power(cards, vote.power, counted=counted),
        total=sum(card.votes for card in cards),
        cast=sum(cast_of(card) is not None for card in cards),
        sentences=sentences_of(vote.power) if vote.power else [],
        mine=[card for card in cards if stage is Stage.VOTING and cast_of(card) is None and speaks_for(actor, card)],
        names=names,
        result=_result(ballot, names) if counted else None,
        digest=ballot.digest,
    )


def _with_power(cards: Sequence[Card], power: dict[str, Any] | None, *, counted: bool) -> list[CardShown]:
    members = power["members"] if power else [None] * len(cards)
    largest = max((float(row[key]) for row in members if row for key in ("share", "banzhaf")), default=1) or 1
    return [_shown(card, row, largest, counted=counted) for card, row in zip(cards, members, strict=True)]


def _shown(card: Card, row: dict[str, Any] | None, largest: float, *, counted: bool) -> CardShown:
    cast = cast_of(card)
    told = cast if counted else None
    return CardShown(
        card=card,
        share=_percent(row["share"]) if row else "",
        banzhaf=_percent(row["banzhaf"]) if row else "",
        shapley=_percent(row["shapley"]) if row else "",
        share_width=round(100 * float(row["share"]) / largest, 1) if row else 0,
        say_width=round(100 * float(row["banzhaf"]) / largest, 1) if row else 0,
        note=_note(row) if row else "",
        was_cast=cast is not None,
        votes=list(told.votes) if told else [],
        mandate=told.mandate if told else "",
    )


def _percent(share: str) -> str:
    """A share that is stored cut after six places, as a percentage with one: cut, and never rounded up."""
    whole, _dot, places = share.partition(".")
    digits = whole + f"{places}000000"[:6]
    return f"{int(digits[:-4])}.{digits[-4]}"


def _note(row: dict[str, Any]) -> str:
    if row["wins"]:
        return _("decides alone")
    if row["blocks"]:
        return _("can block alone")
    return _("never decisive") if row["dummy"] else ""


def sentences_of(power: dict[str, Any]) -> list[str]:
    """What the figures say, in plain sentences."""
    members = power["members"]
    deciding = [row["name"] for row in members if row["wins"]]
    blocking = [row["name"] for row in members if row["blocks"] and not row["wins"]]
    never = [row["name"] for row in members if row["dummy"]]
    said = [
        _("To win takes %(quota)s of the votes, which are %(total)s in all, if all are cast for or against.")
        % {"quota": f"{power['quota']:,}", "total": f"{power['total']:,}"}
    ]
    if deciding:
        said.append(_("%(name)s decides alone, whatever all others do.") % {"name": deciding[0]})
    else:
        said.append(_("No organisation decides alone."))
    if blocking:
        said.append(
            ngettext("%(names)s can block alone.", "Each of these can block alone: %(names)s.", len(blocking))
            % {"names": _listed(blocking)}
        )
    elif not deciding:
        said.append(_("No organisation can block alone."))
    if never:
        said.append(
            ngettext(
                "%(names)s is never decisive: with its card or without it, the outcome is the same.",
                "Never decisive, since with their card or without it the outcome is the same: %(names)s.",
                len(never),
            )
            % {"names": _listed(never)}
        )
    return said


def _listed(names: Sequence[str]) -> str:
    if len(names) <= MOST_NAMED:
        return ", ".join(names)
    rest = len(names) - MOST_NAMED
    more = ngettext("%(n)s more", "%(n)s more", rest) % {"n": rest}
    return f"{', '.join(names[:MOST_NAMED])}, {more}"


def _result(ballot: Ballot, names: Sequence[str]) -> ResultOfCards:
    stored: dict[str, Any] = ballot.outcome or {}
    totals, heads = stored["totals"], stored["count"]["heads"]
    largest = max(totals, default=0) or 1
    yes_no = ballot.form == Ballot.Form.YES_NO
    chosen = [names[place] for place in stored["chosen"]]
    return ResultOfCards(
        lines=[
            (name, totals[place], 100 * totals[place] // largest, heads[place], not yes_no and name in chosen)
            for place, name in enumerate(names)
        ],
        carried=stored["chosen"] == [0] if yes_no else None,
        chosen=chosen[0] if chosen and not yes_no else "",
        ties=[names[place] for place in stored["ties"]],
        cards=stored["count"]["cards"],
        split=stored["count"]["split"],
        cast=stored["papers"],
        total=stored["electors"],
        needed=stored["needed"],
        quorate=stored["quorate"],
    )


def card_votes_to_measure() -> list[UUID]:
    """The card votes whose roll is settled and whose power is not measured, for the job that does it."""
    rows = CardVote.objects.filter(
        power__isnull=True, process__roll__settled_at__isnull=False, process__cancelled_on=None
    )
    return list(rows.values_list("pk", flat=True))


def is_card_vote(process: Process) -> bool:
    """Whether organisations vote with cards."""
    return hasattr(process, "roll") and process.roll.rule == Roll.Rule.CARDS
