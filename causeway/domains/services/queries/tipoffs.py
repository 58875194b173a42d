"""Reads about tip-offs: days and counts only, for those whom they concern. Texts open only with a passphrase."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Page
from django.db.models import Count, Q, QuerySet

from causeway.domains.alliances.models import Alliance, Office
from causeway.domains.alliances.queries.offices import handlers_named
from causeway.domains.alliances.standing import alliances_where, coordinated_by
from causeway.domains.people.models import Person
from causeway.domains.services.models import (
    HandlerKey,
    ReleasedStatement,
    ReleaseProposal,
    SealedCopy,
    Service,
    TipOff,
    TipOffMessage,
)
from causeway.domains.services.threads import (
    FEWEST_HANDLERS,
    digest_of,
    keys_in_use,
    opened,
    plain_code,
    private_of,
)
from causeway.kernel.actors import Actor, Member, person_of
from causeway.kernel.errors import Missing
from causeway.kernel.paging import Paginator

PER_PAGE = 25
SMALL = 10  # counts below this are not told to people who do not handle tip-offs


def handled_by(actor: Actor) -> list[UUID]:
    """The alliances for which the actor handles tip-offs today."""
    return alliances_where(actor, Office.Role.HANDLER)


def tip_offs_of(actor: Actor) -> QuerySet[TipOff]:
    """The tip-offs that the actor handles."""
    return TipOff.objects.filter(alliance_id__in=handled_by(actor))


def inbox(actor: Actor, *, waiting: bool = False, page: str | None = None) -> Page[Any]:
    """A page of the actor's tip-offs: those that wait first, then the newest; ``texts`` counts their messages."""
    rows = tip_offs_of(actor).select_related("alliance").annotate(texts=Count("messages"))
    if waiting:
        rows = rows.exclude(waits_since=None)
    return Paginator(rows.order_by("waits_since", "-received_on", "id"), PER_PAGE).get_page(page)


def tip_off_for(actor: Actor, tip_off_id: UUID) -> TipOff:
    """One tip-off that the actor handles, with its alliance. Raises Missing."""
    row = tip_offs_of(actor).select_related("alliance", "longer_proposed_by").filter(pk=tip_off_id).first()
    if row is None:
        raise Missing
    return row


def messages_of(tip_off: TipOff) -> list[TipOffMessage]:
    """The messages of a tip-off that the caller may see, in order, without their texts."""
    return list(tip_off.messages.select_related("written_by", "proposal", "proposal__decided_by"))


def proposal_for(actor: Actor, proposal_id: UUID) -> ReleaseProposal:
    """A proposed release that the actor may see. Raises Missing."""
    rows = ReleaseProposal.objects.filter(message__tip_off__in=tip_offs_of(actor))
    row = rows.select_related("message__tip_off__alliance", "message__written_by").filter(pk=proposal_id).first()
    if row is None:
        raise Missing
    return row


def my_keys(actor: Actor) -> list[tuple[Alliance, HandlerKey | None]]:
    """The alliances for which the actor handles tip-offs, each with the key that they made there."""
    if not isinstance(actor, Member):
        return []
    keys = {key.alliance_id: key for key in HandlerKey.objects.filter(person_id=actor.person_id)}
    alliances = Alliance.objects.filter(pk__in=handled_by(actor))
    return [(alliance, keys.get(alliance.pk)) for alliance in alliances]


def keys_to_make(actor: Actor) -> QuerySet[Alliance]:
    """The alliances for which the actor handles tip-offs and has made no key."""
    if not isinstance(actor, Member):
        return Alliance.objects.none()
    mine = HandlerKey.objects.filter(person_id=actor.person_id)
    return Alliance.objects.filter(pk__in=handled_by(actor)).exclude(pk__in=mine.values("alliance"))


def waiting_releases(actor: Actor) -> QuerySet[ReleaseProposal]:
    """The releases that another handler proposed and that wait for the actor to agree or decline."""
    rows = ReleaseProposal.objects.filter(outcome=ReleaseProposal.Outcome.OPEN, message__tip_off__in=tip_offs_of(actor))
    return rows.exclude(message__written_by_id=person_of(actor))


def alliance_handled(actor: Actor, slug: str) -> tuple[Alliance, HandlerKey | None]:
    """One of them by its address. Raises Missing."""
    for alliance, key in my_keys(actor):
        if alliance.slug == slug:
            return alliance, key
    raise Missing


def handlers_without_key(alliance_id: UUID) -> int:
    """How many more handlers with keys an alliance needs before it can take tip-offs."""
    return max(0, FEWEST_HANDLERS - keys_in_use([alliance_id]).count())


# -- for the source ------------------------------------------------------------------------------------------


def alliances_taking_tip_offs(words: str = "", page: str | None = None) -> Page[Alliance]:
    """The alliances that have two handlers with keys, found by name or area."""
    ready = keys_in_use().values("alliance").annotate(n=Count("pk")).filter(n__gte=FEWEST_HANDLERS)
    rows = Alliance.objects.filter(pk__in=ready.values("alliance")).order_by("name")
    for word in words.split()[:6]:
        rows = rows.filter(Q(name__icontains=word) | Q(area__icontains=word))
    return Paginator(rows, PER_PAGE).get_page(page)


