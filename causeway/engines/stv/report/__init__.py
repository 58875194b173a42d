"""A result in forms for people and programs: a JSON document, plain text, and one page that stands alone."""

from causeway.engines.stv.report.document import as_document
from causeway.engines.stv.report.page import as_page
from causeway.engines.stv.report.text import as_text

__all__ = ["as_document", "as_page", "as_text"]
