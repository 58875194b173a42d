"""Findings in forms for people and programs: plain values for JSON, text, and one page that stands alone."""

from causeway.engines.opinion.report.page import page
from causeway.engines.opinion.report.plain import as_plain
from causeway.engines.opinion.report.text import as_text

__all__ = ["as_plain", "as_text", "page"]
