"""The page that asks before a row of the lists is removed."""

import pytest

from kulisy.programme.models import ActivityKind, Audience, Section
from kulisy.programme.tests.factories import activity, section

pytestmark = pytest.mark.django_db


def test_it_asks_and_then_removes(editor):
    row = section("rzezba")
    address = f"/zaplecze/sekcje/{row.pk}/usun/"

    asked = editor.get(address)
    kept = Section.objects.filter(pk=row.pk).exists()
    done = editor.post(address)

    assert (asked.status_code, kept, done.status_code) == (200, True, 302)
    assert not Section.objects.filter(pk=row.pk).exists()


def test_a_row_of_the_first_day_can_be_asked_about(editor):
    row = Audience.objects.first()

    assert editor.get(f"/zaplecze/odbiorcy/{row.pk}/usun/").status_code == 200


def test_a_kind_in_use_is_kept(editor):
    row = activity("Warsztaty").kind

    asked = editor.get(f"/zaplecze/rodzaje/{row.pk}/usun/")
    editor.post(f"/zaplecze/rodzaje/{row.pk}/usun/")

    assert asked.status_code == 200
    assert ActivityKind.objects.filter(pk=row.pk).exists()
