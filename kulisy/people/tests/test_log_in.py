"""Log-in: who gets in, what a stranger learns, how often one may try."""

import re

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail

from kulisy.people.actions import close_account
from kulisy.people.rules import Role
from kulisy.people.tests.factories import (
    PASSWORD,
    make_account,
    make_director,
    next_of,
    totp_code,
    with_second_factor,
)

pytestmark = pytest.mark.django_db


def attempt(client, email, password=None, **extra):
    facts = {"login": email, "password": password or "to nie to"}
    return client.post("/konto/login/", facts, **extra)


def text_of(response):
    page = re.sub(r"<(script|style).*?</\1>", "", response.content.decode(), flags=re.DOTALL)
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page)


def test_the_right_password_leads_backstage(client):
    account = make_account(Role.PROGRAMME_EDITOR)

    response = attempt(client, account.email.upper(), PASSWORD)

    assert (response.status_code, response["Location"]) == (302, "/zaplecze/")


def test_the_page_is_headed_by_the_centre_and_not_by_the_host(client):
    page = " ".join(client.get("/konto/login/").content.decode().split())

    assert "Zaloguj się – Kulisy</title>" in page
    assert "testserver</span>" not in page


def test_an_account_without_a_role_is_led_to_itself(client):
    response = attempt(client, make_account().email, PASSWORD)

    assert response["Location"] == "/konto/"


def test_a_stranger_cannot_tell_an_account_from_none(client):
    known = make_account(email="znana@kasztanowo.example")

    there = attempt(client, known.email)
    nowhere = attempt(client, "obca1@kasztanowo.example")

    same = (
        text_of(there).replace(known.email, "X"),
        text_of(nowhere).replace("obca1@kasztanowo.example", "X"),
    )
    assert same[0] == same[1]
    assert there.status_code == nowhere.status_code == 200


@pytest.mark.parametrize("email", ["znana@kasztanowo.example", "obca1@kasztanowo.example"])
def test_one_password_is_hashed_whether_the_account_exists_or_not(client, email, monkeypatch):
    make_account(email="znana@kasztanowo.example")
    hashed = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(
        MD5PasswordHasher, "encode", lambda *a, **k: hashed.append(1) or encode(*a, **k)
    )

    attempt(client, email)

    assert len(hashed) == 1


@pytest.mark.parametrize("path", ["/konto/password/reset/", "/konto/login/code/"])
def test_asking_for_a_message_answers_the_same_to_all(client, path):
    make_account(email="znana@kasztanowo.example")

    answers = []
    for email in ("znana@kasztanowo.example", "obca1@kasztanowo.example"):
        client.cookies.clear()
        response = client.post(path, {"email": email}, follow=True)
        answers.append((response.redirect_chain, text_of(response).replace(email, "X")))

    assert answers[0] == answers[1]
    assert [message.to for message in mail.outbox] == [
        ["znana@kasztanowo.example"],
        ["obca1@kasztanowo.example"],
    ]


def test_a_stranger_gets_no_code_and_no_link(client):
    client.post("/konto/login/code/", {"email": "obca1@kasztanowo.example"})

    assert "/konto/" not in mail.outbox[0].body
    assert re.search(r"\b[A-Z0-9]{4,}-?[A-Z0-9]{3,}\b", mail.outbox[0].body) is None


def test_the_code_from_the_message_lets_in_once(client):
    account = make_account(Role.PROGRAMME_EDITOR)
    client.post("/konto/login/code/", {"email": account.email})
    code = re.search(r"^\S{6,}$", mail.outbox[0].body, re.MULTILINE).group()

    response = client.post("/konto/login/code/confirm/", {"code": code})
    client.logout()
    again = client.post("/konto/login/code/confirm/", {"code": code})

    assert response["Location"] == "/zaplecze/"
    assert again["Location"].startswith("/konto/login/")


def test_a_guessed_code_runs_out_of_attempts(client):
    account = make_account()
    client.post("/konto/login/code/", {"email": account.email})
    code = re.search(r"^\S{6,}$", mail.outbox[0].body, re.MULTILINE).group()

    for _guess in range(3):
        client.post("/konto/login/code/confirm/", {"code": "BŁĘDNY"})
    client.post("/konto/login/code/confirm/", {"code": code})

    assert "_auth_user_id" not in client.session


def test_five_wrong_passwords_close_the_address_for_a_while(client):
    account = make_account()
    for _guess in range(5):
        attempt(client, account.email)

    response = attempt(client, account.email, PASSWORD)

    assert "_auth_user_id" not in client.session
    assert "Odczekaj pięć minut" in text_of(response)


def test_four_wrong_passwords_do_not(client):
    account = make_account()
    for _guess in range(4):
        attempt(client, account.email)

    attempt(client, account.email, PASSWORD)

    assert client.session["_auth_user_id"] == str(account.pk)


def test_one_machine_trying_many_addresses_is_slowed_down(client):
    account = make_account()
    for number in range(10):
        attempt(client, f"obca{number}@kasztanowo.example")

    attempt(client, account.email, PASSWORD)

    assert "_auth_user_id" not in client.session


