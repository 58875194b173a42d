"""An election as it goes into a count, and what was recorded when it comes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from causeway.engines.exact import BadInput, canonical_json, digest_of
from causeway.engines.stv.ballots import MOST_CANDIDATES, Ballots, collect

LONGEST_NAME = 300


@dataclass(frozen=True, kw_only=True, eq=False)
class Election:
    """Candidates, places to fill and ballots. Candidates are known by their place, from 0 here and from 1 in files."""

    names: tuple[str, ...]
    seats: int
    ballots: Ballots
    withdrawn: frozenset[int] = frozenset()
    title: str = ""

    def __post_init__(self) -> None:
        if not self.names:
            raise BadInput("There are no candidates.")
        if len(self.names) > MOST_CANDIDATES:
            raise BadInput(f"There are {len(self.names):,} candidates; at most {MOST_CANDIDATES:,} can be counted.")
        for number, name in enumerate((*self.names, self.title), start=1):
            if not name and number <= len(self.names):
                raise BadInput(f"Candidate {number} has no name.")
            if name != name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
                raise BadInput(
                    f"The name “{name[:40]}” has signs that cannot be shown, spaces at an end, or more than "
                    f"{LONGEST_NAME} letters."
                )
        if not 1 <= self.seats <= MOST_CANDIDATES:
            raise BadInput(
                f"There must be between 1 and {MOST_CANDIDATES:,} places to fill, not {str(self.seats)[:40]}."
            )
        strangers = [place + 1 for place in self.withdrawn if not 0 <= place < len(self.names)]
        if strangers:
            raise BadInput(f"There is no candidate {strangers[0]} to withdraw; there are {len(self.names)}.")

    @classmethod
    def of(
        cls,
        rankings: Iterable[tuple[int, Sequence[int]]],
        *,
        names: Sequence[str],
        seats: int,
        withdrawn: Iterable[int] = (),
        title: str = "",
    ) -> Election:
        """From (papers, candidates from 1): ``Election.of([(3, [1, 2])], names=["Ann", "Ben"], seats=1)``."""
        if not 0 < len(names) <= MOST_CANDIDATES:
            raise BadInput(f"There must be between 1 and {MOST_CANDIDATES:,} candidates, not {len(names):,}.")
        return cls(
            names=tuple(names),
            seats=seats,
            ballots=collect(rankings, candidates=len(names)),
            withdrawn=frozenset(withdrawn),
            title=title,
        )

    def digest(self, *more: object) -> str:
        """SHA-256 of what decides: places, names, who withdrew, the distinct rankings, their weights, and ``more``."""
        head = {"names": self.names, "seats": self.seats, "withdrawn": sorted(self.withdrawn), "more": more}
        ballots = self.ballots
        return digest_of(
            [
                canonical_json(head),
                ballots.empty.to_bytes(8, "big"),
                ballots.words.astype("<u8").tobytes(),
                ballots.weights.astype("<i8").tobytes(),
            ]
        )


@dataclass(frozen=True, kw_only=True)
class Transfer:
    """Papers that moved together: from whom, to whom (``None``: non-transferable), how many, at which value each.

    ``votes`` are the papers times the value. ``value`` is ``None`` for the part of a surplus that its papers are not
    worth, and that nobody receives (ERS97 5.3.7).
    """

    source: int
    receiver: int | None
    papers: int
    value: Fraction | None
    votes: Fraction


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One stage as it stood when it closed.

    ``action`` is ``first-preferences``, ``surplus``, ``exclusion`` or ``surpluses`` (Meek's, all at once); ``of`` says
    whose. ``totals`` are the votes of each candidate by place; with ``non_transferable`` they always add up to the
    papers of the first stage. ``ground`` says in sentences why this was done and who was elected.
    """

    number: int
    action: str
    of: tuple[int, ...]
    quota: Fraction
    totals: tuple[Fraction, ...]
    non_transferable: Fraction
    lost_by_rounding: Fraction
    transfers: tuple[Transfer, ...]
    elected: tuple[int, ...]
    excluded: tuple[int, ...]
    ground: str
    keep_values: tuple[Fraction, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Elected:
    """Who was elected, at which stage (from 1), and on what ground."""

    place: int
    stage: int
    ground: str


@dataclass(frozen=True, kw_only=True)
class Vacancy:
    """A casual vacancy (places from 0): who left, who stays in office, who stood down from it, and who fills it."""

    left: int
    stay: tuple[int, ...]
    stood_down: tuple[int, ...]
    filled_by: int | None


@dataclass(frozen=True, kw_only=True)
class Result:
    """A finished count: every stage, every decision and its ground. ``unfilled`` says why places stayed empty.

    ``vacancy`` is there where the count filled a casual vacancy.
    """

    rule: str
    version: str
    digest: str
    title: str
    names: tuple[str, ...]
    seats: int
    places: int
    valid: int
    empty: int
    withdrawn: tuple[int, ...]
    tie_order: str
    conditions: tuple[str, ...]
    quota: Fraction
    elected: tuple[Elected, ...]
    stages: tuple[Stage, ...]
    unfilled: str = field(default="")
    vacancy: Vacancy | None = None

    @property
    def winners(self) -> tuple[int, ...]:
        """The places (from 0) of the elected, in the order of their election."""
        return tuple(one.place for one in self.elected)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The names for reading: of two who share theirs, each with the position in the file."""
        return labelled(self.names)


def labelled(names: Sequence[str]) -> tuple[str, ...]:
    """``("Ann", "Ben", "Ann")`` as ``("Ann (candidate 1)", "Ben", "Ann (candidate 3)")``."""
    shared = {name for name, times in Counter(names).items() if times > 1}
    return tuple(
        f"{name} (candidate {position})" if name in shared else name for position, name in enumerate(names, start=1)
    )
