"""JSON from outside, read so that whatever is wrong with it ends in a sentence."""

from __future__ import annotations

import json
import math
from typing import Any

from django.utils.translation import gettext as _

from causeway.kernel.errors import Unreadable

LARGEST_BYTES = 50_000_000
DEEPEST = 40
LONGEST_NUMBER = 40
DUPLICATES = "\x00duplicates"  # cannot be a key of a feed: NUL is refused in names


def parse(raw: bytes) -> Any:
    """The document. Numbers that no float holds become infinite; keys given twice are listed under ``DUPLICATES``.

    Raises Unreadable.
    """
    if len(raw) > LARGEST_BYTES:
        raise Unreadable(_("The file is larger than 50 MB. Split it, or read the feed page by page."))
    if not raw.strip():
        raise Unreadable(_("The file is empty."))
    text = _decoded(raw)
    try:
        document = json.loads(
            text, object_pairs_hook=_object, parse_float=_number, parse_int=_integer, parse_constant=_constant
        )
        _check_depth(document)
    except RecursionError:
        raise Unreadable(_("The file is nested too deeply to be a directory of services.")) from None
    except json.JSONDecodeError as error:
        where = {"line": error.lineno, "column": error.colno}
        raise Unreadable(_("This is not JSON: it breaks in line %(line)s, column %(column)s.") % where) from None
    return document


def _decoded(raw: bytes) -> str:
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable(_("The text is not in UTF-8. Save the file as UTF-8 and try again.")) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _value in pairs]
        made[DUPLICATES] = sorted({name for name in names if names.count(name) > 1})[:5]
    return made


def _number(text: str) -> float:
    return float(text) if len(text) <= LONGEST_NUMBER else math.inf


def _integer(text: str) -> float | int:
    return int(text) if len(text) <= LONGEST_NUMBER else math.inf


def _constant(_text: str) -> float:
    return math.inf


def _check_depth(document: Any) -> None:
    level, depth = [document], 0
    while level:
        depth += 1
        if depth > DEEPEST:
            raise RecursionError
        children: list[Any] = []
        for node in level:
            if isinstance(node, dict):
                children.extend(value for value in node.values() if isinstance(value, dict | list))
            elif isinstance(node, list):
                children.extend(value for value in node if isinstance(value, dict | list))
        level = children
