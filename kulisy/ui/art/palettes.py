"""Sets of colours that print well together, each colour with its name in Polish and English."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kulisy.ui import colour


@dataclass(frozen=True)
class Shade:
    """A colour and how to speak of it; Polish as the stem before "-e" and "-ym"."""

    hex: str
    stem: str
    english: str


@dataclass(frozen=True)
class Palette:
    """A ground and four colours on it: the motif, its companion, a light and a dark."""

    ground: Shade
    motif: Shade
    companion: Shade
    light: Shade
    dark: Shade


def _shade(text: str) -> Shade:
    value, stem, english = text.split("/")
    return Shade(value, stem, english)


def _palette(*texts: str) -> Palette:
    return Palette(*map(_shade, texts))


PALETTES: tuple[Palette, ...] = (
    _palette(
        "#8c1737/bordow/maroon",
        "#ffc53d/złot/golden",
        "#e8573f/koralow/coral",
        "#fff3dc/kremow/cream",
        "#3b0a1c/śliwkow/plum",
    ),
    _palette(
        "#efe2cf/kremow/cream",
        "#c2273f/czerwon/red",
        "#e07b1f/pomarańczow/orange",
        "#fffaf1/biał/white",
        "#1d1a20/czarn/black",
    ),
    _palette(
        "#15525a/turkusow/teal",
        "#f2b632/złot/golden",
        "#e8735a/koralow/coral",
        "#e8f1ef/biał/white",
        "#0a2b31/granatow/navy",
    ),
    _palette(
        "#f6c445/żółt/yellow",
        "#b3271e/czerwon/red",
        "#2f6f73/turkusow/teal",
        "#fff6df/kremow/cream",
        "#4a2510/brązow/brown",
    ),
    _palette(
        "#2a2f6b/granatow/navy",
        "#f08a4b/pomarańczow/orange",
        "#7fb6e6/błękitn/sky-blue",
        "#f7d9c4/kremow/cream",
        "#14173d/czarn/black",
    ),
    _palette(
        "#cf3a2a/czerwon/red",
        "#ffc04d/złot/golden",
        "#f7b8b0/różow/pink",
        "#fff3df/kremow/cream",
        "#1c2a5e/granatow/navy",
    ),
    _palette(
        "#f4b8c0/różow/pink",
        "#b8173a/karminow/crimson",
        "#1f3d7a/granatow/navy",
        "#fff4ea/kremow/cream",
        "#3a0f2a/śliwkow/plum",
    ),
    _palette(
        "#1f5d3f/zielon/green",
        "#f3c14b/złot/golden",
        "#ef8fa3/różow/pink",
        "#eaf3e2/biał/white",
        "#0d2b1d/czarn/black",
    ),
    _palette(
        "#8fc1e3/błękitn/sky-blue",
        "#d6402b/czerwon/red",
        "#173a6b/granatow/navy",
        "#fff8ea/kremow/cream",
        "#4a1230/śliwkow/plum",
    ),
    _palette(
        "#1d1a20/czarn/black",
        "#f25c3b/pomarańczow/orange",
        "#f2c84b/złot/golden",
        "#f4ede2/kremow/cream",
        "#5b4d8f/fioletow/violet",
    ),
    _palette(
        "#4b2a7b/fioletow/violet",
        "#ff9d5c/pomarańczow/orange",
        "#f2b8d8/różow/pink",
        "#ffe9b8/kremow/cream",
        "#1f0f3d/granatow/navy",
    ),
    _palette(
        "#e9d3ae/piaskow/sand-coloured",
        "#1f5f8b/lazurow/azure",
        "#d9572b/pomarańczow/orange",
        "#fffaf0/biał/white",
        "#2b2118/brązow/brown",
    ),
    _palette(
        "#1f8279/turkusow/turquoise",
        "#ffd25c/żółt/yellow",
        "#ff9d7d/koralow/coral",
        "#fff1d0/kremow/cream",
        "#0d3b4c/granatow/navy",
    ),
    _palette(
        "#e8632c/pomarańczow/orange",
        "#2b1a4f/fioletow/violet",
        "#ffd98a/złot/golden",
        "#fff3e2/kremow/cream",
        "#6b1230/bordow/maroon",
    ),
)

# Turns of the hue from the accent, in degrees: enough kinds of ground for a season, and each is
# a relative of the centre's colour. Ground lightness and vividness, then the hues of what stands
# on it; None is the lamp yellow of the house.
LAMP = "#ffc53d"
MOTIF_STANDS_OUT, COMPANION_STANDS_OUT = 3.0, 1.6
RELATIVES: tuple[tuple[float | None, float, float, float | None, float | None], ...] = (
    (0, 0.42, 0.16, None, 30),
    (0, 0.92, 0.03, 0, 40),
    (180, 0.42, 0.08, None, 20),
    (None, 0.85, 0.16, 0, 180),
    (-70, 0.36, 0.13, 35, -120),
    (25, 0.58, 0.19, None, 10),
    (5, 0.84, 0.08, 0, 190),
    (140, 0.44, 0.09, None, 0),
    (190, 0.80, 0.07, 15, 220),
    (0, 0.22, 0.03, 20, None),
    (-25, 0.40, 0.15, 45, -10),
    (60, 0.88, 0.05, 200, 25),
)


@lru_cache(maxsize=16)
def relatives_of(accent: str) -> tuple[Palette, ...]:
    """Palettes of a centre: grounds and inks turned from its colour, each read on its ground."""
    _, vivid, hue = colour.polar(accent)
    # A centre whose colour is a grey gets quiet posters, not coloured ones of a chance hue.
    strength = min(1.0, vivid / 0.08)
    return tuple(_relative(hue, strength, *turns) for turns in RELATIVES)


def _relative(
    hue: float,
    strength: float,
    turn: float | None,
    lightness: float,
    vivid: float,
    motif: float | None,
    companion: float | None,
) -> Palette:
    ground = LAMP if turn is None else colour.of_polar(lightness, vivid * strength, hue + turn)
    is_dark = colour.contrast(ground, "#ffffff") > colour.contrast(ground, "#000000")

    def ink(turned: float | None, stands_out: float, light: float, dark: float) -> Shade:
        if turned is None:
            return _named(colour.nearest_allowed(LAMP, ground, ratio=stands_out))
        drawn = colour.of_polar(light if is_dark else dark, 0.17 * strength, hue + turned)
        return _named(colour.nearest_allowed(drawn, ground, ratio=stands_out))

    return Palette(
        ground=_named(ground),
        motif=ink(motif, MOTIF_STANDS_OUT, 0.74, 0.46),
        companion=ink(companion, COMPANION_STANDS_OUT, 0.68, 0.60),
        light=_named(colour.of_polar(0.96, 0.02, hue + 60)),
        dark=_named(colour.of_polar(0.20, 0.05 * strength, hue if turn is None else hue + turn)),
    )


def _named(value: str) -> Shade:
    """The colour with the name of the nearest one that has a name."""
    known: Sequence[Shade] = [
        shade
        for palette in PALETTES
        for shade in (palette.ground, palette.motif, palette.companion, palette.light, palette.dark)
    ]
    near = min(known, key=lambda shade: colour.distance(shade.hex, value))
    return Shade(value, near.stem, near.english)
