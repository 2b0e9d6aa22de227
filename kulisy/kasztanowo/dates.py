"""Events of the demo with their dates, organisations and the changes that life brings."""

from datetime import time, timedelta
from typing import Any

from django.db.models import QuerySet

from kulisy.kasztanowo.cast import Lists
from kulisy.kasztanowo.happening import COLLECTIONS, FESTIVAL, Happening
from kulisy.kasztanowo.happenings import EXHIBITION, HAPPENINGS
from kulisy.kasztanowo.telling import blocks
from kulisy.kasztanowo.told_events import STORIES
from kulisy.kernel.demo import Stage
from kulisy.kernel.errors import Refused
from kulisy.kernel.time import Stretch, day_stretch, wall
from kulisy.programme.api import (
    Activity,
    Backing,
    Contributor,
    Occurrence,
    Organisation,
    SignSet,
    actions,
    filters,
    queries,
)
from kulisy.venues.api import Room

Shown = dict[str, Activity]


def fill_events(stage: Stage, *, lists: Lists, people: dict[str, Contributor]) -> Shown:
    shown: Shown = {}
    for kind, title, summary in COLLECTIONS:
        shown[title] = actions.add_activity(
            by=stage.by,
            title=title.replace("2026", str(stage.today.year)),
            summary=summary,
            description=blocks(STORIES.get(title, "")),
            kind=lists.kinds[kind],
            season=lists.season,
            is_free=True,
        )
        actions.set_state(by=stage.by, activity=shown[title], state=Activity.State.CONFIRMED)
    for happening in (*HAPPENINGS, EXHIBITION):
        shown[happening.title] = _event(stage, happening, lists, people, shown)
    _undecided(stage, lists)
    return shown


def _event(
    stage: Stage,
    happening: Happening,
    lists: Lists,
    people: dict[str, Contributor],
    shown: Shown,
) -> Activity:
    activity = actions.add_activity(
        by=stage.by,
        title=happening.title,
        summary=happening.summary,
        description=blocks(STORIES.get(happening.title, "")),
        kind=lists.kinds[happening.kind],
        section=lists.sections.get(happening.section),
        season=lists.season,
        parent=shown.get(happening.part_of),
        mode=happening.mode,
        audiences=[lists.audiences[slug] for slug in happening.audiences],
        age_from=happening.ages[0],
        age_to=happening.ages[1],
        is_free=not happening.price,
        price=happening.price,
        price_from=happening.price_from,
        capacity=happening.capacity,
        online_url="" if happening.mode == "on_site" else "https://kasztanowo.example/na-zywo",
        tags=happening.tags,
    )
    for name, part in happening.credits:
        actions.credit(by=stage.by, activity=activity, contributor=people[name], part=part)
    _date(stage, happening, activity, lists)
    return actions.set_state(by=stage.by, activity=activity, state=Activity.State.CONFIRMED)


def _date(stage: Stage, happening: Happening, activity: Activity, lists: Lists) -> Occurrence:
    assert stage.props is not None  # noqa: S101 - a stage always has props; this tells the types
    day = stage.today + timedelta(days=happening.days)
    room = stage.props["rooms"].get(happening.room)
    facts: dict[str, Any] = {
        "place": happening.place,
        "features": [lists.features[slug] for slug in happening.features],
        "wheelchair_places": 4 if "wozki" in happening.features else None,
    }
    if happening.whole_days:
        stretch = day_stretch(day, day + timedelta(days=happening.whole_days - 1))
        return actions.add_date(
            by=stage.by,
            activity=activity,
            starts_at=stretch.starts_at,
            ends_at=stretch.ends_at,
            is_all_day=True,
            room=room,
            books_room=False,  # visitors walk in while other things go on in the gallery
            **facts,
        )
    starts_at = wall(day, time.fromisoformat(happening.at))
    ends_at = starts_at + timedelta(minutes=happening.minutes)
    wanted: dict[str, Any] = {
        "by": stage.by,
        "activity": activity,
        "starts_at": starts_at,
        "ends_at": ends_at,
    }
    try:
        return actions.add_date(**wanted, room=room, **facts)
    except Refused:
        _make_room(stage, room, Stretch(starts_at, ends_at), for_title=happening.title)
    try:
        return actions.add_date(**wanted, room=room, **facts)
    except Refused:
        # The building is closed then, or another event was first: staff see it among the dates
        # that wait for a decision.
        return actions.add_date(**wanted, room=room, books_room=False, **facts)


def _make_room(stage: Stage, room: Room | None, stretch: Stretch, *, for_title: str) -> None:
    """Classes give way to an event: which of them meet in the room depends on today's weekday."""
    if room is None:
        return
    meeting = _lessons(stretch, stage).filter(room=room)
    for lesson in meeting:
        actions.cancel_date(
            by=stage.by,
            occurrence=lesson,
            reason=f"W sali odbywa się „{for_title}”. Zajęcia odrobimy.",
        )


