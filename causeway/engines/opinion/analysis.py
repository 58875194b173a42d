"""The whole analysis: votes in, map and groups and counts out."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import count, islice, product

import numpy as np

from causeway.engines.exact import BadInput, canonical_json, digest_of
from causeway.engines.opinion.cells import cell_width, cells
from causeway.engines.opinion.components import Components, components, components_of
from causeway.engines.opinion.groups import Grouping, assign, by_size, group, in_picture
from causeway.engines.opinion.moments import moments
from causeway.engines.opinion.projection import coordinates
from causeway.engines.opinion.stability import Stability, sampled, stability
from causeway.engines.opinion.tallies import Tallies, everyone, tally
from causeway.engines.opinion.votes import Flags, Floats, Integers, Labels, Votes

VERSION = "opinion 1"
MOST_BY_MOMENTS = 2_500
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
class Analysis:
    """What the votes show. Arrays stand in the order of ``participants`` and ``statements``.

    ``groups`` has each participant's group, from 0 (the largest), −1 for those who are not ``placed`` for want of
    votes; ``names`` are the groups' names. ``tallies`` counts by group, ``everyone`` all people, placed or not.
    ``stability`` is ``None`` where there are too few people, or one group. ``digest`` is of votes, settings and
    version.
    """

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
    tallies: Tallies
    everyone: Tallies
    stability: Stability | None

    @property
    def sizes(self) -> Integers:
        """How many people are in each group."""
        return np.bincount(self.groups[self.placed], minlength=len(self.names)).astype(np.int64)


def analyse(
    votes: Votes, settings: Settings | None = None, *, progress: Callable[[str], None] | None = None
) -> Analysis:
    """The map of these votes: components, coordinates, groups and counts.

    The same votes give the same result to the last bit, in whatever order they came. Linear in votes, but for matrices
    of statements x statements; 100 million votes of a million people on a thousand statements have been tried.
    """
    settings = settings or Settings()
    if not len(votes):
        raise BadInput("There are no votes to analyse.")
    tell = progress or (lambda _: None)
    tell("looking for what divides people most")
    found = components_for(votes, dimensions=settings.dimensions)
    tell("placing people on the map")
    return drawn_up(votes, settings, found)


def components_for(votes: Votes, *, dimensions: int) -> Components:
    """The components by the quicker way: moments, or Lanczos’ method where people x statements² are many."""
    people, statements = votes.shape
    if statements <= MOST_BY_MOMENTS and people * statements**2 <= MOST_CELLS:
        return components(moments(votes), dimensions=dimensions)
    return components_of(votes, dimensions=dimensions)


def drawn_up(votes: Votes, settings: Settings, found: Components) -> Analysis:
    """The analysis on a map whose components are known."""
    stand = coordinates(votes, found, blanks=settings.blanks)
    placed = in_picture(votes, least=settings.least_votes)
    grouping = group(cells(stand[placed], cell_width(found, blanks=settings.blanks)), count=settings.count)
    grouping, groups = largest_first(grouping, assign(stand, placed, grouping))
    return Analysis(
        version=VERSION,
        digest=digest_of([canonical_json([VERSION, asdict(settings)]), votes.digest().encode()]),
        settings=settings,
        participants=votes.participants,
        statements=votes.statements,
        components=found,
        coordinates=stand,
        placed=placed,
        grouping=grouping,
        names=tuple(islice(group_names(), len(grouping))),
        groups=groups,
        tallies=tally(votes, groups, count=len(grouping)),
        everyone=tally(votes, everyone(votes), count=1),
        stability=stability(
            sampled(votes, votes.shape[0]),
            count=len(grouping),
            least=settings.least_votes,
            dimensions=settings.dimensions,
            blanks=settings.blanks,
        ),
    )


def group_names() -> Iterator[str]:
    """A, B, … Z, AA, AB, …: never ending."""
    for length in count(1):
        for letters in product(string.ascii_uppercase, repeat=length):
            yield "".join(letters)


def largest_first(grouping: Grouping, groups: Integers) -> tuple[Grouping, Integers]:
    """Groups numbered by how many people are in them."""
    sizes = np.bincount(groups[groups >= 0], minlength=len(grouping))
    order = by_size(grouping.centres, sizes)
    place = np.append(np.argsort(order), -1)
    return Grouping(grouping.centres[order], grouping.silhouettes), place[groups]
