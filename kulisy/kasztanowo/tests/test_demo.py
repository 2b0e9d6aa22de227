"""The demo season as a visitor of the demo finds it."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.utils.module_loading import autodiscover_modules

from kulisy.kernel import demo
from kulisy.kernel.time import wall
from kulisy.programme.api import Activity, Contributor, Group, Occurrence, Organisation

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
STATES = {"confirmed", "tentative", "cancelled", "postponed"}
DAYS = timedelta(days=3)
TODAY = date(2026, 11, 21)
NOON = wall(TODAY, datetime.min.time().replace(hour=12))


@pytest.fixture
def _played(settings, tmp_path):
    """The whole scene, as ``kulisy demo`` plays it."""
    settings.MEDIA_ROOT = tmp_path
    autodiscover_modules("demo")
    with time_machine.travel(NOON, tick=False):
        stage = demo.Stage(today=TODAY, say=lambda _words: None)
        for play in demo.acts("season"):
            play(stage)
        yield


@pytest.mark.usefixtures("_played")
def test_the_season_is_alive_around_today_and_life_happens_in_it():
    events = Activity.objects.exclude(kind__shape__in=["classes", "course", "ensemble"])
    single = Occurrence.objects.filter(group__isnull=True)
    shapes = set(Activity.objects.values_list("kind__shape", flat=True))

    assert events.count() >= 60
    assert Group.objects.count() >= 14
    assert Activity.objects.filter(section__isnull=False).values("section").distinct().count() >= 7
    assert single.filter(starts_at__range=(NOON - DAYS, NOON + DAYS)).count() >= 3
    assert single.filter(ends_at__lt=NOON).exists()
    assert single.filter(starts_at__gt=NOON + 10 * DAYS).exists()
    assert {"event", "exhibition", "collection", "classes"} <= shapes
    assert set(single.values_list("state", flat=True)) == STATES
    assert single.filter(moved_from__isnull=False).count() == 1
    assert single.filter(is_sold_out=True).count() == 1
    assert Occurrence.objects.filter(group__isnull=False, state="cancelled").exists()
    assert not Organisation.objects.filter(logo=None).exists()
    assert Contributor.objects.get(name="Marta Glinka").groups.exists()
    assert Activity.objects.filter(picture__isnull=False).exclude(picture_alt="").count() == 5
