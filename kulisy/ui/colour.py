"""Colours that can be read: the contrast of WCAG 2.2 and a centre's accent made to keep it."""

import re
from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, radians, sin

TEXT = 4.5  # WCAG 2.2, 1.4.3: text of ordinary size
LARGE = 3.0  # the same for large text, and 1.4.11 for borders of controls
COMFORT = 6.0  # of an accent by night: what just passes looks dull on a dark page
STEPS = 14  # halvings of the lightness: finer than one step of eight bits

# The grounds of tokens.css on which the accent stands; a test holds the two together.
LIGHT_GROUNDS = ("#fbf7f0", "#ffffff", "#f2ebdf")
DARK_GROUNDS = ("#17141a", "#221d26", "#2b2530")
WHITE = "#ffffff"
NIGHT = "#17141a"

_HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


class NotAColour(ValueError):
    """The text is not a colour written as #rgb or #rrggbb."""


@dataclass(frozen=True)
class Colour:
    """A colour of sRGB, each part from 0 to 1."""

    red: float
    green: float
    blue: float

    @property
    def hex(self) -> str:
        parts = (self.red, self.green, self.blue)
        return "#" + "".join(f"{round(min(1.0, max(0.0, part)) * 255):02x}" for part in parts)


def parse_hex(text: str) -> Colour:
    match = _HEX.fullmatch(text.strip())
    if match is None:
        raise NotAColour(text)
    digits = match.group(1)
    if len(digits) == 3:  # noqa: PLR2004 - the short form #rgb
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return Colour(red, green, blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - constants of sRGB


def _gamma(part: float) -> float:
    part = min(1.0, max(0.0, part))
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055  # noqa: PLR2004 - constants of sRGB


def luminance(colour: str) -> float:
    """The relative luminance of WCAG, from 0 to 1."""
    c = parse_hex(colour)
    return 0.2126 * _linear(c.red) + 0.7152 * _linear(c.green) + 0.0722 * _linear(c.blue)


def contrast(first: str, second: str) -> float:
    """The contrast ratio of WCAG, from 1 to 21."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _to_oklab(colour: Colour) -> tuple[float, float, float]:
    # Oklab keeps the hue where HSL would turn a darkened yellow green.
    r, g, b = _linear(colour.red), _linear(colour.green), _linear(colour.blue)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _from_oklab(lightness: float, a: float, b: float) -> Colour:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return Colour(
        _gamma(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
        _gamma(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
        _gamma(-0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short),
    )


def _toward(colour: str, target: float, grounds: tuple[str, ...], ratio: float) -> str | None:
    """The smallest move of the lightness toward the target that can be read on every ground."""
    lightness, a, b = _to_oklab(parse_hex(colour))

    def moved(share: float) -> str:
        # The colour fades as it nears black or white, or the hue would leave the gamut.
        return _from_oklab(
            lightness + (target - lightness) * share, a * (1 - share**3), b * (1 - share**3)
        ).hex

    def is_read(share: float) -> bool:
        return all(contrast(moved(share), ground) >= ratio for ground in grounds)

    if not is_read(1.0):
        return None
    low, high = 0.0, 1.0
    for _ in range(STEPS):
        middle = (low + high) / 2
        if is_read(middle):
            high = middle
        else:
            low = middle
    return moved(high)


def polar(colour: str) -> tuple[float, float, float]:
    """Lightness, chroma and hue in degrees, as Oklab sees the colour."""
    lightness, a, b = _to_oklab(parse_hex(colour))
    return lightness, hypot(a, b), degrees(atan2(b, a)) % 360


def of_polar(lightness: float, chroma: float, hue: float) -> str:
    """The colour of that lightness, chroma and hue, paler where screens show none so vivid."""
    turn = radians(hue)
    while chroma > 0 and not _is_shown(lightness, chroma * cos(turn), chroma * sin(turn)):
        chroma -= 0.01
    chroma = max(chroma, 0.0)
    return _from_oklab(lightness, chroma * cos(turn), chroma * sin(turn)).hex


def _is_shown(lightness: float, a: float, b: float) -> bool:
    """Whether sRGB has the colour: made and measured again, it is the same."""
    made = _to_oklab(_from_oklab(lightness, a, b))
    return max(abs(x - y) for x, y in zip(made, (lightness, a, b), strict=True)) < 0.005  # noqa: PLR2004 - a difference nobody sees


def distance(first: str, second: str) -> float:
    """How far apart two colours look; 1 is black and white."""
    one, other = _to_oklab(parse_hex(first)), _to_oklab(parse_hex(second))
    return hypot(*(x - y for x, y in zip(one, other, strict=True)))


def nearest_allowed(colour: str, *grounds: str, ratio: float = TEXT) -> str:
    """The colour itself where it can be read on every ground, else the nearest of its hue."""
    if all(contrast(colour, ground) >= ratio for ground in grounds):
        return parse_hex(colour).hex
    lightness = _to_oklab(parse_hex(colour))[0]
    found = [
        (abs(_to_oklab(parse_hex(candidate))[0] - lightness), candidate)
        for target in (0.0, 1.0)
        if (candidate := _toward(colour, target, grounds, ratio)) is not None
    ]
    if not found:
        raise ValueError(f"no lightness of {colour} reaches {ratio}:1 on {', '.join(grounds)}")
    return min(found)[1]


def text_on(ground: str) -> str:
    """White or night, whichever is read better on the ground."""
    return max((WHITE, NIGHT), key=lambda text: contrast(text, ground))


@dataclass(frozen=True)
class Accent:
    """A centre's colour as each theme may show it."""

    light: str
    dark: str
    on_light: str
    on_dark: str


def accent_of(colour: str) -> Accent:
    """The accent of both themes: read as text on the grounds, and itself a ground for text."""
    light = nearest_allowed(colour, *LIGHT_GROUNDS)
    dark = nearest_allowed(colour, *DARK_GROUNDS, ratio=COMFORT)
    return Accent(light, dark, text_on(light), text_on(dark))


def theme_css(*, accent: str) -> str:
    """A stylesheet that repaints the accent. High contrast still wins over it by its layer."""
    shades = accent_of(accent)
    return (
        "@layer theme{:root{"
        f"--accent:light-dark({shades.light},{shades.dark});"
        f"--on-accent:light-dark({shades.on_light},{shades.on_dark})"
        "}}\n"
    )
