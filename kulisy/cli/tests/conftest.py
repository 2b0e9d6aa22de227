"""What only tests of the command line need."""

import os
import subprocess
import sys

import pytest


@pytest.fixture
def other_engine(tmp_path):
    """Runs a command of the program on an SQLite file of its own, in a process of its own."""
    environment = {
        **os.environ,
        "DATABASE_URL": "",
        "KULISY_VAR": str(tmp_path / "var"),
        "DJANGO_SETTINGS_MODULE": "kulisy.config.settings",
    }

    def run(*words: str) -> None:
        command = [sys.executable, "-m", "kulisy", *words]
        ended = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False
        )
        assert ended.returncode == 0, ended.stdout + ended.stderr

    return run
