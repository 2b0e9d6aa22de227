import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from icalendar import Calendar

from kulisy.venues import actions
from kulisy.venues.models import Booking, Centre, Venue
from kulisy.venues.tests.factories import DAY, make_centre, make_room, span

pytestmark = pytest.mark.django_db
LOOK = ("access_admin", "view_booking")
DESK = (*LOOK, "add_booking", "change_booking")


@pytest.fixture
def log_in(client, django_user_model):
    """Somebody backstage who may do what is named, and nothing else."""

    def come(*codenames):
        who = django_user_model.objects.create_user("ktos@kasztanowo.example", name="Ktoś")
        who.user_permissions.set(Permission.objects.filter(codename__in=codenames))
        client.force_login(who)
        return client

    return come


def page(name, *args):
    return reverse(f"venues_backstage:{name}", args=args)


def typed(place, **changes):
    hours = {"day": str(DAY), "starts": "16:00", "ends": "18:00"}
    return {"title": "Szachy", "room": place.pk} | hours | changes


@pytest.mark.parametrize(("rights", "status"), [(LOOK, 200), (("access_admin",), 302), ((), 302)])
def test_the_plan_is_for_those_who_may_look(log_in, rights, status):
    make_room()

    assert log_in(*rights).get(page("day")).status_code == status


@pytest.mark.parametrize(("rights", "seen"), [(LOOK, False), (DESK, True)])
def test_a_private_title_is_seen_by_those_who_book(log_in, rights, seen):
    room = make_room()
    private = actions.book(room=room, stretch=span(16, 18), title="Narada", by=None, private=True)
    client = log_in(*rights)
    addresses = [f"{page('day')}?dzien={DAY}", page("booking", private.pk)]
    addresses.append(f"{page('week', room.slug)}?dzien={DAY}")

    for address in addresses:
        assert ("Narada" in client.get(address).content.decode()) is seen


@pytest.mark.parametrize("day", ["2027-02-31", "kiedyś", "0001-01-01", "9999-12-31", ""])
def test_nonsense_in_the_address_of_a_plan_means_today(log_in, day):
    room = make_room()
    client = log_in(*LOOK)

    assert client.get(page("day"), {"dzien": day}).status_code == 200
    assert client.get(page("week", room.slug), {"dzien": day}).status_code == 200


def count_queries(client, address, django_assert_max_num_queries):
    client.get(address)  # the first visit fills the caches of the frame
    with django_assert_max_num_queries(100) as asked:
        client.get(address)
    return len(asked)


def test_the_plan_asks_as_much_for_three_rooms_as_for_one(log_in, django_assert_max_num_queries):
    client, address = log_in(*DESK), f"{page('day')}?dzien={DAY}"
    actions.book(room=make_room("A"), stretch=span(16, 18), title="Chór", by=None)
    one = count_queries(client, address, django_assert_max_num_queries)
    for name in ("B", "C"):
        actions.book(room=make_room(name), stretch=span(16, 18), title="Chór", by=None)

    assert count_queries(client, address, django_assert_max_num_queries) == one


def test_a_booking_is_made_from_the_form(log_in):
    room = make_room()
    client = log_in(*DESK)

    answer = client.post(page("book"), typed(room))

    made = Booking.objects.get()
    assert answer.url == page("booking", made.pk)
    assert (made.title, made.starts_at, made.ends_at) == ("Szachy", *vars(span(16, 18)).values())


def test_a_clash_keeps_what_was_typed_and_offers_with_one_click(log_in):
    room, client = make_room(), log_in(*DESK)
    actions.book(room=room, stretch=span(16, 18), title="Chór", by=None)

    shown = client.post(page("book"), typed(room))
    offer = shown.context["offered"][0]["value"]
    taken = client.post(page("book"), typed(room, take=offer))

    assert shown.status_code == 422
    assert 'value="Szachy"' in shown.content.decode()
    assert taken.status_code == 302
    assert Booking.objects.get(title="Szachy").starts_at == span(18, 20).starts_at


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"ends": "15:00"}, "ends"),
        ({"day": "2027-02-31"}, "day"),
        ({"day": "2027-03-28", "starts": "02:30", "ends": "05:00"}, "starts"),
        ({"room": "0"}, "room"),
        ({"title": ""}, "title"),
        ({"take": "|||", "starts": "x"}, "starts"),
    ],
)
def test_bad_input_is_answered_at_its_field(log_in, changes, field):
    answer = log_in(*DESK).post(page("book"), typed(make_room(), **changes))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not Booking.objects.exists()


def test_hostile_text_stays_text(log_in):
    hostile = "<script>alert(1)</script>"
    made = actions.book(room=make_room(hostile), stretch=span(16, 18), title=hostile, by=None)
    client = log_in(*DESK)

    for address in (page("booking", made.pk), f"{page('day')}?dzien={DAY}"):
        assert hostile not in client.get(address).content.decode()


