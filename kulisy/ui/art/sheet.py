"""The sheet a composition is laid on, and the dice that make each poster its own."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from kulisy.ui.art.palettes import Palette, Shade
from kulisy.ui.art.shapes import Arc, Curve, Disc, Line, Point, Poly, Shape, Slice

T = TypeVar("T")


class Dice:
    """Throws that depend on the seed alone: the same poster on every machine and every version."""

    def __init__(self, seed: str) -> None:
        self._seed = seed.encode()
        self._throws = 0

    def _throw(self) -> float:
        self._throws += 1
        digest = hashlib.blake2b(self._seed, digest_size=8, salt=self._throws.to_bytes(8, "big"))
        return int.from_bytes(digest.digest(), "big") / 2**64

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * self._throw()

    def whole(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int((high - low + 1) * self._throw())

    def one_of(self, choices: Sequence[T]) -> T:
        return choices[self.whole(0, len(choices) - 1)]

    def mixed(self, things: Sequence[T]) -> list[T]:
        rest = list(things)
        return [rest.pop(self.whole(0, len(rest) - 1)) for _ in things]

    def falls(self, share: float = 0.5) -> bool:
        """Whether a throw with this chance succeeds."""
        return self._throw() < share


@dataclass(frozen=True)
class Motif:
    """What a composition shows, in the plural, for its description."""

    polish: str
    english: str
    shade: Shade


@dataclass
class Sheet:
    """A rectangle with a palette; compositions add shapes from the back to the front."""

    width: float
    height: float
    palette: Palette
    dice: Dice
    shapes: list[Shape] = field(default_factory=list)

    @property
    def unit(self) -> float:
        """A hundredth of the shorter side."""
        return min(self.width, self.height) / 100

    @property
    def centre(self) -> Point:
        return (self.width / 2, self.height / 2)

    @property
    def ground(self) -> str:
        return self.palette.ground.hex

    @property
    def motif(self) -> str:
        return self.palette.motif.hex

    @property
    def companion(self) -> str:
        return self.palette.companion.hex

    @property
    def light(self) -> str:
        return self.palette.light.hex

    @property
    def dark(self) -> str:
        return self.palette.dark.hex

    @property
    def inks(self) -> tuple[str, str, str, str]:
        """The four colours that stand on the ground."""
        return (self.motif, self.companion, self.light, self.dark)

    def shows(self, polish: str, english: str, *, shade: Shade | None = None) -> Motif:
        return Motif(polish, english, shade or self.palette.motif)

    def fill(self, colour: str) -> None:
        self.box(0, 0, self.width, self.height, colour)

    def disc(self, x: float, y: float, radius: float, fill: str) -> None:
        self.shapes.append(Disc(x, y, radius, fill))

    def ring(self, x: float, y: float, radius: float, width: float, colour: str) -> None:
        self.shapes.append(Arc(x, y, radius, 0, 360, width, colour))

    def slice(
        self, x: float, y: float, radius: float, turn: tuple[float, float], fill: str
    ) -> None:
        self.shapes.append(Slice(x, y, radius, *turn, fill))

    def box(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        self.poly([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], fill)

    def poly(self, points: Sequence[Point], fill: str) -> None:
        self.shapes.append(Poly(tuple(points), fill))

    def line(
        self, points: Sequence[Point], width: float, colour: str, *, is_round: bool = True
    ) -> None:
        self.shapes.append(Line(tuple(points), width, colour, is_round))

    def curve(
        self,
        start: Point,
        parts: Sequence[tuple[Point, Point, Point]],
        colour: str,
        width: float = 0,
    ) -> None:
        self.shapes.append(Curve(start, tuple(parts), colour, width))

    def add(self, *shapes: Shape) -> None:
        self.shapes.extend(shapes)


Composition = Callable[[Sheet], Motif]
