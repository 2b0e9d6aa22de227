import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulisy.ui import colour

HEXES = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [("#000", "#fff", 21.0), ("#777777", "#ffffff", 4.48), ("#8c1737", "#8c1737", 1.0)],
)
def test_contrast_is_that_of_wcag(first, second, ratio):
    assert colour.contrast(first, second) == pytest.approx(ratio, abs=0.01)


@given(HEXES)
def test_any_accent_can_be_read_in_both_themes(accent):
    shades = colour.accent_of(accent)

    for ground in colour.LIGHT_GROUNDS:
        assert colour.contrast(shades.light, ground) >= colour.TEXT
    for ground in colour.DARK_GROUNDS:
        assert colour.contrast(shades.dark, ground) >= colour.TEXT
    assert colour.contrast(shades.light, shades.on_light) >= colour.TEXT
    assert colour.contrast(shades.dark, shades.on_dark) >= colour.TEXT


@given(HEXES, HEXES)
def test_nearest_allowed_reaches_large_text_on_any_ground(wanted, ground):
    found = colour.nearest_allowed(wanted, ground, ratio=colour.LARGE)

    assert colour.contrast(found, ground) >= colour.LARGE


@given(HEXES)
def test_nearest_allowed_keeps_a_colour_that_is_already_read(wanted):
    ground = max(("#000000", "#ffffff"), key=lambda one: colour.contrast(one, wanted))

    assert colour.nearest_allowed(wanted, ground) == wanted


def test_nearest_allowed_keeps_the_hue():
    red, green, blue = (
        int(colour.nearest_allowed("#ffcc00", "#ffffff")[at : at + 2], 16) for at in (1, 3, 5)
    )

    assert red > green > blue


def test_nearest_allowed_refuses_what_no_lightness_reaches():
    assert colour.nearest_allowed("#8c1737", "#808080", ratio=5.0)
    with pytest.raises(ValueError, match="reaches 7"):
        colour.nearest_allowed("#8c1737", "#808080", ratio=7.0)


@pytest.mark.parametrize("text", ["red", "#12", "#12345g", "", "url(x)", "#fff;}"])
def test_parse_hex_refuses_what_is_not_a_colour(text):
    with pytest.raises(colour.NotAColour):
        colour.parse_hex(text)


@pytest.mark.parametrize("text", ["#fff", "FFFFFF", " #ffffff "])
def test_parse_hex_reads_the_usual_ways(text):
    assert colour.parse_hex(text).hex == "#ffffff"


def test_theme_css_repaints_only_the_accent():
    assert colour.theme_css(accent="#8c1737").startswith(
        "@layer theme{:root{--accent:light-dark(#8c1737,#"
    )
