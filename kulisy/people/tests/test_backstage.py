"""The list of people backstage: what the director does there, and that nobody else reaches it."""

import pytest
from django.contrib.auth.models import AnonymousUser

from kulisy.people import queries
from kulisy.people.access import may_enter_backstage
from kulisy.people.models import Account, Invitation
from kulisy.people.rules import Role
from kulisy.people.tests.factories import (
    make_account,
    make_director,
    make_invitation,
    with_second_factor,
)

pytestmark = pytest.mark.django_db

LIST = "/zaplecze/users/"


def test_the_director_sees_people_with_role_and_second_factor(log_in):
    with_second_factor(make_account(Role.INSTRUCTOR, name="Marta Glinka"))
    page = log_in(make_director()).get(LIST).content.decode()

    assert "Marta Glinka" in page
    assert "prowadzenie zajęć" in page


def test_the_next_page_keeps_what_was_searched_for(log_in, monkeypatch):
    monkeypatch.setattr("kulisy.people.views.backstage.PEOPLE_ON_A_PAGE", 1)
    for name in ("Marta Glinka", "Marta Sowa"):
        make_account(Role.INSTRUCTOR, name=name)
    client = log_in(make_director())

    first = client.get(LIST, {"q": "Marta"}).content.decode()
    second = client.get(LIST, {"q": "Marta", "strona": "2"}).content.decode()

    assert 'href="?q=Marta&amp;strona=2"' in first
    assert ("Marta Glinka" in first, "Marta Sowa" in first) == (True, False)
    assert ("Marta Glinka" in second, "Marta Sowa" in second) == (False, True)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.DIRECTOR])
@pytest.mark.parametrize("path", [LIST, LIST + "zapros/"])
def test_no_other_role_reaches_it(client, role, path):
    client.force_login(make_account(role))

    response = client.get(path)

    assert (response.status_code, response["Location"]) == (302, "/zaplecze/")


@pytest.mark.parametrize("deed", ["zamknij", "otworz", "drugi-skladnik"])
def test_no_other_role_changes_anybody(log_in, deed):
    victim = with_second_factor(make_account(Role.INSTRUCTOR))
    client = log_in(make_account(Role.PROGRAMME_EDITOR))

    client.post(f"{LIST}{victim.pk}/{deed}/")
    client.post(f"{LIST}{victim.pk}/", {"roles": ["director"]})

    victim.refresh_from_db()
    assert victim.is_active
    assert queries.has_second_factor(victim)
    assert queries.roles_of(Account.objects.get(pk=victim.pk)) == [Role.INSTRUCTOR]


def test_no_other_role_sees_the_link_of_an_invitation(client):
    invitation = make_invitation(Role.DIRECTOR)
    client.force_login(make_account(Role.PROGRAMME_EDITOR))

    assert client.get(f"{LIST}zaproszenia/{invitation.pk}/").status_code == 302


def test_wagtails_bulk_actions_do_not_go_past_the_rules(log_in):
    victim = make_account(Role.INSTRUCTOR)
    client = log_in(make_director())

    for deed in ("delete", "set_active_state", "assign_role"):
        client.post(f"/zaplecze/bulk/people/account/{deed}/?id={victim.pk}", {"mark_as_active": ""})

    victim.refresh_from_db()
    assert victim.is_active


def test_the_director_invites(log_in):
    client = log_in(make_director())

    response = client.post(
        LIST + "zapros/",
        {"name": "Ola Nowa", "email": "ola@kasztanowo.example", "roles": ["promotion"]},
    )

    assert response["Location"] == LIST
    assert list(Invitation.objects.values_list("email", "roles")) == [
        ("ola@kasztanowo.example", ["promotion"])
    ]
    assert "Ola Nowa" in client.get(LIST).content.decode()


def test_inviting_somebody_who_is_there_keeps_what_was_written(log_in):
    make_account(email="ola@kasztanowo.example")

    page = log_in(make_director()).post(
        LIST + "zapros/",
        {"name": "Ola Nowa", "email": "ola@kasztanowo.example", "roles": ["promotion"]},
    )

    assert page.status_code == 200
    assert 'value="Ola Nowa"' in page.content.decode()
    assert Invitation.objects.count() == 0


def test_giving_roles_asks_for_the_password_when_it_was_long_ago(client):
    editor = make_account(Role.PROGRAMME_EDITOR)
    client.force_login(make_director())

    response = client.post(f"{LIST}{editor.pk}/", {"roles": ["director"]})

    assert response["Location"].startswith("/konto/reauthenticate/")
    assert queries.roles_of(editor) == [Role.PROGRAMME_EDITOR]


