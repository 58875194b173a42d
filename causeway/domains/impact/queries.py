"""Reads of impact checks: each takes an actor, and returns only what that actor may see."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Page
from django.db.models import Q, QuerySet

from causeway.domains.impact.content import Content, as_json, content_of, from_json
from causeway.domains.impact.models import Bearing, Edition, Effect, ImpactCheck, OpenQuestion, Writer
from causeway.domains.impact.subjects import Subject, kind_named, kinds, subject_at
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.errors import Missing
from causeway.kernel.paging import Paginator

A_PAGE = 20


def visible_checks(actor: Actor) -> QuerySet[ImpactCheck]:
    """The checks that the actor may write, and those that are published of what the actor sees."""
    found = Q(pk__in=[])
    for kind in kinds():
        written = Q(subject_id__in=kind.written(actor).values("pk"))
        published = Q(published_on__isnull=False, subject_id__in=kind.seen(actor).values("pk"))
        found |= Q(kind=kind.name) & (written | published)
    return ImpactCheck.objects.filter(found)


@dataclass(frozen=True)
class Listed:
    """A check in the list, with what it is about."""

    check: ImpactCheck
    subject: Subject
    gist: str
    """As the last edition says it; nothing before that."""


def checks_page(actor: Actor, number: str, kind_name: str = "") -> Page[Any]:
    """The checks that are published, the newest first, and those that the actor may write; of one kind, or of all."""
    rows = visible_checks(actor).filter(kind=kind_name) if kind_name else visible_checks(actor)
    page: Page[Any] = Paginator(rows, A_PAGE).get_page(number)
    page.object_list = _with_subjects(list(page.object_list))
    return page


def _with_subjects(checks: list[ImpactCheck]) -> list[Listed]:
    """One query for each kind, however many checks there are."""
    rows: dict[UUID, Subject] = {}
    for name in {check.kind for check in checks}:
        kind = kind_named(name)
        found = kind.model._default_manager.in_bulk([check.subject_id for check in checks if check.kind == name])
        rows |= {pk: Subject(kind, row) for pk, row in found.items()}
    editions = Edition.objects.filter(check_of__in=checks).order_by("check_of_id", "-number").distinct("check_of_id")
    gists = {edition.check_of_id: edition.content["gist"] for edition in editions}
    return [
        Listed(check, rows[check.subject_id], gists.get(check.pk, "")) for check in checks if check.subject_id in rows
    ]


def published_about(actor: Actor, kind_name: str, subject_ids: Collection[UUID]) -> list[Listed]:
    """What is published about these subjects, as far as the actor sees it, the newest first."""
    rows = visible_checks(actor).filter(kind=kind_name, subject_id__in=subject_ids)
    return _with_subjects(list(rows.filter(published_on__isnull=False, withdrawn_on=None)))


def check_at(actor: Actor, check_id: UUID) -> ImpactCheck:
    """The check. Raises Missing where the actor sees none."""
    check = visible_checks(actor).filter(pk=check_id).first()
    if check is None:
        raise Missing
    return check


def effect_at(actor: Actor, effect_id: UUID) -> Effect:
    """An effect of a check that the actor sees. Raises Missing."""
    found = Effect.objects.filter(pk=effect_id, check_of__in=visible_checks(actor)).select_related("check_of").first()
    if found is None:
        raise Missing
    return found


def question_at(actor: Actor, question_id: UUID) -> OpenQuestion:
    """A question of a check that the actor sees. Raises Missing."""
    rows = OpenQuestion.objects.filter(pk=question_id, check_of__in=visible_checks(actor))
    found = rows.select_related("check_of").first()
    if found is None:
        raise Missing
    return found


@dataclass(frozen=True)
class CheckShown:
    """A check as one actor reads it: its working copy for those who may write it, else its last edition."""

    check: ImpactCheck
    subject: Subject
    content: Content
    writers: list[str]
    editions: list[Edition]
    edition: Edition | None
    """The edition shown; None for the working copy."""
    is_writer: bool
    may_write: bool
    """Whether the actor may put their name to it."""
    runs: bool
    differs: bool
    """Whether the working copy says something else than the last edition."""


def check_shown(actor: Actor, check: ImpactCheck, *, number: int | None = None) -> CheckShown:
    """The page of a check; ``number`` asks for one edition. Raises Missing where there is none."""
    subject = subject_at(check.kind, check.subject_id)
    may_write = subject.is_written_by(actor)
    if check.withdrawn_on and number is not None and not may_write:
        raise Missing
    editions = list(check.editions.all())
    edition = _edition(editions, number) if number is not None else None
    if edition is None and not may_write:
        edition = editions[0]  # published, or the actor would not see the check
    working = content_of(check) if may_write else None
    content = from_json(edition.content) if edition else working
    assert content is not None  # noqa: S101 - one of both is there
    writers = list(edition.writers.all() if edition else check.writers.all())
    return CheckShown(
        check=check,
        subject=subject,
        content=content,
        writers=[writer.name for writer in writers],
        editions=editions,
        edition=edition,
        is_writer=may_write and bool(my_name_on(actor, check)),
        may_write=may_write,
        runs=subject.is_run_by(actor),
        differs=working is not None and (not editions or not _same(working, from_json(editions[0].content))),
    )


def _edition(editions: list[Edition], number: int) -> Edition:
    found = next((one for one in editions if one.number == number), None)
    if found is None:
        raise Missing
    return found


def _same(working: Content, published: Content) -> bool:
    return as_json(working) == as_json(published)


def bearing_on(check: ImpactCheck, point: str) -> Bearing | None:
    """What was said on a point of the frame."""
    return Bearing.objects.filter(check_of=check, point=point).first()


def my_name_on(actor: Actor, check: ImpactCheck) -> str:
    """The name under which the actor writes the check; nothing where they do not."""
    person_id = person_of(actor)
    mine = Writer.objects.filter(check_of=check, person_id=person_id).first() if person_id else None
    return mine.name if mine else ""


@dataclass(frozen=True)
class Summary:
    """What travels with a proposal: who gains and who loses, now and in a generation, and what is still open."""

    check: ImpactCheck
    content: Content
    writers: list[str]
    edition: Edition

    def _groups(self, direction: Effect.Direction) -> dict[str, list[str]]:
        return {when: self.content.groups_that(direction, when) for when in Effect.When.values}

    @property
    def lose(self) -> dict[str, list[str]]:
        return self._groups(Effect.Direction.LOSES)

    @property
    def gain(self) -> dict[str, list[str]]:
        return self._groups(Effect.Direction.GAINS)

    @property
    def unclear(self) -> dict[str, list[str]]:
        return self._groups(Effect.Direction.UNCLEAR)


def check_about(kind_name: str, subject_id: UUID) -> ImpactCheck | None:
    """The check of that subject, if one was begun. Whether somebody may see it, ask the policies."""
    return ImpactCheck.objects.filter(kind=kind_name, subject_id=subject_id).first()


def summary_of(check: ImpactCheck) -> Summary | None:
    """The summary of what is published; None before that, and after it was withdrawn."""
    edition = check.editions.first() if check.published_on and not check.withdrawn_on else None
    if edition is None:
        return None
    return Summary(check, from_json(edition.content), [one.name for one in edition.writers.all()], edition)
