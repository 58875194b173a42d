"""What must be known of the votes to find their components: whole numbers that merge.

For statements j and k, over the people who voted on both: ``products`` sums the product of their votes, ``crossed`` the
votes on j alone, ``both`` counts the people. Moments of different people add up to the moments of all, exactly and in
any order, and taking somebody's away again is exact too. They hold no person's votes (but those of one person are that
person's votes: merge enough people before sending them anywhere).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from causeway.engines.exact import BadInput
from causeway.engines.opinion.threads import one_thread
from causeway.engines.opinion.votes import Floats, Integers, Votes

ROWS = 2_047  # of a block: sums of 1 and of FIELD then stay apart, and exact, in the 24 bits of a float32
FIELD = 4_096
MOST_STATEMENTS = 2_500
DENSER = 400  # a pair of votes in sparse rows takes as long as so many pairs of cells in a dense block


@dataclass(frozen=True, eq=False)
class Moments:
    """Sums over people, for S statements.

    ``people`` counts those with at least one vote. ``seen`` and ``sums`` (S): votes on a statement and their sum.
    ``products``, ``crossed``, ``both`` (S x S): of the votes of people who voted on both statements, the sum of
    products, the sum of votes on the first, the number.
    """

    people: int
    products: Integers
    crossed: Integers
    both: Integers

    def __add__(self, other: Moments) -> Moments:
        """The moments of both, who are different people."""
        return Moments(
            self.people + other.people,
            self.products + other.products,
            self.crossed + other.crossed,
            self.both + other.both,
        )

    def __sub__(self, other: Moments) -> Moments:
        """The moments without the others, who are some of these people."""
        return Moments(
            self.people - other.people,
            self.products - other.products,
            self.crossed - other.crossed,
            self.both - other.both,
        )

    @property
    def seen(self) -> Integers:
        """How many voted on each statement."""
        return np.diagonal(self.both)

    @property
    def sums(self) -> Integers:
        """The sum of the votes on each statement."""
        return np.diagonal(self.crossed)

    @property
    def means(self) -> Floats:
        """The mean vote on each statement; 0 where nobody voted."""
        means: Floats = self.sums / np.maximum(self.seen, 1)
        return means

    def scatter(self) -> Floats:
        """RᵀR, where R is the matrix of votes less the mean of their statement, 0 where there is no vote.

        That is the scatter matrix of the votes with each missing one taken to be the mean of its statement.
        """
        means = self.means
        mixed = self.crossed * means
        scatter: Floats = self.products - mixed - mixed.T + self.both * np.outer(means, means)
        return scatter


@one_thread
def moments(votes: Votes) -> Moments:
    """The moments of these people; time grows with people x statements², on dense blocks, or for sparse votes with
    the pairs of votes that people cast. A million people on a thousand statements have been tried; ``BadInput`` for
    more than 2,500 statements.
    """
    if votes.shape[1] > MOST_STATEMENTS:
        raise BadInput(f"Pairs are summed of up to {MOST_STATEMENTS:,} statements; there are {votes.shape[1]:,}.")
    people = int((votes.seen > 0).sum())
    pairs = float((votes.seen.astype(float) ** 2).sum())
    whole = len(votes.participants) * float(len(votes.statements)) ** 2
    return Moments(people, *(_sparse(votes) if pairs * DENSER < whole else _dense(votes)))


def nothing(statements: int) -> Moments:
    """The moments of nobody: what a merge starts from."""
    return Moments(0, *(np.zeros((statements, statements), np.int64) for _ in range(3)))


def _sparse(votes: Votes) -> tuple[Integers, Integers, Integers]:
    """By rows of votes, one pair after the other."""
    from scipy import sparse

    signed = sparse.csr_array((votes.values.astype(np.int64), votes.columns, votes.starts), shape=votes.shape)
    there = sparse.csr_array((np.ones(len(votes), np.int64), votes.columns, votes.starts), shape=votes.shape)
    lifted = there * (1 << 32) + signed
    both: Integers = (there.T @ there).toarray()
    return *_apart((signed.T @ lifted).toarray(), 1 << 32), both


def _apart(together: Integers, field: int) -> tuple[Integers, Integers]:
    """Products, and the sums that were lifted by ``field`` clear of them."""
    lifted = (together + field // 2) // field
    return together - lifted * field, lifted


def _dense(votes: Votes) -> tuple[Integers, Integers, Integers]:
    """Block by block as float32, where all sums are exact: FIELD lifts ``crossed`` clear of ``products``."""
    people, statements = votes.shape
    products, lifted, both = (np.zeros((statements, statements), np.int64) for _ in range(3))
    block = min(ROWS, people)
    signed = np.empty((block, statements), np.float32)
    there = np.empty_like(signed)
    for first in range(0, people, ROWS):
        last = min(first + ROWS, people)
        size = last - first
        _fill(votes, first, last, signed[:size], there[:size])
        both += (there[:size].T @ there[:size]).astype(np.int32)
        there[:size] *= np.float32(FIELD)
        there[:size] += signed[:size]
        product, upper = _apart((signed[:size].T @ there[:size]).astype(np.int32), FIELD)
        products += product
        lifted += upper
    return products, lifted, both


def _fill(votes: Votes, first: int, last: int, signed: npt.NDArray[np.float32], there: npt.NDArray[np.float32]) -> None:
    cut = slice(votes.starts[first], votes.starts[last])
    row = np.repeat(np.arange(last - first), votes.seen[first:last])
    place = row * votes.shape[1] + votes.columns[cut]
    signed.fill(0)
    there.fill(0)
    signed.ravel()[place] = votes.values[cut]
    there.ravel()[place] = 1
