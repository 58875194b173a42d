"""The whole analysis: votes in, map and groups and counts out."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, fields
from functools import partial
from itertools import count, islice, product

import numpy as np

from causeway.engines.exact import BadInput, canonical_json, digest_of
from causeway.engines.opinion.cells import Cells, cell_width, cells
from causeway.engines.opinion.components import Components, components, components_by_rounds, indicators, pulled
from causeway.engines.opinion.groups import Grouping, assign, by_size, group, in_picture
from causeway.engines.opinion.joining import overlaid
from causeway.engines.opinion.log import Log, survey
from causeway.engines.opinion.moments import MOST_STATEMENTS, moments
from causeway.engines.opinion.projection import coordinates
from causeway.engines.opinion.running import Handle, Part, Runner, each, gathered
from causeway.engines.opinion.stability import Stability, sampled, stability
from causeway.engines.opinion.tallies import Tallies, everyone, tally
from causeway.engines.opinion.votes import Flags, Floats, Integers, Labels, Votes

VERSION = "opinion 1"
MOST_CELLS = 4 * 10**9


@dataclass(frozen=True, kw_only=True)
class Settings:
    """``least_votes`` to be placed on the map (or all statements, where there are fewer); ``count`` of groups, if it
    is not to be chosen; ``dimensions`` of the map; ``blanks``, statements left out that still count as passed by
    everybody, as in Polis (``Conversation.blanks``).
    """

    least_votes: int = 7
    count: int | None = None
    dimensions: int = 2
    blanks: int = 0

    def __post_init__(self) -> None:
        wanted = 1 if self.count is None else self.count
        if self.least_votes < 1 or self.blanks < 0 or not 1 <= self.dimensions <= 10 or not 1 <= wanted <= 26:
            raise BadInput("At least 1 vote, 1 to 10 dimensions and 1 to 26 groups can be asked for.")


@dataclass(frozen=True, kw_only=True, eq=False)
class Outline:
    """What all votes show together, without anybody's own place. Arrays stand in the order of ``statements``.

    ``names`` are the groups' names, the largest first, and ``sizes`` how many people are in each. ``tallies`` counts by
    group, ``everyone`` all people, on the map or not. ``stability`` is ``None`` where there are too few people, or one
    group. ``digest`` is of votes, settings and version.
    """

    version: str
    digest: str
    settings: Settings
    statements: Labels
    components: Components
    grouping: Grouping
    names: tuple[str, ...]
    sizes: Integers
    tallies: Tallies
    everyone: Tallies
    stability: Stability | None


@dataclass(frozen=True, eq=False)
class Places:
    """Where people stand, and in which group: −1 for those who are not ``placed`` for want of votes."""

    coordinates: Floats
    placed: Flags
    groups: Integers


@dataclass(frozen=True, kw_only=True, eq=False)
class Analysis:
    """What the votes show, as in ``Outline``, with everybody's place and group, in the order of ``participants``."""

    version: str
    digest: str
    settings: Settings
    participants: Labels
    statements: Labels
    components: Components
    coordinates: Floats
    placed: Flags
    grouping: Grouping
    names: tuple[str, ...]
    groups: Integers
    sizes: Integers
    tallies: Tallies
    everyone: Tallies
    stability: Stability | None


def analyse(
    votes: Votes, settings: Settings | None = None, *, progress: Callable[[str], None] | None = None
) -> Analysis:
    """The map of these votes: components, coordinates, groups and counts.

    The same votes give the same result to the last bit, in whatever order they came. Linear in votes, but for matrices
    of statements x statements; 100 million votes of a million people on a thousand statements have been tried.
    """
    return _whole(votes, *outlined(survey([votes]), settings, progress=progress))


def drawn_up(votes: Votes, settings: Settings, found: Components) -> Analysis:
    """The analysis on a map whose components are known."""
    return _whole(votes, *outlined(survey([votes]), settings, found=found))


def _whole(votes: Votes, outline: Outline, places: list[Places]) -> Analysis:
    """Of a log in one part, which is here."""
    known = {field.name: getattr(outline, field.name) for field in fields(outline)}
    own = {field.name: getattr(places[0], field.name) for field in fields(places[0])}
    return Analysis(participants=votes.participants, **known, **own)


