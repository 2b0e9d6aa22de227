"""A handful of flat shapes that look the same as SVG and as pixels."""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import ImageDraw

Point = tuple[float, float]
CURVE_STEPS = 20  # pixels of a curve differ by less than one at the sizes in use


def at(x: float, y: float, radius: float, degrees: float) -> Point:
    """The point of a circle; 0 degrees is east, and degrees grow clockwise, as the page does."""
    turn = math.radians(degrees)
    return (x + radius * math.cos(turn), y + radius * math.sin(turn))


def number(value: float) -> str:
    """A coordinate as short as can be: tenths are finer than any screen shows."""
    text = f"{value:.1f}"
    return text.removesuffix(".0")


def pairs(points: Sequence[Point]) -> str:
    return " ".join(f"{number(x)} {number(y)}" for x, y in points)


@dataclass(frozen=True)
class Brush:
    """Pillow's canvas, with the scale from drawing units to pixels."""

    canvas: ImageDraw.ImageDraw
    scale: float

    def polygon(self, points: Sequence[Point], fill: str) -> None:
        self.canvas.polygon([(x * self.scale, y * self.scale) for x, y in points], fill=fill)

    def disc(self, x: float, y: float, radius: float, fill: str) -> None:
        s = self.scale
        box = ((x - radius) * s, (y - radius) * s, (x + radius) * s, (y + radius) * s)
        self.canvas.ellipse(box, fill=fill)

    def stroke(self, points: Sequence[Point], width: float, fill: str, *, is_round: bool) -> None:
        for (x1, y1), (x2, y2) in itertools.pairwise(points):
            length = math.hypot(x2 - x1, y2 - y1) or 1.0
            dx, dy = (y2 - y1) / length * width / 2, (x1 - x2) / length * width / 2
            self.polygon(
                [(x1 + dx, y1 + dy), (x2 + dx, y2 + dy), (x2 - dx, y2 - dy), (x1 - dx, y1 - dy)],
                fill,
            )
        joints = points if is_round else points[1:-1]
        for x, y in joints:
            self.disc(x, y, width / 2, fill)


@dataclass(frozen=True)
class Disc:
    x: float
    y: float
    radius: float
    fill: str

    def svg(self) -> str:
        return (
            f'<circle cx="{number(self.x)}" cy="{number(self.y)}" r="{number(self.radius)}"'
            f' fill="{self.fill}"/>'
        )

    def paint(self, brush: Brush) -> None:
        brush.disc(self.x, self.y, self.radius, self.fill)


@dataclass(frozen=True)
class Arc:
    """A curved band of a circle; a whole ring when it turns through 360 degrees."""

    x: float
    y: float
    radius: float
    start: float
    stop: float
    width: float
    colour: str
    is_round: bool = False

    def svg(self) -> str:
        look = f'fill="none" stroke="{self.colour}" stroke-width="{number(self.width)}"'
        if self.stop - self.start >= 360:  # noqa: PLR2004 - a full turn
            return (
                f'<circle cx="{number(self.x)}" cy="{number(self.y)}"'
                f' r="{number(self.radius)}" {look}/>'
            )
        cap = ' stroke-linecap="round"' if self.is_round else ""
        first, last = (at(self.x, self.y, self.radius, turn) for turn in (self.start, self.stop))
        large = int(self.stop - self.start > 180)  # noqa: PLR2004 - half a turn
        r = number(self.radius)
        return f'<path d="M{pairs([first])}A{r} {r} 0 {large} 1 {pairs([last])}" {look}{cap}/>'

    def paint(self, brush: Brush) -> None:
        steps = max(8, int((self.stop - self.start) / 2))
        turns = [self.start + (self.stop - self.start) * n / steps for n in range(steps + 1)]
        outer = [at(self.x, self.y, self.radius + self.width / 2, turn) for turn in turns]
        inner = [at(self.x, self.y, self.radius - self.width / 2, turn) for turn in turns]
        brush.polygon(outer + inner[::-1], self.colour)
        if self.is_round:
            for turn in (self.start, self.stop):
                brush.disc(*at(self.x, self.y, self.radius, turn), self.width / 2, self.colour)


