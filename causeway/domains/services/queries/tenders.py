"""Reads about tender notices, for the coordinators of an alliance."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.core.paginator import Page
from django.db import connection
from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Alliance, Office
from causeway.domains.alliances.standing import coordinated_by, terms_now
from causeway.domains.services.cpv import KINDS, kind_of
from causeway.domains.services.matching import EVERYDAY, KnownService, NoticeWords, Watched
from causeway.domains.services.models import (
    OfferedNotice,
    PackageProblem,
    Service,
    TenderFeed,
    TenderNotice,
    TenderPackage,
)
from causeway.domains.services.ocds.releases import plain_name
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.errors import Missing
from causeway.kernel.paging import Paginator

PER_PAGE = 25
WINDOW_MONTHS = 18  # how long before a contract's end it can be brought back in-house in good time
WINDOW_DAYS = 548


def offers_of(actor: Actor) -> QuerySet[OfferedNotice]:
    """The notices offered to the alliances that the actor coordinates."""
    return OfferedNotice.objects.filter(alliance_id__in=coordinated_by(actor))


def feeds_of(actor: Actor) -> QuerySet[TenderFeed]:
    """The feeds of those alliances."""
    return TenderFeed.objects.filter(alliance_id__in=coordinated_by(actor)).select_related("alliance")


def packages_of(actor: Actor) -> QuerySet[TenderPackage]:
    """The packages that came in for them, without their bytes."""
    rows = TenderPackage.objects.filter(alliance_id__in=coordinated_by(actor))
    return rows.select_related("alliance", "feed").defer("body")


@dataclass(frozen=True)
class Wanted:
    """Which notices somebody looks for; empty parts ask for nothing."""

    state: str = OfferedNotice.State.WAITING
    words: str = ""
    alliance: str = ""
    order: str = "score"


def tender_inbox(actor: Actor, wanted: Wanted, page: str | None = None) -> Page[OfferedNotice]:
    """A page of notices with their services and alliances."""
    rows = offers_of(actor).select_related("notice", "service", "alliance", "threat")
    if wanted.state in OfferedNotice.State.values:
        rows = rows.filter(state=wanted.state)
    if wanted.alliance:
        rows = rows.filter(alliance__slug=wanted.alliance)
    for word in wanted.words.split()[:6]:
        rows = rows.filter(
            Q(notice__title__icontains=word)
            | Q(notice__buyer_name__icontains=word)
            | Q(notice__description__icontains=word)
        )
    orders = {
        "score": [F("score").desc()],
        "closes": [F("notice__tender_closes_on").asc(nulls_last=True)],
        "ends": [F("notice__contract_ends_on").asc(nulls_last=True)],
        "newest": [F("notice__released_at").desc(nulls_last=True)],
    }
    return Paginator(rows.order_by(*orders.get(wanted.order, orders["score"]), "id"), PER_PAGE).get_page(page)


def counts_by_state(actor: Actor) -> list[tuple[str, str, int]]:
    """For every state its word and how many notices stand in it."""
    counts = dict(offers_of(actor).values_list("state").annotate(n=Count("pk")))
    return [(state.value, str(state.label), counts.get(state.value, 0)) for state in OfferedNotice.State]


def offer_for(actor: Actor, offer_id: UUID) -> OfferedNotice:
    """One offered notice. Raises Missing."""
    rows = offers_of(actor).select_related("notice", "service", "alliance", "threat", "decided_by")
    row = rows.filter(pk=offer_id).first()
    if row is None:
        raise Missing
    return row


def reasons_in_words(offer: OfferedNotice) -> list[tuple[str, int]]:
    """Why a notice is offered, in sentences with their points."""
    sentences = {
        "buyer": _("Same buyer: %s"),
        "watched_buyer": _("A buyer that you watch: %s"),
        "place": _("Place named: %s"),
        "cpv": _("Kind of service: CPV %s"),
        "watched_cpv": _("A CPV code that you watch: %s"),
        "words": _("Words in both: %s"),
    }
    return [(sentences[reason["why"]] % reason["what"], reason["points"]) for reason in offer.reasons]


def services_to_choose(actor: Actor, offer: OfferedNotice) -> list[tuple[str, str]]:
    """The open services of the notice's alliance; the one that fits comes first."""
    rows = Service.objects.filter(alliance_id=offer.alliance_id).exclude(status=Service.Status.CLOSED)
    found = [(str(pk), name) for pk, name in rows.order_by("name").values_list("pk", "name")]
    return sorted(found, key=lambda choice: choice[0] != str(offer.service_id))


