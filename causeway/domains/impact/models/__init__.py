"""The rows of this room."""

from causeway.domains.impact.models.checks import Bearing, Effect, ImpactCheck, OpenQuestion, Writer
from causeway.domains.impact.models.editions import Edition

__all__ = ["Bearing", "Edition", "Effect", "ImpactCheck", "OpenQuestion", "Writer"]
