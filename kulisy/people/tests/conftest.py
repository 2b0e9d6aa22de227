"""Fixtures of the tests of people."""

import pytest
from django.core.cache import cache

from kulisy.people.tests.factories import PASSWORD


@pytest.fixture(autouse=True)
def _fresh_throttles():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def second_factor_obligatory(settings):
    settings.SECOND_FACTOR_OBLIGATORY = True


@pytest.fixture
def log_in(client):
    """Log in as in a browser, with the password just confirmed."""

    def enter(account, password=None):
        client.force_login(account)
        client.post("/konto/reauthenticate/", {"password": password or PASSWORD})
        return client

    return enter
