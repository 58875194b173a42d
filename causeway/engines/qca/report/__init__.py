"""A comparison in forms for people and programs: plain values for JSON, plain text, and one page that stands alone."""

from causeway.engines.qca.report.plain import as_plain
from causeway.engines.qca.report.text import as_text

__all__ = ["as_plain", "as_text"]
