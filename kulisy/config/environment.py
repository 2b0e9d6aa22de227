"""What the machine says: settings read from the environment, each with a default that works."""

import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

ROOT = Path(__file__).resolve().parents[2]
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
EXAMPLE = "postgres://user:password@host:port/name"


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default)


def flag(name: str, *, default: bool = False) -> bool:
    value = os.environ.get(name)
    return default if value is None else value.strip().lower() in {"1", "true", "yes", "on", "tak"}


def words(name: str, default: str = "") -> list[str]:
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def number(name: str, default: int) -> int:
    """A whole number from nought up."""
    value = text(name).strip() or str(default)
    if not (value.isascii() and value.isdigit()):
        raise ImproperlyConfigured(f"{name} should be a whole number, not {value!r}.")
    return int(value)


def log_level(name: str, default: str) -> str:
    value = text(name).strip().upper() or default
    if value not in LOG_LEVELS:
        raise ImproperlyConfigured(f"{name} should be one of {', '.join(LOG_LEVELS)}.")
    return value


def address(name: str, default: str) -> str:
    """The beginning of every link that leaves in a message, so that it has to be whole."""
    value = text(name).strip() or default
    if not re.fullmatch(r"https?://[^/\s?#]+(/[^\s?#]*)?", value):
        raise ImproperlyConfigured(f"{name} should begin with https:// or http://, not {value!r}.")
    return value.rstrip("/")


def var_folder() -> Path:
    """Where everything that changes lives: database, uploads, secret key."""
    folder = Path(text("KULISY_VAR") or str(ROOT / "var")).resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise unusable(folder, problem) from problem
    return folder


def unusable(folder: Path, problem: OSError) -> ImproperlyConfigured:
    return ImproperlyConfigured(
        f"the folder {folder} cannot be used ({problem.strerror}). Give it to the user that runs "
        "Kulisy, or name another in KULISY_VAR."
    )


def secret_key(folder: Path) -> str:
    """The key from the environment, else one made on first use and kept beside the database."""
    if given := text("KULISY_SECRET_KEY"):
        return given
    kept = folder / "secret-key"
    if not kept.exists():
        # Exclusive creation: of two processes that start together, the second reads the first's.
        try:
            with os.fdopen(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as new:
                new.write(get_random_secret_key())
        except FileExistsError:
            pass
        except OSError as problem:
            raise unusable(folder, problem) from problem
    try:
        return kept.read_text().strip()
    except OSError as problem:
        raise unusable(folder, problem) from problem


def database(url: str, folder: Path) -> dict[str, Any]:
    """``postgres://user:password@host:port/name``, or nothing for the embedded SQLite file."""
    if not url:
        return sqlite(folder / "kulisy.sqlite3")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as problem:
        # Its text may repeat the password.
        raise ImproperlyConfigured(f"DATABASE_URL should be {EXAMPLE}.") from problem
    if parts.scheme == "sqlite":
        return sqlite(Path(parts.path))
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise ImproperlyConfigured(f"DATABASE_URL should be {EXAMPLE}, or empty for SQLite.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        # Our queries are short and many: to compile one takes longer than to answer it, and so does
        # weighing every order of tables that stand in a good one already.
        "OPTIONS": {
            "options": "-c jit=off -c join_collapse_limit=3",
            **dict(parse_qsl(parts.query)),
        },
    }


def sqlite(file: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            # IMMEDIATE: a writer takes its turn when it begins, so that what it then counts is
            # what it then changes, and no deadlock waits at its first write.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL;"
                "PRAGMA synchronous=NORMAL;"
                "PRAGMA foreign_keys=ON;"
                "PRAGMA cache_size=-32000;"
                "PRAGMA temp_store=MEMORY;"
            ),
        },
    }


def mail_before_mailers(mailer: dict[str, Any]) -> dict[str, Any]:
    """One of MAILERS as the EMAIL settings that Django 6.1 gave up."""
    names = {
        "host": "EMAIL_HOST",
        "port": "EMAIL_PORT",
        "username": "EMAIL_HOST_USER",
        "password": "EMAIL_HOST_PASSWORD",
        "use_tls": "EMAIL_USE_TLS",
        "timeout": "EMAIL_TIMEOUT",
        "file_path": "EMAIL_FILE_PATH",
    }
    options = {names[option]: value for option, value in mailer["OPTIONS"].items()}
    return {"EMAIL_BACKEND": mailer["BACKEND"], **options}
