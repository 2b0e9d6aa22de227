"""Whatever a stranger writes into an address is answered: never with an error of ours."""

import pytest
from addresses import (
    NASTY,
    asked,
    filled,
    own_backstage_patterns,
    public_patterns,
)
from django.test import Client

from kulisy.people.tests.factories import make_account

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def stranger():
    return Client(raise_request_exception=False)


@pytest.fixture
def all_powerful(stranger):
    """Whoever may do everything reaches every line of every view."""
    account = make_account(is_superuser=True)
    stranger.force_login(account)
    return stranger


def broken(client, addresses):
    """Addresses that ended in an error of ours."""
    found = []
    for address in addresses:
        path, _mark, question = address.partition("?")
        answer = client.get(path, QUERY_STRING=question)
        if answer.streaming:
            list(answer.streaming_content)
        if answer.status_code >= 500:
            found.append((answer.status_code, address[:200]))
    return found


@pytest.mark.parametrize("value", NASTY.values(), ids=NASTY.keys())
def test_no_public_address_breaks(stranger, value):
    addresses = [filled(pattern, value) for pattern in public_patterns()]
    plain = [filled(pattern, "x") + "?" + asked(value) for pattern in public_patterns()]

    assert broken(stranger, addresses + plain) == []


# Each of these once reached a view in a way of its own; the others would repeat them.
@pytest.mark.parametrize(
    "what", ["nul inside", "no utf-8", "many digits", "markup", "a day that is none", "brackets"]
)
def test_no_address_of_backstage_breaks(all_powerful, what):
    value = NASTY[what]
    addresses = [filled(pattern, value) for pattern in own_backstage_patterns()]
    plain = [filled(pattern, "x") + "?" + asked(value) for pattern in own_backstage_patterns()]

    assert broken(all_powerful, addresses + plain) == []


@pytest.mark.parametrize("language", ["%00", "pl_PL", "x" * 3000, "*;q=a", "en-\xff"])
def test_no_head_of_a_request_breaks(stranger, language):
    answers = [
        stranger.get("/", headers={"accept-language": language}),
        stranger.get("/", headers={"cookie": f"django_language={language}; sessionid={language}"}),
        stranger.get("/", headers={"range": language, "if-none-match": language}),
        stranger.get("/", headers={"if-modified-since": language, "x-forwarded-for": language}),
        stranger.get("/", headers={"hx-current-url": language, "hx-request": "true"}),
    ]

    assert [answer.status_code for answer in answers] == [200] * 5
