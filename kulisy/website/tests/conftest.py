"""The day of the tests of the site, and ways to read its pages."""

import json
from datetime import UTC, datetime

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client

from kulisy.website import generation
from kulisy.website.middleware import shelf

NOON = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _saturday():
    """Saturday 21 November 2026, noon in Warsaw."""
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture(autouse=True)
def _empty_shelf():
    shelf.clear()
    generation.forget()
    yield
    shelf.clear()
    generation.forget()


@pytest.fixture
def visit(db):
    """``visit("/kalendarz/")`` is the page as a tree, with its answer as ``.answer``."""

    def get(address: str, *, status: int = 200, client: Client | None = None) -> BeautifulSoup:
        answer = (client or Client()).get(address)
        assert answer.status_code == status, (address, answer.status_code)
        kind = "xml" if answer["Content-Type"].startswith("application/xml") else "html.parser"
        tree = BeautifulSoup(answer.content, kind)
        tree.answer = answer
        return tree

    return get


@pytest.fixture
def graph_of(visit):
    """The JSON-LD of an address as a list of nodes."""

    def get(address: str) -> list[dict]:
        script = visit(address).find("script", type="application/ld+json")
        return json.loads(script.string)["@graph"]

    return get
