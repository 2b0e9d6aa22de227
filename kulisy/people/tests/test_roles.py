import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import CommandError, call_command

from kulisy.people import grants
from kulisy.people.actions import give_role, take_role
from kulisy.people.models import Account
from kulisy.people.roles import sync_roles
from kulisy.people.rules import Role
from kulisy.people.tests.factories import make_account

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_table(monkeypatch):
    for name in ("_everywhere", "_files", "_pages"):
        table = getattr(grants, name)
        monkeypatch.setattr(
            grants, name, type(table)(set, {role: set(v) for role, v in table.items()})
        )


def test_every_role_has_its_group_after_migrating():
    assert set(Group.objects.values_list("name", flat=True)) >= set(Role.values)


def test_what_an_app_grants_reaches_the_people_of_the_role():
    editor, technician = make_account(Role.PROGRAMME_EDITOR), make_account(Role.TECHNICIAN)
    grants.grant(Role.PROGRAMME_EDITOR, "people.view_account")

    sync_roles()

    assert Account.objects.get(pk=editor.pk).has_perm("people.view_account") is True
    assert Account.objects.get(pk=technician.pk).has_perm("people.view_account") is False


def test_what_was_added_by_hand_goes():
    group = Group.objects.get(name=Role.TECHNICIAN.value)
    group.permissions.add(Permission.objects.get(codename="delete_account"))

    sync_roles()

    assert not group.permissions.filter(codename="delete_account").exists()


def test_syncing_twice_writes_nothing(django_assert_max_num_queries):
    sync_roles()

    with django_assert_max_num_queries(4 + 6 * len(Role)) as asked:
        sync_roles()

    asking = ("SELECT", "SAVEPOINT", "RELEASE")
    assert [q["sql"] for q in asked.captured_queries if not q["sql"].startswith(asking)] == []


def test_files_and_pages_are_granted_on_the_whole_tree():
    grants.grant_files(Role.PROMOTION, "wagtailimages.add_image")
    grants.grant_pages(Role.PROMOTION, "wagtailcore.publish_page")

    sync_roles()

    group = Group.objects.get(name=Role.PROMOTION.value)
    files = group.collection_permissions.values_list("permission__codename", "collection__depth")
    pages = group.page_permissions.values_list("permission__codename", "page__depth")
    assert ("add_image", 1) in files
    assert ("publish_page", 1) in pages


def test_the_command_names_permissions_that_do_not_exist():
    call_command("sync_roles")
    grants.grant(Role.PROMOTION, "programme.fly")

    with pytest.raises(CommandError, match=r"programme\.fly"):
        call_command("sync_roles")


def test_only_the_director_manages_people():
    for role in Role:
        assert make_account(role).has_perm("people.manage_people") is (role is Role.DIRECTOR)


def test_a_role_taken_away_takes_its_permissions_at_once():
    account = make_account(Role.TECHNICIAN)
    assert account.has_perm("wagtailadmin.access_admin") is True

    take_role(account=account, role=Role.TECHNICIAN, by=None)
    without = account.has_perm("wagtailadmin.access_admin")
    give_role(account=account, role=Role.TECHNICIAN, by=None)

    assert without is False
    assert account.has_perm("wagtailadmin.access_admin") is True
