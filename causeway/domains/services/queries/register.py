"""Reads of the register: it is open to everybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.core.paginator import Page
from django.db.models import Count, Exists, F, Min, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from causeway.domains.alliances.models import Affiliation, Alliance, Organisation, Section
from causeway.domains.alliances.standing import coordinated_by
from causeway.domains.services.map import Cell, cell_bounds
from causeway.domains.services.models import UNION_KINDS, PublicBody, Service, ServiceImport, Threat
from causeway.domains.services.queries.threats import by_next_date, visible_threats
from causeway.kernel.actors import Actor
from causeway.kernel.errors import Missing
from causeway.kernel.paging import LongListPaginator, Paginator

PAGE = 25


def visible_services(_actor: Actor) -> QuerySet[Service]:
    """The services that the actor sees: all of them, the register is public."""
    return Service.objects.all()


def visible_bodies(_actor: Actor) -> QuerySet[PublicBody]:
    """Every public body that was not merged into another."""
    return PublicBody.objects.filter(merged_into=None)


@dataclass(frozen=True)
class Wanted:
    """What somebody looks for in the register; empty parts ask for nothing. ``cell`` is a square of the map."""

    words: str = ""
    area: str = ""
    reach: str = ""
    status: str = ""
    provider: str = ""
    alliance: str = ""
    cell: str = ""


def directory(actor: Actor, wanted: Wanted, page: int | str) -> Page[Any]:
    """A page of the register. Each service carries ``open_threats`` that the actor sees, soonest first."""
    threats = visible_threats(actor).filter(closed_on=None, withdrawn_on=None)
    services = filtered(visible_services(actor), wanted, threats)
    listed = services.select_related("provider", "alliance").prefetch_related(
        Prefetch("threats", queryset=by_next_date(threats), to_attr="open_threats")
    )
    return LongListPaginator(listed.defer("search", "about"), PAGE).get_page(page)


def filtered(services: QuerySet[Service], wanted: Wanted, threats: QuerySet[Threat]) -> QuerySet[Service]:
    """The services that fit, the best fit to the words first, else by name."""
    conditions = Q()
    if wanted.area:
        conditions &= Q(area__icontains=wanted.area)
    if wanted.reach:
        conditions &= Q(reach=wanted.reach)
    if wanted.alliance:
        conditions &= Q(alliance__slug=wanted.alliance)
    if wanted.status == Service.Status.THREATENED:
        conditions &= Q(status=wanted.status) | Q(Exists(threats.filter(service=OuterRef("pk"))))
    elif wanted.status:
        conditions &= Q(status=wanted.status)
    if wanted.provider:
        conditions &= Q(provider__in=list(_bodies(wanted.provider).values_list("pk", flat=True)[:200]))
    if wanted.cell and (bounds := cell_bounds(wanted.cell)):
        south, north, west, east = bounds
        conditions &= Q(latitude__gte=south, latitude__lt=north, longitude__gte=west, longitude__lt=east)
    services = services.filter(conditions)
    if not wanted.words:
        return services.order_by("name", "id")
    query = SearchQuery(wanted.words, config="english", search_type="websearch")
    providers = list(PublicBody.objects.filter(search=query).values_list("pk", flat=True)[:200])
    matching = services.filter(Q(search=query) | Q(provider__in=providers))
    return matching.annotate(rank=SearchRank(F("search"), query)).order_by("-rank", "name", "id")


def _bodies(words: str) -> QuerySet[PublicBody]:
    return PublicBody.objects.filter(Q(slug=words) | Q(name__icontains=words))


def cells(actor: Actor, wanted: Wanted) -> list[Cell]:
    """How many services lie in each square of the map, and how many of them are under threat."""
    threats = visible_threats(actor).filter(closed_on=None, withdrawn_on=None)
    services = filtered(visible_services(actor).exclude(latitude=None), wanted, threats)
    rows = (
        services.order_by()
        .annotate(row=Cell.row_of(F("latitude")), column=Cell.column_of(F("longitude")))
        .values("row", "column")
        .annotate(
            count=Count("pk"),
            threatened=Count("pk", filter=Q(status=Service.Status.THREATENED)),
            only=Min("name"),
            areas=ArrayAgg("area", distinct=True, filter=~Q(area=""), default=Value([])),
        )
        .order_by("-row", "column")
    )
    return [
        Cell(int(one["row"]), int(one["column"]), one["count"], one["threatened"], one["only"], tuple(one["areas"]))
        for one in rows
    ]


def service_at(actor: Actor, slug: str) -> Service:
    """One service with what its page shows. Raises Missing."""
    service = (
        visible_services(actor)
        .select_related("provider", "commissioner", "alliance", "run_by", "imported_from")
        .prefetch_related("unions")
        .defer("search", "imported_from__items", "imported_from__report")
        .filter(slug=slug)
        .first()
    )
    if service is None:
        raise Missing
    return service


def threats_of(actor: Actor, service: Service) -> list[Threat]:
    """The threats to a service that the actor sees: open ones first, soonest deadline first."""
    threats = visible_threats(actor).filter(service=service).prefetch_related("date_moves")
    return sorted(by_next_date(threats), key=lambda threat: threat.closed_on is not None)


def body_at(actor: Actor, slug: str) -> PublicBody:
    """A public body by its address; one that was merged answers with the body that took it over. Raises Missing."""
    body = PublicBody.objects.select_related("merged_into").defer("search").filter(slug=slug).first()
    if body is None:
        raise Missing
    return body.merged_into or body


def body_services(body: PublicBody, page: int | str) -> Page[Service]:
    """The services that a body provides or commissions."""
    services = (
        Service.objects.filter(Q(provider=body) | Q(commissioner=body)).select_related("provider").order_by("name")
    )
    return Paginator(services, PAGE).get_page(page)


def bodies(actor: Actor, words: str, page: int | str) -> Page[Any]:
    """Public bodies by name, with how many services each provides."""
    found = visible_bodies(actor).filter(name__icontains=words) if words else visible_bodies(actor)
    provided = Service.objects.filter(provider=OuterRef("pk")).order_by().values("provider").annotate(n=Count("pk"))
    counted = found.annotate(provides=Coalesce(Subquery(provided.values("n")), 0))  # only for the page's own rows
    return Paginator(counted.defer("search").order_by("name", "id"), PAGE).get_page(page)


def body_names(limit: int = 300) -> list[str]:
    """Names to suggest while somebody types."""
    return list(PublicBody.objects.filter(merged_into=None).values_list("name", flat=True)[:limit])


def union_choices() -> list[tuple[str, str]]:
    """The unions and branches that can be said to organise in a service."""
    unions = Organisation.objects.filter(kind__in=UNION_KINDS).values_list("pk", "name")
    return [(str(pk), name) for pk, name in unions]


def users_organisations(service: Service) -> list[Organisation]:
    """The organisations that can be said to run the service: those of users in the alliance that keeps the entry."""
    standing = Affiliation.objects.filter(alliance=service.alliance_id, section=Section.USERS, until=None)
    return list(Organisation.objects.filter(pk__in=standing.values("organisation")))


def unions_of(service: Service) -> list[str]:
    """Those chosen already, as a form wants them."""
    return [str(pk) for pk in service.unions.values_list("pk", flat=True)]


def own_alliances(actor: Actor) -> list[Alliance]:
    """The alliances whose register the actor may add to."""
    return list(Alliance.objects.filter(pk__in=coordinated_by(actor)))


def alliance_at(slug: str) -> Alliance:
    """An alliance by its address. Raises Missing."""
    alliance = Alliance.objects.filter(slug=slug).first()
    if alliance is None:
        raise Missing
    return alliance


def is_being_taken_in(reading_id: UUID) -> bool:
    """Whether a directory was accepted and is not wholly taken in yet. For the job."""
    return ServiceImport.objects.filter(pk=reading_id, state=ServiceImport.State.TAKING).exists()


def reading_as_it_stands(reading_id: UUID) -> ServiceImport:
    """A reading, for the job and the command line."""
    return ServiceImport.objects.defer("items", "body").get(pk=reading_id)


def reading_at(actor: Actor, reading_id: UUID) -> ServiceImport:
    """A feed that was read into an alliance of the actor's. Raises Missing."""
    mine = ServiceImport.objects.filter(alliance_id__in=coordinated_by(actor))
    found = mine.select_related("alliance").defer("items", "body").filter(pk=reading_id).first()
    if found is None:
        raise Missing
    return found


def readings_of(actor: Actor) -> list[ServiceImport]:
    """The latest feeds read into the actor's alliances."""
    mine = ServiceImport.objects.filter(alliance_id__in=coordinated_by(actor)).select_related("alliance")
    return list(mine.defer("items", "report", "body")[:20])


def body_called(name: str) -> UUID | None:
    """The identifier of the body of that name, if there is one that was not merged."""
    return PublicBody.objects.filter(name__iexact=name.strip(), merged_into=None).values_list("pk", flat=True).first()
