"""Call for motions: a process in which a body takes them, seconds, amends and then votes."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Section
from causeway.domains.assemblies.bodies import Body, find_body, has_sections
from causeway.domains.assemblies.commands.drawing_up import draw_up
from causeway.domains.assemblies.models import Ballot, Phase, Process, StandingOrders
from causeway.domains.assemblies.phases import Stretch, checked_course
from causeway.domains.assemblies.policies import may_set_up_process
from causeway.domains.assemblies.trail import in_trail
from causeway.domains.campaigns.models import Campaign
from causeway.domains.campaigns.wording import a_choice, some_text
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid

TAKES_MOTIONS = {
    Process.Blueprint.MOTION,
    Process.Blueprint.STATEMENT,
    Process.Blueprint.CONFERENCE,
    Process.Blueprint.BY_HAND,
}
MOST_SECONDERS = 50


@dataclass(frozen=True, kw_only=True)
class CallForMotions(Command[Process]):
    """Set up a process by its phases, in which motions are moved; with the standing orders that hold in it.

    ``phases``: each kind at most once (``phases.checked_course`` says what can follow what). One without a time to
    propose takes no motions, and has no standing orders. ``becomes``: what a carried text is from then on.
    """

    body_id: UUID
    blueprint: str = Process.Blueprint.MOTION
    title: str
    about: str = ""
    why_here: str
    phases: tuple[Stretch, ...]
    movers: str = StandingOrders.Movers.MEMBERS
    seconders: int = 1
    becomes: str = StandingOrders.Becomes.POLICY
    addressed_to: str = ""
    campaign_id: UUID | None = None
    threshold: str = Ballot.Threshold.MAJORITY
    quorum_percent: int = 0
    section: str = ""
    result_for: str = Process.Audience.MEMBERS


@performs(CallForMotions, policy=may_set_up_process, says="called for motions: “{process}”", finds=find_body)
def call_for_motions(_actor: Actor, command: CallForMotions, body: Body) -> Done[Process]:
    if command.blueprint not in TAKES_MOTIONS:
        raise Invalid(blueprint=_("Choose one of the answers."))
    phases = checked_course(command.phases)
    process = draw_up(
        body,
        blueprint=command.blueprint,
        title=command.title,
        about=command.about,
        why_here=command.why_here,
        result_for=command.result_for,
    )
    Phase.objects.bulk_create(
        Phase(process=process, kind=one.kind, opens_at=one.opens_at, closes_at=one.closes_at) for one in phases
    )
    if any(phase.kind == Phase.Kind.PROPOSE for phase in phases):
        _give_orders(process, command, body)
    return in_trail(process, process)


def _give_orders(process: Process, command: CallForMotions, body: Body) -> None:
    becomes = a_choice(command.becomes, "becomes", StandingOrders.Becomes)
    movers = a_choice(command.movers, "movers", StandingOrders.Movers)
    if not 0 <= command.seconders <= MOST_SECONDERS:
        raise Invalid(seconders=_("Give a number from 0 to %(most)s.") % {"most": MOST_SECONDERS})
    if command.seconders and not any(phase.kind == Phase.Kind.SECOND for phase in command.phases):
        raise Invalid(seconders=_("Nobody could second: there is no time for it. Ask for 0, or add that phase."))
    if not 0 <= command.quorum_percent <= 100:
        raise Invalid(quorum_percent=_("Give a number from 0 to 100."))
    if command.section and (not has_sections(body) or command.section not in Section.values):
        raise Invalid(section=_("This body has no sections. Choose everybody who belongs."))
    is_letter = becomes == StandingOrders.Becomes.LETTER
    StandingOrders.objects.create(
        process=process,
        movers=movers,
        seconders=command.seconders,
        becomes=becomes,
        addressed_to=some_text(command.addressed_to, "addressed_to", longest=200) if is_letter else "",
        campaign=_campaign(command, body) if becomes == StandingOrders.Becomes.DEMAND else None,
        threshold=a_choice(command.threshold, "threshold", Ballot.Threshold),
        quorum_percent=command.quorum_percent,
        section=command.section,
    )


def _campaign(command: CallForMotions, body: Body) -> Campaign:
    """The campaign whose demand it becomes: itself, or one of this very alliance, which so decides its demands."""
    if isinstance(body, Campaign):
        return body
    found = (
        Campaign.objects.filter(pk=command.campaign_id, alliance_id=body.pk).first() if command.campaign_id else None
    )
    if found is None:
        raise Invalid(campaign=_("Choose a campaign of this alliance."))
    return found
