"""Reads about sheets of paper: each takes an actor and returns only what that actor may see."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.core.paginator import Page
from django.db.models import Count, Q, QuerySet, Sum
from django.utils.translation import gettext as _

from causeway.domains.campaigns.standing import run_by, runs
from causeway.domains.petitions.models import Petition, Resemblance, Sheet, SheetLine, SheetPhoto
from causeway.domains.petitions.sheet_codes import number_in
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.errors import Invalid, Missing
from causeway.kernel.paging import Paginator

PAGE = 50
MOST_PRINTED = 200
TO_DO = (Sheet.State.BACK, Sheet.State.TYPED, Sheet.State.COUNTED)


def visible_sheets(actor: Actor) -> QuerySet[Sheet]:
    """The sheets of the campaigns that the actor runs, and those that the actor holds."""
    person_id = person_of(actor)
    if person_id is None:
        return Sheet.objects.none()
    return Sheet.objects.filter(
        Q(petition__campaign_id__in=run_by(actor).values("pk")) | Q(holder_id=person_id)
    ).select_related("petition__campaign__alliance", "holder", "taken_in_by", "checked_by")


def sheets_out(actor: Actor) -> QuerySet[Sheet]:
    """The visible sheets that are out, the most overdue first."""
    return visible_sheets(actor).filter(state=Sheet.State.OUT).order_by("due_on", "number")


def sheets_waiting(actor: Actor, *, due_by: date) -> QuerySet[Sheet]:
    """Both in one: the visible sheets that are due by that day, and those that are back and wait to be counted."""
    due = Q(state=Sheet.State.OUT, due_on__lte=due_by)
    return visible_sheets(actor).filter(due | Q(state__in=TO_DO)).order_by("due_on", "number")


def sheets_to_take_in(actor: Actor) -> QuerySet[Sheet]:
    """The visible sheets that are back and wait to be typed in or checked."""
    return visible_sheets(actor).filter(state__in=TO_DO).order_by("back_on", "number")


def sheets_page(actor: Actor, petition: Petition, *, state: str = "", number: str | int | None = 1) -> Page[Sheet]:
    """One page of a petition's sheets, those of one state where it is given."""
    sheets = visible_sheets(actor).filter(petition=petition).order_by("number")
    if state in Sheet.State.values:
        sheets = sheets.filter(state=state)
    return Paginator(sheets, PAGE).get_page(number)


def sheets_by_state(actor: Actor, petition: Petition) -> list[tuple[str, str, int]]:
    """State, its name and how many visible sheets are in it, in the order of a sheet's life; empty ones left out."""
    counts = dict(
        visible_sheets(actor)
        .filter(petition=petition)
        .order_by()
        .values_list("state")
        .annotate(n=Count("pk"))
        .values_list("state", "n")
    )
    return [(value, str(label), counts[value]) for value, label in Sheet.State.choices if counts.get(value)]


def open_questions(actor: Actor, petition: Petition, *, number: str | int | None = 1) -> Page[Resemblance]:
    """Pairs of signatures that may be one person's, undecided first; for those who run the campaign."""
    pairs = (
        Resemblance.objects.filter(petition=petition, petition__campaign_id__in=run_by(actor).values("pk"))
        .select_related("one__line__sheet", "other__line__sheet")
        .order_by("decided_at", "pk")
    )
    return Paginator(pairs, PAGE).get_page(number)


def undecided(petition: Petition) -> int:
    """How many pairs wait for a decision."""
    return petition.resemblances.filter(same=None).count()


def counted_on_sheets(petition: Petition) -> int:
    """Signatures on sheets that were counted, with a photograph, and checked by a second person."""
    checked = petition.sheets.filter(state=Sheet.State.CHECKED)
    return checked.aggregate(n=Sum("counted"))["n"] or 0


def petition_to_run(actor: Actor, slug: str) -> Petition:
    """The petition at this address, for those who run its campaign. Raises Missing for others."""
    petitions = Petition.objects.filter(campaign_id__in=run_by(actor).values("pk"), slug=slug)
    petition = petitions.select_related("campaign__alliance").prefetch_related("targets__body").first()
    if petition is None:
        raise Missing
    return petition


def sheet_of(actor: Actor, sheet_id: UUID) -> Sheet:
    """One visible sheet. Raises Missing."""
    sheet = visible_sheets(actor).filter(pk=sheet_id).first()
    if sheet is None:
        raise Missing
    return sheet


def sheet_with_code(actor: Actor, petition: Petition, code: str) -> Sheet:
    """The visible sheet with this number. Raises Invalid where number and letter do not go together."""
    sheet = visible_sheets(actor).filter(petition=petition, number=number_in(code)).first()
    if sheet is None:
        raise Invalid(code=_("This petition has no sheet with this number."))
    return sheet


def sheets_to_print(actor: Actor, petition: Petition, first: int, last: int) -> list[Sheet]:
    """The sheets with these numbers, at most 200. Raises Missing where there is none."""
    numbers = {"number__gte": first, "number__lte": min(last, first + MOST_PRINTED - 1)}
    sheets = list(visible_sheets(actor).filter(petition=petition, **numbers).order_by("number"))
    same_size = [sheet for sheet in sheets if sheet.size == sheets[0].size]
    if not same_size:
        raise Missing
    return same_size


def lines_with_signatures(sheet: Sheet) -> list[SheetLine]:
    """The lines of a sheet that was typed in, each with its signature and the one that counts in its place."""
    return list(sheet.lines.select_related("signature__duplicate_of__line__sheet").order_by("number"))


def photograph_of(actor: Actor, sheet_id: UUID) -> bytes:
    """The photograph of a visible sheet. Raises Missing where there is none, or no longer."""
    photo = SheetPhoto.objects.filter(sheet=sheet_of(actor, sheet_id)).first()
    if photo is None:
        raise Missing
    return bytes(photo.picture)


def may_run(actor: Actor, sheet: Sheet) -> bool:
    """Whether the actor runs the campaign that a sheet belongs to, and does not only hold it."""
    return runs(actor, sheet.petition.campaign)


def sheet_to_run(actor: Actor, sheet_id: UUID) -> Sheet:
    """One sheet, for those who run its campaign. Raises Missing for others, the holder too."""
    sheet = sheet_of(actor, sheet_id)
    if not may_run(actor, sheet):
        raise Missing
    return sheet


def line_of(actor: Actor, signature_id: UUID) -> SheetLine:
    """The line on which a paper signature stands, for those who run the campaign. Raises Missing."""
    lines = SheetLine.objects.filter(
        signature_id=signature_id, sheet__petition__campaign_id__in=run_by(actor).values("pk")
    )
    line = lines.select_related("sheet__petition", "signature").first()
    if line is None:
        raise Missing
    return line


def readiness(actor: Actor, petition: Petition) -> dict[str, int]:
    """What is still open before a hand-in: sheets out, sheets to take in or check, and pairs to decide on."""
    mine = visible_sheets(actor).filter(petition=petition)
    return {
        "out": mine.filter(state=Sheet.State.OUT).count(),
        "back": mine.filter(state=Sheet.State.BACK).count(),
        "unchecked": mine.filter(state__in=[Sheet.State.TYPED, Sheet.State.COUNTED]).count(),
        "undecided": undecided(petition),
    }


def lost_sheet(sheet_id: UUID) -> Sheet | None:
    """A sheet that is still lost, for the letter about it."""
    sheets = Sheet.objects.filter(pk=sheet_id, state=Sheet.State.LOST)
    return sheets.select_related("petition__campaign__alliance").first()
