"""The second factor: who must have it, and how it is set up."""

import re

import pytest
from allauth.mfa.models import Authenticator

from kulisy.people.actions import give_role
from kulisy.people.rules import SEES_CHILDREN, Role
from kulisy.people.tests.factories import make_account, totp_code, with_second_factor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("second_factor_obligatory")]

SET_UP = "/konto/2fa/totp/activate/"


@pytest.mark.parametrize("role", Role)
def test_backstage_asks_those_who_see_children(client, role):
    client.force_login(make_account(role))

    response = client.get("/zaplecze/")

    expected = (302, SET_UP) if role in SEES_CHILDREN else (200, None)
    assert (response.status_code, response.get("Location")) == expected


@pytest.mark.parametrize(
    "path", ["/zaplecze/images/", "/zaplecze/api/main/images/", "/zaplecze/nie-ma/"]
)
def test_no_page_of_backstage_is_left_out(client, path):
    client.force_login(make_account(Role.DIRECTOR))

    assert client.get(path)["Location"] == SET_UP


def test_with_the_second_factor_the_way_is_open(client):
    client.force_login(with_second_factor(make_account(Role.DIRECTOR)))

    assert client.get("/zaplecze/").status_code == 200


def test_a_role_given_in_mid_session_counts_at_once(client):
    account = make_account(Role.PROMOTION)
    client.force_login(account)
    before = client.get("/zaplecze/").status_code

    give_role(account=account, role=Role.FRONT_DESK, by=None)

    assert (before, client.get("/zaplecze/").status_code) == (200, 302)


def test_an_administrator_is_asked_too(client):
    client.force_login(make_account(is_superuser=True))

    assert client.get("/zaplecze/")["Location"] == SET_UP


def test_the_way_out_stays_open(client):
    client.force_login(make_account(Role.DIRECTOR))

    client.post("/zaplecze/logout/")

    assert "_auth_user_id" not in client.session


def test_setting_up_asks_for_the_password_first(client):
    client.force_login(make_account(Role.DIRECTOR))

    assert client.get(SET_UP)["Location"].startswith("/konto/reauthenticate/")


def test_setting_up_shows_codes_once_and_opens_the_way(log_in):
    account = make_account(Role.DIRECTOR)
    client = log_in(account)
    page = client.get(SET_UP).content.decode()
    key = re.search(r'<code translate="no">([A-Z2-7 ]+)</code>', page).group(1).replace(" ", "")

    done = client.post(SET_UP, {"code": totp_code(key)})
    first = client.get(done["Location"]).content.decode()
    second = client.get(done["Location"]).content.decode()

    assert "data:image/svg+xml;base64," in page
    assert (first.count("<li><code>"), second.count("<li><code>")) == (10, 0)
    assert "data:text/plain" in first
    assert client.get("/zaplecze/").status_code == 200


def test_a_wrong_code_sets_nothing_up(log_in):
    account = make_account(Role.DIRECTOR)
    client = log_in(account)
    client.get(SET_UP)

    client.post(SET_UP, {"code": "000000"})

    assert not Authenticator.objects.filter(user=account).exists()


@pytest.mark.parametrize(("role", "kept"), [(Role.DIRECTOR, True), (Role.PROMOTION, False)])
def test_only_those_who_need_not_have_it_turn_it_off(log_in, role, kept):
    account = with_second_factor(make_account(role))
    client = log_in(account)

    client.post("/konto/2fa/totp/deactivate/")

    assert Authenticator.objects.filter(user=account, type="totp").exists() is kept


def test_the_page_of_codes_needs_no_inline_style_or_script(log_in):
    account = make_account(Role.DIRECTOR)
    page = log_in(account).get(SET_UP).content.decode()

    assert "style=" not in page
    assert re.search(r"<script(?![^>]*src=)", page) is None


def test_in_the_demo_nobody_is_asked(client, settings):
    settings.SECOND_FACTOR_OBLIGATORY = False
    client.force_login(make_account(Role.DIRECTOR))

    assert client.get("/zaplecze/").status_code == 200