def outlined(
    log: Log,
    settings: Settings | None = None,
    *,
    found: Components | None = None,
    progress: Callable[[str], None] | None = None,
) -> tuple[Outline, list[Handle]]:
    """The map of a log in parts, to the last bit the same however it is split; and handles of ``Places``, part by part.

    Three passes over the parts: for the components (or some twenty, of sums, where votes are many), for the map's
    population by cells, and for counts by group. Only sums of all parts are fetched from the runner, and what is
    computed from them there.
    """
    settings = settings or Settings()
    if not log.extent.votes:
        raise BadInput("There are no votes to analyse.")
    tell = progress or (lambda _: None)
    tell("looking for what divides people most")
    runner, columns = log.runner, log.columns
    counts: Tallies = runner.fetch(gathered(runner, tally_of_all, columns))
    found = found or components_for(log, counts, dimensions=settings.dimensions)
    tell("placing people on the map")
    stands = each(runner, stand, columns, found, settings)
    width = cell_width(found, blanks=settings.blanks)
    population = gathered(runner, population_of, [(one,) for one in stands], width)
    grouping: Grouping = runner.fetch(runner.run(partial(group, count=settings.count), population))
    tell("counting by group")
    grouping, places = _largest_first(runner, [(one,) for one in stands], grouping)
    names = tuple(islice(group_names(), len(grouping)))
    outline = Outline(
        version=VERSION,
        digest=digest_of([canonical_json([VERSION, asdict(settings)]), log.digest.encode()]),
        settings=settings,
        statements=log.statements,
        components=found,
        grouping=grouping,
        names=names,
        sizes=runner.fetch(gathered(runner, sizes_of, [(one,) for one in places], len(names))),
        tallies=runner.fetch(gathered(runner, tally_of_groups, list(zip(log.parts, places, strict=True)), len(names))),
        everyone=counts,
        stability=_stability(log, settings, len(names)),
    )
    return outline, places


def components_for(log: Log, counts: Tallies, *, dimensions: int) -> Components:
    """The components by the quicker way: moments, or Lanczos’ method where people x statements² are many."""
    runner, statements = log.runner, len(log.statements)
    if statements <= MOST_STATEMENTS and log.extent.people * statements**2 <= MOST_CELLS:
        summed = gathered(runner, moments, log.columns)
        found: Components = runner.fetch(runner.run(partial(components, dimensions=dimensions), summed))
        return found
    members = [(one,) for one in each(runner, indicators, log.columns)]

    def pull(steps: Floats, unit: float) -> Floats:
        sums: Floats = runner.fetch(gathered(runner, pulled, members, steps, unit))
        return sums

    return components_by_rounds(counts, log.extent.voters, pull, dimensions=dimensions)


def _largest_first(runner: Runner, stands: list[Part], grouping: Grouping) -> tuple[Grouping, list[Handle]]:
    """Groups numbered by how many people are in them, and everybody’s place with their group."""
    first = each(runner, assigned, stands, grouping, np.arange(len(grouping)))
    sizes: Integers = runner.fetch(gathered(runner, sizes_of, [(one,) for one in first], len(grouping)))
    order = by_size(grouping.centres, sizes)
    places = each(runner, assigned, stands, grouping, np.argsort(order))
    return Grouping(grouping.centres[order], grouping.silhouettes), places


def _stability(log: Log, settings: Settings, count: int) -> Stability | None:
    """Of the sample, which is small enough for one place."""
    measure = partial(
        stability, count=count, least=settings.least_votes, dimensions=settings.dimensions, blanks=settings.blanks
    )
    sample = gathered(log.runner, sampled, log.columns, log.extent.people, merge=overlaid)
    found: Stability | None = log.runner.fetch(log.runner.run(measure, sample))
    return found


def tally_of_all(votes: Votes) -> Tallies:
    """A part’s counts, of everybody in it."""
    return tally(votes, everyone(votes), count=1)


def stand(votes: Votes, found: Components, settings: Settings) -> tuple[Floats, Flags]:
    """Where a part’s people stand, and who of them has votes enough to be placed."""
    return coordinates(votes, found, blanks=settings.blanks), in_picture(votes, least=settings.least_votes)


def population_of(stands: tuple[Floats, Flags], width: float) -> Cells:
    """A part’s people who are placed, by cells."""
    where, placed = stands
    return cells(where[placed], width)


def assigned(stands: tuple[Floats, Flags], grouping: Grouping, number: Integers) -> Places:
    """A part’s people in the nearest groups; ``number`` says how each group is numbered."""
    where, placed = stands
    return Places(where, placed, np.append(number, -1)[assign(where, placed, grouping)])


def sizes_of(places: Places, count: int) -> Integers:
    """How many of a part are in each group."""
    return np.bincount(places.groups[places.placed], minlength=count).astype(np.int64)


def tally_of_groups(votes: Votes, places: Places, count: int) -> Tallies:
    """A part’s counts by group."""
    return tally(votes, places.groups, count=count)


def group_names() -> Iterator[str]:
    """A, B, … Z, AA, AB, …: never ending."""
    for length in count(1):
        for letters in product(string.ascii_uppercase, repeat=length):
            yield "".join(letters)
