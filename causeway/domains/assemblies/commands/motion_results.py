"""What the result of a vote does to a motion, its parts and its amendments. Results apply themselves."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from causeway.domains.assemblies.bodies import body_of
from causeway.domains.assemblies.course import has_ballot
from causeway.domains.assemblies.hands import last_round
from causeway.domains.assemblies.models import (
    AdoptedText,
    Amendment,
    Motion,
    MotionText,
    MotionVote,
    Part,
    Process,
    StandingOrders,
)
from causeway.domains.assemblies.motion_course import is_by_hands, paragraphs_of, text_of
from causeway.domains.assemblies.wordings import Paragraphs, amended, as_rows, as_text, excludes, without
from causeway.domains.campaigns.commands.raise_demand import RaiseDemand
from causeway.domains.campaigns.models import Demand
from causeway.kernel import clock
from causeway.kernel.actors import System
from causeway.kernel.perform import perform
from causeway.kernel.slugs import free_slug

YES = 0
LONGEST_DEMAND = 400


def verdict_of(process: Process) -> MotionVote.State | None:
    """What a vote by yes and no decided; None while it has no result, or where it was cancelled."""
    if is_by_hands(process) and not process.cancelled_on:
        outcome = last_round(process.floor_vote).outcome
        return None if outcome is None else MotionVote.State.CARRIED if outcome["carried"] else MotionVote.State.LOST
    if process.cancelled_on or not has_ballot(process) or process.ballot.outcome is None:
        return None
    if not process.ballot.outcome["quorate"]:
        return MotionVote.State.NO_QUORUM
    return MotionVote.State.CARRIED if process.ballot.outcome["chosen"] == [YES] else MotionVote.State.LOST


def apply(vote: MotionVote) -> None:
    """Let a settled vote take effect. Without the quorum it has none, and can be held again."""
    if vote.state == MotionVote.State.NO_QUORUM:
        return
    carried = vote.state == MotionVote.State.CARRIED
    if vote.amendment:
        _settle_amendment(vote.amendment, carried=carried)
    elif vote.part:
        _settle_part(vote.part, carried=carried)
    else:
        _settle_whole(vote.motion, carried=carried)


def _settle_amendment(amendment: Amendment, *, carried: bool) -> None:
    motion = amendment.motion
    close(amendment, Amendment.State.CARRIED if carried else Amendment.State.LOST, _("By vote."))
    if not carried:
        return
    words = {"action": amendment.action, "number": amendment.paragraph, "words": amendment.text}
    new_version(motion, amended(paragraphs_of(motion), **words), _("Amendment %(n)s") % {"n": amendment.number})
    for other in motion.amendments.filter(state=Amendment.State.MOVED):
        if excludes(amendment, other):
            said = _("Amendment %(n)s of the same paragraph was carried.") % {"n": amendment.number}
            close(other, Amendment.State.FELL, said)


def _settle_part(part: Part, *, carried: bool) -> None:
    part.state = Part.State.CARRIED if carried else Part.State.LOST
    part.save(update_fields=["state"])
    motion = part.motion
    if not carried:
        made_by = _("Part %(n)s was lost") % {"n": part.number}
        new_version(motion, without(paragraphs_of(motion), part.paragraphs), made_by)
    if not motion.parts.exclude(state=Part.State.LOST).exists():
        close(motion, Motion.State.LOST, _("All its parts were lost."))


def _settle_whole(motion: Motion, *, carried: bool) -> None:
    close(motion, Motion.State.CARRIED if carried else Motion.State.LOST, _("By vote."))
    if carried:
        adopt(motion)


def close(proposal: Motion | Amendment, state: str, how: str) -> None:
    """Record how a motion or an amendment ended."""
    proposal.state, proposal.settled_on, proposal.settled_how = state, clock.today(), how
    proposal.save(update_fields=["state", "settled_on", "settled_how"])


def new_version(motion: Motion, paragraphs: Paragraphs, made_by: str) -> MotionText:
    """Record the text that stands from now on."""
    last = motion.texts.order_by("number").last()
    return MotionText.objects.create(
        motion=motion,
        number=last.number + 1 if last else 1,
        paragraphs=as_rows(paragraphs),
        made_on=clock.today(),
        made_by=made_by,
    )


def adopt(motion: Motion) -> AdoptedText:
    """Record the text as it was carried, as what the standing orders make of it."""
    process, orders = motion.process, motion.process.orders
    text = as_text(paragraphs_of(motion))
    return AdoptedText.objects.create(
        motion=motion,
        slug=free_slug(AdoptedText, motion.title),
        kind=orders.becomes,
        title=motion.title,
        text=text,
        addressed_to=orders.addressed_to,
        why_here=process.why_here,
        open_to=process.result_for,
        campaign=orders.campaign,
        demand=_as_demand(motion, text) if orders.becomes == StandingOrders.Becomes.DEMAND else None,
        adopted_on=clock.today(),
    )


def _as_demand(motion: Motion, text: str) -> Demand | None:
    """The demand of the campaign: the text where it is short enough for one, else the title."""
    campaign = motion.process.orders.campaign
    if campaign is None:
        return None
    said = _("Carried by a vote of %(body)s on %(day)s") % {
        "body": body_of(motion.process).name[:140],
        "day": date_format(clock.today(), "j F Y"),
    }
    words = text if len(text) <= LONGEST_DEMAND else motion.title
    command = RaiseDemand(campaign_id=campaign.pk, text=words, adopted_on=clock.today(), adopted_how=said)
    return perform(System(reason="the alliance carried it by a vote"), command)


def version_number(motion: Motion) -> int:
    """The number of the version that stands."""
    return text_of(motion).number
