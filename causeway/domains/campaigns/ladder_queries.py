"""Reads of the ladder: counts only, never a list of people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from causeway.domains.alliances.models import Alliance, Organisation
from causeway.domains.alliances.standing import coordinates, terms_now
from causeway.domains.campaigns.ladder_policies import may_see_ask
from causeway.domains.campaigns.ladder_standing import (
    ORDER,
    index_on_ladder,
    rungs_by_person,
    standing,
    standing_on,
)
from causeway.domains.campaigns.models import Ask, AskedStep, Campaign, Contact, Event, Rung, Step, Turn
from causeway.domains.campaigns.standing import runs, takes_part
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Member
from causeway.kernel.errors import Missing

SMALL = 10
WEEKS = 26
LATELY = timedelta(days=30)


@dataclass(frozen=True)
class Rungs:
    """One rung in numbers. None stands for a count below ten that the reader may not see.

    ``share`` is what has reached it, out of 100 of what has reached the fullest rung.
    """

    rung: str
    label: str
    reached: int | None
    standing: int | None
    weekly: list[int | None]
    share: int = 0


@dataclass(frozen=True)
class Ladder:
    """A campaign's ladder as one reader may see it."""

    weeks: list[date]
    rungs: list[Rungs]
    never_asked: int | None
    moved_up: int | None
    people: int | None
    exact: bool

    @property
    def table(self) -> list[tuple[date, list[int | None]]]:
        """Week by week, latest first, a count for each rung."""
        rows = [(week, [rung.weekly[at] for rung in self.rungs]) for at, week in enumerate(self.weeks)]
        return rows[::-1]


def ladder_of(actor: Actor, campaign: Campaign) -> Ladder:
    """The ladder in numbers; counts below ten are for the campaign's organisers only. Raises Missing."""
    if not takes_part(actor, campaign):
        raise Missing
    exact = runs(actor, campaign)

    def shown(count: int) -> int | None:
        return count if exact or count >= SMALL else None

    people = rungs_by_person(campaign)
    today = clock.today()
    weeks = [today - timedelta(weeks=back) for back in reversed(range(WEEKS))]
    days: dict[str, list[date]] = {rung: [] for rung in Rung.values}
    for rung, on in Step.objects.filter(campaign=campaign).order_by("on").values_list("rung", "on"):
        days[rung].append(on)
    fullest = max((len(reached) for reached in days.values()), default=0) or 1
    highest = [standing(rungs) for rungs in people.values()]
    rungs = [
        Rungs(
            rung=rung.value,
            label=str(rung.label),
            reached=shown(len(days[rung])),
            standing=None if rung == Rung.SAID_YES else shown(highest.count(rung)),
            weekly=[shown(sum(1 for on in days[rung] if on <= week)) for week in weeks],
            share=round(100 * len(days[rung]) / fullest),
        )
        for rung in Rung
    ]
    return Ladder(
        weeks=weeks,
        rungs=rungs,
        never_asked=shown(_never_asked(campaign, people)),
        moved_up=shown(_moved_up(campaign, people)),
        people=shown(len(people)),
        exact=exact,
    )


def _never_asked(campaign: Campaign, people: dict[bytes, set[str]]) -> int:
    asked = {
        bytes(index) for index in AskedStep.objects.filter(campaign=campaign).values_list("person_index", flat=True)
    }
    return sum(1 for index, rungs in people.items() if rungs == {Rung.SIGNED} and index not in asked)


def _moved_up(campaign: Campaign, people: dict[bytes, set[str]]) -> int:
    since = clock.today() - LATELY
    before: dict[bytes, set[str]] = {}
    earlier = Step.objects.filter(campaign=campaign, on__lt=since)
    for index, rung in earlier.values_list("person_index", "rung").iterator():
        before.setdefault(bytes(index), set()).add(rung)
    return sum(1 for index, rungs in before.items() if ORDER[standing(people[index])] > ORDER[standing(rungs)])


def controllers_of(actor: Actor, campaign: Campaign) -> list[tuple[UUID, str]]:
    """The bodies in whose name the actor may ask: the alliance that they coordinate, organisations they speak for."""
    if not isinstance(actor, Member) or not runs(actor, campaign):
        return []
    held = terms_now().filter(person_id=actor.person_id, office__role="officer").exclude(office__organisation=None)
    offices = Organisation.objects.filter(pk__in=held.values("office__organisation_id"))
    bodies = [(body.pk, body.name) for body in offices]
    if coordinates(actor, campaign.alliance_id):
        bodies.insert(0, (campaign.alliance_id, campaign.alliance.name))
    return bodies


def name_of_controller(controller_id: UUID) -> str:
    """The name of an alliance or organisation."""
    body = Alliance.objects.filter(pk=controller_id).first() or Organisation.objects.filter(pk=controller_id).first()
    return body.name if body else ""


def controller_of(event: Event) -> tuple[UUID, str]:
    """The body that a person who signs up for an event may say yes to: its host, else the alliance."""
    body = event.host or event.campaign.alliance
    return body.pk, body.name


def may_hear(campaign: Campaign, controller_id: UUID, rung: str) -> int:
    """How many on a rung left an address with that body. Shown in the preview, to organisers only."""
    contacts = Contact.objects.filter(campaign=campaign, controller_id=controller_id)
    on_rung = standing_on(campaign, rung)
    return sum(1 for index in contacts.values_list("person_index", flat=True) if bytes(index) in on_rung)


def asks_of(actor: Actor, campaign: Campaign) -> list[Ask]:
    """How the campaign's asks went, latest first; for its organisers."""
    return list(campaign.asks.all()[:50]) if runs(actor, campaign) else []


def ask_at(actor: Actor, ask_id: UUID) -> Ask:
    """One ask. Raises Missing."""
    ask = Ask.objects.select_related("campaign__alliance").filter(pk=ask_id).first()
    if ask is None or not may_see_ask(actor, ask):
        raise Missing
    return ask


def contacts_at(contact_ids: tuple[UUID, ...]) -> list[Contact]:
    """The contacts to write to, for the job that sends."""
    return list(Contact.objects.filter(pk__in=contact_ids))


def shifts_served() -> list[tuple[Campaign, str, date]]:
    """Turns of the last three days that are over and stand on no ladder yet: campaign, address, day."""
    now = clock.now()
    turns = Turn.objects.filter(
        state=Turn.State.TAKEN,
        shift__called_off_at=None,
        shift__ends_at__lte=now,
        shift__ends_at__gt=now - timedelta(days=3),
        person__is_active=True,
    ).select_related("shift__rota__campaign", "person")
    return [
        (turn.shift.rota.campaign, turn.person.email, clock.today())
        for turn in turns
        if not _stands(turn.shift.rota.campaign, turn.person.email, Rung.TOOK_SHIFT)
    ]


def office_holders() -> list[tuple[Campaign, str]]:
    """Those who hold an office in the alliance of an open campaign and are on its ladder by what they did."""
    holders = []
    for campaign in Campaign.objects.filter(stage=Campaign.Stage.OPEN):
        terms = terms_now().filter(office__alliance_id=campaign.alliance_id).select_related("person")
        for email in {term.person.email for term in terms}:
            steps = Step.objects.filter(campaign=campaign, person_index=index_on_ladder(email, campaign.pk))
            if steps.exists() and not steps.filter(rung=Rung.HOLDS_OFFICE).exists():
                holders.append((campaign, email))
    return holders


def _stands(campaign: Campaign, email: str, rung: Rung) -> bool:
    index = index_on_ladder(email, campaign.pk)
    return Step.objects.filter(campaign=campaign, person_index=index, rung=rung).exists()