@dataclass(frozen=True)
class Slice:
    """A piece of a disc between two directions: a half, a quarter, a fan."""

    x: float
    y: float
    radius: float
    start: float
    stop: float
    fill: str

    def svg(self) -> str:
        first, last = (at(self.x, self.y, self.radius, turn) for turn in (self.start, self.stop))
        large = int(self.stop - self.start > 180)  # noqa: PLR2004 - half a turn
        r = number(self.radius)
        return (
            f'<path d="M{pairs([(self.x, self.y), first])}A{r} {r} 0 {large} 1 {pairs([last])}z"'
            f' fill="{self.fill}"/>'
        )

    def paint(self, brush: Brush) -> None:
        steps = max(8, int((self.stop - self.start) / 2))
        turns = [self.start + (self.stop - self.start) * n / steps for n in range(steps + 1)]
        rim = [at(self.x, self.y, self.radius, turn) for turn in turns]
        brush.polygon([(self.x, self.y), *rim], self.fill)


@dataclass(frozen=True)
class Poly:
    points: tuple[Point, ...]
    fill: str

    def svg(self) -> str:
        return f'<path d="M{pairs(self.points)}z" fill="{self.fill}"/>'

    def paint(self, brush: Brush) -> None:
        brush.polygon(self.points, self.fill)


@dataclass(frozen=True)
class Line:
    points: tuple[Point, ...]
    width: float
    colour: str
    is_round: bool = True

    def svg(self) -> str:
        ends = ' stroke-linecap="round" stroke-linejoin="round"' if self.is_round else ""
        return (
            f'<path d="M{pairs(self.points)}" fill="none" stroke="{self.colour}"'
            f' stroke-width="{number(self.width)}"{ends}/>'
        )

    def paint(self, brush: Brush) -> None:
        brush.stroke(self.points, self.width, self.colour, is_round=self.is_round)


@dataclass(frozen=True)
class Curve:
    """Cubic curves end to end: a filled outline, or a stroke when it has a width."""

    start: Point
    parts: tuple[tuple[Point, Point, Point], ...]
    colour: str
    width: float = 0

    def svg(self) -> str:
        path = f"M{pairs([self.start])}" + "".join(f"C{pairs(part)}" for part in self.parts)
        if not self.width:
            return f'<path d="{path}z" fill="{self.colour}"/>'
        return (
            f'<path d="{path}" fill="none" stroke="{self.colour}"'
            f' stroke-width="{number(self.width)}" stroke-linecap="round"/>'
        )

    def flat(self) -> list[Point]:
        points = [self.start]
        for first, second, end in self.parts:
            begin = points[-1]
            for step in range(1, CURVE_STEPS + 1):
                t = step / CURVE_STEPS
                weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
                corners = (begin, first, second, end)
                points.append(
                    (
                        sum(w * corner[0] for w, corner in zip(weights, corners, strict=True)),
                        sum(w * corner[1] for w, corner in zip(weights, corners, strict=True)),
                    )
                )
        return points

    def paint(self, brush: Brush) -> None:
        if self.width:
            brush.stroke(self.flat(), self.width, self.colour, is_round=True)
        else:
            brush.polygon(self.flat(), self.colour)


Shape = Disc | Arc | Slice | Poly | Line | Curve


def leaf(x: float, y: float, length: float, breadth: float, degrees: float, fill: str) -> Curve:
    """A petal that grows from the point in the direction."""
    tip = at(x, y, length, degrees)
    side = at(0, 0, breadth, degrees + 90)
    near, far = at(x, y, length * 0.3, degrees), at(x, y, length * 0.8, degrees)

    def beside(point: Point, sign: int) -> Point:
        return (point[0] + sign * side[0], point[1] + sign * side[1])

    return Curve(
        (x, y),
        ((beside(near, 1), beside(far, 1), tip), (beside(far, -1), beside(near, -1), (x, y))),
        fill,
    )


def wave(
    start: Point, stop: Point, *, waves: int, depth: float
) -> tuple[tuple[Point, Point, Point], ...]:
    """A curve that swings to both sides; the depth is a share of each swing's length."""
    dx, dy = (stop[0] - start[0]) / waves, (stop[1] - start[1]) / waves
    across = (-dy * depth, dx * depth)
    parts = []
    for n in range(waves):
        sign = 1 if n % 2 == 0 else -1
        x, y = start[0] + dx * n, start[1] + dy * n
        parts.append(
            (
                (x + dx * 0.36 + across[0] * sign, y + dy * 0.36 + across[1] * sign),
                (x + dx * 0.64 + across[0] * sign, y + dy * 0.64 + across[1] * sign),
                (x + dx, y + dy),
            )
        )
    return tuple(parts)


def turned(points: Sequence[Point], degrees: float, around: Point) -> tuple[Point, ...]:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    x0, y0 = around
    return tuple(
        (x0 + (x - x0) * cos - (y - y0) * sin, y0 + (x - x0) * sin + (y - y0) * cos)
        for x, y in points
    )
