"""The files of a Polis export as somebody sends them: a zip, or one by one. Hostile until they are parsed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from causeway.kernel.errors import Unreadable

LARGEST_FILE = 30_000_000
LARGEST_UPLOAD = 40_000_000
MOST_MEMBERS = 50
KNOWN = ("comments.csv", "participants-votes.csv", "participant-votes.csv", "votes.csv", "summary.csv")
"""By how their names end; the longer before the shorter that they end in."""

Files = Mapping[str, bytes]


def packed(files: Sequence[tuple[str, bytes]]) -> bytes:
    """What was sent, as one zip: as it is where it is one, else the files together. Raises Unreadable."""
    if sum(len(content) for _name, content in files) > LARGEST_UPLOAD:
        raise Unreadable(_("The files are larger than 40 MB together."))
    if len(files) == 1 and files[0][1].startswith(b"PK"):
        return files[0][1]
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return target.getvalue()


def opened(content: bytes) -> dict[str, bytes]:
    """The files of an export by their usual names. Raises Unreadable, whatever was sent."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _files_of(archive)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise Unreadable(_("This is no zip file that can be opened.")) from error
    except ValueError as error:
        raise Unreadable(_("This is no zip file that can be opened.")) from error


def _files_of(archive: zipfile.ZipFile) -> dict[str, bytes]:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise Unreadable(_("The zip holds more than %(most)s files.") % {"most": MOST_MEMBERS})
    found: dict[str, bytes] = {}
    for member in members:
        name = usual_name(member.filename)
        if name is None:
            continue
        if name in found:
            raise Unreadable(_("“%(name)s” is there twice.") % {"name": name})
        with archive.open(member) as file:
            found[name] = file.read(LARGEST_FILE + 1)  # what the zip says of its size may be wrong
        if len(found[name]) > LARGEST_FILE:
            raise Unreadable(_("“%(name)s” is larger than 30 MB.") % {"name": name})
    return found


def usual_name(path: str) -> str | None:
    """The name by which a file of an export is known; None for any other file. Newer exports put a name before it."""
    name = path.replace("\\", "/").rsplit("/", 1)[-1].lower()
    known = next((one for one in KNOWN if name.endswith(one)), None)
    return "participants-votes.csv" if known == "participant-votes.csv" else known


def zipped(files: Files) -> bytes:
    """Files as a zip whose bytes depend on nothing but theirs."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()
