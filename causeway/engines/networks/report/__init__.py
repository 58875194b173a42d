"""Findings as JSON, as text, as GraphML, as a picture, and as one page that explains itself."""

from causeway.engines.networks.report.graphml import as_graphml
from causeway.engines.networks.report.page import page
from causeway.engines.networks.report.picture import Picture, arrange, earlier, svg
from causeway.engines.networks.report.plain import as_plain
from causeway.engines.networks.report.text import as_text

__all__ = ["Picture", "arrange", "as_graphml", "as_plain", "as_text", "earlier", "page", "svg"]
