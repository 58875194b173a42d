"""Principal components of votes with missing ones: the directions in which people differ most."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from causeway.engines.opinion.moments import Moments
from causeway.engines.opinion.tallies import Tallies, everyone, tally
from causeway.engines.opinion.threads import one_thread
from causeway.engines.opinion.votes import Floats, Votes

DIMENSIONS = 2
EXACT_BITS = 53  # of a double: whole numbers of units up to 2^53 add up exactly
MOST_WHOLE = 500


@dataclass(frozen=True, eq=False)
class Components:
    """``loadings`` (dimensions x statements): unit vectors, the direction of most variance first.

    Sign: the sum of the cubes of a direction's loadings is not negative, so the side on which statements pull hardest
    is to the right, or above. ``means`` is the mean vote on each statement; ``variances`` (dimensions) and
    ``variance`` (all) are sums of squares divided by the number of ``people``, who cast so many ``votes``.
    """

    loadings: Floats
    means: Floats
    variances: Floats
    variance: float
    people: int
    votes: int

    @property
    def shares(self) -> Floats:
        """The share of all variance that each direction holds."""
        shares: Floats = self.variances / self.variance if self.variance > 0 else np.zeros_like(self.variances)
        return shares

    def spread(self, *, blanks: int = 0) -> float:
        """About the standard deviation of coordinates along the first direction."""
        cells = (len(self.means) + blanks) * self.people
        return float(np.sqrt(self.variances[0] * cells / max(self.votes + blanks * self.people, 1)))


@one_thread
def components(moments: Moments, *, dimensions: int = DIMENSIONS) -> Components:
    """The components of the votes whose moments these are: the eigenvectors of their scatter matrix.

    The same as a singular value decomposition of the dense matrix in which a missing vote is the mean of its
    statement and means are taken away. Source: I.T. Jolliffe, “Principal Component Analysis” (2002); Small et al.,
    “Polis” (2021). Up to 500 statements O(statements³), beyond by Lanczos’ method, to ten digits.
    """
    scatter = moments.scatter()
    values, vectors = _leading(scatter.__matmul__, len(scatter), dimensions, most_whole=MOST_WHOLE)
    total = float(np.trace(scatter))
    return _made(vectors, values, moments.means, total, moments.people, int(moments.seen.sum()))


def components_of(votes: Votes, *, dimensions: int = DIMENSIONS) -> Components:
    """The same from the votes themselves, without a matrix of statements x statements, to ten digits."""
    members, people = indicators(votes), int((votes.seen > 0).sum())
    counts = tally(votes, everyone(votes), count=1)
    return components_by_rounds(counts, people, partial(pulled, members), dimensions=dimensions)


@one_thread
def components_by_rounds(
    counts: Tallies, people: int, pull: Callable[[Floats, float], Floats], *, dimensions: int
) -> Components:
    """The same where votes are many, or elsewhere: by some twenty to fifty rounds of sums that merge exactly.

    ``counts`` are those of all votes (one group), ``people`` those with a vote; ``pull`` sums ``pulled`` over all
    parts. In each round of Lanczos’ method the residual R (votes less the mean of their statement) is needed as RᵀRv.
    Each person’s part of Rv is rounded to a power of two so small that it does not matter, and so large that sums over
    people are exact: by Cauchy and Schwarz their absolute values sum to less than sqrt(people x votes) for a v of
    length 1. So the split of people into parts makes no difference to the last bit. Time grows with the votes.
    """
    agrees, disagrees, seen = (array[0] for array in (counts.agrees, counts.disagrees, counts.seen))
    means = (agrees - disagrees) / np.maximum(seen, 1)
    steps = np.array([[-1.0], [0.0], [1.0]]) - means
    votes = int(seen.sum())
    unit = 2.0 ** (math.ceil(math.log2(max(people * votes, 1)) / 2) + 1 - EXACT_BITS)

    def apply(vector: Floats) -> Floats:
        length = float(np.linalg.norm(vector)) or 1.0
        against, passed, for_ = pull(steps * (vector / length), unit).reshape(3, -1)
        turned: Floats = (for_ - against - means * (against + passed + for_)) * length
        return turned

    values, vectors = _leading(apply, len(means), dimensions, most_whole=10 * dimensions)
    total = float((agrees + disagrees - (agrees - disagrees) ** 2 / np.maximum(seen, 1)).sum())
    return _made(vectors, values, means, total, people, votes)


def indicators(votes: Votes) -> Any:
    """People by disagreements, passes and agreements (three columns a statement): 1 where somebody voted so, sparse."""
    from scipy import sparse

    people, statements = votes.shape
    column = votes.columns + np.int32(statements) * (votes.values + np.int32(1))
    return sparse.csr_array((np.ones(len(votes)), column, votes.starts), shape=(people, 3 * statements))


def pulled(members: Any, steps: Floats, unit: float) -> Floats:
    """At each vote that people cast, the sum of their own sums of ``steps`` (3 x statements), these to whole units."""
    own = np.round(members @ steps.ravel() / unit) * unit
    sums: Floats = members.T @ own
    return sums


def _leading(apply: Callable[[Floats], Floats], size: int, count: int, *, most_whole: int) -> tuple[Floats, Floats]:
    """The largest eigenvalues and their vectors (as rows) of the symmetric matrix that ``apply`` multiplies by.

    A matrix of up to ``most_whole`` rows whole, by LAPACK; a larger one by ARPACK, from a fixed start.
    """
    values, vectors = np.zeros(count), np.zeros((count, size))
    if size <= most_whole:
        matrix = np.stack([apply(unit) for unit in np.eye(size)]) if size else np.zeros((0, 0))
        found, columns = np.linalg.eigh((matrix + matrix.T) / 2)
    else:
        from scipy.sparse.linalg import LinearOperator, eigsh

        start = np.random.default_rng(1).standard_normal(size)
        operator = LinearOperator((size, size), matvec=apply, dtype=np.float64)
        found, columns = eigsh(operator, k=count, v0=start, tol=1e-12)
    order = np.argsort(-found, kind="stable")[:count]
    values[: len(order)], vectors[: len(order)] = found[order], columns.T[order]
    return values, vectors


def _made(vectors: Floats, values: Floats, means: Floats, total: float, people: int, votes: int) -> Components:
    signs = np.where((vectors**3).sum(axis=1) < 0, -1.0, 1.0)
    empty = values <= 1e-12 * max(total, 1e-300)
    vectors = np.where(empty[:, None], 0.0, vectors * signs[:, None])
    count = max(people, 1)
    return Components(vectors, means, np.where(empty, 0.0, values) / count, total / count, people, votes)
