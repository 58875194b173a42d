"""Read a package of tender notices that came in."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
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

PART = 1_000  # releases of a large package that are read in one transaction
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
    """Keep what is good in it, report what is not, offer what fits to the alliance. Reading twice adds nothing.

    A small package is read at once. Of a large one each performance reads the next ``PART`` releases, and the package
    stays queued until the last: see ``in_parts.read_package_to_its_end``, which takes it apart once
    and hands it over as ``parsed``.
    """

    package_id: UUID
    parsed: Package | None = field(default=None, repr=False)


@performs(
    ReadTenderPackage,
    policy=may_read_package,
    says="read a package of tender notices, “{name}”: {read} of {releases} releases",
    finds=locked(TenderPackage, "package_id"),
)
def read_tender_package(_actor: Actor, command: ReadTenderPackage, row: TenderPackage) -> Done[TenderPackage]:
    if row.state == TenderPackage.State.QUEUED:
        try:
            _read_part(row, command.parsed or read_package(bytes(row.body or b"")))
        except Unreadable as unreadable:
            row.state, row.failure, row.body = TenderPackage.State.FAILED, unreadable.sentence[:300], None
            row.read_at = clock.now()
            row.save()
    named = {"name": row.name, "read": str(row.releases_read), "releases": str(row.releases)}
    return Done(row, scope=row.alliance_id, about=row.pk, named=named)


def _read_part(row: TenderPackage, package: Package) -> None:
    """Take in the next releases; those of one procurement are never parted, so that it is laid together once."""
    groups: dict[Key, list[Release]] = defaultdict(list)
    for release in package.releases:
        groups[release.buyer_key, release.ocid].append(release)
    part, before, count = _part_after(row.releases_read - package.lost if row.releases_read else 0, groups)
    problems = [] if row.releases_read else package.problems
    notices, found = _take_in(row, part)
    offered = offer_notices(row.alliance, notices)
    row.offered_notices += offered.waiting
    row.unmatched = dict(Counter(row.unmatched) + offered.unmatched)
    row.releases, row.lost_releases = package.found, package.lost
    row.releases_read = package.lost + before + count
    _report(row, [*problems, *found])
    if row.releases_read >= package.lost + len(package.releases):
        row.state, row.body, row.read_at = TenderPackage.State.DONE, None, clock.now()
    row.save()


def _part_after(read: int, groups: dict[Key, list[Release]]) -> tuple[dict[Key, list[Release]], int, int]:
    """The next groups with ``PART`` releases or somewhat more, after the first ``read`` releases; and both counts."""
    part: dict[Key, list[Release]] = {}
    before = count = 0
    for key, group in groups.items():
        if before < read:
            before += len(group)
        elif count < PART:
            part[key] = group
            count += len(group)
    return part, before, count


def _take_in(row: TenderPackage, groups: dict[Key, list[Release]]) -> tuple[list[TenderNotice], list[Problem]]:
    """Store the releases that are new and lay each notice's releases over one another; returns all notices met."""
    at_buyers = _at_buyers(groups)
    there = {
        (notice.buyer_key, notice.ocid): notice
        for notice in TenderNotice.objects.select_for_update(no_key=True).filter(ocid__in={ocid for _b, ocid in groups})
    }
    fresh = [TenderNotice(buyer_key=buyer, ocid=ocid) for buyer, ocid in groups if (buyer, ocid) not in there]
    stored = _stored(list(there.values()))
    there.update({(notice.buyer_key, notice.ocid): notice for notice in fresh})
    notices = [there[key] for key in groups]
    changed: list[TenderNotice] = []
    problems: list[Problem] = []
    kept: list[NoticeRelease] = []
    for key, group in groups.items():
        notice = there[key]
        problems += [_reused(release) for release in group[:1] if len(at_buyers[release.ocid]) > 1]
        if _store_releases(row, notice, group, stored[notice.pk], problems, kept):
            changed.append(notice)
    row.new_notices += len(fresh)
    row.changed_notices += len(changed) - len(fresh)
    TenderNotice.objects.bulk_create(fresh, batch_size=500)
    NoticeRelease.objects.bulk_create([one for one in kept if one._state.adding], batch_size=500)
    NoticeRelease.objects.bulk_update([one for one in kept if not one._state.adding], ["released_at", "fields"], 500)
    made_now = {notice.pk for notice in fresh}
    older = [notice for notice in changed if notice.pk not in made_now]
    TenderNotice.objects.bulk_update(older, [*EMPTY, "released_at"], batch_size=200)
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
    news: list[NoticeRelease],
) -> bool:
    """Put what is new of one notice among the ``news`` to be stored; True where the notice changes by it."""
    known = len(news)
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
        stored[release.release_id] = kept
        if kept not in news[known:]:
            news.append(kept)
    if len(news) > known:
        _lay_over(notice, list(stored.values()))
    return len(news) > known


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


def _report(row: TenderPackage, problems: list[Problem]) -> None:
    """Count all problems and keep the first of them, those that lost a release before the others."""
    room = max(0, MOST_PROBLEMS - row.problems_found)
    row.problems_found += len(problems)
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
        for problem in sorted(problems, key=lambda one: (not one.is_lost, one.position))[:room]
    )
