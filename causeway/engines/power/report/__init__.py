"""A measurement as JSON, as text, and as one page that explains itself."""

from causeway.engines.power.report.page import page
from causeway.engines.power.report.plain import as_plain
from causeway.engines.power.report.text import as_text

__all__ = ["as_plain", "as_text", "page"]
