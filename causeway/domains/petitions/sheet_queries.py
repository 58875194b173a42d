"""Reads about sheets of paper: each takes an actor and returns only what that actor may see."""

from __future__ import annotations

from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet, Sum

from causeway.domains.campaigns.standing import run_by
from causeway.domains.petitions.models import Petition, Resemblance, Sheet
from causeway.kernel import clock
from causeway.kernel.actors import Actor, person_of

PAGE = 50
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
    """The visible sheets that are out, the most overdue first: for the home page."""
    return visible_sheets(actor).filter(state=Sheet.State.OUT).order_by("due_on", "number")


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


def overdue(actor: Actor, today: date | None = None) -> QuerySet[Sheet]:
    """The visible sheets that should have been back."""
    return sheets_out(actor).filter(due_on__lt=today or clock.today())


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
    """Signatures that were counted with a photograph and not typed in."""
    taken_in = petition.sheets.filter(state__in=[Sheet.State.COUNTED, Sheet.State.CHECKED])
    return taken_in.aggregate(n=Sum("counted"))["n"] or 0
