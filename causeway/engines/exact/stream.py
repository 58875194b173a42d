"""Files part by part: never more in memory than one part, and a limit on everything a stranger's file may be."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Callable, Iterator
from typing import BinaryIO

from causeway.engines.exact import BadInput

PART = 1 << 20
LONGEST_LINE = 1 << 20
LARGEST_FILE = 1 << 34
WRONG_ENCODINGS = ((codecs.BOM_UTF32_LE, "UTF-32"), (codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"))


class Stream:
    """Lines and blocks of lines from a binary file. ``line`` is the number of the line given out last, from 1."""

    def __init__(self, file: BinaryIO, *, progress: Callable[[str], None] | None = None) -> None:
        self._file, self._progress = file, progress
        self._waiting = b""
        self._ended = False
        self._lines: list[bytes] = []
        self._at = 0
        self.line = 0
        self.read = 0
        self._fill()
        self._waiting = self._waiting.removeprefix(codecs.BOM_UTF8)

    def _fill(self) -> None:
        part = self._file.read(PART)
        self.read += len(part)
        if self._progress:
            self._progress(f"{self.read / 1e6:,.0f} MB read")
        if self.read > LARGEST_FILE:
            raise BadInput(f"The file is larger than {LARGEST_FILE >> 30} GB.")
        if not part:
            self._ended = True
        self._waiting += part
        for mark, name in WRONG_ENCODINGS:
            if self._waiting.startswith(mark) and self.read == len(part):
                raise BadInput(f"The file is written in {name}; save it as UTF-8 and try again.")
        if b"\0" in part:
            raise BadInput("The file holds zero bytes; it is no text file.")

    def _block(self) -> bytes:
        """Whole lines, each ended by a line feed, about a megabyte of them; empty at the end of the file."""
        while not self._ended and b"\n" not in self._waiting:
            self._fill()
            if len(self._waiting) > LONGEST_LINE and b"\n" not in self._waiting:
                raise BadInput(f"The line is longer than {LONGEST_LINE:,} characters.", line=self.line + 1)
        if not self._ended and len(self._waiting) < PART // 2:
            self._fill()
        if self._ended:
            block, self._waiting = self._waiting, b""
            if block and not block.endswith(b"\n"):
                block += b"\n"
        else:
            cut = self._waiting.rindex(b"\n") + 1
            block, self._waiting = self._waiting[:cut], self._waiting[cut:]
        return block.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in block else block

    def next_line(self) -> bytes | None:
        """One line without its end; ``None`` at the end of the file."""
        if self._at >= len(self._lines):
            block = self._block()
            if not block:
                return None
            self._lines, self._at = block.split(b"\n")[:-1], 0
        line = self._lines[self._at]
        self._at += 1
        self.line += 1
        if len(line) > LONGEST_LINE:
            raise BadInput(f"The line is longer than {LONGEST_LINE:,} characters.", line=self.line)
        return line

    def back(self) -> None:
        """Give the last line out again; only right after ``next_line``."""
        self._at -= 1
        self.line -= 1

    def lines(self) -> Iterator[bytes]:
        """The lines one by one."""
        while (line := self.next_line()) is not None:
            yield line

    def next_block(self) -> bytes:
        """About a megabyte of whole lines, each ended by a line feed; the caller counts them into ``line``."""
        if self._at < len(self._lines):
            block = b"\n".join(self._lines[self._at :]) + b"\n"
            self._lines, self._at = [], 0
            return block
        return self._block()

    def distinct_lines(self, block: bytes) -> Iterator[tuple[bytes, int]]:
        """The lines of a block that was taken, in their order, those that are the same once with their number.

        ``line`` is then the number of the first of them. Most voters vote as others do, so that most lines need not
        be read.
        """
        lines = block.split(b"\n")[:-1]
        before = self.line
        first = dict(zip(reversed(lines), range(before + len(lines), before, -1), strict=True))
        for line, times in Counter(lines).items():
            self.line = first[line]
            if len(line) > LONGEST_LINE:
                raise BadInput(f"The line is longer than {LONGEST_LINE:,} characters.", line=self.line)
            yield line, times
        self.line = before + len(lines)

    def go_back_to(self, lines: list[bytes]) -> None:
        """Give these lines out next; nothing else may be waiting in lines."""
        self._lines, self._at = lines, 0


def text_of(line: bytes) -> str:
    """A line as text: UTF-8, or Windows' and Latin-1's signs where it is not, as older counting programs write."""
    for encoding in ("utf-8", "cp1252"):
        try:
            return line.decode(encoding)
        except UnicodeDecodeError:
            continue
    return line.decode("latin-1")
