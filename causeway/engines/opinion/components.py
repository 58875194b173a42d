"""Principal components of votes with missing ones: the directions in which people differ most."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from causeway.engines.opinion.moments import Moments
from causeway.engines.opinion.votes import Floats, Votes

DIMENSIONS = 2


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


def components(moments: Moments, *, dimensions: int = DIMENSIONS) -> Components:
    """The components of the votes whose moments these are: the eigenvectors of their scatter matrix.

    The same as a singular value decomposition of the dense matrix in which a missing vote is the mean of its
    statement and means are taken away. Source: I.T. Jolliffe, “Principal Component Analysis” (2002); Small et al.,
    “Polis” (2021). O(statements³); 2,500 statements have been tried.
    """
    from scipy.linalg import eigh

    scatter = moments.scatter()
    size = len(scatter)
    values, vectors = np.zeros(dimensions), np.zeros((dimensions, size))
    found = min(dimensions, size)
    if found:
        top, columns = eigh(scatter, subset_by_index=(size - found, size - 1))
        values[:found], vectors[:found] = top[::-1], columns.T[::-1]
    return _made(vectors, values, moments.means, float(np.trace(scatter)), moments.people, int(moments.seen.sum()))


def quick_components(moments: Moments, *, dimensions: int = DIMENSIONS) -> Components:
    """The same by Lanczos’ method, to ten digits: faster where statements are many."""
    scatter = moments.scatter()
    values, vectors = _leading(scatter.__matmul__, len(scatter), dimensions)
    total = float(np.trace(scatter))
    return _made(vectors, values, moments.means, total, moments.people, int(moments.seen.sum()))


def components_of(votes: Votes, *, dimensions: int = DIMENSIONS) -> Components:
    """The same from the votes themselves, without a matrix of statements x statements, to ten digits.

    Lanczos’ method on the sparse residual; time grows with the votes, some fifty passes over them.
    """
    from scipy import sparse

    size = len(votes.statements)
    seen = np.bincount(votes.columns, minlength=size)
    means = np.bincount(votes.columns, weights=votes.values, minlength=size) / np.maximum(seen, 1)
    residual = sparse.csr_array((votes.values - means[votes.columns], votes.columns, votes.starts), shape=votes.shape)
    turned = residual.T
    values, vectors = _leading(lambda vector: turned @ (residual @ vector), size, dimensions)
    people = int((votes.seen > 0).sum())
    return _made(vectors, values, means, float(residual.data @ residual.data), people, len(votes))


def _leading(apply: Callable[[Floats], Floats], size: int, count: int) -> tuple[Floats, Floats]:
    """The largest eigenvalues and their vectors (as rows) of the symmetric matrix that ``apply`` multiplies by.

    By ARPACK, from a fixed start; the few of a small matrix by LAPACK.
    """
    from scipy.sparse.linalg import LinearOperator, eigsh

    values, vectors = np.zeros(count), np.zeros((count, size))
    if size < 10 * count:
        matrix = np.stack([apply(unit) for unit in np.eye(size)])
        found, columns = np.linalg.eigh((matrix + matrix.T) / 2)
    else:
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
