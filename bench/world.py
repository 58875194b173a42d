"""A whole country in the database, written in SQL: what ``bench.scale`` reads pages from.

Rows are made by ``generate_series``, with the values that the pages need and the models' defaults for the rest. Only
what a scene's real commands made is in the petition, the campaign and the alliance that the pages are about.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.db.models import Model

    from causeway.domains.petitions.models import Petition

AREAS = "(ARRAY['M','L','S','B','E','N','SE','SW','NE','LS','BD','HX','OL','SK','WA','CH','CF','SA','EH','G'])"
PLACES = "(ARRAY['Salford','Leeds','Bristol','Glasgow','Cardiff','Newcastle','Hull','Derby','Exeter','Perth'])"
SERVICES = "(ARRAY['Library','Day centre','Youth club','Clinic','Advice desk','Nursery','Bus route','Pool'])"

MANY = 100_000
INDEXES = """
SELECT name.relname, pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class AS name ON name.oid = indexrelid
WHERE indrelid = %s::regclass AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
"""
"""A table's indexes that belong to no constraint: for many rows they are made anew at the end, which is faster."""


@dataclass(frozen=True)
class Size:
    """How large a world is: rows of each kind."""

    signatures: int
    alliances: int
    people: int
    services: int
    campaigns: int


SMALL = Size(signatures=100, alliances=40, people=100, services=100, campaigns=30)
LARGE = Size(signatures=1_000_000, alliances=4_000, people=100_000, services=100_000, campaigns=4_000)


def build(petition: Petition, size: Size) -> None:
    """Fill the database around a petition that is open; ends with fresh statistics, as autovacuum would."""
    from django.db import connection

    _bodies(size)
    _work(size)
    _signatures(petition, size.signatures)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _bodies(size: Size) -> None:
    from causeway.domains.alliances import models as alliances
    from causeway.domains.people.models import Person

    words = {"about": "'Invented for a benchmark.'", "area": _of(PLACES)}
    national = {"slug": "'national-' || i", "name": "'National Alliance ' || i", "level": "'national'"}
    fill(alliances.Alliance, 1, national | words)
    regional = {"slug": "'regional-' || i", "name": "'Regional Alliance ' || i", "level": "'regional'"}
    fill(alliances.Alliance, 12, regional | words | {"parent": _nth(alliances.Alliance, "'national-1'")})
    local = {"slug": "'local-' || i", "name": f"{_of(PLACES)} || ' Alliance ' || i", "level": "'local'"}
    parent = _nth(alliances.Alliance, "'regional-' || (1 + i % 12)")
    fill(alliances.Alliance, size.alliances, local | words | {"parent": parent})
    organisation = {"slug": "'body-' || i", "name": f"{_of(PLACES)} || ' Branch ' || i", "kind": "'union_branch'"}
    fill(alliances.Organisation, size.alliances * 2, organisation | words)
    affiliation = {
        "alliance": _nth(alliances.Alliance, f"'local-' || (1 + i % {size.alliances})"),
        "organisation": _nth(alliances.Organisation, "'body-' || i"),
        "section": "'workers'",
        "since": "DATE '2024-01-01'",
    }
    fill(alliances.Affiliation, size.alliances * 2, affiliation)
    person = {"email": "'person-' || i || '@example.org'", "display_name": "'Person ' || i", "password": "'!'"}
    fill(Person, size.people, person | {"joined_on": "DATE '2024-01-01'"})
    digests = {name: f"sha256(('{name}' || i)::bytea)" for name in ("person_index", "organisation_index", "pair")}
    fill(alliances.Membership, size.people, digests | {"since": "DATE '2024-01-01'"})


