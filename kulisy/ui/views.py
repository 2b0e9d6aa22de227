"""The style guide: every piece on one page, to be looked at and tested."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kulisy.ui.poster_art import art_families

WARSAW = ZoneInfo("Europe/Warsaw")
SATURDAY = date(2026, 11, 21)


class SampleForm(forms.Form):
    """One field of each manner, with and without errors."""

    name = forms.CharField(label=_("First name and surname"))
    email = forms.EmailField(
        label=_("E-mail address"), help_text=_("The confirmation goes there, nothing else.")
    )
    group = forms.ChoiceField(
        label=_("Group"),
        choices=[("1", "Gitara, grupa I"), ("2", "Gitara, grupa II")],
        required=False,
    )
    needs = forms.MultipleChoiceField(
        label=_("What would help you"),
        choices=[("pjm", "tłumacz PJM"), ("loop", "pętla indukcyjna")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    about = forms.CharField(label=_("Message"), widget=forms.Textarea, required=False)
    consent = forms.BooleanField(label=_("I have read the rules of the classes."))


def sample_site() -> SimpleNamespace:
    """What the site's context processor hands to every page."""
    labels = ["Kalendarz", "Zajęcia", "Na żywo", "Nagrania", "Archiwum", "O nas"]
    return SimpleNamespace(
        name="Miejski Ośrodek Kultury w Kasztanowie",
        short_name="MOK Kasztanowo",
        menu=[(label, f"#{label}", label == "Kalendarz") for label in labels],
        search_url="#szukaj",
        accessibility_url="#deklaracja",
        languages=[
            SimpleNamespace(code="pl", label="Polski", url="#pl", current=True),
            SimpleNamespace(code="en", label="English", url="#en", current=False),
        ],
        address_lines=["ul. Lipowa 4", "00-000 Kasztanowo"],
        phone="00 000 00 00",
        hours_line="sekretariat: pon.–pt. 8.00–18.00",
        footer_columns=[
            (
                "Dostępność",
                [("Deklaracja dostępności", "#d"), ("Informacja w PJM i w tekście łatwym", "#p")],
            ),
            ("Bądź na bieżąco", [("Kalendarz w telefonie", "#k"), ("RSS", "#r")]),
        ],
    )


def _when(days: int, hour: int, minute: int = 0) -> datetime:
    day = SATURDAY + timedelta(days=days)
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=WARSAW)


def sample_rows() -> list[dict[str, object]]:
    return [
        {
            "starts_at": _when(0, 10),
            "title": "Pracownia ceramiki dla rodzin",
            "url": "#1",
            "place": "Pracownia plastyczna, parter",
            "tags": ["wstęp wolny"],
        },
        {
            "starts_at": _when(0, 12, 30),
            "title": "Nauka gitary, grupa II",
            "url": "#2",
            "place": "",
            "state": "off",
            "state_label": "Odwołane",
            "why": "z powodu choroby instruktora. Odrobimy 28 listopada.",
        },
        {
            "starts_at": _when(0, 17),
            "title": "Wernisaż: Kasztanowo na szkle",
            "url": "#3",
            "place": "Galeria Na Piętrze",
            "tags": ["winda", "PJM"],
        },
        {
            "starts_at": _when(0, 19),
            "title": "Koncert na zakończenie sezonu",
            "url": "#4",
            "place": "Sala widowiskowa i transmisja z napisami",
            "tags": [{"label": "na żywo", "kind": "live"}, {"label": "pętla indukcyjna"}],
        },
    ]


def _card(days: int, hour: int, title: str, family: str, summary: str) -> dict[str, object]:
    return {
        "starts_at": _when(days, hour),
        "title": title,
        "url": f"#{family}",
        "family": family,
        "uid": f"guide-{title}",
        "summary": summary,
        "tags": ["PJM", "napisy"] if days % 2 else [],
    }


def sample_cards() -> list[dict[str, object]]:
    cards = [
        _card(
            3, 18, "Balladyna. Premiera grupy młodzieżowej", "theatre", "Sala widowiskowa · 15 zł"
        ),
        _card(4, 17, "Skąd się wziął galman? Wykład z cyklu", "talk", "Sala kameralna"),
        _card(6, 16, "Ozdoby ze słomy. Warsztaty dla dorosłych", "craft", "4 wolne miejsca"),
        _card(7, 11, "Cicha godzina: teatr cieni dla najmłodszych", "children", "3–6 lat"),
        _card(9, 19, "Kino za rogiem", "film", "Filia Podlesie"),
    ]
    cards[-1] |= {"state": "off", "state_label": "Odwołane", "why": "z powodu awarii projektora."}
    return cards


def sample_weeks() -> list[list[dict[str, object]]]:
    """November 2026 as rows of seven days."""
    monday = date(2026, 10, 26)
    rows = sample_rows()
    return [
        [
            {
                "day": (day := monday + timedelta(days=7 * week + n)),
                "is_outside": day.month != SATURDAY.month,
                "is_today": day == SATURDAY,
                "rows": rows if day == SATURDAY else rows[: day.day % 3],
            }
            for n in range(7)
        ]
        for week in range(6)
    ]


def guide_context() -> dict[str, object]:
    """Everything the guide shows."""
    wrong = SampleForm({"name": "", "email": "anna", "about": "Dzień dobry"})
    sections = [
        ("Muzyka", "music", "gitara, pianino, chór, orkiestra", "9 wolnych miejsc"),
        ("Plastyka", "art", "rysunek, ceramika, grafika", "3 wolne miejsca"),
        ("Teatr", "theatre", "dzieci, młodzież, dorośli", "lista rezerwowa"),
        ("Rękodzieło", "craft", "haft, koronka, słoma", "6 wolnych miejsc"),
    ]
    return {
        "site": sample_site(),
        "page_title": _("Style guide"),
        "today": SATURDAY,
        "rows": sample_rows(),
        "cards": sample_cards(),
        "sections": sections,
        "weeks": sample_weeks(),
        "form": wrong,
        "starts_at": _when(0, 19),
        "ends_at": _when(0, 21),
        "crumbs": [(_("Calendar"), "#k"), ("Listopad 2026", "#l"), ("Koncert", "")],
        "page": Paginator(range(200), 10).page(5),
    }


def guide(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/guide.html", guide_context())


def contact_sheet(request: HttpRequest) -> HttpResponse:
    """All families of posters, a row each."""
    rows = [(family, [f"{family}-{n}" for n in range(8)]) for family in art_families()]
    return render(
        request, "ui/contact_sheet.html", {"rows": rows, "ratio": request.GET.get("ratio", "4:5")}
    )
