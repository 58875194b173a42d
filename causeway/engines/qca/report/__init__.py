"""A comparison in forms for people and programs: plain values for JSON, plain text, and one page that stands alone."""

from causeway.engines.qca.report.bounds import bounds_as_page, bounds_as_plain, bounds_as_text
from causeway.engines.qca.report.page import as_page
from causeway.engines.qca.report.plain import as_plain
from causeway.engines.qca.report.text import as_text

__all__ = ["as_page", "as_plain", "as_text", "bounds_as_page", "bounds_as_plain", "bounds_as_text"]
