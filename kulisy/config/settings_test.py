"""Settings of the test suite: quick hashes, no files left behind, everything else as in life."""

import tempfile
from pathlib import Path

from kulisy.config.settings import *  # noqa: F403 - a settings module extends another
from kulisy.config.settings import DATABASES, STORAGES

VAR = Path(tempfile.mkdtemp(prefix="kulisy-test-"))
STATIC_ROOT = VAR / "static"
STATIC_ROOT.mkdir()  # WhiteNoise warns about a missing folder
SECRET_KEY = "test-only"  # noqa: S105 - protects nothing outside the tests
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SECOND_FACTOR_OBLIGATORY = (
    False  # the tests of people turn it on; others log in without a telephone
)
MEDIA_ROOT = VAR / "uploads"
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "renditions": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}
ALLOWED_HOSTS = ["*"]
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file rather than memory: parallel connections must meet the same database.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR / "test.sqlite3")}
PAGE_CACHE = False  # each test sees its own rows; the tests of the cache turn it on
