"""Backstage by guessed addresses: whoever may not is sent away, and nothing changes behind it."""

import re

import pytest
from addresses import own_backstage_patterns
from django.apps import apps
from django.db import models

from kulisy.people.api import Account, Role
from kulisy.people.tests.factories import make_account, make_invitation
from kulisy.programme.tests import factories as programme

pytestmark = pytest.mark.django_db
# Rooms are left out: who books them is the matter of their own tests.
PATTERNS = [name for name in own_backstage_patterns() if not name.startswith("/zaplecze/sale/")]
# Open to everybody who has a log-in: the log-in itself, and what is free when.
FOR_ALL = {"/zaplecze/login/", "/zaplecze/account/"}
LOOKS_ON = (Role.FRONT_DESK, Role.TECHNICIAN, Role.ACCOUNTANT)
# What a role that only looks on may open.
TO_LOOK_AT = re.compile(
    r"/zaplecze/(wydarzenia|zajecia|terminy|grupy|wolne)/"
    r"(wyniki/|\d+/|\d+/historia/|\d+/grupy/|\d+/terminy/)?$"
)


@pytest.fixture
def guessed():
    """The addresses of rows that are there."""
    occurrence = programme.occurrence()
    group = programme.group()
    person, invitation = (
        make_account(Role.PROMOTION, email="cel@kasztanowo.example"),
        make_invitation(),
    )
    keys = {
        "wydarzenia": occurrence.activity_id,
        "terminy": occurrence.pk,
        "grupy": group.pk,
        "users": person.pk,
        "zaproszenia": invitation.pk,
    }

    def one(pattern):
        name = re.findall(r"(\w+)/<", pattern)
        return re.sub(r"<int:pk>", str(keys.get(name[0] if name else "", 1)), pattern)

    return [one(pattern) for pattern in PATTERNS]


def everything():
    """Every row of the programme, the imports and the people, for comparison."""
    return {
        model._meta.label: list(models.QuerySet(model).order_by("pk").values())
        for name in ("programme", "exchange")
        for model in apps.get_app_config(name).get_models()
    } | {"roles": list(Account.objects.order_by("pk").values("pk", "is_active", "groups", "email"))}


def opened(client, addresses, *, asks=("get", "post")):
    """Those that answered with a page, after both ways of asking."""
    return {
        address
        for address in addresses
        for ask in asks
        if getattr(client, ask)(address).status_code == 200
    }


def test_a_stranger_opens_nothing(client, guessed):
    before = everything()

    assert opened(client, guessed) == set()
    assert everything() == before


def test_an_account_without_a_role_opens_nothing(client, guessed):
    client.force_login(make_account())
    before = everything()

    assert opened(client, guessed) == set()
    assert everything() == before


@pytest.mark.slow
def test_an_instructor_sees_nothing_of_others(client, guessed):
    client.force_login(make_account(Role.INSTRUCTOR))
    before = everything()

    assert opened(client, guessed) - FOR_ALL == set()
    assert everything() == before


@pytest.mark.slow
@pytest.mark.parametrize("role", LOOKS_ON)
def test_whoever_looks_on_changes_nothing(client, guessed, role):
    client.force_login(make_account(role))
    before = everything()

    beyond = {a for a in opened(client, guessed) - FOR_ALL if not TO_LOOK_AT.match(a)}

    assert beyond == set()
    assert everything() == before


@pytest.mark.slow
def test_the_neighbour_who_may_opens_them(client, guessed):
    client.force_login(make_account(Role.PROGRAMME_EDITOR))

    there = opened(client, guessed, asks=["get"])

    assert {"/zaplecze/import/", "/zaplecze/nowe/", "/zaplecze/osoby/dodaj/"} <= there
    assert not any(address.startswith("/zaplecze/users/") for address in there)
