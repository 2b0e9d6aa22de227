"""Days on which a rule does not meet: public holidays from a library, school breaks as given."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache

from holidays import country_holidays

from .rule import AnyRule


class SkipKind(Enum):
    """Which calendar leaves a date out: that of the state, or that of the schools."""

    PUBLIC_HOLIDAY = "public-holiday"
    SCHOOL_BREAK = "school-break"


@dataclass(frozen=True)
class Skip:
    """Why a date is left out, by the name of the holiday or the break."""

    kind: SkipKind
    name: str

    @property
    def is_school_break(self) -> bool:
        return self.kind is SkipKind.SCHOOL_BREAK


@dataclass(frozen=True, kw_only=True)
class SchoolBreak:
    """Days off school, both ends included, in one voivodeship or (None) in the whole country."""

    name: str
    first_on: date
    last_on: date
    voivodeship: str | None = None


def public_holidays(first_on: date, last_on: date, *, language: str = "pl") -> dict[date, str]:
    """Polish public holidays between two days inclusive, by name."""
    return {
        day: name
        for year in range(first_on.year, last_on.year + 1)
        for day, name in _holidays_of(year, language)
        if first_on <= day <= last_on
    }


def why_skipped(
    rule: AnyRule,
    day: date,
    *,
    holidays: Mapping[date, str] | None,
    breaks: Collection[SchoolBreak],
) -> Skip | None:
    """Why the rule leaves the day out, or None; a holiday in a break is named as the holiday."""
    if rule.skips_public_holidays:
        known = dict(_holidays_of(day.year, "pl")) if holidays is None else holidays
        if day in known:
            return Skip(SkipKind.PUBLIC_HOLIDAY, known[day])
    if rule.skips_school_holidays is None:
        return None
    for one in breaks:
        here = one.voivodeship in {None, rule.skips_school_holidays}
        if here and one.first_on <= day <= one.last_on:
            return Skip(SkipKind.SCHOOL_BREAK, one.name)
    return None


@lru_cache(maxsize=64)
def _holidays_of(year: int, language: str) -> tuple[tuple[date, str], ...]:
    found = country_holidays("PL", years=year, language="pl" if language == "pl" else "en_US")
    return tuple(sorted(found.items()))