def alliance_by_slug(slug: str) -> Alliance:
    """An alliance, which everybody may know to be there. Raises Missing."""
    alliance = Alliance.objects.filter(slug=slug).first()
    if alliance is None:
        raise Missing
    return alliance


@dataclass(frozen=True)
class Reply:
    """What handlers wrote back, opened with the return code."""

    sent_on: date
    text: str


@dataclass(frozen=True)
class SourceView:
    """What a source sees with their code: the replies, and on which days they wrote; never their own words."""

    tip_off: TipOff
    replies: list[Reply]
    written_on: list[date]


def source_view(code: str) -> SourceView | None:
    """What the return code opens, or None where it opens nothing."""
    if not plain_code(code):
        return None
    tip_off = TipOff.objects.select_related("alliance").filter(code_digest=digest_of(code)).first()
    if tip_off is None:
        return None
    private = private_of(code)
    copies = SealedCopy.objects.filter(key=None, message__tip_off=tip_off).select_related("message")
    replies = [Reply(copy.message.sent_on, opened(copy, private)) for copy in copies.order_by("message__position")]
    mine = tip_off.messages.filter(kind=TipOffMessage.Kind.SOURCE)
    return SourceView(tip_off, replies, list(mine.values_list("sent_on", flat=True)))


# -- for coordinators ----------------------------------------------------------------------------------------


def statements_of(actor: Actor) -> QuerySet[ReleasedStatement]:
    """What two handlers released, in the alliances that the actor coordinates or handles tip-offs for."""
    alliances = set(coordinated_by(actor)) | set(handled_by(actor))
    return ReleasedStatement.objects.filter(alliance_id__in=alliances).select_related("alliance", "threat")


def waiting_statements(actor: Actor) -> QuerySet[ReleasedStatement]:
    """The released statements of which the actor, a coordinator, has not made a threat yet."""
    return ReleasedStatement.objects.filter(alliance_id__in=coordinated_by(actor), threat=None)


def statements_page(actor: Actor, page: str | None = None) -> Page[ReleasedStatement]:
    """A page of them, newest first."""
    return Paginator(statements_of(actor), PER_PAGE).get_page(page)


def statement_for(actor: Actor, statement_id: UUID) -> ReleasedStatement:
    """One of them. Raises Missing."""
    row = statements_of(actor).filter(pk=statement_id).first()
    if row is None:
        raise Missing
    return row


def starts_threats(actor: Actor, statement: ReleasedStatement) -> bool:
    """Whether the actor coordinates the statement's alliance."""
    return statement.alliance_id in coordinated_by(actor)


def services_to_threaten(actor: Actor, statement: ReleasedStatement) -> list[tuple[str, str]]:
    """The services of the statement's alliance that are not closed, for choosing from; none for others' eyes."""
    if not starts_threats(actor, statement):
        return []
    services = Service.objects.filter(alliance_id=statement.alliance_id).exclude(status=Service.Status.CLOSED)
    return [(str(pk), name) for pk, name in services.order_by("name").values_list("pk", "name")]


@dataclass(frozen=True)
class Unanswered:
    """That tip-offs wait in an alliance. ``count`` is None where the number is too small to tell this actor."""

    alliance: Alliance
    count: int | None
    is_handler: bool


def unanswered_tip_offs(actor: Actor) -> list[Unanswered]:
    """The alliances of the actor in which a source waits for an answer, for the home page.

    Handlers are told how many. A coordinator who is no handler is told only that some wait, unless they are ten
    or more: one more or one less could point to a person.
    """
    handled = set(handled_by(actor))
    mine = handled | set(coordinated_by(actor))
    if not mine:
        return []
    waiting = dict(
        TipOff.objects.filter(alliance_id__in=mine)
        .exclude(waits_since=None)
        .values_list("alliance_id")
        .annotate(n=Count("pk"))
    )
    return [
        Unanswered(
            alliance=alliance,
            count=waiting[alliance.pk] if alliance.pk in handled or waiting[alliance.pk] >= SMALL else None,
            is_handler=alliance.pk in handled,
        )
        for alliance in Alliance.objects.filter(pk__in=waiting)
    ]


def handled_by_others(actor: Actor) -> list[tuple[Alliance, list[str]]]:
    """The alliances that the actor coordinates and in which only others handle tip-offs, with the handlers' names,
    where a source waits for them."""
    others = set(coordinated_by(actor)) - set(handled_by(actor))
    waiting = TipOff.objects.filter(alliance_id__in=others).exclude(waits_since=None)
    alliances = Alliance.objects.filter(pk__in=waiting.values("alliance")).order_by("name") if others else []
    return [(alliance, handlers_named(alliance.pk)) for alliance in alliances]


def handlers_to_tell() -> list[UUID]:
    """The people with a key in alliances where tip-offs wait. For the daily job only."""
    waiting = TipOff.objects.exclude(waits_since=None).values("alliance")
    keys = keys_in_use().filter(alliance__in=waiting, person__is_active=True)
    return list(keys.order_by("person").values_list("person", flat=True).distinct())


def address_to_tell(person_id: UUID) -> str:
    """A handler's e-mail address, or "" where they have left. For the daily job only."""
    person = Person.objects.filter(pk=person_id, is_active=True).first()
    return person.email if person else ""
