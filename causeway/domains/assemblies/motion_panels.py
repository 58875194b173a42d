"""What motions add to the pages of processes, bodies and campaigns."""

from __future__ import annotations

from causeway.domains.assemblies import motion_pages
from causeway.domains.assemblies.bodies import Body
from causeway.domains.assemblies.models import Motion, MotionVote, Phase, Process
from causeway.domains.assemblies.motion_policies import may_propose_composite
from causeway.domains.assemblies.motion_queries import whole_motions
from causeway.domains.assemblies.motion_standing import OnFloor
from causeway.domains.assemblies.text_queries import demands_of_campaign, texts_page
from causeway.domains.campaigns.models import Campaign
from causeway.kernel.actors import Actor
from causeway.kernel.panels import Panel

NEWEST = 3


def motions_of_process(actor: Actor, process: Process) -> Panel | None:
    """The motions of a process in which they are moved."""
    if not hasattr(process, "orders"):
        return None
    motions = motion_pages.motions_in(actor, process)
    context = {
        "process": process,
        "orders": process.orders,
        "motions": motions,
        "may_move": motion_pages.has_the_floor(actor, process, Phase.Kind.PROPOSE),
        "may_merge": len(motions) > 1 and bool(may_propose_composite(actor, OnFloor(process, None))),
    }
    return Panel("assemblies/_motions.html", context)


def question_of_vote(_actor: Actor, process: Process) -> Panel | None:
    """On the page of a vote that settles a motion: what it is about, word by word."""
    vote = MotionVote.objects.select_related("amendment", "part", "motion__process").filter(pk=process.pk).first()
    if vote is None:
        return None
    motion = whole_motions(Motion.objects.filter(pk=vote.motion_id)).get()
    shown = motion_pages.question_shown(vote, motion)
    return Panel("assemblies/_motion_question.html", {"vote": vote, "motion": motion, "it": shown})


def texts_of_body(actor: Actor, body: Body) -> Panel | None:
    """What a body adopted last."""
    page = texts_page(actor, body, "1")
    if not page.object_list:
        return None
    context = {"body": body, "texts": page.object_list[:NEWEST], "number": page.paginator.count}
    return Panel("assemblies/_texts_panel.html", context)


def demands_by_vote(actor: Actor, campaign: Campaign) -> Panel | None:
    """The demands of a campaign that were carried by a vote, with the way to the text."""
    texts = demands_of_campaign(actor, campaign)
    return Panel("assemblies/_demands_panel.html", {"texts": texts}) if texts else None
