"""The invitation as the invited person meets it, and what one's own account shows."""

import json
import re

import pytest
from django.core import mail
from django.core.management import call_command

from kulisy.kernel.demo import Stage
from kulisy.people import checks, demo, privacy, queries, tasks, tokens
from kulisy.people.actions import resend_invitation, withdraw_invitation
from kulisy.people.mails import invitation_address
from kulisy.people.rules import Role
from kulisy.people.tests.factories import PASSWORD, make_account, make_director, make_invitation

pytestmark = pytest.mark.django_db

FACTS = {"name": "Marta Glinka", "password": PASSWORD, "again": PASSWORD}


def path_of(invitation):
    return re.sub(r"^https?://[^/]+", "", invitation_address(invitation))


def test_the_message_says_who_invites_and_leads_to_the_account(client):
    director = make_director(name="Barbara Lisowska")
    invitation = make_invitation(Role.INSTRUCTOR, name="Marta", by=director)

    tasks.send_invitation(invitation_id=invitation.pk)

    message = mail.outbox[0]
    html = message.alternatives[0].content
    link = re.search(r"https?://\S+", message.body).group()
    assert message.to == ["nowa@kasztanowo.example"]
    assert "Barbara Lisowska" in message.body
    assert link in html
    assert "style=" not in html
    assert client.get(re.sub(r"^https?://[^/]+", "", link)).status_code == 200


def test_a_withdrawn_invitation_is_not_sent():
    invitation = make_invitation()
    withdraw_invitation(invitation=invitation, by=None)

    tasks.send_invitation(invitation_id=invitation.pk)

    assert mail.outbox == []


def test_a_name_with_a_line_break_cannot_add_a_header():
    invitation = make_invitation(name="Marta\nBcc: obca@x.example")

    tasks.send_invitation(invitation_id=invitation.pk)

    assert mail.outbox[0].recipients() == ["nowa@kasztanowo.example"]


def test_the_invited_person_opens_the_account_and_logs_in(client):
    path = path_of(make_invitation(Role.PROMOTION))

    response = client.post(path, FACTS)
    client.post("/konto/login/", {"login": "nowa@kasztanowo.example", "password": PASSWORD})

    assert response["Location"] == "/konto/login/"
    assert client.get("/konto/").content.decode().count("Marta Glinka") == 1


def test_the_same_link_does_not_work_again(client):
    path = path_of(make_invitation())
    client.post(path, FACTS)

    assert client.get(path).status_code == 410
    assert client.post(path, FACTS | {"password": "inne-haslo-9"}).status_code == 410
    assert queries.account_by_email("nowa@kasztanowo.example").check_password(PASSWORD)


@pytest.mark.parametrize("end", [resend_invitation, withdraw_invitation])
def test_a_replaced_or_withdrawn_link_does_not_work(client, end):
    invitation = make_invitation()
    path = path_of(invitation)
    assert client.get(path).status_code == 200

    end(invitation=invitation, by=None)

    assert client.post(path, FACTS).status_code == 410
    assert queries.account_by_email(invitation.email) is None


def test_a_link_signed_by_somebody_else_does_not_work(client, settings):
    invitation = make_invitation()
    settings.SECRET_KEY = "another installation"
    foreign = tokens.sign(invitation_id=invitation.pk, times_sent=1)
    settings.SECRET_KEY = "test-only"

    assert client.get(f"/konto/zaproszenie/{foreign}/").status_code == 410
    assert client.get(path_of(invitation)).status_code == 200


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"password": "krótkie", "again": "krótkie"}, id="short"),
        pytest.param({"password": "password12", "again": "password12"}, id="known to all"),
        pytest.param({"again": "coś-zupełnie-innego"}, id="not the same"),
        pytest.param({"name": ""}, id="no name"),
        pytest.param(
            {"password": "nowa@kasztanowo.example", "again": "nowa@kasztanowo.example"},
            id="own address",
        ),
    ],
)
def test_what_is_wrong_is_said_and_the_link_still_works(client, change):
    path = path_of(make_invitation())

    wrong = client.post(path, FACTS | change)

    assert wrong.status_code == 200
    assert queries.account_by_email("nowa@kasztanowo.example") is None
    assert client.post(path, FACTS).status_code == 302


def test_ones_own_page_is_for_those_logged_in(client):
    assert client.get("/konto/")["Location"].startswith("/konto/login/")


def test_everything_kept_can_be_saved_after_confirming(log_in, client):
    account = make_account(Role.PROMOTION, name="Ola Jarzębina")
    client.force_login(account)
    before = client.get("/konto/moje-dane/")

    kept = json.loads(log_in(account).get("/konto/moje-dane/").content)

    assert before["Location"].startswith("/konto/reauthenticate/")
    assert kept["people"]["name"] == "Ola Jarzębina"
    assert kept["people"]["roles"] == ["promotion"]
    assert "password" not in json.dumps(kept)


def test_erasing_through_the_slot_forgets_the_name():
    account = make_account(name="Ola Jarzębina")

    assert privacy.erase(account.pk) == 1
    assert privacy.export(account.pk)["name"] == ""
    assert privacy.erase(account.pk + 1000) == 0


def test_the_command_invites_the_first_director(client, capsys):
    call_command("invite", "szef@kasztanowo.example", "Barbara", "--role", "director")

    address = capsys.readouterr().out.strip()

    assert client.get(re.sub(r"^https?://[^/]+", "", address)).status_code == 200


def test_the_demo_opens_one_account_for_each_role_and_can_be_played_again():
    said = []
    stage = Stage(today=None, say=said.append)

    for _time in range(2):
        demo.open_accounts(stage)

    assert queries.has_role(stage.by, Role.DIRECTOR)
    assert all(queries.accounts_with_role(role).count() == 1 for role in Role)
    assert len(said) == 2 * len(Role)


@pytest.mark.parametrize(
    ("demo_on", "address", "expected"),
    [
        (True, "https://kultura.example", ["people.E001"]),
        (True, "http://localhost:8000", []),
        (False, "https://kultura.example", []),
    ],
)
def test_the_demo_is_kept_off_public_addresses(settings, demo_on, address, expected):
    settings.DEMO, settings.PUBLIC_ADDRESS = demo_on, address

    assert [said.id for said in checks.demo_stays_at_home()] == expected


@pytest.mark.parametrize(("sent", "expected"), [(False, ["people.W001"]), (True, [])])
def test_mail_that_stays_in_files_is_said(settings, sent, expected):
    settings.MAIL_IS_SENT = sent

    assert [said.id for said in checks.mail_is_sent()] == expected


@pytest.mark.parametrize(("proxies", "expected"), [(0, ["people.W002"]), (1, [])])
def test_uncounted_proxies_are_said(settings, proxies, expected):
    settings.BEHIND_TLS, settings.ALLAUTH_TRUSTED_PROXY_COUNT = True, proxies

    assert [said.id for said in checks.proxies_are_counted()] == expected
