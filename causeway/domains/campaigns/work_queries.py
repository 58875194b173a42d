"""Reads for those who take part: the members' page, one's own tasks and campaigns, whom one speaks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.core.paginator import Page
from django.db.models import F, QuerySet

from causeway.domains.alliances.models import Affiliation, Alliance, Office, Organisation
from causeway.domains.alliances.standing import officer_of, terms_now
from causeway.domains.campaigns.models import Campaign, CampaignRole, Dissent, Note, Participation, Position, Task
from causeway.domains.campaigns.standing import organisations_in, run_by
from causeway.kernel.actors import Actor, Member, person_of
from causeway.kernel.errors import Missing
from causeway.kernel.paging import Paginator

NOTES = 20
ACTIONS = 20
IN_DIRECTORY = 200


def tasks_of(actor: Actor, limit: int = 20) -> list[Task]:
    """The tasks that the actor has taken and not finished, the most urgent first."""
    if not isinstance(actor, Member):
        return []
    mine = Task.objects.filter(taken_by_id=actor.person_id, done_on=None, dropped_on=None)
    ordered = mine.select_related("campaign").order_by(F("due_on").asc(nulls_last=True), "text")
    return list(ordered.exclude(campaign__stage=Campaign.Stage.CLOSED)[:limit])


def requests_for(actor: Actor, limit: int = 20) -> list[Participation]:
    """Organisations that wait for an answer from the actor, who runs the campaign."""
    return list(waiting_requests(actor).select_related("campaign", "organisation")[:limit])


def waiting_requests(actor: Actor) -> QuerySet[Participation]:
    """The requests to join that wait for the actor, who runs the campaign."""
    return Participation.objects.filter(state=Participation.State.ASKED, campaign__in=run_by(actor))


def invitations_for(actor: Actor, limit: int = 20) -> list[Participation]:
    """Invitations that wait for an answer from an organisation for which the actor speaks."""
    return list(waiting_invitations(actor).select_related("campaign", "organisation")[:limit])


def waiting_invitations(actor: Actor) -> QuerySet[Participation]:
    """The invitations that wait for an organisation for which the actor speaks."""
    invited = Participation.objects.filter(state=Participation.State.INVITED, organisation__in=officer_of(actor))
    return invited.exclude(campaign__stage=Campaign.Stage.CLOSED)


def could_join(actor: Actor, campaign: Campaign) -> list[Organisation]:
    """The organisations for which the actor speaks that are not in the campaign."""
    return [mine for mine in officer_of(actor) if mine.pk not in _inside(campaign)]


def in_through(actor: Actor, campaign: Campaign) -> list[Organisation]:
    """The organisations for which the actor speaks that are in the campaign."""
    return [mine for mine in officer_of(actor) if mine.pk in _inside(campaign)]


def _inside(campaign: Campaign) -> set[UUID]:
    """The organisations that are in a campaign."""
    return {row.organisation_id for row in organisations_in(campaign)}


def could_be_invited(campaign: Campaign) -> list[Organisation]:
    """Organisations that are neither in the campaign nor asked: affiliated ones first."""
    inside = campaign.participations.filter(
        state__in=[Participation.State.IN, Participation.State.INVITED, Participation.State.ASKED]
    )
    affiliated = Affiliation.objects.filter(alliance_id=campaign.alliance_id, until=None)
    rest = Organisation.objects.exclude(pk__in=inside.values("organisation_id"))
    ours = list(rest.filter(pk__in=affiliated.values("organisation_id"))[:IN_DIRECTORY])
    others = rest.exclude(pk__in=[organisation.pk for organisation in ours])
    return [*ours, *others[: IN_DIRECTORY - len(ours)]]


def could_host(campaign: Campaign) -> list[Organisation]:
    """Organisations that may have hosted an action: those in the campaign, and the alliance's own."""
    inside = campaign.participations.filter(state=Participation.State.IN).values("organisation_id")
    affiliated = Affiliation.objects.filter(alliance_id=campaign.alliance_id, until=None).values("organisation_id")
    return list(Organisation.objects.filter(pk__in=inside) | Organisation.objects.filter(pk__in=affiliated))


@dataclass(frozen=True)
class MembersPage:
    """What those who take part see."""

    participations: list[Participation]
    roles: list[CampaignRole]
    tasks: list[Task]
    finished: list[Task]
    notes: Page[Note]
    my_role: CampaignRole | None
    dropped: list[Task] = field(default_factory=list)
    taken_away: list[Note] = field(default_factory=list)
    speaks_for: list[Organisation] = field(default_factory=list)

    @property
    def inside(self) -> list[Participation]:
        return [row for row in self.participations if row.state == Participation.State.IN]

    @property
    def asked(self) -> list[Participation]:
        return [row for row in self.participations if row.state == Participation.State.ASKED]

    @property
    def invited(self) -> list[Participation]:
        return [row for row in self.participations if row.state == Participation.State.INVITED]

    @property
    def left(self) -> list[Participation]:
        return [row for row in self.participations if row.state == Participation.State.LEFT]

    @property
    def organisers(self) -> list[CampaignRole]:
        return [role for role in self.roles if role.since]

    @property
    def offers(self) -> list[CampaignRole]:
        return [role for role in self.roles if not role.since]


def members_page(
    actor: Actor, campaign: Campaign, number: str | int | None = None, *, runs_it: bool = False
) -> MembersPage:
    """The members' page. That the actor takes part is for the caller to require."""
    person_id = person_of(actor)
    roles = list(campaign.roles.select_related("person"))
    listed = list(campaign.tasks.select_related("taken_by"))
    tasks = [task for task in listed if not task.dropped_on]
    notes = campaign.notes.select_related("written_by")
    taken_away = [note for note in notes.exclude(withdrawn_on=None) if runs_it or note.withdrawn_by_id == person_id]
    return MembersPage(
        participations=list(campaign.participations.select_related("organisation")),
        roles=roles,
        tasks=[task for task in tasks if not task.done_on],
        finished=sorted((task for task in tasks if task.done_on), key=lambda task: str(task.done_on), reverse=True)[
            :10
        ],
        notes=Paginator(notes.filter(withdrawn_on=None), NOTES).get_page(number),
        dropped=[task for task in listed if task.dropped_on] if runs_it else [],
        taken_away=taken_away,
        my_role=next((role for role in roles if role.person_id == person_id), None),
        speaks_for=officer_of(actor),
    )


def may_open_for(actor: Actor) -> list[Office]:
    """The coordinators' offices that the actor holds: the alliances in which they may open a campaign."""
    if not isinstance(actor, Member):
        return []
    held = terms_now().filter(person_id=actor.person_id, office__role=Office.Role.COORDINATOR)
    offices = Office.objects.filter(pk__in=held.values("office_id")).exclude(alliance=None)
    return list(offices.select_related("alliance"))


def dissents_in(campaign: Campaign) -> QuerySet[Dissent]:
    """The dissents from the campaign's demands."""
    return Dissent.objects.filter(demand__campaign=campaign)


def positions_in(campaign: Campaign) -> QuerySet[Position]:
    """The recorded positions of the campaign's targets."""
    return Position.objects.filter(target__campaign=campaign)


def alliance_to_open_in(slug: str) -> Alliance:
    """The alliance at an address. Raises Missing."""
    alliance = Alliance.objects.filter(slug=slug).first()
    if alliance is None:
        raise Missing
    return alliance
