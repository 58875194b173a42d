"""A result as JSON, as text, and as one page that explains itself."""

from causeway.engines.budgeting.report.page import page
from causeway.engines.budgeting.report.plain import as_plain
from causeway.engines.budgeting.report.text import as_text

__all__ = ["as_plain", "as_text", "page"]
