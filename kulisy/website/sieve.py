"""The filter form of the calendar: every field is a parameter of a shareable address.

Not a Django form: nothing is validated here (``wishes.read`` understands the address), and the
widgets of forms took a third of the time of the page.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kulisy.programme import api as programme
from kulisy.website.wishes import FILTER_NAMES, Wish

Choice = tuple[str, object, bool]

CLASSES = (("", _("with events")), ("bez", _("events only")), ("tylko", _("classes only")))
ADMISSION = (("", _("does not matter")), ("wolny", _("free")), ("platny", _("paid")))
MODES = (
    ("", _("does not matter")),
    ("on_site", _("on site")),
    ("online", _("online")),
    ("both", _("both ways")),
)
MANY = {
    "kinds": _("Kind"),
    "audiences": _("For whom"),
    "venues": _("Place"),
    "features": _("Accessibility"),
}


@dataclass(frozen=True)
class Field:
    """A field: ``kind`` is an input type, ``one`` or ``many``."""

    name: str
    label: object
    kind: str
    value: str = ""
    choices: list[Choice] = field(default_factory=list)


def fields(wish: Wish, *, with_days: bool) -> list[Field]:
    """The fields with what is chosen in them."""
    chosen = wish.filter
    found = [Field("szukaj", _("Words"), "search", chosen.words)]
    if with_days:
        found += [
            Field("od", pgettext_lazy("a day", "From"), "date", str(chosen.first or "")),
            Field("do", pgettext_lazy("a day", "To"), "date", str(chosen.last or "")),
        ]
    classes = _spelling(programme.filters.CLASSES, chosen.classes)
    found.append(Field("zajecia", _("Regular classes"), "one", choices=_one(CLASSES, classes)))
    for name, label in MANY.items():
        offered = wish.options.by_field[name]
        if offered:
            values = getattr(chosen, name)
            choices = [(slug, text, slug in values) for slug, text in offered]
            found.append(Field(FILTER_NAMES[name], label, "many", choices=list(choices)))
    admission = _spelling(programme.filters.ADMISSIONS, chosen.admission)
    mode = chosen.modes[0] if len(chosen.modes) == 1 else ""
    return [
        *found,
        Field("wstep", _("Admission"), "one", choices=_one(ADMISSION, admission)),
        Field("tryb", _("Where"), "one", choices=_one(MODES, mode)),
    ]


def _one(choices: tuple[tuple[str, object], ...], chosen: str) -> list[Choice]:
    return [(value, label, value == chosen) for value, label in choices]


def _spelling(spellings: dict[str, str], meaning: str) -> str:
    """How the address writes it."""
    return next((text for text, meant in spellings.items() if meant == meaning), "")
