"""Who gains and who loses by closing the day centre of the demo: an impact check that is published."""

from __future__ import annotations

from uuid import UUID

from causeway.domains.campaigns.models import Campaign
from causeway.domains.impact.commands.ask_open_question import AskOpenQuestion
from causeway.domains.impact.commands.begin_check import BeginCheck
from causeway.domains.impact.commands.publish_check import PublishCheck
from causeway.domains.impact.commands.put_name_to_check import PutNameToCheck
from causeway.domains.impact.commands.sum_up_check import SumUpCheck
from causeway.domains.impact.commands.weigh_point import WeighPoint
from causeway.domains.impact.commands.write_effect import WriteEffect
from causeway.kernel.perform import perform
from causeway.project.demo.cast import Cast

# group, in words, when, direction, how much, what happens, what it rests on
EFFECTS = (
    (
        "users",
        "People who come to the centre",
        "now",
        "loses",
        "about 90 people a week",
        "They lose meals, company and a place to go when things get bad.",
        "The centre’s own count (invented)",
    ),
    (
        "carers",
        "",
        "now",
        "loses",
        "",
        "Many can work or rest only while the centre is open.",
        "A survey by the users’ group (invented)",
    ),
    (
        "workers",
        "",
        "now",
        "loses",
        "12 jobs",
        "Some are offered posts elsewhere, with fewer hours.",
        "The council’s paper (invented)",
    ),
    (
        "taxpayers",
        "",
        "now",
        "gains",
        "£40,000 a year",
        "So much is saved on the lease.",
        "The council’s paper (invented)",
    ),
    ("taxpayers", "", "later", "loses", "", "Crisis care and hospital beds cost more than the lease.", ""),
    (
        "children",
        "Children of people who use the centre",
        "later",
        "unclear",
        "",
        "What it means to grow up with a parent who has no support near by.",
        "",
    ),
)
QUESTIONS = (
    "Who was asked before the plan was written?",
    "What would a shorter lease, or a shared building, cost?",
)


def check_impact(campaign: Campaign, cast: Cast) -> None:
    """Two people write it, and the coordinator publishes it."""
    threat = campaign.threats.get()
    check = perform(cast.user, BeginCheck(kind="threat", subject_id=threat.pk, name="A member of the users’ group"))
    perform(cast.rep, PutNameToCheck(check_id=check.pk, name="The branch’s representative"))
    for effect in EFFECTS:
        write(check.pk, cast, *effect)
    for question in QUESTIONS:
        perform(cast.rep, AskOpenQuestion(check_id=check.pk, text=question))
    gist = "About 90 people lose the place that keeps them well. Little is saved now, and more is paid later."
    perform(cast.user, SumUpCheck(check_id=check.pk, gist=gist, uses_frame=True))
    for point, sense, text in (
        ("prevention", "harms", "Support that comes early is replaced by help in a crisis."),
        ("involvement", "unclear", "Nobody could say yet who was asked."),
    ):
        perform(cast.user, WeighPoint(check_id=check.pk, point=point, sense=sense, text=text))
    perform(cast.coordinator, PublishCheck(check_id=check.pk))


def write(
    check_id: UUID, cast: Cast, group: str, words: str, when: str, direction: str, size: str, text: str, source: str
) -> None:
    perform(
        cast.user,
        WriteEffect(
            check_id=check_id,
            group=group,
            group_words=words,
            place="Harbourside",
            when=when,
            direction=direction,
            size=size,
            text=text,
            source=source,
        ),
    )
