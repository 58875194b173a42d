"""Where each participant stands on the map."""

from __future__ import annotations

import numpy as np

from causeway.engines.opinion.components import Components
from causeway.engines.opinion.votes import Floats, Votes

LOADING_UNIT = 2.0**-36
PLACE_UNIT = 2.0**-24


def coordinates(votes: Votes, components: Components, *, blanks: int = 0) -> Floats:
    """Coordinates of shape (participants, dimensions): the sum, over a participant's votes, of the vote less its
    statement's mean, times the loading; times the square root of statements / votes cast.

    The root makes up for votes not cast, which would pull towards the middle (Small et al. 2021). Who has not voted
    stands at 0. ``blanks`` counts further statements on which everybody counts as having passed, and nobody differs:
    Polis takes rejected statements so, which tempers how far few votes carry somebody out.

    Terms and results are rounded to small powers of two, so that every sum is exact: coordinates do not depend on how
    people were split into parts, to the last bit.
    """
    statements = votes.shape[1]
    steps = np.array([[-1.0], [0.0], [1.0]]) - components.means
    scale = np.sqrt((statements + blanks) / np.maximum(votes.seen + blanks, 1))
    found = np.empty((votes.shape[0], len(components.loadings)))
    owner = votes.rows()
    term = votes.columns + np.int32(statements) * (votes.values + np.int32(1))
    for dimension, loadings in enumerate(components.loadings):
        table = np.round(steps * loadings / LOADING_UNIT) * LOADING_UNIT
        sums = np.bincount(owner, weights=table.ravel()[term], minlength=votes.shape[0])
        found[:, dimension] = np.round(sums * scale / PLACE_UNIT) * PLACE_UNIT
    return found
