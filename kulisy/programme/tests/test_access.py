"""Who reaches which row; each refusal beside the neighbour who may."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from kulisy.people.api import Role
from kulisy.people.tests.factories import make_account
from kulisy.programme import access
from kulisy.programme.tests import factories
from kulisy.programme.tests.factories import at

NOW = at(12)
pytestmark = pytest.mark.django_db

EDITORS = (Role.DIRECTOR, Role.PROGRAMME_EDITOR, Role.PROMOTION, Role.ACCESSIBILITY)
READERS = (Role.FRONT_DESK, Role.TECHNICIAN, Role.ACCOUNTANT)


@pytest.mark.parametrize("role", EDITORS)
def test_editors_reach_what_they_change(role):
    who, date = make_account(role), factories.occurrence(factories.activity(state="draft"))

    assert access.activity_edited_by(who, date.activity_id) == date.activity
    assert access.occurrence_edited_by(who, date.pk) == date
    assert access.activity_known_to(who, date.activity_id) == date.activity


@pytest.mark.parametrize("role", READERS)
def test_readers_see_drafts_and_change_nothing(role):
    who, date = make_account(role), factories.occurrence(factories.activity(state="draft"))

    assert access.activity_known_to(who, date.activity_id) == date.activity
    for reach, row in (
        (access.activity_edited_by, date.activity),
        (access.occurrence_edited_by, date),
    ):
        with pytest.raises(Http404):
            reach(who, row.pk)


def test_an_instructor_sees_what_visitors_see():
    who, draft = make_account(Role.INSTRUCTOR), factories.activity(state="draft")
    shown = factories.activity()

    assert access.activity_seen(who, shown.slug, NOW) == shown
    with pytest.raises(Http404):
        access.activity_seen(who, draft.slug, NOW)
    with pytest.raises(Http404):
        access.activity_known_to(who, shown.pk)


def test_a_visitor_reaches_what_is_shown_and_not_the_draft_beside_it():
    nobody, draft, shown = (
        AnonymousUser(),
        factories.occurrence(factories.activity(state="draft")),
        factories.occurrence(),
    )

    assert access.activity_seen(nobody, shown.activity.slug, NOW) == shown.activity
    assert access.occurrence_seen(nobody, shown.pk, NOW) == shown
    for reach, key in (
        (access.activity_seen, draft.activity.slug),
        (access.occurrence_seen, draft.pk),
    ):
        with pytest.raises(Http404):
            reach(nobody, key, NOW)


def test_a_group_is_seen_with_its_activity():
    nobody = AnonymousUser()
    shown = factories.group()
    hidden = factories.group(activity=factories.activity(state="draft", of="zajecia"))

    assert access.group_seen(nobody, str(shown.uid), NOW) == shown
    with pytest.raises(Http404):
        access.group_seen(nobody, str(hidden.uid), NOW)
