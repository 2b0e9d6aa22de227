"""Fixtures of the programme's tests."""

import pytest

from kulisy.kernel import news as kernel_news


@pytest.fixture
def news(monkeypatch):
    """What was told, in order, beside its usual listeners."""
    told = []
    deliver = kernel_news._deliver
    monkeypatch.setattr(kernel_news, "_deliver", lambda event: (told.append(event), deliver(event)))
    return told
