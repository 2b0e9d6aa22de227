"""The list at the end of an archive: what it holds, by which version, with the sum of each part."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from django.db import connections
from django.db.migrations.recorder import MigrationRecorder

from kulisy import __version__

NAME = "manifest.json"
FORMAT = 1
# A list of a million uploads; anything longer is not one.
LARGEST = 256 * 1024**2


@dataclass(frozen=True)
class Part:
    """One member of the archive. ``content`` is the same for the same rows in any order."""

    name: str
    size: int
    sha256: str
    table: str = ""
    rows: int = 0
    content: str = ""


@dataclass
class Manifest:
    """What the archive says about itself."""

    version: str = __version__
    made_at: str = ""
    engine: str = ""
    migrations: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    format: int = FORMAT

    @property
    def size(self) -> int:
        """Bytes of everything, unpacked."""
        return sum(part.size for part in self.parts)

    @property
    def rows(self) -> int:
        return sum(part.rows for part in self.parts)

    @property
    def uploads(self) -> list[Part]:
        return [part for part in self.parts if not part.table]

    @property
    def content(self) -> dict[str, str]:
        """What the centre's data are, whatever engine they lay on: equal means the same data."""
        return {part.table or part.name: part.content or part.sha256 for part in self.parts}

    def to_bytes(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()

    @classmethod
    def from_bytes(cls, text: bytes) -> "Manifest":
        """Raises ValueError, KeyError or TypeError for what is no manifest."""
        kept: dict[str, Any] = json.loads(text)
        parts = [Part(**part) for part in kept.pop("parts")]
        for part in parts:
            if not isinstance(part.size, int) or part.size < 0 or not isinstance(part.name, str):
                raise ValueError(part)
        return cls(parts=parts, **kept)


def applied_migrations(alias: str) -> list[str]:
    """The state of the tables, by which it is known whether rows fit into them."""
    recorder = MigrationRecorder(connections[alias])
    return sorted(f"{app}.{name}" for app, name in recorder.applied_migrations())
