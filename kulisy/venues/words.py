"""Sentences about rooms: why not, until when, and what is free instead."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from enum import Enum

from django.utils.translation import get_language, gettext_lazy, ngettext, pgettext_lazy
from django.utils.translation import gettext as _

from kulisy.kernel.errors import Refused
from kulisy.kernel.time import WARSAW
from kulisy.ui.dates import clock, day_month, day_range, hours, long_day
from kulisy.venues.clashes.rules import Alternative, Clash, sentence_of
from kulisy.venues.rules import Refusal

SORRY = {
    Refusal.CLASH: gettext_lazy("The room cannot be booked then."),
    Refusal.WARNINGS: gettext_lazy(
        "The room is free, but look at the warnings before you book it."
    ),
    Refusal.NOTHING_WANTED: gettext_lazy("No date was given. Give at least one."),
    Refusal.TOO_MANY_WISHES: gettext_lazy(
        "There are too many dates for one time. Book %(most)s or fewer at once."
    ),
    Refusal.ALREADY_HELD: gettext_lazy(
        "This room is booked for the same thing already. "
        "Move that booking instead of making another."
    ),
    Refusal.WRONG_SET_UP: gettext_lazy(
        "The set-up “%(set_up)s” belongs to another room than %(room)s. Choose one of this room's."
    ),
    Refusal.BAD_QUANTITY: gettext_lazy("Take at least one piece of each thing, or leave it out."),
    Refusal.HOLD_ENDS_IN_THE_PAST: gettext_lazy(
        "The hold would end before it begins to count. Choose a later moment for it to expire."
    ),
    Refusal.ALREADY_RELEASED: gettext_lazy(
        "This booking was released in the meantime. Make a new one; the room may still be free."
    ),
    Refusal.PART_OF_ITSELF: gettext_lazy(
        "%(room)s would become a part of itself. Look at what %(other)s is a part of."
    ),
}


def sorry(refused: Refused) -> str:
    """The reason alone, without clashes."""
    reason: Enum = refused.reason
    if isinstance(reason, Refusal):
        return str(SORRY[reason]) % refused.facts
    return str(refused)


VERBS = {
    "venues.book": pgettext_lazy("history of a booking", "booked"),
    "venues.move": pgettext_lazy("history of a booking", "moved"),
    "venues.confirm": pgettext_lazy("history of a booking", "confirmed"),
    "venues.release": pgettext_lazy("history of a booking", "released"),
}


def verb(name: str) -> str:
    """What was done to a booking, for its history."""
    return str(VERBS.get(name, name))


def explain(clash: Clash, now: datetime, *, discreet: bool = False) -> str:
    """One clash as a sentence. ``discreet`` hides what a private booking is."""
    foreign = sentence_of(clash.source)
    if foreign is not None:
        return foreign(clash)
    return _OURS[clash.source](clash, now, discreet)


def _never_ends(clash: Clash) -> bool:
    """Whether the same wish would be refused on any day."""
    if clash.source == "stock":
        return bool(clash.facts["wished"] > clash.facts["stock"])
    return clash.source in {"capacity", "not_bookable"}


def offer(
    wish_starts_at: datetime,
    alternatives: Sequence[Alternative],
    now: datetime,
    *,
    is_hopeless: bool = False,
) -> str:
    """What is free instead, as a sentence: the nearest time there, and the likest other room.

    ``is_hopeless``: nothing that another day would change stands against the wish.
    """
    same = next((one for one in alternatives if one.is_same_room), None)
    other = next((one for one in alternatives if not one.is_same_room), None)
    if same is None and other is None:
        if is_hopeless:
            return _("Neither another day nor another room would help. Change what is wanted.")
        return _("Nothing near is free. Choose another day.")
    if same is None and other is not None:
        return _("At that time this is free: %(room)s.") % {"room": other.room}
    when = _from(same, wish_starts_at) if same else ""
    if other is None:
        return _("Free %(when)s.") % {"when": when}
    if wish_starts_at <= now:
        return _("Free %(when)s; free now: %(room)s.") % {"when": when, "room": other.room}
    return _("Free %(when)s; at that time this is free: %(room)s.") % {
        "when": when,
        "room": other.room,
    }


def why_not(refused: Refused, now: datetime, *, discreet: bool = False) -> str:
    """The whole answer to a refused booking: every reason, then what is free instead."""
    clashes: Sequence[Clash] = refused.facts.get("clashes", ())
    if not clashes:
        return sorry(refused)
    first = clashes[0].wish
    reasons = [explain(one, now, discreet=discreet) for one in clashes if one.wish == first]
    others = len({one.wish for one in clashes}) - 1
    if others:
        reasons.append(
            ngettext(
                "One other date cannot be booked either.",
                "%(count)s other dates cannot be booked either.",
                others,
            )
            % {"count": others}
        )
    if refused.reason is Refusal.CLASH:
        starts_at = clashes[0].stretch.starts_at
        is_hopeless = all(_never_ends(one) for one in clashes if one.wish == first and one.blocks)
        alternatives = refused.facts.get("alternatives", ())
        reasons.append(offer(starts_at, alternatives, now, is_hopeless=is_hopeless))
    return " ".join(dict.fromkeys(reasons))


def when(alternative: Alternative, now: datetime) -> str:
    """The stretch of an alternative, with its day unless that is today."""
    starts_at = alternative.stretch.starts_at.astimezone(WARSAW)
    ends_at = alternative.stretch.ends_at.astimezone(WARSAW)
    if starts_at.date() == now.astimezone(WARSAW).date():
        return hours(starts_at, ends_at)
    return f"{long_day(starts_at.date(), _language(), year=False)}, {hours(starts_at, ends_at)}"


def _from(one: Alternative, wish_starts_at: datetime) -> str:
    starts = _moment(one.stretch.starts_at, beside=wish_starts_at)
    if one.stretch.starts_at >= wish_starts_at:
        return _("from %(moment)s") % {"moment": starts}
    ends = _moment(one.stretch.ends_at, beside=one.stretch.starts_at)
    return _("from %(moment)s to %(end)s") % {"moment": starts, "end": ends}


def _moment(moment: datetime, *, beside: datetime) -> str:
    """The clock, and the day too when it is not the one spoken of."""
    at, spoken = moment.astimezone(WARSAW), beside.astimezone(WARSAW)
    if at.date() == spoken.date():
        return clock(at)
    return f"{day_month(at.date(), _language())}, {clock(at)}"


def _language() -> str:
    return get_language() or "pl"


def _held_facts(clash: Clash, discreet: bool) -> tuple[dict[str, str], bool]:  # noqa: FBT001 - called through a table
    facts = clash.facts
    is_hidden = discreet and bool(facts["is_private"])
    accusative = _language().startswith("pl") and facts["room_accusative"]
    return {
        "title": str(facts["title"]),
        "room": str(accusative or facts["room"]),
        "name": str(facts["room"]),
        "wished": str(facts["wished_room"]),
        "until": _moment(facts["free_at"], beside=clash.stretch.starts_at),
    }, is_hidden


def _held(clash: Clash, now: datetime, discreet: bool) -> str:  # noqa: FBT001 - called through a table
    words, is_hidden = _held_facts(clash, discreet)
    if is_hidden:
        sentence = _("%(name)s is busy until %(until)s.") % words
    elif _language().startswith("pl") and not clash.facts["room_accusative"]:
        # Polish would have to inflect the name, and its gender is not known.
        sentence = _("%(name)s is held until %(until)s by: %(title)s.") % words
    else:
        sentence = _("%(title)s holds %(room)s until %(until)s.") % words
    expires_at = clash.facts["expires_at"]
    if expires_at is None:
        return sentence
    moment = _moment(expires_at, beside=now)
    return (
        sentence + " " + _("That hold is tentative and expires at %(moment)s.") % {"moment": moment}
    )


def _excluding(clash: Clash, now: datetime, discreet: bool) -> str:  # noqa: FBT001 - called through a table
    words, _is_hidden = _held_facts(clash, discreet)
    held = _held(clash, now, discreet)
    return held + " " + _("%(name)s and %(wished)s cannot be used at the same time.") % words


def _disturbing(clash: Clash, now: datetime, discreet: bool) -> str:  # noqa: FBT001 - called through a table
    words, _is_hidden = _held_facts(clash, discreet)
    held = _held(clash, now, discreet)
    return held + " " + _("%(name)s and %(wished)s disturb each other.") % words


def _series(clash: Clash, _now: datetime, _discreet: bool) -> str:  # noqa: FBT001 - called through a table
    begins = clash.facts["starts_at"].astimezone(WARSAW)
    return _("Another date of the same series takes %(room)s: %(day)s, %(hours)s.") % {
        "room": clash.facts["room"],
        "day": day_month(begins.date(), _language()),
        "hours": hours(begins, clash.facts["ends_at"].astimezone(WARSAW)),
    }


def _hours(clash: Clash, _now: datetime, _discreet: bool) -> str:  # noqa: FBT001 - called through a table
    facts = clash.facts
    words = {"venue": facts["venue"], "day": long_day(facts["day"], _language(), year=False)}
    if not facts["open"]:
        return _("%(venue)s is shut on that day (%(day)s).") % words
    words["hours"] = ", ".join(
        hours(one.starts_at.astimezone(WARSAW), one.ends_at.astimezone(WARSAW))
        for one in facts["open"]
    )
    return _("%(venue)s is open only at %(hours)s on that day (%(day)s).") % words


def _closed(clash: Clash, _now: datetime, _discreet: bool) -> str:  # noqa: FBT001 - called through a table
    names = ("venue", "reason", "first_on", "last_on")
    return closed(**{name: clash.facts[name] for name in names})


def closed(*, venue: str, reason: str, first_on: date, last_on: date) -> str:
    """What is closed when and why; an empty venue means the whole centre."""
    days = day_range(first_on, last_on, _language())
    words = {"venue": venue, "days": days, "reason": reason}
    if venue:
        return _("%(venue)s is closed: %(days)s (%(reason)s).") % words
    return _("The whole centre is closed: %(days)s (%(reason)s).") % words


def _stock(clash: Clash, _now: datetime, _discreet: bool) -> str:  # noqa: FBT001 - called through a table
    facts = clash.facts
    if facts["is_far"]:
        return _("%(equipment)s does not leave its building.") % facts
    if facts["wished"] > facts["stock"]:
        return (
            ngettext(
                "%(equipment)s: there is only one, and %(wished)s are wanted.",
                "%(equipment)s: there are only %(stock)s, and %(wished)s are wanted.",
                facts["stock"],
            )
            % facts
        )
    if not facts["left"]:
        return _("%(equipment)s: all are taken then (%(stock)s in stock).") % facts
    return (
        ngettext(
            "%(equipment)s: one is left then, and %(wished)s are wanted.",
            "%(equipment)s: %(left)s are left then, and %(wished)s are wanted.",
            facts["left"],
        )
        % facts
    )


def _not_bookable(clash: Clash, _now: datetime, _discreet: bool) -> str:  # noqa: FBT001 - called through a table
    return _("%(room)s is not for booking.") % clash.facts


def _capacity(clash: Clash, _now: datetime, _discreet: bool) -> str:  # noqa: FBT001 - called through a table
    return (
        ngettext(
            "%(room)s holds one person so arranged, and %(people)s are expected.",
            "%(room)s holds %(capacity)s people so arranged, and %(people)s are expected.",
            clash.facts["capacity"],
        )
        % clash.facts
    )


_OURS: dict[str, Callable[[Clash, datetime, bool], str]] = {
    "room": _held,
    "excluding": _excluding,
    "disturbing": _disturbing,
    "series": _series,
    "hours": _hours,
    "closed": _closed,
    "stock": _stock,
    "not_bookable": _not_bookable,
    "capacity": _capacity,
}
