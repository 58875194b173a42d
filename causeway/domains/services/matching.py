"""How well a tender notice fits a service in the register, and why: points that anybody can add up.

======  ==========================================================================================================
points  for
======  ==========================================================================================================
    40  the buyer commissions or provides the service (same identifier or same name), or is a buyer that you watch
    20  a place of the service, the alliance or the feed is named in the notice
    25  the notice's CPV code stands for a kind of service that the service's own words show, or is a code you watch
    10  each word of the service's name that the notice uses (as a stem, without everyday words), up to 30
     5  each further word of its description that the notice uses, within the same 30
======  ==========================================================================================================

A notice is offered from 60 points on: so words alone, or a kind alone, never offer what is bought elsewhere. Equal
scores go to the service whose name comes first. Nothing is random and nothing learns.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from causeway.domains.services.cpv import kind_of
from causeway.domains.services.ocds.releases import plain_name

OFFER_FROM = 60
SAME_BUYER, SAME_PLACE, SAME_KIND = 40, 20, 25
NAME_WORD, OTHER_WORD, MOST_FOR_WORDS = 10, 5, 30

EVERYDAY_STEMS = """
service provid provis contract tender suppli supplier support work council local public requir procur framework commiss
manag includ area year new need use peopl deliv deliveri author borough citi counti district nhs trust team offer open
staff person week month uk england wale scotland
"""
EVERYDAY = frozenset(EVERYDAY_STEMS.split())


@dataclass(frozen=True)
class Reason:
    """Why points were given: a code for the sentence, what it is about, and how many points."""

    why: str
    what: str
    points: int


COMPARED = ("buyer", "place", "kind", "words")
WHAT_FITS = {
    "buyer": "buyer",
    "watched_buyer": "buyer",
    "place": "place",
    "cpv": "kind",
    "watched_cpv": "kind",
    "words": "words",
}


def what_fits(reasons: Iterable[str]) -> tuple[str, ...]:
    """Of the four things that are compared, those that fit, from the codes of the reasons."""
    found = {WHAT_FITS[why] for why in reasons}
    return tuple(part for part in COMPARED if part in found)


@dataclass(frozen=True)
class Match:
    """The service that fits best (None where only what a feed watches fits), the score and its reasons."""

    service_id: UUID | None = None
    score: int = 0
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class KnownService:
    """A service as it is compared: its bodies' keys and names, and its words by stem."""

    service_id: UUID
    name: str
    bodies: frozenset[str]
    name_stems: Mapping[str, str]
    other_stems: Mapping[str, str]
    places: tuple[str, ...]

    @property
    def stems(self) -> set[str]:
        return {*self.name_stems, *self.other_stems}


@dataclass(frozen=True)
class Watched:
    """What the alliance's feeds watch for."""

    buyers: frozenset[str] = frozenset()
    cpv: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class NoticeWords:
    """A notice as it is compared."""

    buyer_key: str
    buyer_name: str
    cpv: tuple[str, ...]
    text: str  # buyer, title, description and places, in plain letters between spaces
    stems: frozenset[str]
    kind_stems: Mapping[str, frozenset[str]] = field(default_factory=dict)


def best_match(notice: NoticeWords, services: Iterable[KnownService], watched: Watched) -> Match:
    """The best of all: deterministic, and explained by its reasons."""
    alone = _watched_reasons(notice, watched)
    best = Match(None, sum(reason.points for reason in alone), tuple(alone))
    for service in services:
        reasons = _reasons(notice, service, watched)
        score = sum(reason.points for reason in reasons)
        if score > best.score or (score == best.score and score and best.service_id is None):
            best = Match(service.service_id, score, tuple(reasons))
    return best


def _watched_reasons(notice: NoticeWords, watched: Watched) -> list[Reason]:
    reasons = []
    if _is_buyer(notice, watched.buyers):
        reasons.append(Reason("watched_buyer", notice.buyer_name, SAME_BUYER))
    place = _named(notice.text, watched.places)
    if place:
        reasons.append(Reason("place", place, SAME_PLACE))
    code = next((code for code in notice.cpv for prefix in watched.cpv if code.startswith(prefix)), "")
    if code:
        kind = kind_of(code)
        reasons.append(Reason("watched_cpv", f"{code} {kind.label if kind else ''}".strip(), SAME_KIND))
    return reasons


def _reasons(notice: NoticeWords, service: KnownService, watched: Watched) -> list[Reason]:
    reasons = []
    if _is_buyer(notice, service.bodies):
        reasons.append(Reason("buyer", notice.buyer_name, SAME_BUYER))
    elif _is_buyer(notice, watched.buyers):
        reasons.append(Reason("watched_buyer", notice.buyer_name, SAME_BUYER))
    place = _named(notice.text, (*service.places, *watched.places))
    if place:
        reasons.append(Reason("place", place, SAME_PLACE))
    kind = next((code for code in notice.cpv if notice.kind_stems.get(code, frozenset()) & service.stems), "")
    if kind:
        named = kind_of(kind)
        reasons.append(Reason("cpv", f"{kind} {named.label if named else ''}".strip(), SAME_KIND))
    name_hits = sorted(notice.stems & set(service.name_stems))
    other_hits = sorted(notice.stems & set(service.other_stems) - set(service.name_stems))
    points = min(MOST_FOR_WORDS, NAME_WORD * len(name_hits) + OTHER_WORD * len(other_hits))
    if points:
        words = [service.name_stems[stem] for stem in name_hits] + [service.other_stems[stem] for stem in other_hits]
        reasons.append(Reason("words", ", ".join(words[:8]), points))
    return reasons


def _is_buyer(notice: NoticeWords, bodies: frozenset[str]) -> bool:
    return notice.buyer_key in bodies or plain_name(notice.buyer_name) in bodies


def _named(text: str, places: Iterable[str]) -> str:
    return next((place for place in places if place and f" {plain_name(place)} " in text and plain_name(place)), "")
