"""Where the demo lives: apart from a real centre's data, so that nothing can be mixed up.

Imported before the settings are read, because it decides what they will find.
"""

import os
import re
from pathlib import Path

from kulisy.config import environment

FIRST_SCENE = "season"
NAME = re.compile(r"[a-z][a-z0-9-]*")
# Whatever these say is about a real centre.
NOT_FOR_THE_DEMO = (
    "DATABASE_URL",
    "REDIS_URL",
    "KULISY_SMTP_HOST",
    "KULISY_HOSTS",
    "KULISY_ORIGINS",
)


def scene(words: list[str]) -> str:
    """The scene asked for on the command line; a name that cannot be one is left to the parser."""
    for position, word in enumerate(words):
        name = word.removeprefix("--scene=") if word.startswith("--scene=") else ""
        if word == "--scene" and position + 1 < len(words):
            name = words[position + 1]
        if NAME.fullmatch(name):
            return name
    return FIRST_SCENE


def settle(words: list[str]) -> Path:
    """Point the settings at the scene's own folder and away from everything else."""
    folder = environment.var_folder() / "demo" / scene(words)
    folder.mkdir(parents=True, exist_ok=True)
    for name in NOT_FOR_THE_DEMO:
        os.environ.pop(name, None)
    os.environ["KULISY_VAR"] = str(folder)
    os.environ["KULISY_DEMO"] = "1"
    os.environ["KULISY_ADDRESS"] = "http://localhost:8000"
    os.environ["KULISY_DEBUG"] = ""
    return folder
