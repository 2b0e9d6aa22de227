"""The old log-in of the backstage leads on, but never out of the house and never into an error."""

import pytest

from kulisy.people.rules import Role
from kulisy.people.tests.factories import make_account


@pytest.mark.parametrize(
    ("target", "leads_to"),
    [
        ("/zaplecze/import/", "/zaplecze/import/"),
        ("", "/zaplecze/"),
        ("https://evil.example/", "/zaplecze/"),
        ("//evil.example/", "/zaplecze/"),
        ("javascript:alert(1)", "/zaplecze/"),
        ("a word", "a%20word"),
        ("a\x00b", "a%00b"),
    ],
)
def test_whoever_is_in_is_led_on(client, db, target, leads_to):
    client.force_login(make_account(Role.PROGRAMME_EDITOR))

    answer = client.get("/zaplecze/login/", {"next": target})

    assert (answer.status_code, answer["Location"]) == (302, leads_to)
