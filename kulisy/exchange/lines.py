"""Content lines of RFC 5545, written and read.

Written here and not by the icalendar library, whose tree of objects needs 9 s for 13,000 events;
read here, because one broken line of a stranger's calendar must not cost the other lines. The tests
hold that both write and read as the library does.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

WIDTH = 75
# What XML and terminals refuse as well: control characters say nothing in a calendar.
CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127])
ESCAPES = CONTROL | str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})
TO_ESCAPE = re.compile(r"[\x00-\x1f\x7f\\;,]")
ESCAPED = re.compile(r"\\([\\;,nN])")
PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^":;,]*)(?:,(?:"[^"]*"|[^":;,]*))*)')
NAME = re.compile(r"[A-Za-z0-9-]+")


def escaped(text: str) -> str:
    """The text as a TEXT value."""
    return text.translate(ESCAPES) if TO_ESCAPE.search(text) else text


def unescaped(value: str) -> str:
    """The text that a TEXT value means."""
    return ESCAPED.sub(lambda m: "\n" if m[1] in "nN" else m[1], value)


def folded(line: str) -> str:
    """The line broken after at most 75 octets, never inside a letter, with its end."""
    if "\n" in line or "\r" in line:
        # Only a value that is no TEXT, such as an address, can hold one: it must not end the line.
        line = "".join(line.splitlines())
    if len(line) <= WIDTH and (line.isascii() or len(line.encode()) <= WIDTH):
        return f"{line}\r\n"
    octets, pieces, start, room = line.encode(), [], 0, WIDTH
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:  # noqa: PLR2004 - a continuation byte of UTF-8
            end -= 1
        pieces.append(octets[start:end])
        start, room = end, WIDTH - 1
    pieces.append(octets[start:])
    return b"\r\n ".join(pieces).decode() + "\r\n"


def moment(name: str, at: datetime) -> str:
    """A property with a moment in UTC."""
    return f"{name}:{_digits(at.astimezone(UTC))}Z\r\n"


def clock(name: str, at: datetime, zone: str) -> str:
    """A property with a time by the clocks of the zone; ``at`` stands in that zone."""
    if zone == "UTC":
        return moment(name, at)
    return f"{name};TZID={zone}:{_digits(at)}\r\n"


def _digits(at: datetime) -> str:
    # By ISO 8601 and not by strftime, which takes four times as long, 20,000 times a calendar.
    return at.isoformat()[:19].replace("-", "").replace(":", "")


def day(name: str, on: date) -> str:
    """A property with a whole day."""
    return f"{name};VALUE=DATE:{on:%Y%m%d}\r\n"


@dataclass(frozen=True)
class Property:
    """A property as it was read: name in capitals, parameters, value still escaped."""

    name: str
    value: str
    parameters: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return unescaped(self.value).strip()


def read_property(line: str) -> Property | None:
    """The property on the line, or None when it is not one."""
    name = NAME.match(line)
    if name is None:
        return None
    at, parameters = name.end(), {}
    while found := PARAMETER.match(line, at):
        parameters[found[1].upper()] = found[2].replace('"', "")
        at = found.end()
    if at >= len(line) or line[at] != ":":
        # A parameter that is not well made; the value is still after the first colon.
        at = line.find(":", at)
        if at < 0:
            return None
    return Property(name[0].upper(), line[at + 1 :], parameters)


def unfolded(lines: Iterable[str], *, longest: int) -> Iterator[tuple[int, str]]:
    """Whole content lines with the number of their first line, cut off after ``longest``.

    A line that is neither folded nor a property is taken for the rest of the one before: many
    programs forget the space of folding.
    """
    number, kept, length = 0, [""], 0
    for at, raw in enumerate(lines, start=1):
        line = raw.rstrip("\r\n")
        if line[:1] in {" ", "\t"}:
            rest = line[1:]
        elif not kept[0] or looks_new(line):
            if kept[0]:
                yield number, "".join(kept)
            number, kept, length = at, [line], len(line)
            continue
        else:
            rest = line
        if length < longest:
            kept.append(rest[: longest - length])
            length += len(rest)
    if kept[0]:
        yield number, "".join(kept)


def looks_new(line: str) -> bool:
    """Whether a property begins here: a name in capitals and then a colon or parameters."""
    name = NAME.match(line)
    return bool(name and name[0].isupper() and line[name.end() : name.end() + 1] in {":", ";"})