def test_the_director_changes_roles(log_in):
    editor = make_account(Role.PROGRAMME_EDITOR)

    log_in(make_director()).post(f"{LIST}{editor.pk}/", {"roles": ["promotion", "technician"]})

    assert queries.roles_of(Account.objects.get(pk=editor.pk)) == [Role.PROMOTION, Role.TECHNICIAN]


def test_the_director_cannot_close_themselves(log_in):
    director = make_director()
    make_director()

    log_in(director).post(f"{LIST}{director.pk}/zamknij/")

    director.refresh_from_db()
    assert director.is_active


def test_the_director_closes_opens_and_frees_from_a_lost_telephone(log_in):
    instructor = with_second_factor(make_account(Role.INSTRUCTOR))
    client = log_in(make_director())

    client.post(f"{LIST}{instructor.pk}/zamknij/")
    closed = not Account.objects.get(pk=instructor.pk).is_active
    client.post(f"{LIST}{instructor.pk}/otworz/")
    client.post(f"{LIST}{instructor.pk}/drugi-skladnik/")

    assert closed
    assert Account.objects.get(pk=instructor.pk).is_active
    assert not queries.has_second_factor(instructor)


def test_the_page_of_a_person_tells_the_history(log_in):
    editor = make_account(Role.PROGRAMME_EDITOR)
    client = log_in(make_director())
    client.post(f"{LIST}{editor.pk}/zamknij/")

    page = client.get(f"{LIST}{editor.pk}/").content.decode()

    assert page.count("Barbara Lisowska") >= 1


def test_invitations_are_sent_again_and_withdrawn(log_in):
    invitation = make_invitation()
    client = log_in(make_director())

    client.post(f"{LIST}zaproszenia/{invitation.pk}/wyslij/")
    invitation.refresh_from_db()
    client.post(f"{LIST}zaproszenia/{invitation.pk}/wycofaj/")
    again = client.post(f"{LIST}zaproszenia/{invitation.pk}/wyslij/")

    assert invitation.times_sent == 2
    assert list(queries.open_invitations()) == []
    assert again.status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_same_number_of_questions(count, django_assert_num_queries):
    for _number in range(count):
        with_second_factor(make_account(Role.INSTRUCTOR, Role.PROMOTION))

    with django_assert_num_queries(2):
        found = queries.rows(queries.people(role="instructor"))

    assert [(row.roles, row.has_second_factor) for row in found] == [
        ([Role.PROMOTION, Role.INSTRUCTOR], True)
    ] * count


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_the_list_asks_the_same_number_of_questions(
    log_in, count, django_assert_num_queries
):
    client = log_in(make_director())
    for number in range(count):
        make_account(Role.PROMOTION)
        make_invitation(email=f"nowa{number}@kasztanowo.example")
    client.get(LIST)

    with django_assert_num_queries(13):
        client.get(LIST)


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ({"words": "glin"}, ["Marta Glinka"]),
        ({"words": "MARTA@"}, ["Marta Glinka"]),
        ({"role": "promotion"}, ["Ola Jarzębina"]),
        ({"role": "nie ma"}, ["Marta Glinka", "Ola Jarzębina"]),
        ({"closed": True}, ["Zofia Dawna"]),
    ],
)
def test_people_are_found(search, expected):
    make_account(Role.INSTRUCTOR, name="Marta Glinka", email="marta@kasztanowo.example")
    make_account(Role.PROMOTION, name="Ola Jarzębina")
    make_account(name="Zofia Dawna", is_active=False)

    assert [str(account) for account in queries.people(**search)] == expected


def test_hostile_names_stay_text(log_in):
    make_account(Role.PROMOTION, name="<script>alert(1)</script>")
    make_invitation(name='"><img src=x onerror=alert(1)>')

    page = log_in(make_director()).get(LIST).content.decode()

    assert "<script>alert(1)</script>" not in page
    assert "<img src=x" not in page


def test_wagtails_account_page_has_neither_name_nor_password(client):
    client.force_login(make_account(Role.PROMOTION))

    page = client.get("/zaplecze/account/").content.decode()

    assert "name_email-first_name" not in page
    assert "password-new_password1" not in page
    assert "/konto/" in page


def test_strangers_are_not_backstage_people():
    assert may_enter_backstage(AnonymousUser()) is False
    assert may_enter_backstage(make_account(Role.PROMOTION)) is True