def my_alliances(actor: Actor) -> list[Alliance]:
    """The alliances that the actor coordinates."""
    return list(Alliance.objects.filter(pk__in=coordinated_by(actor)))


def feed_for(actor: Actor, feed_id: UUID) -> TenderFeed:
    """One feed. Raises Missing."""
    row = feeds_of(actor).filter(pk=feed_id).first()
    if row is None:
        raise Missing
    return row


def recent_packages(actor: Actor, page: str | None = None) -> Page[TenderPackage]:
    """What was read lately."""
    return Paginator(packages_of(actor), PER_PAGE).get_page(page)


def package_for(actor: Actor, package_id: UUID) -> TenderPackage:
    """One package with its report. Raises Missing."""
    row = packages_of(actor).filter(pk=package_id).first()
    if row is None:
        raise Missing
    return row


def problems_page(package: TenderPackage, page: str | None = None) -> Page[PackageProblem]:
    """A page of what was wrong in a package that the caller may see; lost releases first."""
    return Paginator(package.problems.order_by("-is_lost", "id"), 50).get_page(page)


# -- contract ends -------------------------------------------------------------------------------------------


def in_window(today: date) -> Q:
    """Contracts that end within the months in which a service can be brought back."""
    return Q(notice__contract_ends_on__gte=today, notice__contract_ends_on__lte=today + timedelta(days=WINDOW_DAYS))


def insourcing_windows(actor: Actor, limit: int = 10) -> list[OfferedNotice]:
    """The watched or taken-up contracts of the actor's alliances that end within 18 months, soonest first."""
    kept = [OfferedNotice.State.WATCHED, OfferedNotice.State.TAKEN_UP]
    rows = offers_of(actor).filter(in_window(clock.today()), state__in=kept)
    return list(rows.select_related("notice", "service", "alliance").order_by("notice__contract_ends_on", "id")[:limit])


def waiting_notices(actor: Actor) -> QuerySet[OfferedNotice]:
    """The notices that wait for the actor's decision."""
    return offers_of(actor).filter(state=OfferedNotice.State.WAITING)


# -- what is compared ----------------------------------------------------------------------------------------


