"""The counting table: who still stands, what everybody holds, and the record of every stage.

A rule is a function that drives a ``Table`` from the first preferences to the last decision; everything that rules
share stands here once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from causeway.engines.exact import TieOrder, decimal_string
from causeway.engines.stv.ballots import Ballots
from causeway.engines.stv.constraints import Condition, Screen, screen
from causeway.engines.stv.election import Elected, Stage, Transfer
from causeway.engines.stv.papers import Dealt, Papers, Rows

Votes = int | Fraction


@dataclass(frozen=True, eq=False)
class Parcel:
    """Papers that a candidate received together, and the value at which each of them came, in the table's units."""

    value: Votes
    rows: Rows


class Table:
    """One count under way. All votes are whole units of ``1 / unit`` (or exact fractions where ``unit`` is 1)."""

    def __init__(
        self,
        *,
        names: Sequence[str],
        seats: int,
        ballots: Ballots,
        standing: Iterable[int],
        ties: TieOrder,
        conditions: Sequence[Condition],
        places: int,
        progress: Callable[[str], None] | None = None,
    ) -> None:
        self.names, self.seats, self.ties, self.conditions = names, seats, ties, conditions
        self.places, self.progress = places, progress
        self.unit: int = 10**places
        self.ballots = ballots
        self.papers = Papers(ballots)
        self.valid: int = ballots.papers * self.unit
        self.hopeful: set[int] = set(standing)
        self.winners: list[int] = []
        self.votes: list[Votes] = [0] * len(names)
        self.parcels: list[list[Parcel]] = [[] for _ in names]
        self.non_transferable: Votes = 0
        self.quota: Votes = 0
        self.points: list[tuple[Votes, ...]] = []
        self.stages: list[Stage] = []
        self.elected: list[Elected] = []
        self._screen: Screen | None = None
        self._elected_now: list[int] = []
        self._excluded_now: list[int] = []
        self._grounds: list[str] = []
        self._transfers: list[Transfer] = []
        self._lost: Votes = 0

    # Who stands

    @property
    def vacancies(self) -> int:
        """Places not yet filled."""
        return self.seats - len(self.winners)

    @property
    def screen(self) -> Screen:
        """Whom the conditions doom and guard now."""
        if self._screen is None:
            self._screen = screen(self.conditions, elected=self.winners, hopeful=self.hopeful, seats=self.seats)
        return self._screen

    def elect(self, place: int, ground: str) -> None:
        """Deem elected, and note the ground."""
        self.hopeful.discard(place)
        self.winners.append(place)
        self._elected_now.append(place)
        self._screen = None
        self.elected.append(Elected(place=place, stage=len(self.stages) + 1, ground=ground))
        self.note(f"{self.names[place]} {ground}")

    def exclude(self, place: int) -> None:
        """Take from the count; the rule then moves the papers."""
        self.hopeful.discard(place)
        self._excluded_now.append(place)
        self._screen = None

    def note(self, sentence: str) -> None:
        """Add a sentence to the stage's ground."""
        self._grounds.append(sentence)

    def by_votes(self, places: Iterable[int] | None = None) -> list[int]:
        """The hopeful, or those named, most votes first; equal ones in the file's order (for showing, not deciding)."""
        return sorted(self.hopeful if places is None else places, key=lambda place: (-self.votes[place], place))

    def exactly(self, votes: Votes) -> Fraction:
        """Votes in papers, from the table's units."""
        return Fraction(votes, self.unit)

    def show(self, votes: Votes) -> str:
        """Votes in words: 1,296 or 101.14, exactly as counted where the rule has decimals."""
        exact = self.exactly(votes)
        if exact.denominator == 1:
            return f"{exact.numerator:,}"
        whole, _, part = decimal_string(exact, self.places or 4).partition(".")
        return f"{int(whole):,}.{part}"

    def list_names(self, places: Iterable[int]) -> str:
        """Names in a sentence."""
        shown = [self.names[place] for place in places]
        return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"

    # Ties

    def narrowed(
        self, tied: Sequence[int], history: Iterable[tuple[Votes, ...]], extreme: Callable[[Iterable[Votes]], Votes]
    ) -> list[int]:
        """Those who had the most (``extreme=max``) or fewest votes at the first point of ``history`` that tells."""
        left = list(tied)
        for votes in history:
            if len(left) == 1:
                break
            best = extreme(votes[place] for place in left)
            left = [place for place in left if votes[place] == best]
        return left

    def choose(
        self,
        tied: Sequence[int],
        history: Iterable[tuple[Votes, ...]],
        *,
        most: bool,
        what: str,
        point: str,
    ) -> int:
        """One of the tied: by the history, else by the declared order. The ground says which."""
        if len(tied) == 1:
            return tied[0]
        left = self.narrowed(tied, history, max if most else min)
        if len(left) == 1:
            self.note(
                f"{self.list_names(tied)} were equal; {self.names[left[0]]} had {'more' if most else 'fewer'} votes "
                f"at {point}."
            )
            return left[0]
        pick = self.ties.first if most else self.ties.last
        chosen = pick(left, what=f"{what} at stage {len(self.stages) + 1}", names=self.names)
        self.note(
            f"{self.list_names(tied)} were equal and had been so; the tie order declared before the count "
            f"({self.ties.name}) chose {self.names[chosen]}."
        )
        return chosen

    # Papers

    def first_preferences(self) -> None:
        """Sort every paper to its first preference."""
        for dealt in self.papers.deal(self.papers.all(), self._continuing()):
            if dealt.receiver is None:
                continue
            self.votes[dealt.receiver] += dealt.papers * self.unit
            self.parcels[dealt.receiver].append(Parcel(self.unit, dealt.rows))

    def deal(self, rows: Rows) -> list[Dealt]:
        """Sort papers by their next available preference, without crediting anybody yet."""
        return self.papers.deal(rows, self._continuing())

    def credit(self, dealt: Iterable[Dealt], *, source: int, value: Votes) -> Votes:
        """Give sorted papers to their receivers at a value each; returns the votes that moved."""
        moved: Votes = 0
        for pile in dealt:
            votes = pile.papers * value
            moved += votes
            if pile.receiver is None:
                self.non_transferable += votes
            else:
                self.votes[pile.receiver] += votes
                self.parcels[pile.receiver].append(Parcel(value, pile.rows))
            self.record_transfer(source, pile.receiver, pile.papers, value, votes)
        return moved

    def move(self, rows: Rows, *, source: int, value: Votes) -> Votes:
        """Give papers to their next available preferences at a value each; returns the votes that moved."""
        return self.credit(self.deal(rows), source=source, value=value)

    def move_all(self, source: int, value_of: Callable[[Votes], Votes] = lambda value: value) -> Votes:
        """Give away all papers of a candidate, highest value first, each at what ``value_of`` makes of its value."""
        batches = [(value, rows[source]) for value, rows in self.parcels_by_value([source])]
        dealt = self.papers.deal_all([rows for _, rows in batches], self._continuing())
        moved: Votes = 0
        for (value, _), piles in zip(batches, dealt, strict=True):
            moved += self.credit(piles, source=source, value=value_of(value))
        self.parcels[source] = []
        return moved

    def record_transfer(
        self, source: int, receiver: int | None, papers: int, value: Votes | None, votes: Votes
    ) -> None:
        """Note who received what from whom."""
        self._transfers.append(
            Transfer(
                source=source,
                receiver=receiver,
                papers=papers,
                value=None if value is None else self.exactly(value),
                votes=self.exactly(votes),
            )
        )

    def lose(self, votes: Votes) -> None:
        """Votes that vanish in the rule's rounding join the non-transferable ones."""
        self.non_transferable += votes
        self._lost += votes

    def parcels_by_value(self, sources: Iterable[int]) -> list[tuple[Votes, dict[int, Rows]]]:
        """All papers of these candidates, highest value first, each value's rows by candidate."""
        found: dict[Votes, dict[int, list[Rows]]] = {}
        for source in sources:
            for parcel in self.parcels[source]:
                found.setdefault(parcel.value, {}).setdefault(source, []).append(parcel.rows)
        return [
            (value, {source: np.concatenate(rows) for source, rows in found[value].items()})
            for value in sorted(found, reverse=True)
        ]

    def _continuing(self) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        flags = np.zeros(len(self.names) + 1, bool)
        flags[0] = True
        flags[[place + 1 for place in self.hopeful]] = True
        return flags

    # The record

    def mark_point(self) -> None:
        """Remember everybody's votes now, for ties that look back."""
        self.points.append(tuple(self.votes))

    def close_stage(self, action: str, of: Iterable[int] = (), *, keep_values: Sequence[Fraction] = ()) -> None:
        """Write the stage down and begin the next."""
        self.stages.append(
            Stage(
                number=len(self.stages) + 1,
                action=action,
                of=tuple(of),
                quota=self.exactly(self.quota),
                totals=tuple(map(self.exactly, self.votes)),
                non_transferable=self.exactly(self.non_transferable),
                lost_by_rounding=self.exactly(self._lost),
                transfers=tuple(self._transfers),
                elected=tuple(self._elected_now),
                excluded=tuple(self._excluded_now),
                ground=" ".join(self._grounds),
                keep_values=tuple(keep_values),
            )
        )
        self._elected_now, self._excluded_now, self._grounds, self._transfers = [], [], [], []
        self._lost = 0
        if self.progress:
            self.progress(f"stage {len(self.stages)} counted")

    # What all rules do

    def elect_those_at(self, quota: Votes) -> None:
        """Deem elected whoever has the quota, most votes first, as far as places and conditions allow."""
        for place in self.by_votes():
            if self.vacancies and self.votes[place] >= quota and place not in self.screen.doomed:
                self.elect(place, f"has {self.show(self.votes[place])} votes, the quota or more, and is elected.")

    def fill_last_places(self) -> None:
        """Where no more candidates are left than places, all of them are elected."""
        if self.hopeful and len(self.hopeful) <= self.vacancies:
            for place in self.by_votes():
                self.elect(place, "is elected: no more candidates are left than places.")

    def lowest(self, history: Iterable[tuple[Votes, ...]], point: str) -> int:
        """Whom to exclude: the doomed first, else the one with the fewest votes who is not guarded."""
        doomed = self.screen.doomed
        pool = doomed or (self.hopeful - self.screen.guarded)
        fewest = min(self.votes[place] for place in pool)
        tied = sorted(place for place in pool if self.votes[place] == fewest)
        chosen = self.choose(tied, history, most=False, what="exclusion", point=point)
        why = f"has the fewest votes ({self.show(fewest)})"
        if doomed:
            why = "cannot be elected under the conditions that were set"
        elif pool != self.hopeful:
            why += " of those whom the conditions do not require"
        self.note(f"{self.names[chosen]} {why} and is excluded.")
        return chosen
