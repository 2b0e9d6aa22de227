"""Lists, people and organisations of the demo."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from anyascii import anyascii
from django.utils.text import slugify

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
    actions,
    queries,
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
        actions.keep_entry(
            by=stage.by,
            of=Section,
            known_by={"slug": slug},
            name=name,
            name_en=name_en,
            colour=colour,
            summary=summary,
            order=order,
        )
    starts_in = stage.today.year if stage.today.month >= 7 else stage.today.year - 1  # noqa: PLR2004 - July: the next season is on the posters
    season = actions.keep_entry(
        by=stage.by,
        of=Season,
        known_by={"slug": f"{starts_in}-{starts_in + 1}"},
        name=f"{starts_in}/{starts_in + 1}",
        first_on=date(starts_in, 9, 1),
        last_on=date(starts_in + 1, 6, 25),
    )
    assert stage.props is not None  # noqa: S101 - a stage always has props; this tells the types
    voivodeship = stage.props["centre"].voivodeship
    _fill_breaks(stage, starts_in, voivodeship)
    known = queries.filter_choices(only_used=False)
    return Lists(
        kinds={row.slug: row for row in known.kinds},
        sections={row.slug: row for row in known.sections},
        audiences={row.slug: row for row in known.audiences},
        features={row.slug: row for row in known.features},
        season=season,
        voivodeship=voivodeship,
    )


def _fill_breaks(stage: Stage, year: int, voivodeship: str) -> None:
    """Plausible days; a real centre enters those of the ministry's calendar."""
    for name, where, first, last in (
        ("Zimowa przerwa świąteczna", "", date(year, 12, 23), date(year, 12, 31)),
        ("Ferie zimowe", voivodeship, date(year + 1, 2, 1), date(year + 1, 2, 14)),
        ("Wiosenna przerwa świąteczna", "", date(year + 1, 3, 25), date(year + 1, 3, 30)),
    ):
        actions.keep_entry(
            by=stage.by,
            of=SchoolBreak,
            known_by={"name": name, "voivodeship": where, "first_on": first},
            last_on=last,
        )


def fill_people(stage: Stage) -> dict[str, Contributor]:
    """Everybody named in the demo; those who teach have a page."""
    people = {
        name: _contributor(stage, name, headline=headline, about=about)
        for name, headline, about in PEOPLE
    }
    # The instructor of ceramics logs in and finds her own groups.
    teacher = account_by_email("ceramika@kasztanowo.example")
    people[INSTRUCTOR] = _contributor(stage, INSTRUCTOR, account=teacher)
    for happening in HAPPENINGS:
        for name, _part in happening.credits:
            if name not in people:
                people[name] = _contributor(stage, name)
    return people


def _contributor(stage: Stage, name: str, **facts: Any) -> Contributor:
    known_by = {"slug": slugify(anyascii(name))}
    return actions.keep_entry(by=stage.by, of=Contributor, known_by=known_by, name=name, **facts)


def fill_organisations(stage: Stage) -> dict[str, Organisation]:
    return {
        name: actions.keep_entry(
            by=stage.by,
            of=Organisation,
            known_by={"name": name},
            address=address,
            is_partner=is_partner,
        )
        for name, address, is_partner in ORGANISATIONS
    }
