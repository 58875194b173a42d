"""All that is said about a conversation, from its votes: groups, what they stand for, what bridges and divides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from causeway.engines.exact import BadInput, canonical_json, digest_of
from causeway.engines.opinion.analysis import Analysis, Settings, analyse
from causeway.engines.opinion.consensus import Common, bridges, common, divides
from causeway.engines.opinion.conversation import Conversation, Policy
from causeway.engines.opinion.crowds import Crowd, crowds
from causeway.engines.opinion.formats import Assignment
from causeway.engines.opinion.intervals import Figure, least
from causeway.engines.opinion.representative import Representative, representative
from causeway.engines.opinion.routing import Weights, chances
from causeway.engines.opinion.sectors import LEAST_PEOPLE, Shown, shown
from causeway.engines.opinion.tallies import Tallies, everyone, tally
from causeway.engines.opinion.votes import Flags, Floats, Integers, Votes

VERSION = "1"


@dataclass(frozen=True, eq=False)
class Sectors:
    """Declared sectors. ``bridging`` is the least share of the sectors shown for a statement, of which there are two at
    least where it is ``enough``; what is not in ``shown`` must not be printed.
    """

    names: tuple[str, ...]
    sizes: Integers
    tallies: Tallies
    shown: Shown
    bridging: Figure
    bridging_against: Figure
    enough: Flags


@dataclass(frozen=True, kw_only=True, eq=False)
class Findings:
    """What was found; arrays over statements stand in the order of ``conversation.statements``, all of them.

    ``accepted`` says which statements took part in the map and may be shown, by ``policy``. ``groups`` has each
    participant's group, −1 for none; ``given`` says that they were given and not found by us. ``chances`` are those of
    statements to be asked next. ``crowds`` is the map, without anybody's own place.
    """

    version: str
    digest: str
    conversation: Conversation
    policy: Policy
    least_people: int
    accepted: Flags
    analysis: Analysis
    given: bool
    names: tuple[str, ...]
    groups: Integers
    sizes: Integers
    tallies: Tallies
    everybody: Tallies
    common: Common
    bridges: tuple[tuple[int, bool], ...]
    divides: tuple[int, ...]
    representative: tuple[tuple[Representative, ...], ...]
    sectors: Sectors | None
    chances: Floats
    crowds: tuple[Crowd, ...]


def find(
    conversation: Conversation,
    *,
    policy: Policy = "open",
    groups: Assignment | None = None,
    sectors: Assignment | None = None,
    least_people: int = LEAST_PEOPLE,
    settings: Settings | None = None,
    weights: Weights | None = None,
    progress: Callable[[str], None] | None = None,
) -> Findings:
    """Analyse a conversation and measure what its groups share. Time: that of ``analyse``, else linear in votes.

    Args:
        conversation: votes, and what is known of their statements.
        policy: which statements take part in the map and are shown; counts are of all.
        groups: whose consensus is asked; else the groups that the votes show.
        sectors: what people have declared to be.
        settings: of the map; its ``blanks`` are the statements that moderation left out.
        least_people: sectors, and crowds on the map, of fewer people are withheld.
    """
    if least_people < 3:
        raise BadInput("Withholding starts at sectors of fewer than 3 people; say 3 or more.")
    votes, accepted = conversation.votes, conversation.shown(policy)
    limited = conversation.limited_to(policy)
    analysis = analyse(limited.votes, replace(settings or Settings(), blanks=limited.blanks), progress=progress)
    of_whom = groups.groups if groups else analysis.groups
    names = groups.names if groups else analysis.names
    counts, everybody = tally(votes, of_whom, count=len(names)), tally(votes, everyone(votes), count=1)
    figures = common(counts)
    return Findings(
        version=VERSION,
        digest=_digest(conversation, analysis, policy, least_people, groups, sectors),
        conversation=conversation,
        policy=policy,
        least_people=least_people,
        accepted=accepted,
        analysis=analysis,
        given=groups is not None,
        names=names,
        groups=of_whom,
        sizes=np.bincount(of_whom[of_whom >= 0], minlength=len(names)).astype(np.int64),
        tallies=counts,
        everybody=everybody,
        common=figures,
        bridges=tuple((place, agreed) for place, agreed in bridges(figures) if accepted[place]),
        divides=tuple(place for place in divides(figures) if accepted[place]),
        representative=representative(counts, hidden=np.flatnonzero(~accepted).tolist()),
        sectors=_sectors(votes, sectors, everybody, least_people) if sectors else None,
        chances=chances(counts, figures, asked=accepted, weights=weights),
        crowds=crowds(analysis.coordinates, np.where(analysis.placed, of_whom, -1), k=least_people),
    )


def _sectors(votes: Votes, sectors: Assignment, everybody: Tallies, least_people: int) -> Sectors:
    counts = tally(votes, sectors.groups, count=len(sectors.names))
    sizes = np.bincount(sectors.groups[sectors.groups >= 0], minlength=len(sectors.names)).astype(np.int64)
    open_ = shown(counts, sizes, everybody, len(sectors.groups), k=least_people)
    return Sectors(
        names=sectors.names,
        sizes=sizes,
        tallies=counts,
        shown=open_,
        bridging=least(counts.agrees, counts.seen, counted=open_.cells),
        bridging_against=least(counts.disagrees, counts.seen, counted=open_.cells),
        enough=open_.cells.sum(axis=0) >= 2,
    )


def _digest(
    conversation: Conversation,
    analysis: Analysis,
    policy: Policy,
    least_people: int,
    groups: Assignment | None,
    sectors: Assignment | None,
) -> str:
    parts = [canonical_json(["opinions", VERSION, policy, least_people]), analysis.digest.encode()]
    parts += [conversation.votes.digest().encode()]
    for given in (groups, sectors):
        parts.append(canonical_json(None if given is None else given.names))
        parts.append(b"" if given is None else given.groups.astype("<i8").tobytes())
    return digest_of(parts)
