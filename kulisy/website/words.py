"""Sentences of the public site."""

from django.utils.translation import gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

OFF = {
    "cancelled": pgettext_lazy("an event", "Cancelled"),
    "postponed": pgettext_lazy("an event", "Postponed"),
}
MODES = {
    "on_site": _("on site"),
    "online": _("online"),
    "both": _("on site and online"),
}
# The parameter of the address -> what it is called in the form.
FILTERS = {
    "od": pgettext_lazy("a filter", "from"),
    "do": pgettext_lazy("a filter", "to"),
    "rodzaj": _("kind"),
    "sekcja": _("section"),
    "dla": _("for whom"),
    "miejsce": _("place"),
    "tryb": _("mode"),
    "ulatwienie": _("accessibility"),
    "wstep": _("admission"),
    "wydarzenie": _("event"),
    "cykl": _("series"),
    "grupa": _("group"),
    "zajecia": _("classes"),
    "szukaj": _("words"),
}
ROLES = {
    "organiser": _("Organised by"),
    "co_organiser": _("Co-organised by"),
    "partner": _("Partners"),
    "honorary_patron": _("Honorary patronage"),
    "media_patron": _("Media patronage"),
    "sponsor": _("Sponsors"),
    "funder": _("Funded by"),
}
PARTS = {
    "instructor": _("led by"),
    "performer": _("performed by"),
    "speaker": pgettext_lazy("a person", "with"),
    "director": _("directed by"),
    "author": pgettext_lazy("a person", "by"),
    "host": _("hosted by"),
}
ANSWERS = {
    "yes": _("yes"),
    "partly": _("partly"),
    "no": _("no"),
    "unknown": _("not checked"),
}
KINDS_FOUND = {
    "activity": _("Events and classes"),
    "news": _("News"),
    "page": _("Pages"),
    "person": _("People"),
    "place": _("Places"),
}


def not_understood(problems: list[tuple[str, str]]) -> str:
    """What of the filter was left out, in one sentence; the rest of it holds."""
    named = ", ".join(f"{FILTERS.get(name, name)}: „{value}”" for name, value in problems)
    return gettext(
        "Part of the address could not be understood and was left out (%(named)s). "
        "The rest of the filter applies."
    ) % {"named": named}


def ages(first: int | None, last: int | None) -> str:
    """For example "6–12 lat", "od 60 lat", or nothing."""
    if first is not None and last is not None:
        return gettext("%(first)s–%(last)s years old") % {"first": first, "last": last}
    if first is not None:
        return gettext("from %(first)s years old") % {"first": first}
    if last is not None:
        return gettext("up to %(last)s years old") % {"last": last}
    return ""


def floor(number: int) -> str:
    """For example "parter", "piętro 1", "poziom −1"."""
    if number == 0:
        return pgettext("in a building", "ground floor")
    if number < 0:
        return gettext("level %(number)s") % {"number": f"\N{MINUS SIGN}{-number}"}
    return gettext("floor %(number)s") % {"number": number}
