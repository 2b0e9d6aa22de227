"""Talk, literature, language, computer: what is said, read and thought."""

from kulisy.ui.art.shapes import Arc, at, leaf, turned
from kulisy.ui.art.sheet import Composition, Motif, Sheet


def faces(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    y = h * dice.between(0.44, 0.56)
    radius = min(w * 0.36, h * 0.42)
    for x, side, colour in ((0, 1, sheet.motif), (w, -1, sheet.companion)):
        sheet.disc(x, y, radius, colour)
        nose = x + side * radius
        sheet.poly(
            [
                (nose - side * 6 * u, y - 8 * u),
                (nose + side * 7 * u, y + 3 * u),
                (nose - side * 6 * u, y + 7 * u),
            ],
            colour,
        )
        sheet.disc(x + side * radius * 0.55, y - radius * 0.3, 3.4 * u, sheet.ground)
        sheet.box(min(x, x + side * radius * 0.45), y, radius * 0.45, h, colour)
    for n in range(3):
        sheet.add(
            Arc(
                w / 2 - 14 * u,
                y + 12 * u,
                (9 + 8 * n) * u,
                -38,
                38,
                3 * u,
                sheet.light,
                is_round=True,
            )
        )
    return sheet.shows("twarze w rozmowie", "faces in conversation")


def bubbles(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    flip = dice.one_of((-1, 1))
    places = ((0.4, 0.32, 29, sheet.motif), (0.64, 0.6, 24, sheet.light))
    for n, (px, py, size, colour) in enumerate(places):
        x, y = w * (0.5 + flip * (px - 0.5)), h * py
        r = size * u
        side = flip * (-1 if n == 0 else 1)
        sheet.disc(x, y, r, colour)
        sheet.poly(
            [
                (x + side * r * 0.1, y + r * 0.9),
                (x + side * r, y + r * 0.1),
                (x + side * r * 1.02, y + r * 1.22),
            ],
            colour,
        )
    x, y, r = w * (0.5 + flip * -0.1), h * 0.32, 29 * u
    for n in range(dice.whole(2, 3)):
        sheet.line(
            [(x - r * 0.5, y + (n * 10 - 8) * u), (x + r * (0.5 - n * 0.16), y + (n * 10 - 8) * u)],
            4 * u,
            sheet.ground,
        )
    x, y = w * (0.5 + flip * 0.14), h * 0.6
    for n in (-1, 0, 1):
        sheet.disc(x + n * 11 * u, y, 3.6 * u, sheet.dark)
    return sheet.shows("dymki rozmowy", "speech bubbles")


def hills(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    sheet.disc(w * dice.one_of((0.26, 0.74)), h * dice.between(0.2, 0.28), 12 * u, sheet.light)
    floor = h * 0.84
    left, right = w * 0.08, w * 0.92
    first, second = dice.between(0.28, 0.42), dice.between(0.62, 0.74)
    sheet.poly(
        [(w * 0.3, floor), (w * second, h * dice.between(0.38, 0.5)), (right, floor)],
        sheet.companion,
    )
    sheet.poly(
        [(left, floor), (w * first, h * dice.between(0.26, 0.36)), (w * 0.72, floor)], sheet.motif
    )
    for n in range(dice.whole(1, 3)):
        y = floor + (4 + n * 5) * u
        sheet.line([(left + n * 8 * u, y), (right - n * 8 * u, y)], 2.4 * u, sheet.light)
    return sheet.shows("góry pod słońcem", "mountains under a sun")


def idea(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    x, y = w / 2, h * 0.44
    rays, reach = dice.one_of((12, 16, 20)), dice.between(37, 44)
    turn = dice.between(-100, -40)
    for n in range(rays):
        direction = -90 + n * 360 / rays
        if abs(direction - 90) > 24:  # noqa: PLR2004 - below is the cap of the lamp
            sheet.line(
                [at(x, y, 31 * u, direction), at(x, y, (reach + 5 * (n % 2)) * u, direction)],
                3 * u,
                sheet.companion,
            )
    sheet.disc(x, y, 25 * u, sheet.motif)
    sheet.slice(x, y, 25 * u, (turn, turn + 180), sheet.light)
    sheet.box(x - 10 * u, y + 22 * u, 20 * u, 9 * u, sheet.motif)
    for n in range(2):
        sheet.line(
            [(x - 8 * u, y + (36 + n * 6) * u), (x + 8 * u, y + (36 + n * 6) * u)],
            3.6 * u,
            sheet.dark,
        )
    return sheet.shows("promienie żarówki", "rays of a light bulb")


def spines(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    shelf = h * 0.86
    sheet.box(0, shelf, w, 3.4 * u, sheet.dark)
    x = w * 0.07
    colours = [sheet.motif, sheet.light, sheet.companion, sheet.dark]
    n = 0
    while x < w * 0.72:
        width = dice.between(8, 15) * u
        tall = dice.between(0.42, 0.7) * h
        colour = colours[n % 4]
        ink = sheet.ground if colour != sheet.light else sheet.motif
        sheet.box(x, shelf - tall, width, tall, colour)
        band = dice.between(0.12, 0.22) * tall
        sheet.box(x, shelf - tall + band, width, 2 * u, ink)
        if dice.falls(0.6):
            sheet.disc(x + width / 2, shelf - band, width * 0.2, ink)
        x += width + 1.1 * u
        n += 1
    width, tall = 11 * u, 0.56 * h
    book = [(x, shelf - tall), (x + width, shelf - tall), (x + width, shelf), (x, shelf)]
    sheet.poly(turned(book, 14, (x + width, shelf)), sheet.motif)
    return sheet.shows("grzbiety książek", "spines of books")


def open_book(sheet: Sheet) -> Motif:
    u, dice = sheet.unit, sheet.dice
    x = sheet.width / 2
    count = dice.one_of((5, 7))
    colours = [sheet.motif, sheet.light, sheet.companion]
    length = min(sheet.height * 0.7, sheet.width * 0.52) * dice.between(0.9, 1.08)
    breadth, open_to = dice.between(0.13, 0.2), dice.between(124, 150)
    y = sheet.height / 2 + length * 0.55
    for n in range(count):
        direction = 270 + open_to * (n / (count - 1) - 0.5)
        tip = length * (1 - abs(n - (count - 1) / 2) * 0.055)
        sheet.add(leaf(x, y, tip, length * breadth, direction, colours[n % 3]))
    sheet.poly(
        [
            (x - 44 * u, y - 3 * u),
            (x, y + 6 * u),
            (x + 44 * u, y - 3 * u),
            (x + 44 * u, y + 3 * u),
            (x, y + 12 * u),
            (x - 44 * u, y + 3 * u),
        ],
        sheet.dark,
    )
    return sheet.shows("kartki książki jak płatki", "pages of a book like petals")


def pages(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    x, y = w / 2, h * dice.between(0.5, 0.56)
    slope = dice.between(7, 13) * u
    half, tall = min(41 * u, w * 0.42), 30 * u
    sheet.disc(x + dice.one_of((-1, 1)) * 16 * u, y - tall, 20 * u, sheet.companion)
    for side, colour in ((-1, sheet.light), (1, sheet.motif)):
        edge = x + side * half
        sheet.poly(
            [(x, y - tall + slope), (edge, y - tall), (edge, y + tall), (x, y + tall + slope)],
            colour,
        )
        ink = sheet.motif if side < 0 else sheet.light
        for n in range(5):
            row = y - tall + (11 + n * 10) * u
            stop = 0.84 if n % 3 else 0.66
            sheet.line(
                [
                    (x + side * half * 0.14, row + slope * 0.86),
                    (x + side * half * stop, row + slope * (1 - stop)),
                ],
                2.4 * u,
                ink,
                is_round=False,
            )
    return sheet.shows(
        "strony otwartej książki", "pages of an open book", shade=sheet.palette.light
    )


def lenses(sheet: Sheet) -> Motif:
    u, dice = sheet.unit, sheet.dice
    x, y = sheet.centre
    is_upright = sheet.height > sheet.width and dice.falls(0.6)
    radius = 29 * u
    half = radius * dice.between(0.56, 0.7)
    turn = 90.0 if is_upright else dice.between(-24, 24)
    first, second = at(x, y, half, turn + 180), at(x, y, half, turn)
    sheet.disc(*first, radius, sheet.motif)
    sheet.disc(*second, radius, sheet.companion)
    tall = (radius**2 - half**2) ** 0.5
    top, bottom = at(x, y, tall, turn - 90), at(x, y, tall, turn + 90)
    bulge = radius - half
    steps = 14
    rim = []
    for side in (1, -1):
        for n in range(steps):
            share = n / steps if side == 1 else 1 - n / steps
            across = (radius**2 - (tall * (1 - 2 * share)) ** 2) ** 0.5 - half
            along = at(*top, 2 * tall * share, turn + 90)
            rim.append(at(*along, side * min(across, bulge), turn))
    sheet.poly(rim, sheet.light)
    sheet.disc(*top, 2.4 * u, sheet.dark)
    sheet.disc(*bottom, 2.4 * u, sheet.dark)
    return sheet.shows("nachodzące na siebie koła", "overlapping discs")


def voices(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    mouths = [(0.0, 0.3, sheet.motif, -60, 60), (1.0, 0.7, sheet.companion, 120, 240)]
    for px, py, colour, start, stop in mouths:
        x, y = w * px, h * py
        for n in range(4):
            sheet.add(
                Arc(
                    x,
                    y,
                    (16 + 12 * n) * u,
                    start,
                    stop,
                    (6.2 - 0.5 * n) * u,
                    colour if n % 2 == 0 else sheet.light,
                    is_round=True,
                )
            )
        sheet.disc(x, y, 9 * u, colour)
    sheet.disc(w * dice.between(0.8, 0.88), h * 0.14, 5 * u, sheet.light)
    return sheet.shows("fale głosów", "waves of voices")


def signs(sheet: Sheet) -> Motif:
    _u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    columns, rows = (3, 4) if h > w else (3, 3) if h == w else (5, 3)
    if h > w * 1.5:
        rows = 5
    step = min(w * 0.84 / columns, h * 0.84 / rows)
    left, top = (w - step * columns) / 2, (h - step * rows) / 2
    chosen = dice.whole(0, columns * rows - 1)
    for n in range(columns * rows):
        x, y = left + step * (n % columns + 0.5), top + step * (n // columns + 0.5)
        r = step * 0.38
        colour = (
            sheet.companion
            if n == chosen
            else (sheet.motif, sheet.light)[(n % columns + n // columns) % 2]
        )
        sheet.disc(x, y, r, colour)
        turn = dice.whole(0, 3) * 90
        ink = sheet.dark if n == chosen else sheet.ground
        if dice.falls():
            sheet.slice(x, y, r * 1.02, (turn, turn + 90 * dice.whole(1, 2)), ink)
        else:
            sheet.disc(*at(x, y, r * 0.4, turn + 45), r * 0.3, ink)
    return sheet.shows("znaki nieznanego pisma", "signs of an unknown script")


def pixels(sheet: Sheet) -> Motif:
    dice, w, h = sheet.dice, sheet.width, sheet.height
    side = min(w, h) * 0.84 / 9
    rows = int(h * 0.84 / side)
    left, top = (w - side * 9) / 2, (h - side * rows) / 2
    for row in range(rows):
        for column in range(5):
            near = 1 - abs(row - rows / 2) / rows - (4 - column) * 0.09
            if dice.falls(0.34 + near * 0.4):
                colour = dice.one_of(
                    (sheet.motif, sheet.motif, sheet.motif, sheet.companion, sheet.light)
                )
                for x in {column, 8 - column}:
                    sheet.box(
                        left + x * side + side * 0.05,
                        top + row * side + side * 0.05,
                        side * 0.9,
                        side * 0.9,
                        colour,
                    )
    return sheet.shows("piksele w symetrycznym wzorze", "pixels in a symmetrical pattern")


def circuits(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    count = dice.whole(6, 7)
    for n in range(count):
        x = w * (0.1 + 0.8 * n / (count - 1))
        turn_at = h * dice.between(0.2, 0.56)
        drift = dice.one_of((-1, 1)) * dice.between(6, 12) * u
        end = turn_at + abs(drift) + dice.between(6, 26) * u
        colour = (sheet.motif, sheet.light, sheet.companion)[n % 3]
        start = -4 * u if n % 2 == 0 else h + 4 * u
        points = [(x, start), (x, turn_at), (x + drift, turn_at + abs(drift)), (x + drift, end)]
        if n % 2:
            points = [(px, h - py) for px, py in [(x, -4 * u), *points[1:]]]
        sheet.line(points, 3.4 * u, colour)
        sheet.disc(*points[-1], 6 * u, colour)
        sheet.disc(*points[-1], 2.6 * u, sheet.ground)
    return sheet.shows("ścieżki układu scalonego", "tracks of a circuit")


def windows(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    colours = dice.mixed([sheet.motif, sheet.companion, sheet.light])
    wide, tall = w * 0.56, h * 0.42
    flip = dice.falls()
    for n in range(3):
        place = w * (0.08 + 0.14 * n)
        x = w - place - wide if flip else place
        y = h * (0.1 + 0.16 * n)
        sheet.box(x, y, wide, tall, colours[n])
        sheet.box(x, y, wide, 8 * u, sheet.dark)
        for dot in range(3):
            sheet.disc(x + (5 + dot * 6) * u, y + 4 * u, 1.7 * u, colours[n])
    tip = (w * 0.58, h * 0.62)
    arrow = [(0, 0), (0, 26), (6.5, 20.5), (11, 30), (16, 28), (11.5, 18.5), (19, 18)]
    sheet.poly([(tip[0] + x * u, tip[1] + y * u) for x, y in arrow], sheet.dark)
    return sheet.shows("okna na ekranie", "windows on a screen")


FAMILIES: dict[str, tuple[Composition, ...]] = {
    "talk": (faces, bubbles, hills, idea),
    "literature": (spines, open_book, pages),
    "language": (lenses, voices, signs),
    "computer": (pixels, circuits, windows),
}
