"""“Everything that we hold about you” as one file: JSON for machines and a page for people, in a zip."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string

from causeway.domains.people.sections import Held, Section
from causeway.kernel import clock


def pack(parts: Sequence[tuple[Section, Held]]) -> bytes:
    """The zip. Its names and its folder say nothing about whose it is."""
    whole = {section.name: rows for section, rows in parts}
    text = json.dumps({"made_at": clock.now(), "held": whole}, cls=DjangoJSONEncoder, indent=2, ensure_ascii=False)
    page = render_to_string("people/archive.html", {"parts": parts, "made_at": clock.now()})
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("everything.json", text)
        archive.writestr("everything.html", page)
    return target.getvalue()
