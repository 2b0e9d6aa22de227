"""Files of strangers as lines of text: which encoding, how large, nothing loaded whole."""

import codecs
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from django.utils.translation import gettext as _

from kulisy.kernel.errors import Unreadable

MOST_BYTES = 20 * 1024 * 1024
MOST_ENTRIES = 20_000
MEGABYTE = 1024 * 1024
CHUNK = 64 * 1024
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def check_size(path: Path) -> None:
    """Refuses what is empty or too large before anything reads it."""
    size = path.stat().st_size
    if not size:
        raise Unreadable(_("The file is empty."))
    if size > MOST_BYTES:
        raise Unreadable(
            _(
                "The file has %(size)s MB; at most %(most)s MB are read. Divide it, or export "
                "fewer years."
            )
            % {"size": -(-size // MEGABYTE), "most": MOST_BYTES // MEGABYTE}
        )


def encoding_of(path: Path) -> str:
    """UTF-8 or UTF-16 by their marks, UTF-8 when all of it is, else that of Polish Windows."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        head = file.read(4)
        for mark, name in MARKS:
            if head.startswith(mark):
                return name
        if head[1:2] == head[3:4] == b"\0":
            return "utf-16-le"
        file.seek(0)
        try:
            while chunk := file.read(CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1250"
    return "utf-8"


def check_count(count: int) -> None:
    """Refuses more dates than one reading brings in."""
    if count > MOST_ENTRIES:
        raise Unreadable(
            _("There are more than %(most)s dates in the file. Divide it.") % {"most": MOST_ENTRIES}
        )


@contextmanager
def text_of(path: Path, *, newline: str | None = None) -> Iterator[TextIO]:
    """The file as text; a letter that its encoding does not know becomes the sign for that."""
    with path.open("rb") as file:
        yield io.TextIOWrapper(file, encoding=encoding_of(path), errors="replace", newline=newline)
