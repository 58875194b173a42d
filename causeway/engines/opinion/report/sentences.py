"""Findings in plain sentences, which the page and the text share."""

from __future__ import annotations

from causeway.engines.opinion.findings import Findings
from causeway.engines.opinion.intervals import Figure
from causeway.engines.opinion.representative import Representative

NOT_ENOUGH = "not enough votes yet"
WITHHELD = "withheld"
LONGEST_NAME = 60
CLEAR, WEAK = 0.5, 0.25


def counted(number: int, one: str, several: str) -> str:
    """“1 person”, “1,200 people”."""
    return f"{number:,} {one if number == 1 else several}"


def people(number: int) -> str:
    """“1 person”, “1,200 people”."""
    return counted(number, "person", "people")


def of_100(share: float) -> str:
    """A share as a whole number of 100, never 0 or 100 for what is only near."""
    return str(min(99, max(1, round(100 * share)))) if 0 < share < 1 else str(round(100 * share))


def span(low: float, high: float) -> str:
    """The ends of an interval of 100."""
    return f"{of_100(max(0.0, low))} to {of_100(min(1.0, high))}"


def shared(figure: Figure, place: int) -> str:
    """“72 in 100 (65 to 78)”."""
    return f"{of_100(figure.value[place])} in 100 ({span(figure.low[place], figure.high[place])})"


def text_of(found: Findings, place: int) -> str:
    """A statement’s words, or its number where they are not known or were moderated out."""
    statement = found.statements[place]
    if not found.accepted[place]:
        return f"Statement {statement.id} (left out by moderation)"
    return " ".join(statement.text.split()) or f"Statement {statement.id}"


def group_name(found: Findings, group: int) -> str:
    """“Group A”, or the name that was given."""
    name = found.names[group]
    return name[:LONGEST_NAME] if found.given and not name.isdigit() else f"Group {name[:LONGEST_NAME]}"


def title(found: Findings) -> str:
    """What the conversation is called."""
    return found.topic or "What people share, and what divides them"


def summary(found: Findings) -> list[str]:
    """Who voted, how the groups came about, and how far they can be trusted."""
    grouped = int(found.sizes.sum())
    lines = [
        f"{people(found.people)} cast {counted(found.votes, 'vote', 'votes')} on "
        f"{counted(len(found.statements), 'statement', 'statements')}.",
    ]
    left_out = int((~found.accepted).sum())
    if left_out:
        lines.append(
            f"{counted(left_out, 'statement was', 'statements were')} left out by moderation; the votes on them are in "
            "the table of all statements and count nowhere else."
        )
    if found.given:
        lines.append(f"{people(grouped)} are in the {len(found.names)} groups that were given.")
        return lines
    lines.append(
        f"{people(grouped)} voted often enough (at least {found.analysis.settings.least_votes} times) to be placed: in "
        f"{counted(len(found.names), 'group', 'groups')} of people who vote alike."
    )
    return [*lines, *_structure(found)]


def _structure(found: Findings) -> list[str]:
    silhouette, steady = found.analysis.grouping.silhouette, found.analysis.stability
    if len(found.names) < 2:
        return ["The votes show no groups that differ."]
    how = "clearly apart" if silhouette >= CLEAR else "with many people in between"
    lines = [f"The groups lie {how} (silhouette {silhouette:.2f} of 1; votes cast by lot reach 0.3 to 0.45)."]
    if steady is None:
        lines.append("There are too few people to say whether others would have shown the same groups.")
        return lines
    same = "much the same" if steady.mean >= CLEAR else "partly the same" if steady.mean >= WEAK else "other"
    lines.append(f"Two halves of these people, taken apart, show {same} groups (agreement {steady.mean:.2f} of 1).")
    if steady.mean < WEAK:
        lines.append("So read them as ends of a range, and do not name them.")
    return lines


def stands_for(found: Findings, one: Representative) -> str:
    """What a group thinks of a statement, beside everybody else: a sentence after “Agrees: “…”.”"""
    times = f"{one.ratio:.1f} times as many as among the others ({one.ratio_low:.1f} to {one.ratio_high:.1f})"
    if one.ratio < 1:
        times = f"fewer than among the others ({one.ratio:.1f} times, {one.ratio_low:.1f} to {one.ratio_high:.1f})"
    share = f"{of_100(one.share)} in 100 ({span(one.share_low, one.share_high)})"
    if one.share_high - one.share_low > 0.5:
        return f"{one.votes} of {one.seen} votes in the group: {NOT_ENOUGH}."
    beside = "" if len(found.names) < 2 else f", {times}"
    return f"{share}{beside}; {one.votes} of {one.seen} votes in the group."


def everywhere(found: Findings, place: int, agreed: bool) -> str:
    """How high a statement is in every group."""
    figure = found.common.bridging if agreed else found.common.bridging_against
    return f"at least {of_100(figure.value[place])} in 100 ({span(figure.low[place], figure.high[place])})"


def gap_of(found: Findings, place: int) -> str:
    """The two groups that differ, with their shares."""
    sides = []
    for group in (int(found.common.most[place]), int(found.common.fewest[place])):
        agrees, seen = int(found.tallies.agrees[group, place]), int(found.tallies.seen[group, place])
        sides.append(f"{group_name(found, group)} {of_100((agrees + 1) / (seen + 2))}")
    return f"{sides[0]} in 100 agree, {sides[1]}"


def sector_rule(found: Findings) -> str:
    """How small sectors are protected."""
    return (
        f"A sector of fewer than {found.least_people} people is withheld, and so is its figure where fewer than "
        f"{found.least_people} voted. Further figures are withheld so that nobody can work these out by subtraction."
    )
