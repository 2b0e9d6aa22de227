import pytest

from kulisy.kernel.errors import Refused
from kulisy.venues import actions
from kulisy.venues.models import Booking
from kulisy.venues.rules import Refusal
from kulisy.venues.tests.factories import make_room, span

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("stretch", "is_free"),
    [
        pytest.param(span(18, 19), True, id="starts as the choir leaves"),
        pytest.param(span(15, 16), True, id="ends as the choir comes"),
        pytest.param(span(17, 19), False, id="comes before the choir has gone"),
        pytest.param(span(15, 20), False, id="swallows the choir"),
        pytest.param(span(16, 18), False, id="the same hours"),
    ],
)
def test_book_treats_the_end_as_free(stretch, is_free):
    room = make_room()
    actions.book(room=room, stretch=span(16, 18), title="Chór", by=None)

    if is_free:
        assert actions.book(room=room, stretch=stretch, title="Szachy", by=None).pk
    else:
        with pytest.raises(Refused) as no:
            actions.book(room=room, stretch=stretch, title="Szachy", by=None)
        assert no.value.reason is Refusal.CLASH
        assert [clash.facts["title"] for clash in no.value.facts["clashes"]] == ["Chór"]
    assert Booking.objects.count() == 1 + is_free
