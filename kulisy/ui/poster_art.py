"""A poster for every record: flat geometry by kind of activity, the same from its uid for ever.

There is never text inside. With the colour of a centre it is in relatives of that colour. The
drawing is a list of shapes, so SVG for pages and pixels for social networks agree.
"""

from collections.abc import Mapping
from functools import lru_cache

from PIL import Image, ImageDraw

from kulisy.ui.art import gatherings, hands, stage, thoughts
from kulisy.ui.art.palettes import PALETTES, relatives_of
from kulisy.ui.art.shapes import Brush, number
from kulisy.ui.art.sheet import Composition, Dice, Motif, Sheet

PLAIN = "plain"
SIZES: Mapping[str, tuple[int, int]] = {
    "4:5": (400, 500),
    "1:1": (450, 450),
    "16:9": (640, 360),
    "9:16": (360, 640),
    "1.91:1": (600, 315),
}
SMOOTHING = 2  # pixels drawn for each pixel kept, on each side

_FAMILIES: Mapping[str, tuple[Composition, ...]] = {
    **stage.FAMILIES,
    **hands.FAMILIES,
    **thoughts.FAMILIES,
    **gatherings.FAMILIES,
}


def art_families() -> tuple[str, ...]:
    """The kinds of posters there are, in alphabetical order."""
    return tuple(sorted(_FAMILIES))


def _composed(family: str, uid: str, accent: str, ratio: str) -> tuple[Sheet, Motif]:
    family = family if family in _FAMILIES else PLAIN
    dice = Dice(f"{family}/{uid}")
    palette = dice.one_of(relatives_of(accent) if accent else PALETTES)
    composition = dice.one_of(_FAMILIES[family])
    width, height = SIZES[ratio]
    sheet = Sheet(width, height, palette, dice)
    return sheet, composition(sheet)


@lru_cache(maxsize=512)
def draw(
    *,
    family: str,
    uid: str,
    accent: str = "",
    ratio: str = "4:5",
    title: str = "",
) -> str:
    """The poster as SVG. With a title it is a picture for screen readers; without, decoration."""
    sheet, _motif = _composed(family, uid, accent, ratio)
    shapes = "".join(shape.svg() for shape in sheet.shapes)
    spoken = f'role="img" aria-label="{_attribute(title)}"' if title else 'aria-hidden="true"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="art" '
        f'viewBox="0 0 {number(sheet.width)} {number(sheet.height)}" '
        f'preserveAspectRatio="xMidYMid slice" focusable="false" {spoken}>'
        f'<path d="M0 0H{number(sheet.width)}V{number(sheet.height)}H0z" fill="{sheet.ground}"/>'
        f"{shapes}</svg>"
    )


def picture(
    *,
    family: str,
    uid: str,
    accent: str = "",
    ratio: str = "1.91:1",
    width: int = 1200,
) -> Image.Image:
    """The same poster in pixels, for Open Graph and for programs that do not read SVG."""
    sheet, _motif = _composed(family, uid, accent, ratio)
    height = round(width * sheet.height / sheet.width)
    image = Image.new("RGB", (width * SMOOTHING, height * SMOOTHING), sheet.ground)
    brush = Brush(ImageDraw.Draw(image), width * SMOOTHING / sheet.width)
    for shape in sheet.shapes:
        shape.paint(brush)
    return image.reduce(SMOOTHING)


def describe(family: str, uid: str, language: str = "pl", accent: str = "") -> str:
    """What is on the poster, for its alternative text: "Złote łuki na bordowym tle"."""
    sheet, motif = _composed(family, uid, accent, "4:5")
    ground = sheet.palette.ground
    if language.startswith("en"):
        return f"{motif.shade.english.capitalize()} {motif.english} on a {ground.english} ground"
    return f"{motif.shade.stem.capitalize()}e {motif.polish} na {ground.stem}ym tle"


def _attribute(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