def _undecided(stage: Stage, lists: Lists) -> None:
    """A date that waits for a decision, as backstage shows it."""
    assert stage.props is not None  # noqa: S101 - a stage always has props; this tells the types
    for days, title, kind in (
        (37, "Wieczór z muzyką klezmerską (termin do potwierdzenia)", "koncert"),
        (74, "Spotkanie z himalaistką (termin do potwierdzenia)", "spotkanie"),
    ):
        activity = actions.add_activity(
            by=stage.by, title=title, kind=lists.kinds[kind], season=lists.season, is_free=True
        )
        starts_at = wall(stage.today + timedelta(days=days), time(19))
        actions.add_date(
            by=stage.by,
            activity=activity,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=90),
            room=stage.props["rooms"]["sala-kameralna"],
            state=Occurrence.State.TENTATIVE,
        )
        actions.set_state(by=stage.by, activity=activity, state=Activity.State.TENTATIVE)


def fill_backing(stage: Stage, *, shown: Shown, organisations: dict[str, Organisation]) -> SignSet:
    signs = actions.keep_entry(
        by=stage.by,
        of=SignSet,
        known_by={"name": "Powiatowy Fundusz Kultury"},
        statement="Dofinansowano z Powiatowego Funduszu Kultury w programie Scena Bliżej.",
    )
    role = Backing.Role
    named = (
        (FESTIVAL, "Urząd Miejski w Kasztanowie", role.CO_ORGANISER, None),
        (FESTIVAL, "Burmistrz Kasztanowa", role.HONORARY_PATRON, None),
        (FESTIVAL, "Tygodnik Kasztanowski", role.MEDIA_PATRON, None),
        (FESTIVAL, "Telewizja Kablowa Kasztan", role.MEDIA_PATRON, None),
        (FESTIVAL, "Fundacja Drzewiej", role.PARTNER, None),
        (FESTIVAL, "Powiatowy Fundusz Kultury", role.FUNDER, signs),
        ("Orkiestra dęta gra muzykę filmową", "Burmistrz Kasztanowa", role.HONORARY_PATRON, None),
        ("Orkiestra dęta gra muzykę filmową", "Telewizja Kablowa Kasztan", role.MEDIA_PATRON, None),
        (
            "Kiermasz książki przeczytanej",
            "Biblioteka Publiczna w Kasztanowie",
            role.CO_ORGANISER,
            None,
        ),
        ("Koncert noworoczny", "Burmistrz Kasztanowa", role.HONORARY_PATRON, None),
    )
    for title, name, as_what, sign_set in named:
        actions.add_backing(
            by=stage.by,
            activity=shown[title],
            organisation=organisations[name],
            role=as_what,
            sign_set=sign_set,
        )
    return signs


def change_some(stage: Stage, *, shown: Shown) -> None:
    """One date cancelled, one moved, one postponed, one sold out, one class off sick."""
    assert stage.props is not None  # noqa: S101 - a stage always has props; this tells the types
    herbata = _only_date(shown["Herbata z pszczelarką"])
    actions.move_date(
        by=stage.by,
        occurrence=herbata,
        starts_at=herbata.starts_at + timedelta(days=7),
        ends_at=herbata.ends_at + timedelta(days=7),
        reason="Pszczelarka wyjeżdża na targi; spotykamy się tydzień później.",
    )
    actions.cancel_date(
        by=stage.by,
        occurrence=_only_date(shown["Stand-up: Pociąg do przeszłości"]),
        reason="Choroba artysty. Zwroty w sekretariacie do końca miesiąca.",
    )
    actions.postpone_date(
        by=stage.by,
        occurrence=_only_date(shown["Legendy znad torów"]),
        reason="Szukamy nowego terminu, podamy go tutaj.",
    )
    actions.mark_sold_out(by=stage.by, occurrence=_only_date(shown["Mikołajki: Fabryka prezentów"]))
    today = day_stretch(stage.today, stage.today + timedelta(days=2))
    lesson = _lessons(today, stage).first()
    if lesson is not None:
        actions.cancel_date(
            by=stage.by, occurrence=lesson, reason="Choroba instruktora. Zajęcia odrobimy."
        )


def _lessons(stretch: Stretch, stage: Stage) -> QuerySet[Occurrence]:
    """Confirmed meetings of groups in the stretch, whoever may see them."""
    now = day_stretch(stage.today).starts_at
    shown = queries.occurrences_shown(stretch, filters.ProgrammeFilter(), now, staff=True)
    return shown.filter(group__isnull=False, state=Occurrence.State.CONFIRMED)


def _only_date(activity: Activity) -> Occurrence:
    return activity.occurrences.get()
