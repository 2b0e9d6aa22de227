"""Fixtures of the programme's tests."""

import pytest

from kulisy.kernel import news as kernel_news
from kulisy.people.api import Role
from kulisy.people.tests.factories import make_account
from kulisy.programme.tests.factories import at


@pytest.fixture
def news(monkeypatch):
    """What was told, in order, beside its usual listeners."""
    told = []
    deliver = kernel_news._deliver
    monkeypatch.setattr(kernel_news, "_deliver", lambda event: (told.append(event), deliver(event)))
    return told


@pytest.fixture
def as_role(client):
    """``as_role(Role.PROMOTION)`` is a browser in which that person has logged in."""

    def entered(role, **facts):
        account = make_account(role, **facts)
        client.force_login(account)
        client.account = account
        return client

    return entered


@pytest.fixture
def editor(as_role):
    """The browser of the programme editor."""
    return as_role(Role.PROGRAMME_EDITOR)


@pytest.fixture
def saturday(time_machine):
    """The day that the factories think in: 21 November 2026, nine in the morning."""
    time_machine.move_to(at(9), tick=False)
