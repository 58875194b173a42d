"""All that is said about a conversation, from its votes: groups, what they stand for, what bridges and divides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from causeway.engines.exact import BadInput, canonical_json, digest_of
from causeway.engines.opinion.analysis import Outline, Places, Settings, outlined, tally_of_all
from causeway.engines.opinion.consensus import Common, bridges, common, divides
from causeway.engines.opinion.conversation import Conversation, Policy, Statement, taking_part
from causeway.engines.opinion.crowds import Crowd, crowds
from causeway.engines.opinion.formats import Assignment
from causeway.engines.opinion.intervals import Figure, least
from causeway.engines.opinion.log import Log, survey
from causeway.engines.opinion.representative import Representative, representative
from causeway.engines.opinion.routing import Weights, chances
from causeway.engines.opinion.running import Handle, each, gathered
from causeway.engines.opinion.sectors import LEAST_PEOPLE, Shown, shown
from causeway.engines.opinion.tallies import Tallies, tally
from causeway.engines.opinion.votes import Flags, Floats, Integers

VERSION = "1"


@dataclass(frozen=True, eq=False)
class Declared:
    """Groups or sectors by name; ``parts`` are handles of everybody’s place in ``names``, or −1 for none."""

    names: tuple[str, ...]
    parts: tuple[Handle, ...]


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
    """What was found; arrays over statements stand in the order of ``statements``, all of them.

    ``accepted`` says which statements took part in the map and may be shown, by ``policy``. ``people`` and ``votes``
    say how many there are, ``sizes`` how many people in each group; ``given`` says that groups were given and not found
    by us. ``chances`` are those of statements to be asked next. ``crowds`` is the map, without anybody's own place.
    """

    version: str
    digest: str
    topic: str
    statements: tuple[Statement, ...]
    people: int
    votes: int
    policy: Policy
    least_people: int
    accepted: Flags
    analysis: Outline
    given: bool
    names: tuple[str, ...]
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
    return find_in(
        survey([conversation.votes]),
        conversation.statements,
        topic=conversation.summary.get("topic", "").strip(),
        policy=policy,
        groups=Declared(groups.names, (groups.groups,)) if groups else None,
        sectors=Declared(sectors.names, (sectors.groups,)) if sectors else None,
        least_people=least_people,
        settings=replace(settings or Settings(), blanks=conversation.blanks),
        weights=weights,
        progress=progress,
    )


def find_in(
    log: Log,
    statements: tuple[Statement, ...] = (),
    *,
    topic: str = "",
    policy: Policy = "open",
    groups: Declared | None = None,
    sectors: Declared | None = None,
    least_people: int = LEAST_PEOPLE,
    settings: Settings | None = None,
    weights: Weights | None = None,
    progress: Callable[[str], None] | None = None,
) -> Findings:
    """The same of a log in parts, wherever they are; ``statements`` in the log’s order, if more is known of them.

    Statements that moderation leaves out are added to the ``blanks`` of the settings. What is fetched are sums, and
    crowds of at least ``least_people``; never anybody's votes, place or label.
    """
    if least_people < 3:
        raise BadInput("Withholding starts at sectors of fewer than 3 people; say 3 or more.")
    statements = statements or tuple(Statement(label) for label in log.statements.tolist())
    accepted = taking_part(statements, policy)
    settings = settings or Settings()
    settings = replace(settings, blanks=settings.blanks + int((~accepted).sum()))
    analysis, places = outlined(log.on(accepted), settings, progress=progress)
    runner = log.runner
    names, of_whom = (groups.names, groups.parts) if groups else (analysis.names, _groups_of(log, places))
    counts: Tallies = _counted(log, of_whom, len(names))
    everybody: Tallies = runner.fetch(gathered(runner, tally_of_all, log.columns))
    figures = common(counts)
    declared = _sectors(log, sectors, everybody, least_people) if sectors else None
    crowded = runner.run(
        partial(crowds_of, k=least_people), gathered(runner, located, list(zip(places, of_whom, strict=True)))
    )
    return Findings(
        version=VERSION,
        digest=_digest(log, analysis, policy, least_people, (names, counts) if groups else None, declared),
        topic=topic,
        statements=statements,
        people=log.extent.people,
        votes=log.extent.votes,
        policy=policy,
        least_people=least_people,
        accepted=accepted,
        analysis=analysis,
        given=groups is not None,
        names=names,
        sizes=_sizes(log, of_whom, len(names)),
        tallies=counts,
        everybody=everybody,
        common=figures,
        bridges=tuple((place, agreed) for place, agreed in bridges(figures) if accepted[place]),
        divides=tuple(place for place in divides(figures) if accepted[place]),
        representative=representative(counts, hidden=np.flatnonzero(~accepted).tolist()),
        sectors=declared,
        chances=chances(counts, figures, asked=accepted, weights=weights),
        crowds=runner.fetch(crowded),
    )


def _sectors(log: Log, sectors: Declared, everybody: Tallies, least_people: int) -> Sectors:
    counts, sizes = _counted(log, sectors.parts, len(sectors.names)), _sizes(log, sectors.parts, len(sectors.names))
    open_ = shown(counts, sizes, everybody, log.extent.people, k=least_people)
    return Sectors(
        names=sectors.names,
        sizes=sizes,
        tallies=counts,
        shown=open_,
        bridging=least(counts.agrees, counts.seen, counted=open_.cells),
        bridging_against=least(counts.disagrees, counts.seen, counted=open_.cells),
        enough=open_.cells.sum(axis=0) >= 2,
    )


@dataclass(frozen=True, eq=False)
class Located:
    """Where people stand, and in which group, in no order that matters."""

    where: Floats
    groups: Integers

    def __add__(self, other: Located) -> Located:
        """Both."""
        return Located(np.concatenate([self.where, other.where]), np.concatenate([self.groups, other.groups]))


def located(places: Places, groups: Integers) -> Located:
    """A part’s people who are on the map, with the groups of which something is said."""
    return Located(places.coordinates, np.where(places.placed, groups, -1))


def crowds_of(everybody: Located, *, k: int) -> tuple[Crowd, ...]:
    """The crowds of all parts."""
    return crowds(everybody.where, everybody.groups, k=k)


def _groups_of(log: Log, places: list[Handle]) -> tuple[Handle, ...]:
    return tuple(each(log.runner, groups_in, [(one,) for one in places]))


def groups_in(places: Places) -> Integers:
    """A part’s people’s groups."""
    return places.groups


def people_in(groups: Integers, count: int) -> Integers:
    """How many of a part are in each group."""
    return np.bincount(groups[groups >= 0], minlength=count).astype(np.int64)


def _counted(log: Log, groups: tuple[Handle, ...], count: int) -> Tallies:
    of_parts = list(zip(log.parts, groups, strict=True))
    found: Tallies = log.runner.fetch(gathered(log.runner, partial(tally, count=count), of_parts))
    return found


def _sizes(log: Log, groups: tuple[Handle, ...], count: int) -> Integers:
    found: Integers = log.runner.fetch(gathered(log.runner, people_in, [(one,) for one in groups], count))
    return found


def _digest(
    log: Log,
    analysis: Outline,
    policy: Policy,
    least_people: int,
    groups: tuple[tuple[str, ...], Tallies] | None,
    sectors: Sectors | None,
) -> str:
    """Of votes and settings, and of what is shown of groups and sectors.

    Not of who is in which: a digest of that would let anybody who knows all but a few people try these out.
    """
    parts = [canonical_json(["opinions", VERSION, policy, least_people]), analysis.digest.encode(), log.digest.encode()]
    if groups is not None:
        parts += [canonical_json(groups[0]), *_counts(groups[1], np.ones(groups[1].seen.shape, bool))]
    if sectors is not None:
        parts += [canonical_json(sectors.names), sectors.shown.cells.tobytes()]
        parts += _counts(sectors.tallies, sectors.shown.cells)
    return digest_of(parts)


def _counts(tallies: Tallies, cells: Flags) -> list[bytes]:
    return [part[cells].astype("<i8").tobytes() for part in (tallies.agrees, tallies.disagrees, tallies.seen)]
