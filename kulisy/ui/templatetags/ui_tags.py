"""What templates say about days, forms and pictures."""

from datetime import date, datetime
from typing import Any

import segno
from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect
from django.template import Context
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kulisy.ui import dates
from kulisy.ui.poster_art import describe, draw

register = template.Library()

NBSP = "\N{NO-BREAK SPACE}"
Moment = date | datetime


def _here(moment: Moment) -> Moment:
    """The moment on the visitor's wall clock."""
    if isinstance(moment, datetime) and timezone.is_aware(moment):
        return timezone.localtime(moment)
    return moment


def _at(moment: datetime) -> datetime:
    return timezone.localtime(moment) if timezone.is_aware(moment) else moment


def _language() -> str:
    return get_language() or "pl"


@register.filter
def day_numeral(day: Moment) -> str:
    return dates.day_numeral(_here(day))


@register.filter
def year_numeral(day: Moment) -> str:
    return str(_here(day).year)


@register.filter
def weekday_short(day: Moment) -> str:
    return dates.weekday_short(_here(day), _language())


@register.filter
def weekday_long(day: Moment) -> str:
    return dates.weekday_long(_here(day), _language())


@register.filter
def month_genitive(day: Moment) -> str:
    return dates.month_genitive(_here(day), _language())


@register.filter
def month_title(day: Moment) -> str:
    return dates.month_title(_here(day), _language())


@register.filter
def day_month(day: Moment) -> str:
    return dates.day_month(_here(day), _language())


@register.filter
def long_day(day: Moment) -> str:
    return dates.long_day(_here(day), _language())


@register.filter
def clock(moment: datetime) -> str:
    return dates.clock(_at(moment))


@register.filter
def span(starts_at: datetime, ends_at: datetime | None = None) -> str:
    """``{{ starts_at|span:ends_at }}``; for whole days use the tag of the same name."""
    return _span(starts_at, ends_at, all_day=False)


@register.simple_tag(name="span")
def span_tag(starts_at: datetime, ends_at: datetime | None = None, *, all_day: bool = False) -> str:
    return _span(starts_at, ends_at, all_day=all_day)


def _span(starts_at: datetime, ends_at: datetime | None, *, all_day: bool) -> str:
    ends = None if ends_at is None else _at(ends_at)
    return dates.span(_at(starts_at), ends, _language(), all_day=all_day)


@register.filter
def hours(starts_at: datetime, ends_at: datetime | None = None) -> str:
    return dates.hours(_at(starts_at), None if ends_at is None else _at(ends_at))


@register.filter
def relative_day(day: Moment) -> str:
    return dates.relative_day(_here(day), timezone.localdate(), _language())


@register.filter
def iso(moment: Moment) -> str:
    """For the ``datetime`` attribute of ``<time>``."""
    here = _here(moment)
    return here.isoformat(timespec="minutes") if isinstance(here, datetime) else here.isoformat()


@register.filter
def iso_day(moment: Moment) -> str:
    here = _here(moment)
    return (here.date() if isinstance(here, datetime) else here).isoformat()


@register.filter
def bound(text: object) -> str:
    """The text with its one-letter words bound to the next: a Polish line never ends on "w"."""
    words = str(text).split(" ")
    glued = [word + (NBSP if len(word) == 1 and word.isalpha() else " ") for word in words[:-1]]
    return "".join(glued) + words[-1]


@register.filter
def near_pages(page: "Page[Any]") -> list[int | None]:
    """The numbers worth offering; None stands for a gap."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else None for number in numbers]


@register.filter
def error_count(form: BaseForm) -> int:
    return sum(len(errors) for errors in form.errors.values())


@register.filter
def is_group(field: BoundField) -> bool:
    """Whether the field is many inputs under one question."""
    return isinstance(field.field.widget, RadioSelect | CheckboxSelectMultiple)


@register.filter
def is_tick(field: BoundField) -> bool:
    return isinstance(field.field.widget, CheckboxInput)


@register.filter
def described_by(field: BoundField) -> str:
    ids = []
    if field.help_text:
        ids.append(f"{field.auto_id}-hint")
    if field.errors:
        ids.append(f"{field.auto_id}-error")
    return " ".join(ids)


@register.filter
def focus_id(field: BoundField) -> str:
    """The id that a link of the error summary leads to: of a group, its first input."""
    return f"{field.auto_id}_0" if is_group(field) else field.id_for_label


@register.filter
def tied(field: BoundField) -> SafeString:
    """The input, naming its hint and its error to a screen reader."""
    attributes: dict[str, Any] = {}
    if ids := described_by(field):
        attributes["aria-describedby"] = ids
    if field.errors:
        attributes["aria-invalid"] = "true"
    return field.as_widget(attrs=attributes)


@register.simple_tag(takes_context=True)
def poster_art(
    context: Context, *, kind: str, uid: object, ratio: str = "4:5", described: bool = False
) -> SafeString:
    """The drawn poster of a record; decoration, unless it is to be described."""
    title = poster_art_alt(context, kind=kind, uid=uid) if described else ""
    svg = draw(family=kind, uid=str(uid), ratio=ratio, title=title, accent=_accent(context))
    # The drawing holds only numbers, colours of our own and an escaped title.
    return mark_safe(svg)  # noqa: S308 - see the line above


@register.simple_tag(takes_context=True)
def poster_art_alt(context: Context, *, kind: str, uid: object) -> str:
    return describe(kind, str(uid), _language(), _accent(context))


def _accent(context: Context) -> str:
    """The colour of the house, which the site says on the request: pieces are included bare."""
    told = getattr(getattr(context, "request", None), "house_colour", None)
    return str(told()) if told else ""


@register.simple_tag
def qr(text: str, label: str = "") -> SafeString:
    """A QR code as SVG, for a printed page; large enough to be read from 10 mm."""
    code = segno.make(text, error="m", micro=False)
    svg = code.svg_inline(border=2, omitsize=True, svgclass="qr", lineclass=None, light="#fff")
    spoken = f'role="img" aria-label="{escape(label or _("QR code"))}" '
    return mark_safe(svg.replace("<svg ", f"<svg {spoken}", 1))  # noqa: S308 - segno draws; the label is escaped


@register.simple_tag
def ease_groups() -> list[dict[str, Any]]:
    """The choices of the comfort panel; an empty value means what the system asks for."""
    plain = _("As the page has it")
    groups: list[tuple[str, str, list[tuple[str, str]]]] = [
        (
            "theme",
            _("Theme"),
            [("", _("As in the system")), ("light", _("Light")), ("dark", _("Dark"))],
        ),
        (
            "contrast",
            _("Contrast"),
            [("", plain), ("more", _("Higher")), ("yellow", _("Yellow on black"))],
        ),
        (
            "size",
            _("Text size"),
            [("", "100%"), ("125", "125%"), ("150", "150%"), ("200", "200%")],
        ),
        ("spacing", _("Spacing of text"), [("", plain), ("wide", _("Wider"))]),
        ("motion", _("Motion"), [("", plain), ("less", _("None"))]),
        ("links", _("Links"), [("", plain), ("underlined", _("All underlined"))]),
    ]
    return [
        {
            "name": name,
            "legend": legend,
            "choices": [{"value": value, "label": label} for value, label in choices],
        }
        for name, legend, choices in groups
    ]


@register.simple_tag(takes_context=True)
def keep_crumbs(context: Context) -> str:
    """Lets the menu of staff pages know the way back of this page; it is built from the request."""
    if "request" in context:
        context["request"].crumbs = context.get("breadcrumbs_items") or []
    return ""
