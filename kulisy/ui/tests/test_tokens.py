"""Every pair of text and ground that the stylesheets put together can be read."""

import re

import pytest

from kulisy.ui import colour
from kulisy.ui.build import CSS

SHEET = (CSS / "tokens.css").read_text("utf-8")
TOKEN = re.compile(r"--([a-z-]+):\s*(?:light-dark\((#\w+),\s*(#\w+)\)|(#\w{6}));")

GROUNDS = ("paper", "card", "shade")
SECTIONS = [
    "music",
    "art",
    "theatre",
    "craft",
    "dance",
    "film",
    "literature",
    "language",
    "computer",
    "children",
    "seniors",
    "festival",
    "plain",
]
TEXTS = ["ink", "muted", "accent", "good", "bad", *SECTIONS]
PAIRS = [(text, ground) for text in TEXTS for ground in GROUNDS] + [
    ("on-accent", "accent"),
    ("on-lamp", "lamp"),
    ("paper", "ink"),
]
BORDERS = [("edge", ground) for ground in GROUNDS]


def block(selector: str) -> dict[str, tuple[str, str]]:
    """The colours of a rule, by day and by night."""
    start = SHEET.index(selector + " {")
    body = SHEET[start : SHEET.index("}", start)]
    return {
        name: (both, both) if both else (day, night)
        for name, day, night, both in TOKEN.findall(body)
    }


PLAIN = block(":root")
THEMES = {
    "plain": PLAIN,
    "more": PLAIN | block(':root[data-contrast="more"]'),
    "yellow": PLAIN | block(':root[data-contrast="yellow"]'),
    "asked of the system": PLAIN | block(":root:not([data-contrast])"),
}
# Higher contrast writes the names of sections in plain ink.
WITHOUT_SECTIONS = [(text, ground) for text, ground in PAIRS if text not in SECTIONS]


@pytest.mark.parametrize("night", [0, 1], ids=["day", "night"])
@pytest.mark.parametrize("theme", THEMES)
def test_every_text_can_be_read_on_its_ground(theme, night):
    tokens = THEMES[theme]
    pairs = PAIRS if theme == "plain" else WITHOUT_SECTIONS

    faint = {
        (text, ground): ratio
        for text, ground in pairs
        if (ratio := colour.contrast(tokens[text][night], tokens[ground][night])) < colour.TEXT
    }

    assert faint == {}


@pytest.mark.parametrize("night", [0, 1], ids=["day", "night"])
def test_borders_of_controls_can_be_seen(night):
    faint = [
        (border, ground)
        for border, ground in BORDERS
        if colour.contrast(PLAIN[border][night], PLAIN[ground][night]) < colour.LARGE
    ]

    assert faint == []


def test_the_stage_is_dark_enough_for_its_text_on_any_page():
    faint = [
        (text, stage)
        for text in ("ink", "muted", "lamp", "accent")
        for stage in PLAIN["stage"]
        if colour.contrast(PLAIN[text][1], stage) < colour.TEXT
    ]

    assert faint == []


def test_the_accent_is_measured_on_the_grounds_of_the_sheet():
    assert {PLAIN["paper"][0], PLAIN["card"][0]} <= set(colour.LIGHT_GROUNDS)
    assert {PLAIN["paper"][1], PLAIN["card"][1]} <= set(colour.DARK_GROUNDS)
    assert {PLAIN["shade"][0]} <= set(colour.LIGHT_GROUNDS)
    assert {PLAIN["shade"][1]} <= set(colour.DARK_GROUNDS)
