import hashlib
import re

import pytest
from PIL import Image

from kulisy.ui import colour, poster_art
from kulisy.ui.art.palettes import PALETTES, Palette, Shade, relatives_of
from kulisy.ui.art.sheet import Dice

FAMILIES = poster_art.art_families()
ACCENTS = ("#8c1737", "#0f5a73", "#1f6b3a", "#6b6b6b", "#f2b632", "#000000")
LARGEST = 12 * 1024  # thirty posters must fit on one page


def test_there_is_a_family_for_each_kind_of_activity():
    assert FAMILIES == (
        "art",
        "children",
        "computer",
        "concert",
        "craft",
        "dance",
        "exhibition",
        "festival",
        "film",
        "language",
        "literature",
        "meeting",
        "plain",
        "seniors",
        "talk",
        "theatre",
        "workshop",
    )


def test_a_poster_is_the_same_for_ever():
    # A change here redraws the posters of every record of every centre: it must be meant.
    drawn = poster_art.draw(family="concert", uid="kasztanowo-1")

    assert hashlib.sha256(drawn.encode()).hexdigest()[:16] == "98390cc43d9436e1"


@pytest.mark.parametrize("family", FAMILIES)
def test_posters_of_a_family_differ(family):
    drawn = {poster_art.draw(family=family, uid=f"{family}-{n}") for n in range(20)}

    assert len(drawn) == 20


@pytest.mark.parametrize("ratio", poster_art.SIZES)
@pytest.mark.parametrize("family", FAMILIES)
def test_a_poster_is_small_and_flat(family, ratio):
    for n in range(6):
        svg = poster_art.draw(family=family, uid=f"{n}", ratio=ratio)

        assert len(svg) < LARGEST
        assert not re.search(r"<text|<style|<script| id=|url\(|href|nan|inf", svg)


def test_an_unknown_family_is_drawn_plain():
    assert poster_art.draw(family="seance", uid="7") == poster_art.draw(family="plain", uid="7")


def test_a_poster_with_a_title_is_a_picture_and_without_one_decoration():
    spoken = poster_art.draw(family="film", uid="7", title='Kino "Za rogiem" <b>')

    assert 'role="img" aria-label="Kino &quot;Za rogiem&quot; &lt;b>"' in spoken
    assert 'aria-hidden="true"' in poster_art.draw(family="film", uid="7")


def test_describe_tells_what_is_drawn_in_both_languages():
    polish = poster_art.describe("seniors", "1")

    assert polish[0].isupper()
    assert polish.endswith("ym tle")
    assert poster_art.describe("seniors", "1", "en").endswith(" ground")


def test_the_pixels_agree_with_the_drawing():
    inks = {shade.hex for palette in relatives_of(ACCENTS[0]) for shade in shades(palette)}
    allowed = {tuple(bytes.fromhex(value[1:])) for value in inks}
    image = poster_art.picture(family="talk", uid="3", accent=ACCENTS[0])

    small = image.resize((40, 21), Image.Resampling.NEAREST)
    seen = {small.getpixel((x, y)) for x in range(40) for y in range(21)}

    assert image.size == (1200, 630)
    assert len(seen & allowed) >= 3


def shades(palette: Palette) -> tuple[Shade, ...]:
    return palette.ground, palette.motif, palette.companion, palette.light, palette.dark


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.ground.english)
def test_the_motif_stands_out_from_its_ground(palette):
    for shade in (palette.motif, palette.companion):
        assert colour.contrast(shade.hex, palette.ground.hex) >= 1.7


@pytest.mark.parametrize("accent", ACCENTS)
def test_posters_in_the_colour_of_a_centre_are_read_on_their_grounds(accent):
    for palette in relatives_of(accent):
        assert colour.contrast(palette.motif.hex, palette.ground.hex) >= 2.9
        assert colour.contrast(palette.companion.hex, palette.ground.hex) >= 1.5


def test_the_colour_of_a_centre_is_on_its_posters():
    hue = colour.polar("#0f5a73")[2]
    grounds = [palette.ground.hex for palette in relatives_of("#0f5a73")]

    assert sum(abs(colour.polar(ground)[2] - hue) < 30 for ground in grounds) >= 3
    assert len({poster_art.draw(family="concert", uid="1", accent=a) for a in ACCENTS}) == 6


def test_dice_are_even_and_within_their_bounds():
    dice = Dice("kasztan")
    throws = [dice.whole(1, 6) for _ in range(1200)]

    assert {*throws} == {1, 2, 3, 4, 5, 6}
    assert all(140 < throws.count(side) < 260 for side in range(1, 7))
    assert sorted(dice.mixed([1, 2, 3])) == [1, 2, 3]