def test_another_machine_is_not(client):
    account = make_account()
    for number in range(10):
        attempt(client, f"obca{number}@kasztanowo.example")

    attempt(client, account.email, PASSWORD, REMOTE_ADDR="203.0.113.9")

    assert client.session["_auth_user_id"] == str(account.pk)


@pytest.mark.parametrize(
    ("proxies", "inside"),
    [
        pytest.param(0, False, id="no proxy: the header is the visitor's own invention"),
        pytest.param(1, True, id="one proxy: it wrote the last address"),
    ],
)
def test_the_visitors_address_is_read_as_the_operator_says(client, settings, proxies, inside):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    account = make_account()
    for number in range(10):
        attempt(client, f"obca{number}@x.example", HTTP_X_FORWARDED_FOR="198.51.100.7")

    attempt(client, account.email, PASSWORD, HTTP_X_FORWARDED_FOR="203.0.113.9")

    assert ("_auth_user_id" in client.session) is inside


@pytest.mark.parametrize("path", ["/konto/password/reset/", "/konto/login/code/"])
def test_messages_to_one_address_are_limited(client, path):
    account = make_account()

    for _time in range(5):
        client.cookies.clear()
        client.post(path, {"email": account.email})

    assert len(mail.outbox) == 3


@pytest.mark.parametrize(
    "target",
    ["https://evil.example/", "//evil.example/x", "javascript:alert(1)", "/\\evil.example"],
)
def test_log_in_never_leads_away(client, target):
    account = make_account(Role.PROGRAMME_EDITOR)

    response = client.post(
        f"/konto/login/?next={target}",
        {"login": account.email, "password": PASSWORD, "next": target},
    )

    assert response["Location"] == "/zaplecze/"


def test_log_in_leads_to_the_page_that_was_asked_for(client):
    account = make_account(Role.PROGRAMME_EDITOR)

    response = client.post(
        "/konto/login/", {"login": account.email, "password": PASSWORD, "next": "/konto/moje-dane/"}
    )

    assert response["Location"] == "/konto/moje-dane/"


def test_backstage_sends_strangers_to_our_log_in(client):
    first = client.get("/zaplecze/images/")
    second = client.get(first["Location"])

    assert first["Location"] == "/zaplecze/login/?next=/zaplecze/images/"
    assert second["Location"].startswith("/konto/login/")
    assert next_of(second) == "/zaplecze/images/"


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example"])
def test_the_way_backstage_never_leads_away(client, target):
    response = client.get("/zaplecze/login/", {"next": target})

    assert next_of(response) == "/zaplecze/"


def test_somebody_without_a_role_is_told_so_instead_of_going_round(client):
    client.force_login(make_account())

    response = client.get("/zaplecze/", follow=True)

    assert response.status_code == 403
    assert len(response.redirect_chain) == 1


@pytest.mark.parametrize("path", ["/zaplecze/password_reset/", "/zaplecze/password_reset/done/"])
def test_wagtails_own_password_pages_are_off(client, path):
    assert client.get(path).status_code == 404


def test_nobody_signs_up(client):
    facts = {"email": "a@b.example", "password1": PASSWORD, "password2": PASSWORD}

    response = client.post("/konto/signup/", facts)

    assert response.status_code in {200, 403}
    assert "_auth_user_id" not in client.session
    assert mail.outbox == []


def test_a_closed_account_is_out_at_once_and_stays_out(client):
    director, editor = make_director(), make_account(Role.PROGRAMME_EDITOR)
    client.force_login(editor)
    before = client.get("/zaplecze/account/").status_code

    close_account(account=editor, by=director)
    after = client.get("/zaplecze/account/")
    attempt(client, editor.email, PASSWORD)

    assert before == 200
    assert after["Location"].startswith("/zaplecze/login/")
    assert client.get("/zaplecze/account/").status_code == 302


def test_a_closed_account_gets_no_code_and_no_new_password(client):
    account = make_account()
    close_account(account=account, by=None)

    client.post("/konto/password/reset/", {"email": account.email})
    client.post("/konto/login/code/", {"email": account.email})

    assert [("/konto/" in message.body) for message in mail.outbox] == [False, False]


def test_the_second_factor_is_asked_for_when_it_is_set_up(client):
    account = with_second_factor(make_account(Role.PROGRAMME_EDITOR))

    first = attempt(client, account.email, PASSWORD)
    between = "_auth_user_id" in client.session
    client.post("/konto/2fa/authenticate/", {"code": totp_code()})

    assert first["Location"] == "/konto/2fa/authenticate/"
    assert between is False
    assert client.session["_auth_user_id"] == str(account.pk)


def test_the_code_by_mail_does_not_replace_the_second_factor(client):
    account = with_second_factor(make_account(Role.PROGRAMME_EDITOR))
    client.post("/konto/login/code/", {"email": account.email})
    code = re.search(r"^\S{6,}$", mail.outbox[0].body, re.MULTILINE).group()

    client.post("/konto/login/code/confirm/", {"code": code})

    assert "_auth_user_id" not in client.session


def test_whoever_hurries_is_told_so_on_a_page_of_ours(client):
    for _time in range(10):
        client.post("/konto/password/reset/", {"email": f"a{_time}@b.example"})

    response = client.post("/konto/password/reset/", {"email": "ostatni@b.example"})

    assert response.status_code == 429
    assert "Odczekaj kilka minut" in response.content.decode()
