"""Children, seniors, festival, meeting, and the plain poster: who comes together."""

from kulisy.ui.art.shapes import Arc, at, leaf, turned
from kulisy.ui.art.sheet import Composition, Motif, Sheet


def owl(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    x, y = w / 2, h * 0.54
    wide, tall = 31 * u, 36 * u
    sheet.slice(x, y - tall * 0.2, wide, (180, 360), sheet.motif)
    sheet.box(x - wide, y - tall * 0.2, wide * 2, tall * 0.7, sheet.motif)
    sheet.slice(x, y + tall * 0.5, wide, (0, 180), sheet.motif)
    for side in (-1, 1):
        sheet.poly(
            [
                (x + side * wide, y - tall * 1.14),
                (x + side * wide, y - tall * 0.2),
                (x + side * 8 * u, y - tall * 0.94),
            ],
            sheet.motif,
        )
        eye = (x + side * 14 * u, y - tall * 0.34)
        sheet.disc(*eye, 12.5 * u, sheet.light)
        sheet.disc(eye[0] + dice.between(-3, 3) * u, eye[1], 6 * u, sheet.dark)
        sheet.slice(
            x + side * wide,
            y + tall * 0.2,
            18 * u,
            (90, 270) if side > 0 else (-90, 90),
            sheet.companion,
        )
    sheet.poly(
        [(x - 5 * u, y - tall * 0.2), (x + 5 * u, y - tall * 0.2), (x, y + 3 * u)], sheet.companion
    )
    for n in range(dice.whole(2, 3)):
        sheet.add(Arc(x, y + (12 + 8 * n) * u, 7 * u, 20, 160, 2.4 * u, sheet.light, is_round=True))
    sheet.box(0, y + tall * 0.5 + wide, w, 3 * u, sheet.dark)
    return sheet.shows("pióra sowy", "feathers of an owl")


def fish(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    count = dice.whole(2, 3)
    colours = dice.mixed([sheet.motif, sheet.companion, sheet.light])
    for n in range(count):
        side = 1 if n % 2 == 0 else -1
        y = h * (0.5 if count == 1 else 0.22 + 0.56 * n / (count - 1))
        long = min(36 * u, h * 0.36) * (1.05 - 0.1 * n)
        nose = w / 2 + side * long
        back = nose - side * long * 1.5
        deep = min(long * 0.5, h * 0.13)
        sheet.curve(
            (nose, y),
            (
                ((nose - side * long * 0.3, y - deep * 1.7), (back, y - deep), (back, y)),
                ((back, y + deep), (nose - side * long * 0.3, y + deep * 1.7), (nose, y)),
            ),
            colours[n],
        )
        tail = back - side * long * 0.5
        sheet.poly([(back + side * 4 * u, y), (tail, y - deep), (tail, y + deep)], colours[n])
        sheet.disc(nose - side * long * 0.34, y - deep * 0.24, 3.4 * u, sheet.ground)
        for stripe in (0.7, 0.95):
            x = nose - side * long * stripe
            turn = (-62, 62) if side > 0 else (118, 242)
            sheet.add(Arc(x - side * deep * 0.5, y, deep * 0.72, *turn, 2.6 * u, sheet.ground))
    return sheet.shows(
        "ryby płynące w przeciwne strony",
        "fish swimming opposite ways",
    )


def balloons(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    hand = (w * dice.between(0.42, 0.58), h * 0.95)
    colours = dice.mixed([sheet.motif, sheet.companion, sheet.light, sheet.motif])
    spots = dice.mixed([(0.24, 0.34), (0.52, 0.22), (0.78, 0.38), (0.46, 0.52)])
    for (px, py), colour in zip(spots, colours, strict=True):
        x, y = w * px, h * py
        radius = dice.between(13, 17) * u
        sheet.curve(
            (x, y + radius), (((x, y + radius * 2), (hand[0], h * 0.7), hand),), sheet.dark, 1.1 * u
        )
        sheet.disc(x, y, radius, colour)
        sheet.poly(
            [
                (x - 3 * u, y + radius + 3 * u),
                (x + 3 * u, y + radius + 3 * u),
                (x, y + radius - 2 * u),
            ],
            colour,
        )
        sheet.add(Arc(x, y, radius * 0.62, 190, 250, 2.2 * u, sheet.ground, is_round=True))
    return sheet.shows("balony na sznurkach", "balloons on strings")


def cat(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    x, y = w * dice.between(0.44, 0.56), h * 0.6
    face = 33 * u
    sheet.disc(x + dice.one_of((-1, 1)) * 26 * u, y - 34 * u, 15 * u, sheet.companion)
    for side in (-1, 1):
        sheet.poly(
            [
                (x + side * 32 * u, y - 44 * u),
                (x + side * 32 * u, y),
                (x + side * 4 * u, y - 26 * u),
            ],
            sheet.motif,
        )
    sheet.disc(x, y, face, sheet.motif)
    sheet.box(x - face, y, face * 2, h - y, sheet.motif)
    for side in (-1, 1):
        sheet.disc(x + side * 13 * u, y - 5 * u, 6 * u, sheet.light)
        sheet.box(x + side * 13 * u - 1.4 * u, y - 10 * u, 2.8 * u, 10 * u, sheet.dark)
        for n in (-1, 1):
            sheet.line(
                [(x + side * 14 * u, y + (10 + n) * u), (x + side * 40 * u, y + (8 + n * 5) * u)],
                1.4 * u,
                sheet.light,
            )
        sheet.add(
            Arc(x + side * 5 * u, y + 11 * u, 5 * u, 0, 180, 2 * u, sheet.dark, is_round=True)
        )
    sheet.poly([(x - 4 * u, y + 5 * u), (x + 4 * u, y + 5 * u), (x, y + 10 * u)], sheet.companion)
    for n in range(3):
        sheet.slice(
            x,
            h + 2 * u,
            (10 + 7 * n) * u,
            (180, 360),
            (sheet.light, sheet.motif, sheet.companion)[2 - n],
        )
    return sheet.shows("wąsy kota", "whiskers of a cat")


def kite(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    x, y = w * dice.between(0.5, 0.62), h * 0.36
    tilt = dice.between(14, 34)
    top, right, bottom, left = (
        (x, y - 30 * u),
        (x + 22 * u, y - 4 * u),
        (x, y + 36 * u),
        (x - 22 * u, y - 4 * u),
    )
    quarters = [(top, right), (right, bottom), (bottom, left), (left, top)]
    middle = (x, y - 4 * u)
    colours = [sheet.motif, sheet.companion, sheet.motif, sheet.light]
    for (first, second), colour in zip(quarters, colours, strict=True):
        sheet.poly(turned([first, second, middle], tilt, (x, y)), colour)
    end = turned([bottom], tilt, (x, y))[0]
    stop = (w * 0.14, h * 0.95)
    middle_x = (end[0] + stop[0]) / 2
    sheet.curve(
        end,
        (((end[0] - 20 * u, end[1] + 20 * u), (middle_x + 26 * u, h * 0.88), stop),),
        sheet.dark,
        1.5 * u,
    )
    for n in range(3):
        knot = (end[0] - (5 + n * 9) * u, end[1] + (9 + n * 7.5) * u)
        bow = [(-6, -4), (-6, 4), (6, -4), (6, 4)]
        sheet.poly(
            turned([(knot[0] + a * u, knot[1] + b * u) for a, b in bow], 30 * n, knot),
            sheet.companion,
        )
    return sheet.shows("latawce", "kites")


def rising_sun(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    x, y = w * dice.one_of((0.5, 0.5, 0.2, 0.8)), h * dice.between(0.78, 0.9)
    rays = dice.one_of((11, 13, 15))
    radius = w + h
    step = 180 / rays
    for n in range(rays):
        if n % 2 == 0:
            start = 180 + n * step
            colour = sheet.companion if n % 6 == 0 and dice.falls(0.6) else sheet.motif
            sheet.slice(x, y, radius, (start, start + step), colour)
    sheet.disc(x, y, 27 * u, sheet.light)
    sheet.box(0, y, w, h - y, sheet.dark)
    count = 5
    for n in range(count):
        sheet.slice(w * (n + 0.5) / count, y + 1, w / count * 0.34, (180, 360), sheet.dark)
    return sheet.shows("promienie słońca nad tłumem", "sun rays over a crowd")


def fireworks(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    spots = [(0.34, 0.3, 26), (0.72, 0.48, 20), (0.34, 0.74, 15)]
    flip = dice.falls()
    colours = dice.mixed([sheet.motif, sheet.companion, sheet.light])
    for (px, py, size), colour in zip(spots, colours, strict=True):
        x, y = w * (1 - px if flip else px), h * py
        rays = dice.one_of((10, 12, 14))
        turn = dice.between(0, 30)
        for n in range(rays):
            direction = turn + n * 360 / rays
            long = size * (1 if n % 2 == 0 else 0.72) * u
            sheet.line(
                [at(x, y, long * 0.34, direction), at(x, y, long, direction)],
                size * 0.1 * u,
                colour,
            )
            if n % 2 == 0:
                sheet.disc(*at(x, y, long * 1.22, direction), size * 0.075 * u, colour)
        sheet.disc(x, y, size * 0.16 * u, colour)
    return sheet.shows(
        "rozbłyski fajerwerków",
        "bursts of fireworks",
    )


def bunting(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    lines = dice.whole(3, 4)
    colours = [sheet.motif, sheet.light, sheet.companion]
    for row in range(lines):
        y = h * (0.06 + 0.86 * row / lines)
        sag = dice.between(7, 13) * u
        count = round(w / (17 * u)) + row % 2
        for n in range(count):
            left, right = n / count, (n + 0.82) / count
            drop = [y + sag * 4 * p * (1 - p) for p in (left, right)]
            middle = (left + right) / 2
            tip = y + sag * 4 * middle * (1 - middle) + h * 0.15
            sheet.poly(
                [(w * left, drop[0]), (w * right, drop[1]), (w * middle, tip)],
                colours[(n + row) % 3],
            )
        sheet.curve(
            (-2, y),
            (((w * 0.33, y + sag * 1.33), (w * 0.67, y + sag * 1.33), (w + 2, y)),),
            sheet.dark,
            1.3 * u,
        )
    return sheet.shows("chorągiewki", "bunting flags")


def confetti(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    step = 25 * u
    columns, rows = round(w / step), round(h / step)
    for row in range(rows):
        for column in range(columns):
            x = w * (column + 0.5) / columns + dice.between(-2, 2) * u
            y = h * (row + 0.5) / rows + dice.between(-2, 2) * u
            colour = dice.one_of(sheet.inks[:3])
            turn, size = dice.between(0, 360), dice.between(7.5, 9.5) * u
            kind = (row * 2 + column) % 4
            if kind == 0:
                sheet.disc(x, y, size * 0.85, colour)
            elif kind == 1:
                sheet.slice(x, y, size * 1.15, (turn, turn + 180), colour)
            elif kind == 2:  # noqa: PLR2004 - the third kind of scrap
                sheet.poly([at(x, y, size * 1.15, turn + a) for a in (0, 120, 240)], colour)
            else:
                sheet.line([at(x, y, size, turn), at(x, y, size, turn + 180)], 4.6 * u, colour)
    return sheet.shows("skrawki konfetti", "scraps of confetti")


def fields(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    x = w * dice.between(0.3, 0.7)
    y = h * 0.4
    sheet.disc(x, y, 25 * u, sheet.motif)
    layers = [sheet.light, sheet.companion, sheet.dark]
    for n, colour in enumerate(layers):
        top = h * (0.5 + 0.15 * n)
        lift = dice.between(10, 17) * u * (1 if n % 2 == 0 else -1)
        sheet.curve(
            (0, top + lift / 2),
            (
                ((w * 0.33, top - lift), (w * 0.67, top + lift), (w, top - lift / 2)),
                ((w, h), (w, h), (w, h)),
                ((w / 2, h), (0, h), (0, h)),
            ),
            colour,
        )
    return sheet.shows("słońca nad polami", "suns over fields")


def tree(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    x, floor = w * dice.between(0.46, 0.54), h * 0.9
    sheet.box(0, floor, w, h - floor, sheet.dark)
    sheet.line([(x, floor), (x, h * 0.4)], 4.5 * u, sheet.dark, is_round=False)
    for side, height in ((-1, 0.62), (1, 0.54)):
        sheet.line(
            [(x, h * height + 12 * u), (x + side * 17 * u, h * height - 6 * u)], 3 * u, sheet.dark
        )
    crown = [
        (0, 0.27, 17),
        (-0.24, 0.36, 13),
        (0.24, 0.33, 14),
        (-0.25, 0.55, 10),
        (0.25, 0.49, 11),
        (-0.1, 0.46, 11),
        (0.09, 0.44, 9),
    ]
    colours = dice.mixed(
        [
            sheet.motif,
            sheet.companion,
            sheet.light,
            sheet.motif,
            sheet.motif,
            sheet.companion,
            sheet.light,
        ]
    )
    for (dx, py, size), colour in zip(crown, colours, strict=True):
        sheet.disc(x + dx * 100 * u, h * py + dice.between(-2, 2) * u, size * u, colour)
    return sheet.shows("korony drzewa", "crowns of a tree")


def garden(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    count = max(3, round(w / (29 * u)))
    colours = [sheet.motif, sheet.light, sheet.companion]
    for n in range(count):
        x = w * (n + 0.5) / count
        top = h * dice.between(0.2, 0.42)
        sheet.line([(x, h), (x, top)], 2.6 * u, sheet.dark, is_round=False)
        for side in (-1, 1):
            sheet.add(
                leaf(x, h * dice.between(0.78, 0.9), 17 * u, 4.4 * u, -90 + side * 38, sheet.dark)
            )
        colour = colours[n % 3]
        if dice.falls():
            sheet.slice(x, top, 12.5 * u, (0, 180), colour)
            for part in (-1, 0, 1):
                sheet.poly(
                    [
                        (x + (part * 8.3 - 4.2) * u, top + 0.5),
                        (x + (part * 8.3 + 4.2) * u, top + 0.5),
                        (x + part * 8.3 * u, top - 11 * u),
                    ],
                    colour,
                )
        else:
            for petal in range(6):
                sheet.disc(*at(x, top, 8.4 * u, petal * 60), 6 * u, colour)
            sheet.disc(x, top, 5 * u, sheet.ground)
    return sheet.shows("kwiaty w ogrodzie", "flowers in a garden")


def round_table(sheet: Sheet) -> Motif:
    u, dice = sheet.unit, sheet.dice
    x, y = sheet.centre
    seats = dice.whole(6, 9)
    turn = dice.between(0, 60)
    colours = [sheet.motif, sheet.companion, sheet.light]
    sheet.disc(x, y, 23 * u, sheet.light)
    sheet.disc(x, y, 15 * u, sheet.ground)
    for n in range(seats):
        direction = turn + n * 360 / seats
        seat = at(x, y, 37 * u, direction)
        sheet.slice(*seat, 11 * u, (direction - 90, direction + 90), colours[n % 3])
        sheet.disc(*at(x, y, 31.5 * u, direction), 5 * u, colours[n % 3])
    sheet.disc(x, y, 5 * u, sheet.motif)
    return sheet.shows("postacie przy okrągłym stole", "figures at a round table")


def crowd(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    rows = 4 if h > w * 0.8 else 3
    colours = dice.mixed(sheet.inks)
    for row in range(rows):
        size = (9 + 2.2 * row) * u
        y = h * (0.32 + 0.68 * row / (rows - 1) * 0.78)
        step = size * 2.5
        count = int(w / step) + 3
        shift = (row % 2) * step / 2
        for n in range(count):
            x = n * step - step / 2 + shift + dice.between(-1, 1) * u
            colour = colours[(n + row * 2) % 4]
            sheet.slice(x, y + size * 2.2, size * 1.16, (180, 360), colour)
            sheet.box(x - size * 1.16, y + size * 2.2 - 0.5, size * 2.32, size, colour)
            sheet.disc(x, y + size * 0.3, size * 0.62, colour)
    return sheet.shows("głowy w tłumie", "heads in a crowd")


def links(sheet: Sheet) -> Motif:
    u, dice = sheet.unit, sheet.dice
    x, y = sheet.centre
    count = dice.one_of((3, 4, 5))
    turn = dice.between(0, 90)
    colours = [sheet.motif, sheet.companion, sheet.light, sheet.dark, sheet.motif]
    radius, away = (24 if count < 5 else 20) * u, (18 if count < 5 else 23) * u  # noqa: PLR2004 - five need room
    centres = [at(x, y, away, turn + n * 360 / count) for n in range(count)]
    for (cx, cy), colour in zip(centres, colours, strict=False):
        sheet.ring(cx, cy, radius, 6 * u, colour)
    for n, (cx, cy) in enumerate(centres):
        toward = turn + n * 360 / count
        sheet.add(Arc(cx, cy, radius, toward + 100, toward + 150, 6 * u, colours[n]))
    return sheet.shows("splecione pierścienie", "interlaced rings")


def arches(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    x, floor = w * dice.one_of((0.5, 0.5, 0.24, 0.76)), h * dice.between(0.82, 0.94)
    colours = [sheet.motif, sheet.light, sheet.companion, sheet.motif, sheet.dark]
    for n, colour in enumerate(colours):
        radius = (46 - n * 9.2) * u
        sheet.slice(x, floor - 22 * u, radius, (180, 360), colour)
        sheet.box(x - radius, floor - 22.2 * u, radius * 2, 22.2 * u, colour)
    sheet.box(0, floor, w, h - floor, sheet.dark)
    return sheet.shows("łuki jak brama", "arches like a gate")


def half_moons(sheet: Sheet) -> Motif:
    dice, w, h = sheet.dice, sheet.width, sheet.height
    columns = dice.whole(2, 3) if w <= h else 4
    side = w / columns
    rows = round(h / side)
    tall = h / rows
    colours = [sheet.motif, sheet.companion, sheet.light]
    for row in range(rows):
        for column in range(columns):
            turn = dice.one_of((0, 90, 180, 270))
            x, y = side * (column + 0.5), tall * (row + 0.5)
            sheet.slice(
                x, y, min(side, tall) * 0.47, (turn, turn + 180), colours[(row + column) % 3]
            )
    return sheet.shows("półkola", "half-discs")


def slope(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    lean = dice.one_of((-1, 1))
    colours = [sheet.motif, sheet.companion, sheet.light]
    span = (w + h) * 0.28
    for n, colour in enumerate(colours):
        x = w * 0.04 + n * span * 0.62
        stripe = [
            (x, h + 2),
            (x + span * 0.42, h + 2),
            (x + span * 0.42 + h * 0.5, -2),
            (x + h * 0.5, -2),
        ]
        if lean < 0:
            stripe = [(w - px, py) for px, py in stripe]
        sheet.poly(stripe, colour)
    side = w * (0.24 if lean > 0 else 0.76)
    sheet.disc(side, h * 0.26, dice.between(12, 17) * u, sheet.dark)
    return sheet.shows("ukośne pasy", "slanting stripes")


def moon(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    x, y = w * dice.between(0.4, 0.6), h * dice.between(0.38, 0.46)
    radius = 34 * u
    turn = dice.one_of((-45, 45, 135, 225))
    sheet.disc(x, y, radius, sheet.motif)
    sheet.slice(x, y, radius, (turn, turn + 180), sheet.companion)
    floor = h * dice.between(0.7, 0.8)
    for n in range(3):
        sheet.box(0, floor + n * h * 0.075, w, h * 0.04, (sheet.light, sheet.motif, sheet.dark)[n])
    return sheet.shows("koła nad horyzontem", "discs above a horizon")


FAMILIES: dict[str, tuple[Composition, ...]] = {
    "children": (owl, fish, balloons, cat, kite),
    "festival": (rising_sun, fireworks, bunting, confetti),
    "meeting": (round_table, crowd, links),
    "plain": (arches, half_moons, slope, moon),
    "seniors": (fields, tree, garden),
}