def stems_of(words: Iterable[str]) -> dict[str, str]:
    """The stem of each word by PostgreSQL's English dictionary; everyday and stop words have none."""
    asked = sorted({word for word in words if 2 < len(word) <= 40})
    if not asked:
        return {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT word, (ts_lexize('english_stem', word))[1] FROM unnest(%s::text[]) AS word", [asked])
        return {word: stem for word, stem in cursor.fetchall() if stem and stem not in EVERYDAY}


def words_in(text: str) -> list[str]:
    """The words of a text in small letters."""
    return re.findall(r"[a-z]+", text.lower().replace("’", "").replace("'", ""))


def known_services(alliance: Alliance) -> list[KnownService]:
    """The alliance's open services, ready to be compared, by name."""
    rows = Service.objects.filter(alliance=alliance).exclude(status=Service.Status.CLOSED)
    services = list(rows.select_related("provider", "commissioner").order_by("name", "id"))
    stems = stems_of(word for service in services for word in words_in(f"{service.name} {service.about}"))
    known = []
    for service in services:
        bodies = [body for body in (service.provider, service.commissioner) if body]
        keys = {plain_name(body.name) for body in bodies} | {body.identifier for body in bodies if body.identifier}
        known.append(
            KnownService(
                service_id=service.pk,
                name=service.name,
                bodies=frozenset(keys),
                name_stems={stems[word]: word for word in words_in(service.name) if word in stems},
                other_stems={stems[word]: word for word in words_in(service.about) if word in stems},
                places=tuple(place for place in (service.area, alliance.area) if place),
            )
        )
    return known


def watched_by(alliance: Alliance) -> Watched:
    """What the alliance's feeds watch for, taken together."""
    feeds = list(TenderFeed.objects.filter(alliance=alliance).order_by("name"))
    return Watched(
        buyers=frozenset(plain_name(buyer) for feed in feeds for buyer in feed.buyers) - {""},
        cpv=tuple(dict.fromkeys(code for feed in feeds for code in feed.cpv)),
        places=tuple(dict.fromkeys(place for feed in feeds for place in feed.places)),
    )


def notices_in_words(notices: list[TenderNotice]) -> list[NoticeWords]:
    """Notices, ready to be compared; one question to the database for all their stems."""
    texts = [f"{notice.title} {notice.description[:3000]}" for notice in notices]
    stems = stems_of(
        [word for text in texts for word in words_in(text)] + [word for kind in KINDS for word in kind.words]
    )
    return [
        NoticeWords(
            buyer_key=notice.buyer_key,
            buyer_name=notice.buyer_name,
            cpv=tuple(notice.cpv),
            text=f" {plain_name(' '.join([notice.buyer_name, text, *notice.places]))} ",
            stems=frozenset(stems[word] for word in words_in(text) if word in stems),
            kind_stems={code: _kind_stems(code, stems) for code in notice.cpv},
        )
        for notice, text in zip(notices, texts, strict=True)
    ]


def _kind_stems(code: str, stems: dict[str, str]) -> frozenset[str]:
    kind = kind_of(code)
    return frozenset(stems[word] for word in kind.words if word in stems) if kind else frozenset()


def feeds_to_read() -> list[UUID]:
    """Every feed. For the daily job."""
    return list(TenderFeed.objects.order_by("pk").values_list("pk", flat=True))


def feed_to_read(feed_id: UUID) -> TenderFeed | None:
    """One feed, for the job that reads it."""
    return TenderFeed.objects.filter(pk=feed_id).first()


def alliance_named(slug: str) -> Alliance:
    """An alliance by its address. Raises Missing."""
    alliance = Alliance.objects.filter(slug=slug).first()
    if alliance is None:
        raise Missing(_("There is no alliance with the address “%s”.") % slug)
    return alliance


def body_to_read(package_id: UUID) -> bytes:
    """The bytes of a package that waits to be read; none where it was read, or is gone. For the job."""
    return bytes(TenderPackage.objects.filter(pk=package_id).values_list("body", flat=True).first() or b"")


def package_read(package_id: UUID) -> TenderPackage:
    """A package after its reading, for the command line."""
    return TenderPackage.objects.defer("body").get(pk=package_id)


def report_of(package: TenderPackage) -> dict[str, Any]:
    """The report's figures in words, in their order."""
    return {
        _("Releases in the file"): package.releases,
        _("New notices"): package.new_notices,
        _("Notices changed"): package.changed_notices,
        _("Releases that we had already"): package.repeated_releases,
        _("Releases left out"): package.lost_releases,
        _("Notices offered for a decision"): package.offered_notices,
        _("Problems"): package.problems_found,
    }


def all_problems(package: TenderPackage) -> list[PackageProblem]:
    """Everything that was wrong in a package, for the command line."""
    return list(package.problems.order_by("-is_lost", "id"))


def offers_to_remind() -> list[UUID]:
    """Contracts kept that have come within 18 months of their end and were not told of yet. For the daily job."""
    kept = [OfferedNotice.State.WATCHED, OfferedNotice.State.TAKEN_UP]
    rows = OfferedNotice.objects.filter(in_window(clock.today()), state__in=kept, reminded_on=None)
    return list(rows.order_by("pk").values_list("pk", flat=True))


def reminder_of(offer_id: UUID) -> tuple[OfferedNotice, list[str]] | None:
    """An offered notice and the addresses of its alliance's coordinators, for the letter; None where it is gone."""
    offer = OfferedNotice.objects.select_related("notice", "alliance", "service").filter(pk=offer_id).first()
    if offer is None:
        return None
    held = terms_now().filter(office__alliance_id=offer.alliance_id, office__role=Office.Role.COORDINATOR)
    addresses = held.filter(person__is_active=True).values_list("person__email", flat=True)
    return offer, sorted(set(addresses))
