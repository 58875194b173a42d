"""Digests: the same input gives the same digest on every machine, in every process, in any order of the input."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any


def canonical_json(value: Any) -> bytes:
    """JSON with sorted keys, without spaces, in UTF-8: one text for one value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def digest_of(parts: Iterable[bytes | memoryview]) -> str:
    """SHA-256 over the parts, each preceded by its length in eight bytes (big end first); ``"sha256:…"`` in hex.

    The lengths keep two different lists of parts from running into the same bytes.
    """
    digest = hashlib.sha256()
    for part in parts:
        view = memoryview(part)
        digest.update(view.nbytes.to_bytes(8, "big"))
        digest.update(view)
    return f"sha256:{digest.hexdigest()}"
