"""What Polis published of a real conversation: counts by group, and what it computed from them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from causeway.engines.opinion.tallies import Tallies

PUBLISHED: dict[str, Any] = json.loads((Path(__file__).parent / "published_4cvkai2ctw.json").read_text())


def published_tallies() -> Tallies:
    """Votes by group and statement."""
    return Tallies(*(np.array(PUBLISHED[kind], dtype=np.int64) for kind in ("agrees", "disagrees", "seen")))
