"""Read a package of tender notices that came in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from causeway.domains.services.commands.offer_notices import offer_notices
from causeway.domains.services.models import NoticeRelease, PackageProblem, TenderNotice, TenderPackage
from causeway.domains.services.ocds import Package, Problem, Release, merge, read_package
from causeway.domains.services.policies.tenders import may_read_package
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Unreadable

MOST_PROBLEMS = 1000  # kept with a report; all are counted
DAYS = ("tender_closes_on", "contract_starts_on", "contract_ends_on")
EMPTY: dict[str, Any] = {
    "buyer_name": "",
    "title": "",
    "description": "",
    "status": "",
    "value_pence": None,
    "currency": "",
    "cpv": [],
    "places": [],
    "suppliers": [],
    "tender_closes_on": None,
    "contract_starts_on": None,
    "contract_ends_on": None,
    "source_url": "",
}
Key = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class ReadTenderPackage(Command[TenderPackage]):
    """Keep what is good in it, report what is not, offer what fits to the alliance. Reading twice adds nothing."""

    package_id: UUID


@performs(
    ReadTenderPackage,
    policy=may_read_package,
    says="read a package of tender notices, “{name}”",
    finds=locked(TenderPackage, "package_id"),
)
def read_tender_package(_actor: Actor, _command: ReadTenderPackage, row: TenderPackage) -> Done[TenderPackage]:
    done = Done(row, scope=row.alliance_id, about=row.pk, named={"name": row.name})
    if row.state != TenderPackage.State.QUEUED:
        return done
    row.read_at = clock.now()
    try:
        package = read_package(bytes(row.body or b""))
    except Unreadable as unreadable:
        row.state, row.failure, row.body = TenderPackage.State.FAILED, unreadable.sentence[:300], None
        row.save()
        return done
    notices, problems = _take_in(row, package.releases)
    row.offered_notices = offer_notices(row.alliance, notices)
    _report(row, package, package.problems + problems)
    return done


def _take_in(row: TenderPackage, releases: list[Release]) -> tuple[list[TenderNotice], list[Problem]]:
    """Store the releases that are new and lay each notice's releases over one another; returns all notices met."""
    groups: dict[Key, list[Release]] = defaultdict(list)
    for release in releases:
        groups[release.buyer_key, release.ocid].append(release)
    at_buyers = _at_buyers(groups)
    there = {
        (notice.buyer_key, notice.ocid): notice
        for notice in TenderNotice.objects.select_for_update(no_key=True).filter(ocid__in={ocid for _b, ocid in groups})
    }
    fresh = [TenderNotice(buyer_key=buyer, ocid=ocid) for buyer, ocid in groups if (buyer, ocid) not in there]
    TenderNotice.objects.bulk_create(fresh, batch_size=500)
    there.update({(notice.buyer_key, notice.ocid): notice for notice in fresh})
    notices = [there[key] for key in groups]
    stored = _stored(notices)
    changed: list[TenderNotice] = []
    problems: list[Problem] = []
    for key, group in groups.items():
        notice = there[key]
        problems += [_reused(release) for release in group[:1] if len(at_buyers[release.ocid]) > 1]
        if _store_releases(row, notice, group, stored[notice.pk], problems):
            changed.append(notice)
    row.new_notices, row.changed_notices = len(fresh), len(changed) - len(fresh)
    TenderNotice.objects.bulk_update(changed, [*EMPTY, "released_at"], batch_size=200)
    return notices, problems


def _at_buyers(groups: dict[Key, list[Release]]) -> dict[str, set[str]]:
    """At which buyers each ocid stands, here and in what was read before."""
    at: dict[str, set[str]] = defaultdict(set)
    known = TenderNotice.objects.filter(ocid__in={ocid for _buyer, ocid in groups})
    for buyer, ocid in [*groups, *known.values_list("buyer_key", "ocid")]:
        at[ocid].add(buyer)
    return at


def _stored(notices: list[TenderNotice]) -> dict[UUID, dict[str, NoticeRelease]]:
    stored: dict[UUID, dict[str, NoticeRelease]] = defaultdict(dict)
    for release in NoticeRelease.objects.filter(notice__in=notices):
        stored[release.notice_id][release.release_id] = release
    return stored


def _store_releases(
    row: TenderPackage,
    notice: TenderNotice,
    group: list[Release],
    stored: dict[str, NoticeRelease],
    problems: list[Problem],
) -> bool:
    """Store what is new of one notice; True where the notice changed by it."""
    news = False
    for release in group:
        old = stored.get(release.release_id)
        if old and old.fields == release.fields and old.released_at == release.released_at:
            row.repeated_releases += 1
            continue
        if old and (old.released_at or release.released_at) != release.released_at:
            problems.append(_same_id(release, "the newer of the two counts"))
            if old.released_at and release.released_at and old.released_at > release.released_at:
                continue
        elif old:
            problems.append(_same_id(release, "the one read last counts"))
        kept = old or NoticeRelease(notice=notice, release_id=release.release_id)
        kept.released_at, kept.fields = release.released_at, release.fields
        kept.save()
        stored[release.release_id] = kept
        news = True
    if news:
        _lay_over(notice, list(stored.values()))
    return news


def _lay_over(notice: TenderNotice, releases: list[NoticeRelease]) -> None:
    merged = {**EMPTY, **merge((one.released_at, one.release_id, one.fields) for one in releases)}
    for name, value in merged.items():
        setattr(notice, name, date.fromisoformat(value) if name in DAYS and value else value)
    notice.released_at = max((one.released_at for one in releases if one.released_at), default=None)


def _reused(release: Release) -> Problem:
    said = "This ocid stands at another buyer too; each is kept as a notice of its own."
    return Problem(release.position, release.ocid, release.release_id, "ocid", said)


def _same_id(release: Release, which: str) -> Problem:
    said = f"Another release has the same id and says something else; {which}."
    return Problem(release.position, release.ocid, release.release_id, "id", said)


def _report(row: TenderPackage, package: Package, problems: list[Problem]) -> None:
    row.state, row.body = TenderPackage.State.DONE, None
    row.releases, row.lost_releases, row.problems_found = package.found, package.lost, len(problems)
    row.save()
    PackageProblem.objects.bulk_create(
        PackageProblem(
            package=row,
            position=problem.position,
            ocid=problem.ocid[:100],
            release_id=problem.release_id[:200],
            field=problem.field[:80],
            sentence=problem.sentence[:300],
            is_lost=problem.is_lost,
        )
        for problem in sorted(problems, key=lambda one: (not one.is_lost, one.position))[:MOST_PROBLEMS]
    )
