"""A result as JSON, as text, and as one page that explains itself."""

from causeway.engines.budgeting.report.page import page
from causeway.engines.budgeting.report.plain import as_plain, receipt, recounted
from causeway.engines.budgeting.report.text import as_text, receipt_text

__all__ = ["as_plain", "as_text", "page", "receipt", "receipt_text", "recounted"]
