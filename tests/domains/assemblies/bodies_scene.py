"""Bodies beside the alliance that decide: a campaign, and a service that its users run."""

from __future__ import annotations

from typing import Any

from causeway.domains.assemblies.commands.set_up_process import SetUpProcess
from causeway.domains.assemblies.commands.settle_roll import SettleRoll
from causeway.domains.assemblies.models import Ballot, Process
from causeway.domains.campaigns.models import Campaign
from causeway.domains.services.commands.say_who_runs_service import SayWhoRunsService
from causeway.domains.services.models import Service
from causeway.kernel import clock
from causeway.kernel.perform import perform
from tests.domains.assemblies import scene as room
from tests.domains.campaigns import scene as campaigns
from tests.domains.services import scene as services
from tests.scenes import Scene


def campaign(s: Scene) -> Campaign:
    """An open campaign in which the users’ group takes part, and the branch does not."""
    room.members(s)
    return campaigns.participation(s).campaign


def users_service(s: Scene) -> Service:
    """The day centre, run by the users’ group."""
    room.members(s)
    command = SayWhoRunsService(service_id=services.centre(s).pk, organisation_id=s.users_group.pk)
    service: Service = s.once("assemblies.users service", lambda: perform(s.actor("coordinator"), command))
    return service


def set_up(s: Scene, who: str, body_id: Any, **changes: Any) -> Process:
    """A vote by yes and no that opens tomorrow, its roll settled."""
    opens_at = clock.now() + room.DAY
    fields: dict[str, Any] = {
        "body_id": body_id,
        "title": "Open on Saturdays",
        "question": "Shall we open on Saturdays?",
        "why_here": "It changes the week of those who are here, and of nobody else.",
        "form": Ballot.Form.YES_NO,
        "opens_at": opens_at,
        "closes_at": opens_at + room.DAY,
        **changes,
    }
    process = perform(s.actor(who), SetUpProcess(**fields))
    perform(s.actor(who), SettleRoll(process_id=process.pk))
    return Process.objects.get(pk=process.pk)


def of_campaign(s: Scene) -> Process:
    """A vote of the campaign; its roll lies open."""
    make = lambda: set_up(s, "coordinator", campaign(s).pk, title="The campaign’s name")  # noqa: E731
    found: Process = s.once("assemblies.of campaign", make)
    return found


def of_service(s: Scene) -> Process:
    """A vote of the service that its users run; its roll lies open."""
    make = lambda: set_up(s, "user_officer", users_service(s).pk)  # noqa: E731
    found: Process = s.once("assemblies.of service", make)
    return found
