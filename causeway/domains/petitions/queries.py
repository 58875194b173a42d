"""Reads of petitions: each that a page shows takes an actor and returns only what that actor may see."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import SearchQuery, SearchVector
from django.core.paginator import Page
from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce, JSONObject

from causeway.domains.alliances.models import Organisation
from causeway.domains.campaigns.models import Campaign, Target
from causeway.domains.campaigns.queries import visible_campaigns
from causeway.domains.campaigns.standing import run_by
from causeway.domains.petitions.models import (
    STANDS,
    Answer,
    Endorsement,
    HandIn,
    Petition,
    PetitionTally,
    Sheet,
    Signature,
    Update,
)
from causeway.domains.petitions.totals import Totals, totals_of
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Member
from causeway.kernel.errors import Missing
from causeway.kernel.paging import Paginator

A_PAGE = 20
NAMES_A_PAGE = 100
RECENT_NAMES = 12


def visible_petitions(actor: Actor) -> QuerySet[Petition]:
    """Petitions that were opened are public; drafts are for those who run the campaign."""
    public = Q(opened_at__isnull=False)
    if not isinstance(actor, Member):
        return Petition.objects.filter(public)
    return Petition.objects.filter(public | Q(campaign__in=run_by(actor)))


def petitions_page(actor: Actor, *, words: str = "", stage: str = "", number: int = 1) -> Page[Petition]:
    """The list: those that are open first, newest first; ``words`` searches titles and texts."""
    unseen = ("search", "summary", "why", "strategy")
    rows = visible_petitions(actor).select_related("campaign").defer(*(f"campaign__{name}" for name in unseen))
    if words:
        vector = SearchVector("title", "text", config="english")
        rows = rows.annotate(found=vector).filter(found=SearchQuery(words, config="english", search_type="websearch"))
    match stage:
        case "open":
            rows = rows.filter(opened_at__isnull=False, closed_at=None)
        case "closed":
            rows = rows.filter(closed_at__isnull=False)
        case "draft":
            rows = rows.filter(opened_at=None)
    page = Paginator(rows.order_by("-opened_at", "title"), A_PAGE).get_page(number)
    for petition, totals in zip(page, totals_of_many(list(page)), strict=True):
        petition.totals = totals
    return page


def petition_by_slug(actor: Actor, slug: str) -> Petition:
    """One petition with what its page shows. Raises Missing where the actor does not see it."""
    rows = (
        visible_petitions(actor)
        .select_related("campaign__alliance")
        .prefetch_related(
            Prefetch("targets", Target.objects.select_related("body")),
            "corrections",
        )
    )
    petition = rows.filter(slug=slug).first()
    if petition is None:
        raise Missing
    return petition


def public_petition(slug: str) -> Petition:
    """One petition that was opened, without its relations: for pages that need little. Raises Missing."""
    petition = Petition.objects.filter(slug=slug, opened_at__isnull=False).first()
    if petition is None:
        raise Missing
    return petition


def petitions_of(actor: Actor, campaign_id: UUID) -> list[Petition]:
    """A campaign's petitions that the actor sees, each with its ``totals`` and its last hand-in."""
    return with_totals(with_last_hand_in(visible_petitions(actor).filter(campaign_id=campaign_id)))


def open_petitions_of_alliance(actor: Actor, alliance_id: UUID, most: int = 6) -> list[Petition]:
    """The petitions that an alliance's campaigns run now, latest first, each with its ``total``."""
    rows = visible_petitions(actor).filter(campaign__alliance=alliance_id, opened_at__isnull=False, closed_at=None)
    return list(with_total(rows).order_by("-opened_at")[:most])


def with_totals(rows: QuerySet[Petition]) -> list[Petition]:
    """These petitions, each with its ``totals``."""
    petitions = list(rows)
    for petition, totals in zip(petitions, totals_of_many(petitions), strict=True):
        petition.totals = totals  # type: ignore[attr-defined]
    return petitions


def with_total(rows: QuerySet[Petition]) -> QuerySet[Petition]:
    """These petitions with their campaign, each with its ``total``, in one query: for cards among other things."""
    this = {"petition": OuterRef("pk")}
    tallied = PetitionTally.objects.filter(**this).values("petition").values(n=Sum("signatures"))
    counted = _counted_sheets().filter(**this).values("petition").values(n=Sum("counted"))
    total = Coalesce(Subquery(tallied), 0) + Coalesce(Subquery(counted), 0)
    return rows.select_related("campaign").annotate(total=total)


def with_last_hand_in(rows: QuerySet[Petition]) -> QuerySet[Petition]:
    """Petitions with their last hand-in and all answers, in the same query: campaign pages have none to spare."""
    last = HandIn.objects.filter(petition=OuterRef("pk"))
    said = Answer.objects.filter(hand_in__petition=OuterRef("pk"))
    return rows.annotate(
        last_hand_in=Subquery(last.values("pk")[:1]),
        last_handed_in_on=Subquery(last.values("handed_in_on")[:1]),
        last_handed_in_to=Subquery(last.values("to_whom")[:1]),
        last_answer=Subquery(said.values("text")[:1]),
        answers=ArraySubquery(
            said.values(
                row=JSONObject(
                    on="answered_on",
                    by="from_whom",
                    text="text",
                    source="source",
                    source_url="source_url",
                    hand_in="hand_in_id",
                )
            )
        ),
    )


