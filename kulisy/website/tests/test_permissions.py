"""Who may write pages and set the look of the site, beside who may not."""

import pytest

from kulisy.people.api import Role
from kulisy.people.tests.factories import make_account
from kulisy.website.models import HomePage

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        pytest.param(Role.DIRECTOR, (True, True), id="director: writes and publishes"),
        pytest.param(Role.PROGRAMME_EDITOR, (True, True), id="editor: the same"),
        pytest.param(Role.PROMOTION, (True, True), id="promotion: the same"),
        pytest.param(Role.ACCESSIBILITY, (False, True), id="accessibility: corrects, adds none"),
        pytest.param(Role.FRONT_DESK, (False, False), id="front desk: neither"),
    ],
)
def test_pages_are_written_by_those_whose_work_it_is(role, expected):
    rights = HomePage.objects.first().permissions_for_user(make_account(role))

    assert (rights.can_add_subpage(), rights.can_edit()) == expected


@pytest.mark.parametrize(
    ("role", "expected"), [(Role.DIRECTOR, True), (Role.PROGRAMME_EDITOR, False)]
)
def test_the_look_of_the_site_is_the_directors(role, expected):
    assert make_account(role).has_perm("website.change_sitesettings") is expected