def _work(size: Size) -> None:
    from causeway.domains.alliances.models import Alliance
    from causeway.domains.campaigns.models import Campaign, Event
    from causeway.domains.petitions.models import Petition
    from causeway.domains.services.models import PublicBody, Service, Threat

    alliance = _nth(Alliance, f"'local-' || (1 + i % {size.alliances})")
    council = {"slug": "'council-' || i", "name": f"{_of(PLACES)} || ' Council ' || i", "kind": "'council'"}
    fill(PublicBody, 40, council)
    service = {
        "slug": "'service-' || i",
        "name": f"{_of(SERVICES)} || ' ' || i",
        "area": _of(PLACES),
        "provider": _nth(PublicBody, "'council-' || (1 + i % 40)"),
        "alliance": alliance,
        "reach": "'targeted'",
        "latitude": "50 + random() * 8",
        "longitude": "-5 + random() * 6",
    }
    fill(Service, size.services, service)
    threat = {
        "slug": "'threat-' || i",
        "title": "'Threat ' || i",
        "kind": "'closure'",
        "confidence": "'confirmed'",
        "is_public": "true",
        "alliance": alliance,
        "service": _nth(Service, f"'service-' || (1 + i % {size.services})"),
        "decided_on": "current_date + (i % 200)",
        "announced_on": "current_date - (i % 90)",
    }
    fill(Threat, size.campaigns, threat)
    campaign = {
        "slug": "'campaign-' || i",
        "name": f"'Keep the ' || {_of(SERVICES)} || ' ' || i",
        "summary": "'An invented campaign.'",
        "alliance": alliance,
        "stage": "'open'",
        "opened_on": "current_date - (i % 400)",
    }
    fill(Campaign, size.campaigns, campaign)
    its_campaign = _nth(Campaign, "'campaign-' || i")
    other = {
        "slug": "'petition-' || i",
        "title": "'Keep it ' || i",
        "text": "'Keep it.'",
        "campaign": its_campaign,
        "opened_at": "now() - i * interval '1 hour'",
        "closes_on": "current_date + 60",
    }
    fill(Petition, size.campaigns, other)
    event = {
        "slug": "'event-' || i",
        "title": "'Stall ' || i",
        "kind": "'stall'",
        "campaign": its_campaign,
        "starts_at": "now() + i * interval '1 hour'",
        "ends_at": "now() + (i + 2) * interval '1 hour'",
        "is_public": "true",
    }
    fill(Event, size.campaigns, event)


def _signatures(petition: Petition, count: int) -> None:
    """Signatures that stand, one in ten with its name shown, and the totals that belong to them."""
    from django.db import connection

    from causeway.domains.petitions.models import PetitionTally, Signature
    from causeway.kernel import sealing

    sealed = sealing.seal("Sofia Signer", "petitions.signature.name").hex()
    given = {
        "petition": f"'{petition.pk}'::uuid",
        "name": f"'\\x{sealed}'::bytea",
        "area": f"{AREAS}[1 + i % 20]",
        "same_person": "sha256(('person' || i)::bytea)",
        "same_line": "sha256(('line' || i)::bytea)",
        "same_postcode": "sha256(('postcode' || i / 4)::bytea)",
        "shows_name": "i % 10 = 0",
        "signed_at": "now() - i * interval '1 second'",
        "confirmed_at": "now() - i * interval '1 second'",
        "tallied": "true",
    }
    fill(Signature, count, given)
    tally, signatures = PetitionTally._meta.db_table, Signature._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {tally} (petition_id, source, area, signatures)"
            f" SELECT petition_id, source, area, count(*) FROM {signatures} GROUP BY petition_id, source, area"
        )


def fill(model: type[Model], count: int, given: dict[str, str]) -> None:
    """Insert ``count`` rows: SQL expressions of ``i`` for the fields that are given, the model's default for others."""
    from django.db import connection, models

    columns: list[str] = []
    expressions: list[str] = []
    defaults: list[Any] = []
    for field in model._meta.local_concrete_fields:
        if isinstance(field, models.GeneratedField | models.AutoField):
            continue
        if field.name not in given and field.null:
            continue
        columns.append(f'"{field.column}"')
        if field.name in given:
            expressions.append(given[field.name].replace("%", "%%"))
        elif isinstance(field, models.UUIDField) and field.primary_key:
            expressions.append("gen_random_uuid()")
        else:
            expressions.append("%s")
            defaults.append(field.get_db_prep_save(field.get_default(), connection))
    table, values = model._meta.db_table, ", ".join(expressions)
    statement = f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM generate_series(1, %s) AS i"
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")  # no look-up of each foreign key
        cursor.execute(INDEXES, [table])
        indexes = cursor.fetchall() if count >= MANY else []
        for name, _definition in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
        cursor.execute(statement, [*defaults, count])
        for _name, definition in indexes:
            cursor.execute(definition)
        cursor.execute("RESET session_replication_role")


def _of(words: str) -> str:
    """One of an array's words, in turn."""
    return f"{words}[1 + i % array_length({words}, 1)]"


def _nth(model: type[Model], slug: str) -> str:
    """The identifier of the row with that slug."""
    return f"(SELECT id FROM {model._meta.db_table} WHERE slug = {slug})"
