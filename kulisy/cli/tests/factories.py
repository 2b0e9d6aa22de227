"""Archives to try, whole and damaged."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kulisy.cli.archive import manifest as listing


def rebuilt(source: Path, target: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """A copy of the archive with its members changed; sums are left as they were."""
    with zipfile.ZipFile(source) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target


def relisted(members: dict[str, bytes], change: Callable[[dict[str, Any]], None]) -> None:
    """Change the list that the archive carries."""
    kept = json.loads(members[listing.NAME])
    change(kept)
    members[listing.NAME] = json.dumps(kept).encode()


def replaced(members: dict[str, bytes], name: str, content: bytes) -> None:
    """Change a member and its sum with it, as somebody would who means it."""
    members[name] = content

    def change(kept: dict[str, Any]) -> None:
        for part in kept["parts"]:
            if part["name"] == name:
                part["size"] = len(content)
                part["sha256"] = hashlib.sha256(content).hexdigest()

    relisted(members, change)


def member_of(members: dict[str, bytes], table: str) -> str:
    return next(name for name in members if name.endswith(f"-{table}.jsonl"))
