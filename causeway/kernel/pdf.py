"""PDFs that everybody can read: tagged (PDF/UA-1), with language and title, set by Typst (decision 2).

A room keeps its layouts as ``.typ`` files and calls ``compile_pdf(layout, data)``. The data goes to the layout as
JSON and is never part of its source, so nobody's text can be read as markup. A layout reads it with
``#let data = json(bytes(sys.inputs.data))`` and takes its title, language and the rest from there.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder

from causeway.kernel import typesetter
from causeway.kernel.errors import Invalid

MOST_DATA = 20_000_000
"""Bytes of JSON: a hundred thousand names."""
MOST_MEMORY = 3_000_000_000
MOST_SECONDS = 60
COULD_NOT_SET = 3


class CannotTypeset(Exception):
    """The layout has a fault: ours to mend, not the reader's."""


def compile_pdf(layout: Path, data: Mapping[str, Any]) -> bytes:
    """The PDF that ``layout`` makes of ``data``.

    ``data`` holds texts, numbers, lists and mappings; ``title`` and ``language`` (``en``) are required, because
    PDF/UA is. Letters that no font has are printed as a box; control characters are left out. Fonts are Typst's own
    and those in ``<var>/fonts``.

    Raises Invalid where there is too much to set, and CannotTypeset where the layout is at fault.
    """
    missing = {"title", "language"} - {key for key, value in data.items() if value}
    if missing:
        raise CannotTypeset(f"A document needs {' and '.join(sorted(missing))}.")
    text = json.dumps(data, cls=DjangoJSONEncoder)
    if len(text) > MOST_DATA:
        raise Invalid("That is too much for one PDF. Choose fewer sheets, or leave the names out.")
    fonts = Path(settings.VAR_DIR) / "fonts"
    job = {
        "layout": str(layout.resolve()),
        "data": text,
        "fonts": [str(fonts)] if fonts.is_dir() else [],
        "memory": MOST_MEMORY,
    }
    return _run(json.dumps(job))


def _run(job: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 -- our own interpreter and module; the job goes through standard input
            [sys.executable, "-I", typesetter.__file__],
            input=job.encode(),
            capture_output=True,
            timeout=MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Invalid("Setting this PDF took too long. Choose fewer sheets, or leave the names out.") from None
    if done.returncode == 0:
        return done.stdout
    raise CannotTypeset(done.stderr.decode(errors="replace")[-2000:] or f"It ended with status {done.returncode}.")
