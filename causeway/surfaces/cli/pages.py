"""Writing a page where the person asked for it."""

from __future__ import annotations

from pathlib import Path


def write_page(place: Path, text: str) -> None:
    """Write it, or say in a sentence why it cannot be."""
    from causeway.engines.exact import BadInput

    try:
        place.write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadInput(f"The page cannot be written to {place}: {error.strerror or error}.") from error