def campaign_to_petition(actor: Actor, slug: str) -> Campaign:
    """The campaign that a petition is to be drafted for. Raises Missing where the actor does not see it."""
    campaign = visible_campaigns(actor).filter(slug=slug).select_related("alliance").first()
    if campaign is None:
        raise Missing
    return campaign


def totals(petition: Petition) -> Totals:
    """How many signed, from where: safe to show in public."""
    return totals_of_many([petition])[0]


def totals_of_many(petitions: list[Petition]) -> list[Totals]:
    """The same of several, in one query: the tally, and the sheets that were counted and checked, but not typed in."""
    rows: dict[UUID, list[tuple[str, str, int]]] = {petition.pk: [] for petition in petitions}
    tallies = PetitionTally.objects.filter(petition__in=petitions).order_by()
    counted = _counted_sheets().filter(petition__in=petitions)
    sheets = counted.values_list("petition_id", Value(Signature.Source.PAPER), Value(""), "counted")
    listed = tallies.values_list("petition_id", "source", "area", "signatures").union(sheets, all=True)
    for petition_id, source, area, signatures in listed:
        rows[petition_id].append((source, area, signatures))
    return [totals_of(rows[petition.pk]) for petition in petitions]


def _counted_sheets() -> QuerySet[Sheet]:
    return Sheet.objects.filter(state=Sheet.State.CHECKED, counted__isnull=False).order_by()


def names_shown(
    petition: Petition, *, before: tuple[datetime, UUID] | None = None, most: int = NAMES_A_PAGE
) -> list[Signature]:
    """Signers who agreed to be named, newest first; ``before`` is where the last page ended (confirmed_at, id)."""
    rows = Signature.objects.filter(STANDS, petition=petition, shows_name=True)
    if before:
        moment, last = before
        rows = rows.filter(Q(confirmed_at__lt=moment) | Q(confirmed_at=moment, pk__lt=last), confirmed_at__lte=moment)
    return list(rows.only("name", "area", "confirmed_at").order_by("-confirmed_at", "-pk")[:most])


def endorsements(petition: Petition) -> list[Endorsement]:
    """The organisations that stand under an open letter."""
    return list(petition.endorsements.filter(withdrawn_on=None).select_related("organisation"))


def public_updates(petition: Petition, most: int = 5) -> list[Update]:
    """The campaign's own news, newest first. What organisations write goes to their readers only."""
    return list(petition.updates.filter(organisation=None)[:most])


def offered_organisations(petition: Petition) -> list[Organisation]:
    """Those that signers may let write to them."""
    return list(petition.organisations.all())


def organisation_named(organisation_id: UUID) -> Organisation | None:
    """One organisation."""
    return Organisation.objects.filter(pk=organisation_id).first()


# -- for the holder of the letter's link -------------------------------------------------------------------------


def signature_behind_link(signature_id: UUID) -> Signature:
    """The signature that a link from a letter opens, with its petition. Raises Missing where it is gone."""
    signature = Signature.objects.select_related("petition__campaign").filter(pk=signature_id).first()
    if signature is None:
        raise Missing
    return signature


# -- for jobs ----------------------------------------------------------------------------------------------------


def waiting_signature(signature_id: UUID) -> Signature | None:
    """A signature that waits for its confirmation, with its petition."""
    rows = Signature.objects.select_related("petition")
    return rows.filter(pk=signature_id, confirmed_at=None).exclude(email="").first()


def confirmed_signature(signature_id: UUID) -> Signature | None:
    """A confirmed signature, with its petition's alliance."""
    rows = Signature.objects.select_related("petition__campaign__alliance")
    return rows.filter(pk=signature_id, confirmed_at__isnull=False).first()


def confirmed_twin(signature: Signature) -> Signature | None:
    """The same person's signature that stands already."""
    same = Signature.objects.filter(petition_id=signature.petition_id, same_person=signature.same_person)
    return same.filter(confirmed_at__isnull=False).first()


def tally_is_behind() -> bool:
    """Whether a signature stands that the tally does not hold."""
    return Signature.objects.filter(STANDS, tallied=False).exists()


def petitions_run_out() -> list[UUID]:
    """Open petitions whose closing day is over."""
    rows = Petition.objects.filter(opened_at__isnull=False, closed_at=None, closes_on__lt=clock.today())
    return list(rows.values_list("pk", flat=True))


def petitions_to_clear() -> list[UUID]:
    """Petitions whose signatures were kept long enough."""
    rows = Petition.objects.filter(keep_until__lt=clock.today(), cleared_on=None)
    return list(rows.values_list("pk", flat=True))


def update_to_deliver(update_id: UUID) -> Update | None:
    """An update that has not gone to everybody yet."""
    rows = Update.objects.select_related("petition__campaign__alliance", "organisation")
    return rows.filter(pk=update_id, sent_at=None).first()


def reachable_signatures(petition_id: UUID, batch: int = 500) -> Iterator[list[Signature]]:
    """Those signers whose addresses we keep, in batches; consent is asked of the people room for each."""
    last: UUID | None = None
    rows = Signature.objects.filter(STANDS, petition_id=petition_id, reachable=True).only("email").order_by("pk")
    while found := list((rows.filter(pk__gt=last) if last else rows)[:batch]):
        yield found
        last = found[-1].pk
