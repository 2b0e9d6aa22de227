"""Dates in the shapes that the pieces of the design system take: rows, posters, tags."""

from collections.abc import Sequence
from datetime import datetime
from html import escape
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from kulisy.media.api import Picture
from kulisy.programme.api import Activity, Occurrence
from kulisy.ui import dates
from kulisy.website import words
from kulisy.website.addresses import activity_address
from kulisy.website.lines import Line


def state_words(off: str, reason: str, moved_from: datetime | None) -> tuple[str, str, str]:
    """State, its label and its sentence: what happened, in words before any colour."""
    if off:
        return "off", str(words.OFF[off]), reason
    if moved_from is not None:
        moved = timezone.localtime(moved_from)
        was = dates.span(moved, None, get_language() or "pl")
        return (
            "",
            pgettext("a date", "Moved"),
            _("from %(was)s. %(reason)s")
            % {
                "was": was,
                "reason": reason,
            },
        )
    return "", "", ""


def row(line: Line, now: datetime) -> dict[str, Any]:
    """A row of the run-down."""
    state, label, why = state_words(line.off, line.reason, line.moved_from)
    return {
        "starts_at": line.starts_at,
        "ends_at": line.ends_at,
        "all_day": line.all_day,
        "title": line.title,
        "lang": words_language(),
        "url": activity_address(line.slug),
        "place": _place(line),
        "tags": tags(line),
        "state": state or ("over" if line.ends_at <= now else ""),
        "state_label": label,
        "why": why,
        "css": line.css,
    }


def words_language() -> str:
    """The language of the centre's own words, where the page around them is in another."""
    return "" if get_language() == "pl" else "pl"


def _place(line: Line) -> str:
    if line.mode == "online":
        return pgettext("a place", "Online")
    if line.mode == "both":
        return (
            _("%(place)s and online") % {"place": line.place}
            if line.place
            else str(words.MODES["both"])
        )
    return line.place


def tags(line: Line) -> list[dict[str, str]]:
    """What to know before coming: free places, admission, accessibility."""
    found = []
    if line.is_sold_out and not line.off:
        found.append({"label": _("no places left"), "kind": "off"})
    if line.is_free and not line.off:
        found.append({"label": _("free admission"), "kind": ""})
    return found + [{"label": feature.short, "kind": ""} for feature in line.features]


def card(occurrence: Occurrence) -> dict[str, Any]:
    """A poster of the wall."""
    activity = occurrence.activity
    state, label, why = state_words(
        off_state(occurrence), occurrence.reason or activity.reason, occurrence.moved_from
    )
    summary = " · ".join(part for part in (place_of(occurrence), admission(activity)) if part)
    return {
        "title": occurrence.label,
        "lang": words_language(),
        "url": activity_address(activity.slug),
        "starts_at": occurrence.starts_at,
        "ends_at": occurrence.ends_at,
        "all_day": occurrence.is_all_day,
        "summary": summary,
        "tags": [feature.short for feature in occurrence.features.all()],
        "picture": picture(activity.picture, activity.picture_alt, decorative=True),
        "family": activity.art_family,
        "uid": activity.uid,
        "state": state,
        "state_label": label,
        "why": why,
    }


def off_state(occurrence: Occurrence) -> str:
    """Why nobody should come, as the key of a word, or nothing."""
    if not occurrence.is_off:
        return ""
    own = occurrence.activity.state
    return str(own if own in words.OFF else occurrence.state)


def place_of(occurrence: Occurrence) -> str:
    """Where, on one line."""
    if occurrence.mode == "online":
        return pgettext("a place", "Online")
    return str(occurrence.room) if occurrence.room else occurrence.place


def admission(activity: Activity) -> str:
    """Price in words, or that there is none."""
    return _("free admission") if activity.is_free else activity.price


def picture(
    source: Picture | None,
    alt: str,
    *,
    decorative: bool = False,
    spec: str = "fill-640x800|format-webp",
) -> dict[str, Any] | None:
    """A photograph in the size of a poster, or None where the product draws one."""
    if source is None:
        return None
    rendition = source.get_rendition(spec)
    return {
        "url": rendition.url,
        "alt": "" if decorative else alt or source.alternative_text,
        "width": rendition.width,
        "height": rendition.height,
    }


def gathered(classes: Sequence[tuple[datetime, str]]) -> str:
    """Classes of a day in a few words: the hour and the title of each of the first."""
    shown = [f"{dates.clock(starts_at)} {title}" for starts_at, title in classes[:3]]
    return ", ".join(shown)


def in_cell(line: Line) -> SafeString:
    """A date in the month table. Not a template: a month has 200, and nodes took half its time."""
    wall = f'<time datetime="{line.wall}">{line.clock}</time>' if not line.all_day else ""
    off = f" <b>{escape(line.off_words)}</b>" if line.off else ""
    kind = f"{line.css} is-off" if line.off else line.css
    where = f'<a href="{escape(line.url)}">{escape(line.title)}</a>'
    return mark_safe(f'<li class="{kind}">{wall}{where}{off}</li>')  # noqa: S308 - people's words are escaped above