@pytest.mark.parametrize(("rights", "state"), [(DESK, "released"), (LOOK, "confirmed")])
def test_a_room_is_released_by_those_who_may(log_in, rights, state):
    made = actions.book(room=make_room(), stretch=span(16, 18), title="Chór", by=None)

    log_in(*rights).post(page("release", made.pk))

    made.refresh_from_db()
    assert made.state == state


def test_a_booking_is_moved_and_confirmed_from_its_page(log_in):
    room, client = make_room(), log_in(*DESK)
    until = span(12, 13).starts_at
    hold = actions.book(
        room=room, stretch=span(16, 18), title="Chór", by=None, tentative_until=until
    )

    client.post(page("confirm", hold.pk))
    client.post(page("move", hold.pk), typed(room, starts="19:00", ends="21:00"))

    hold.refresh_from_db()
    assert (hold.state, hold.starts_at) == ("confirmed", span(19, 21).starts_at)


def test_the_finder_shows_rooms_that_are_free_and_large_enough(log_in):
    actions.book(room=make_room("Zajęta", capacity=90), stretch=span(16, 18), title="x", by=None)
    make_room("Mała", capacity=10)
    make_room("Duża", capacity=80)

    shown = log_in(*LOOK).get(
        page("finder"), {"day": str(DAY), "starts": "16:00", "ends": "18:00", "people": "50"}
    )

    assert [room.name for room, _, _ in shown.context["rows"]] == ["Duża"]


def test_a_profile_is_filled_in_as_one_table(log_in):
    venue = make_room().venue
    client = log_in("access_admin", "change_venueaccess", "change_roomaccess")
    form = client.get(page("venue_profile", venue.slug)).context["form"]
    typed_in = {name: "unknown" if name.endswith("answer") else "" for name in form.fields}

    client.post(
        page("venue_profile", venue.slug),
        typed_in | {"lift-answer": "yes", "lift-note": "do piwnicy", "checked_on": "2027-01-05"},
    )

    found = Venue.objects.get().access.get(feature="lift")
    assert (found.answer, found.note) == ("yes", "do piwnicy")


def test_the_secret_address_tells_times_and_nothing_else(client):
    room = make_room()
    made = actions.book(room=room, stretch=span(16, 18), title="Narada", by=None, minutes_setup=30)

    text = client.get(reverse("venues:busy_by_token", args=[room.feed_token])).content

    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert (str(event["UID"]), event["SEQUENCE"]) == (made.uid, 0)
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (made.holds_from, made.holds_until)
    assert (str(event["SUMMARY"]), str(event["TRANSP"])) == ("zajęte", "OPAQUE")
    assert "Narada" not in text.decode()


def test_a_renewed_address_shuts_the_old_one(client):
    room = make_room()
    old = reverse("venues:busy_by_token", args=[room.feed_token])
    assert client.get(old).status_code == 200

    room = actions.renew_feed_address(room, by=None)

    assert client.get(old).status_code == 404
    assert client.get(reverse("venues:busy_by_token", args=[room.feed_token])).status_code == 200


@pytest.mark.parametrize(("allowed", "status"), [(True, 200), (False, 404)])
def test_busy_times_are_public_where_the_centre_says_so(client, allowed, status):
    make_centre()
    Centre.objects.update(shows_busy_times=allowed)
    room = make_room()

    answer = client.get(reverse("venues:busy_in_public", args=[room.slug]))

    assert answer.status_code == status


@pytest.mark.parametrize(
    "name", ["rooms", "venues", "equipment", "closed_days", "room_features", "branches", "centre"]
)
def test_places_are_edited_in_the_frame_of_the_admin(client, django_user_model, name):
    admin = django_user_model.objects.create_superuser("szef@kasztanowo.example", name="Szef")
    make_room()
    client.force_login(admin)

    for action in ("index", "add"):
        # A superuser is asked for a second factor first unless the house says otherwise.
        answer = client.get(reverse(f"venues_{name}:{action}"))
        assert answer.status_code in {200, 302}


@pytest.fixture
def director(client, django_user_model):
    admin = django_user_model.objects.create_superuser("szef@kasztanowo.example", name="Szef")
    client.force_login(admin)
    return client


def test_a_list_of_rooms_says_yes_and_no_in_words(director):
    make_room(is_bookable=False)

    page = director.get(reverse("venues_rooms:index")).content.decode()

    assert "Dodaj salę" in page
    assert "False" not in page


def test_a_room_in_use_stays_and_says_why(director):
    room = make_room()
    actions.book(room=room, stretch=span(16, 18), title="Chór", by=None)

    answer = director.post(reverse("venues_rooms:delete", args=[room.pk]), follow=True)

    assert Booking.objects.get().room == room
    assert "wpis jest używany" in answer.content.decode()


def test_a_room_that_nobody_uses_goes(director):
    room = make_room()

    director.post(reverse("venues_rooms:delete", args=[room.pk]))

    assert not type(room).objects.filter(pk=room.pk).exists()


@pytest.mark.parametrize(("described", "offered"), [(True, False), (False, True)])
def test_there_is_one_centre(director, described, offered):
    if described:
        make_centre()

    page = director.get(reverse("venues_centre:index")).content.decode()

    assert ("Opisz ośrodek" in page) is offered
