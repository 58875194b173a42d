"""The process that sets one PDF: it reads a job from standard input and writes the file to standard output.

Started by ``kernel.pdf`` for each file, so that input which makes the compiler slow or hungry costs this process
and nothing else. It knows no Django, no settings and no database.

The job is JSON: ``layout`` (path of the .typ file), ``data`` (JSON text for the layout), ``fonts`` (folders) and
``memory`` (bytes). It ends with status 0 and the PDF, or with status 3 and the compiler's sentence.
"""

from __future__ import annotations

import json
import re
import resource
import sys
from pathlib import Path
from typing import Any

import typst

PLAIN = re.compile(r"[\n\t -~\u00a0-\u017f\u2010-\u2015\u2018-\u201f\u2022\u2026\u20ac]")
"""Letters that the embedded fonts certainly have; only others are tried."""

NEVER = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
"""Control characters, overrides of the writing direction and halves of characters: nothing to print."""

STAND_IN = "□"

PROBE = b'#set document(title: "Probe")\n#json(bytes(sys.inputs.data))'


def main() -> int:
    job = json.load(sys.stdin)
    resource.setrlimit(resource.RLIMIT_AS, (job["memory"], job["memory"]))
    layout = Path(job["layout"])
    try:
        settings = _settings(printable(job["data"], job["fonts"]), job["fonts"])
        pdf = typst.compile(str(layout), root=str(layout.parent), **settings)
    except typst.TypstError as error:
        sys.stderr.write(str(error))
        return 3
    sys.stdout.buffer.write(pdf)
    return 0


def printable(data: str, fonts: list[str]) -> str:
    """The same JSON with every letter that no font has replaced by a box: PDF/UA refuses a letter without a shape."""
    kept = json.dumps(_cleaned(json.loads(data)), ensure_ascii=False)
    unusual = sorted(set(PLAIN.sub("", kept)))
    if not unusual or _prints("".join(unusual), fonts):
        return kept
    missing = {ord(letter): STAND_IN for letter in unusual if not _prints(letter, fonts)}
    return kept.translate(missing)


def _cleaned(value: object) -> object:
    match value:
        case str():
            return NEVER.sub("", value)
        case list():
            return [_cleaned(part) for part in value]
        case dict():
            return {key: _cleaned(part) for key, part in value.items()}
    return value


def _prints(letters: str, fonts: list[str]) -> bool:
    try:
        typst.compile(PROBE, **_settings(json.dumps(letters), fonts))
    except typst.TypstError:
        return False
    return True


def _settings(data: str, fonts: list[str]) -> dict[str, Any]:
    return {
        "format": "pdf",
        "pdf_standards": ["ua-1"],
        "sys_inputs": {"data": data},
        "font_paths": fonts,
        "ignore_system_fonts": True,
    }


if __name__ == "__main__":
    sys.exit(main())
