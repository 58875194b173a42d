"""Offices with their terms, past and present, and the offers that wait."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import Body, owner
from causeway.domains.alliances.models import Office, OfficeOffer, Term
from causeway.domains.alliances.policies import runs
from causeway.domains.alliances.standing import address_index_of, index_of_address, terms_now
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Member, person_of
from causeway.kernel.errors import Missing

PAST_SHOWN = 50


@dataclass(frozen=True)
class TermLine:
    """A term as the actor may see it: the holder's name only where they agreed, or to those who run the body."""

    term: Term
    name: str
    mine: bool
    may_end: bool


@dataclass(frozen=True)
class OfficeLine:
    """An office with its present and its past terms."""

    office: Office
    present: list[TermLine]
    past: list[TermLine]


@dataclass(frozen=True)
class OfficesPage:
    """The list of a body's offices."""

    lines: list[OfficeLine]
    offers: list[OfficeOffer]
    runs_it: bool
    handler_count: int


def offices_of(actor: Actor, body: Body) -> OfficesPage:
    """A body's offices: those shown publicly; to those who run it, all, with what is offered."""
    runs_it = runs(actor, body)
    offices = Office.objects.filter(**owner(body))
    if not runs_it:
        offices = offices.filter(shown=True)
    terms = Prefetch("terms", Term.objects.select_related("person").order_by("-starts_on", "-id"))
    lines = [_line(office, actor, runs_it=runs_it) for office in offices.prefetch_related(terms)]
    waiting = OfficeOffer.objects.filter(status=OfficeOffer.Status.OFFERED, office__in=[row.office for row in lines])
    handlers = {line.term.person_id for row in lines if row.office.role == Office.Role.HANDLER for line in row.present}
    return OfficesPage(
        lines=lines,
        offers=list(waiting.select_related("office")) if runs_it else [],
        runs_it=runs_it,
        handler_count=len(handlers),
    )


def handlers_named(alliance_id: UUID) -> list[str]:
    """The names of those who handle an alliance's tip-offs today, for its coordinators."""
    rows = terms_now().filter(office__alliance_id=alliance_id, office__role=Office.Role.HANDLER)
    held = rows.filter(person__is_active=True, person__erased_at=None).select_related("person")
    return sorted({term.person.shown_name for term in held}, key=str.casefold)


def _line(office: Office, actor: Actor, *, runs_it: bool) -> OfficeLine:
    present: list[TermLine] = []
    past: list[TermLine] = []
    for term in office.terms.all():
        mine = term.person_id == person_of(actor)
        over, may_end = is_over(term), (runs_it or mine) and not office.elected
        name = _name(term, named=runs_it or mine or term.shown_publicly)
        (past if over else present).append(TermLine(term, name, mine, may_end=may_end and not over))
    return OfficeLine(office, present, past[:PAST_SHOWN])


def _name(term: Term, *, named: bool) -> str:
    if named and term.person.erased_at is None:
        return term.person.shown_name
    return _("A member")


def is_over(term: Term) -> bool:
    """Whether a term has ended, early or in its time."""
    return bool(term.ended_on or (term.ends_on and term.ends_on < clock.today()))


def own_terms(actor: Actor) -> list[Term]:
    """The actor's own terms that run today, with their bodies."""
    person_id = person_of(actor)
    if person_id is None:
        return []
    rows = terms_now().filter(person_id=person_id)
    return list(rows.select_related("office", "office__alliance", "office__organisation"))


def waiting_offers(actor: Actor, address: str = "") -> QuerySet[OfficeOffer]:
    """The offers of office that wait for the actor's answer.

    ``address`` is the actor's own, where the page has read it with the account: that saves a look-up.
    """
    known = address and isinstance(actor, Member)
    index = index_of_address(address) if known else address_index_of(actor)
    if index is None:
        return OfficeOffer.objects.none()
    return OfficeOffer.objects.filter(email_index=index, status=OfficeOffer.Status.OFFERED)


def own_offers(actor: Actor) -> list[OfficeOffer]:
    """The same offers, with what is offered and by whom."""
    return list(waiting_offers(actor).select_related("office", "office__alliance", "office__organisation"))


def own_offer(actor: Actor, offer_id: UUID) -> OfficeOffer:
    """One offer made to the actor's address. Raises Missing."""
    index = address_index_of(actor)
    rows = OfficeOffer.objects.select_related("office", "office__alliance", "office__organisation")
    offer = rows.filter(pk=offer_id, email_index=index).first() if index else None
    if offer is None:
        raise Missing
    return offer


def offer_to_withdraw(actor: Actor, offer_id: UUID) -> OfficeOffer:
    """An offer of a body that the actor runs. Raises Missing."""
    rows = OfficeOffer.objects.select_related("office", "office__alliance", "office__organisation")
    offer = rows.filter(pk=offer_id).first()
    if offer is None or not runs(actor, _body(offer.office)):
        raise Missing
    return offer


def term_to_end(actor: Actor, term_id: int) -> Term:
    """A term that the actor holds, or of a body that they run. Raises Missing."""
    rows = Term.objects.select_related("person", "office", "office__alliance", "office__organisation")
    term = rows.filter(pk=term_id).first()
    if term is None or (term.person_id != person_of(actor) and not runs(actor, _body(term.office))):
        raise Missing
    return term


def office_of_body(actor: Actor, office_id: UUID) -> Office:
    """An office of a body that the actor runs. Raises Missing."""
    office = Office.objects.select_related("alliance", "organisation").filter(pk=office_id).first()
    if office is None or not runs(actor, _body(office)):
        raise Missing
    return office


def _body(office: Office) -> Body:
    body: Body | None = office.alliance or office.organisation
    if body is None:
        raise Missing
    return body


def terms_to_vacate(person_id: UUID) -> list[int]:
    """The terms of somebody who is gone that run, begin later, or show a name."""
    lasting = Q(ended_on=None) & (Q(ends_on=None) | Q(ends_on__gte=clock.today()))
    terms = Term.objects.filter(lasting | Q(shown_publicly=True), person_id=person_id)
    return list(terms.order_by("pk").values_list("pk", flat=True))
