"""Lists, people and organisations of the demo."""

from dataclasses import dataclass
from datetime import date

from kulisy.kasztanowo.happenings import HAPPENINGS
from kulisy.kasztanowo.regulars import ORGANISATIONS, PEOPLE, SECTIONS
from kulisy.kernel.demo import Stage
from kulisy.people.api import account_by_email
from kulisy.programme.api import (
    AccessibilityFeature,
    ActivityKind,
    Audience,
    Contributor,
    Organisation,
    SchoolBreak,
    Season,
    Section,
    slugs,
)

INSTRUCTOR = "Marta Glinka"


@dataclass(frozen=True)
class Lists:
    """Rows of the lists by their address."""

    kinds: dict[str, ActivityKind]
    sections: dict[str, Section]
    audiences: dict[str, Audience]
    features: dict[str, AccessibilityFeature]
    season: Season
    voivodeship: str


def fill_lists(stage: Stage) -> Lists:
    for order, (slug, name, name_en, colour, summary) in enumerate(SECTIONS):
        Section.objects.update_or_create(
            slug=slug,
            defaults={
                "name": name,
                "name_en": name_en,
                "colour": colour,
                "summary": summary,
                "order": order,
            },
        )
    starts_in = stage.today.year if stage.today.month >= 7 else stage.today.year - 1  # noqa: PLR2004 - July: the next season is on the posters
    season, _ = Season.objects.get_or_create(
        slug=f"{starts_in}-{starts_in + 1}",
        defaults={
            "name": f"{starts_in}/{starts_in + 1}",
            "first_on": date(starts_in, 9, 1),
            "last_on": date(starts_in + 1, 6, 25),
        },
    )
    assert stage.props is not None  # noqa: S101 - a stage always has props; this tells the types
    voivodeship = stage.props["centre"].voivodeship
    _fill_breaks(starts_in, voivodeship)
    return Lists(
        kinds={row.slug: row for row in ActivityKind.objects.all()},
        sections={row.slug: row for row in Section.objects.all()},
        audiences={row.slug: row for row in Audience.objects.all()},
        features={row.slug: row for row in AccessibilityFeature.objects.all()},
        season=season,
        voivodeship=voivodeship,
    )


def _fill_breaks(year: int, voivodeship: str) -> None:
    """Plausible days; a real centre enters those of the ministry's calendar."""
    for name, where, first, last in (
        ("Zimowa przerwa świąteczna", "", date(year, 12, 23), date(year, 12, 31)),
        ("Ferie zimowe", voivodeship, date(year + 1, 2, 1), date(year + 1, 2, 14)),
        ("Wiosenna przerwa świąteczna", "", date(year + 1, 3, 25), date(year + 1, 3, 30)),
    ):
        SchoolBreak.objects.get_or_create(
            name=name, voivodeship=where, first_on=first, defaults={"last_on": last}
        )


def fill_people(stage: Stage) -> dict[str, Contributor]:
    """Everybody named in the demo; those who teach have a page."""
    del stage
    people = {}
    for name, headline, about in PEOPLE:
        people[name] = _contributor(name, headline=headline, about=about)
    # The instructor of ceramics logs in and finds her own groups.
    people[INSTRUCTOR].account = account_by_email("ceramika@kasztanowo.example")
    people[INSTRUCTOR].save(update_fields=["account"])
    for happening in HAPPENINGS:
        for name, _part in happening.credits:
            if name not in people:
                people[name] = _contributor(name)
    return people


def _contributor(name: str, **facts: str) -> Contributor:
    found = Contributor.objects.filter(name=name).first()
    if found is not None:
        return found
    slug = slugs.slug_for(name, Contributor, fallback="osoba")
    return Contributor.objects.create(name=name, slug=slug, **facts)


def fill_organisations(stage: Stage) -> dict[str, Organisation]:
    del stage
    return {
        name: Organisation.objects.get_or_create(
            name=name, defaults={"address": address, "is_partner": is_partner}
        )[0]
        for name, address, is_partner in ORGANISATIONS
    }
