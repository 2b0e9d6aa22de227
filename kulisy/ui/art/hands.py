"""Workshop, craft, art, exhibition: what is made and what is shown."""

from kulisy.ui.art.shapes import at, leaf, turned, wave
from kulisy.ui.art.sheet import Composition, Motif, Sheet


def straw_star(sheet: Sheet) -> Motif:
    u, dice = sheet.unit, sheet.dice
    x, y = sheet.centre
    points = dice.one_of((8, 10, 12))
    skip = points // 2 - dice.whole(1, 2)
    turn = dice.between(0, 30)
    rim = [at(x, y, 46 * u, turn + n * 360 / points) for n in range(points)]
    for n, tip in enumerate(rim):
        colour = sheet.light if n % 2 == 0 and points != 10 else sheet.motif  # noqa: PLR2004 - ten straws do not pair
        sheet.line([tip, rim[(n + skip) % points]], 3 * u, colour)
    for n, tip in enumerate(rim):
        sheet.disc(*tip, 3.6 * u if n % 2 else 2.6 * u, sheet.companion)
    sheet.disc(x, y, 8 * u, sheet.companion)
    sheet.disc(x, y, 3.4 * u, sheet.ground)
    return sheet.shows("słomki splecione w gwiazdę", "straws woven into a star")


def weaving(sheet: Sheet) -> Motif:
    _u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    columns = dice.whole(4, 6)
    step = w / columns
    rows = round(h / step)
    tall = h / rows
    band = dice.between(0.66, 0.8)
    colours = dice.mixed([sheet.companion, sheet.light, sheet.companion])
    for n in range(columns):
        sheet.box(step * (n + (1 - band) / 2), 0, step * band, h, sheet.motif)
    for row in range(rows):
        for n in range(-1, columns + 1):
            if (row + n) % 2 == 0:
                x = step * (n - (1 - band) / 2)
                y = tall * (row + (1 - band) / 2)
                sheet.box(x, y, step * (2 - band), tall * band, colours[row % 3])
    return sheet.shows("splecione pasy", "woven bands")


def cut_paper(sheet: Sheet) -> Motif:
    u, dice = sheet.unit, sheet.dice
    x, y = sheet.centre
    petals = dice.one_of((6, 8))
    turn = dice.one_of((0, 180 / petals))
    broad, inner = dice.between(0.72, 1.06) * 90 / petals, dice.between(3.6, 6)
    hearts = dice.between(7, 12)
    sheet.disc(x, y, 47 * u, sheet.light)
    for n in range(petals):
        direction = turn + n * 360 / petals
        sheet.add(leaf(x, y, 43 * u, broad * u, direction, sheet.motif))
        sheet.add(leaf(*at(x, y, 15 * u, direction), 20 * u, inner * u, direction, sheet.companion))
        sheet.disc(*at(x, y, 40 * u, direction + 180 / petals), 3.4 * u, sheet.dark)
        between = direction + 180 / petals
        sheet.add(leaf(*at(x, y, 18 * u, between), 18 * u, 4.5 * u, between, sheet.dark))
    sheet.disc(x, y, hearts * u, sheet.companion)
    sheet.disc(x, y, hearts * u / 2, sheet.light)
    return sheet.shows("płatki wycinanki", "petals of a paper cut-out")


def lace(sheet: Sheet) -> Motif:
    u, dice = sheet.unit, sheet.dice
    x, y = sheet.width * dice.one_of((0.5, 0.28, 0.72)), sheet.height * dice.one_of((0.5, 0.3))
    count = dice.one_of((10, 12, 14))
    for ring, (radius, size, colour) in enumerate(
        ((52, 11.5, sheet.motif), (33, 7.6, sheet.light), (18, 4.4, sheet.companion))
    ):
        for n in range(count):
            centre = at(x, y, radius * u, (n + ring / 2) * 360 / count)
            sheet.ring(*centre, size * u, 2.6 * u, colour)
    sheet.disc(x, y, 8 * u, sheet.motif)
    return sheet.shows("oczka koronki", "loops of lace")


def hand(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    x = w * dice.between(0.46, 0.54)
    palm = h * 0.64
    mirrored = dice.one_of((-1, 1))
    sheet.disc(x, h * 0.42, 44 * u, sheet.companion)
    tips = (0.3, 0.17, 0.13, 0.2)
    for n, tip in enumerate(tips):
        across = x + mirrored * (n - 1.5) * 12.5 * u
        sheet.line([(across, palm), (across, h * tip + 6 * u)], 10.6 * u, sheet.motif)
    sheet.line(
        [(x + mirrored * 12 * u, palm + 12 * u), (x + mirrored * 36 * u, palm - 12 * u)],
        10.6 * u,
        sheet.motif,
    )
    sheet.box(x - 24 * u, palm, 48 * u, h - palm, sheet.motif)
    spiral = palm + 12 * u
    for n, radius in enumerate((10, 5)):
        sheet.ring(
            x - mirrored * 3 * u, spiral, radius * u, 2.4 * u, (sheet.light, sheet.ground)[n]
        )
    return sheet.shows("palce otwartej dłoni", "fingers of an open hand")


def blocks(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    colours = dice.mixed([sheet.motif, sheet.companion, sheet.light, sheet.motif, sheet.dark])
    y, side = h * 0.94, dice.between(27, 31) * u
    middle = w * dice.between(0.46, 0.54)
    levels = 4 if h >= w else 3
    for n in range(levels):
        drift = dice.between(-5, 5) * u
        x = middle + drift - side / 2
        if n == 0:
            sheet.box(middle - side * 1.2, y - side, side * 2.4, side, colours[n])
            sheet.slice(middle, y, side * 0.62, (180, 360), sheet.ground)
        elif n == levels - 1:
            sheet.poly(
                [(x - side * 0.2, y), (x + side * 1.2, y), (x + side / 2, y - side)], colours[n]
            )
        elif dice.falls():
            sheet.slice(x + side / 2, y, side * 0.95, (180, 360), colours[n])
        else:
            sheet.box(x, y - side, side, side, colours[n])
            sheet.disc(x + side / 2, y - side / 2, side * 0.26, sheet.ground)
        y -= side * (0.95 if n else 1)
    sheet.box(0, h * 0.94, w, h * 0.06, sheet.dark)
    return sheet.shows("klocki", "building blocks")


def saw_and_sun(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    count = dice.whole(6, 9)
    tilt = dice.between(-12, 12)
    sheet.disc(w * dice.between(0.35, 0.65), h * 0.32, 22 * u, sheet.companion)
    long = w * 1.4
    step = long / count
    top = h * dice.between(0.5, 0.6)
    teeth: list[tuple[float, float]] = [(-w * 0.2, h * 1.4)]
    for n in range(count):
        teeth += [(-w * 0.2 + n * step, top + 14 * u), (-w * 0.2 + (n + 1) * step, top - 4 * u)]
    teeth.append((w * 1.2, h * 1.4))
    sheet.poly(turned(teeth, tilt, (w / 2, top)), sheet.motif)
    lower = [(x, y + 26 * u) for x, y in teeth]
    sheet.poly(turned(lower, tilt, (w / 2, top)), sheet.light)
    return sheet.shows("zęby piły", "teeth of a saw")


def cut_outs(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    patches = dice.mixed([sheet.companion, sheet.light, sheet.dark])
    split_x, split_y = w * dice.between(0.4, 0.6), h * dice.between(0.4, 0.6)
    sheet.box(0, 0, split_x, split_y, patches[0])
    sheet.box(split_x, split_y, w - split_x, h - split_y, patches[1])
    root = (w * 0.5, h * 0.95)
    direction = dice.between(-102, -78)
    length = 0.84 * h
    sheet.line([root, at(*root, length * 0.86, direction)], 2.6 * u, sheet.motif)
    pairs_of_leaves = dice.whole(4, 5)
    for n in range(pairs_of_leaves):
        joint = at(*root, length * (0.14 + 0.68 * n / pairs_of_leaves), direction)
        size = (31 - 3.2 * n) * u
        for lean in (-52, 52):
            sheet.add(leaf(*joint, size, size * 0.26, direction + lean, sheet.motif))
    tip = at(*root, length * 0.78, direction)
    sheet.add(leaf(*tip, 18 * u, 5 * u, direction, sheet.motif))
    return sheet.shows("liście wycięte z papieru", "leaves cut from paper")


def brush_strokes(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    colours = dice.mixed([sheet.motif, sheet.companion, sheet.light])
    colours.append(sheet.dark)
    count = 4
    for n in range(count):
        y = h * (0.2 + 0.2 * n)
        start = (w * dice.between(0.08, 0.24), y + dice.between(-3, 3) * u)
        stop = (w * dice.between(0.76, 0.92), y + dice.between(-8, 8) * u)
        if n % 2:
            start, stop = stop, start
        depth = dice.between(0.14, 0.3) * (1 if n % 2 else -1)
        sheet.curve(start, wave(start, stop, waves=2, depth=depth), colours[n], 0.155 * h)
    return sheet.shows("pociągnięcia pędzla", "brush strokes", shade=None)


def primaries(sheet: Sheet) -> Motif:
    u, dice, _w, _h = sheet.unit, sheet.dice, sheet.width, sheet.height
    x, y = sheet.centre
    big = 30 * u
    tilt = dice.between(-24, 24)
    square = [
        (x - 44 * u, y - 44 * u),
        (x + 14 * u, y - 44 * u),
        (x + 14 * u, y + 14 * u),
        (x - 44 * u, y + 14 * u),
    ]
    sheet.poly(turned(square, tilt, (x - 15 * u, y - 15 * u)), sheet.companion)
    sheet.disc(x + 15 * u, y - 4 * u, big, sheet.motif)
    foot = y + 47 * u
    peak = (x - 12 * u + dice.between(-8, 8) * u, y - 8 * u)
    sheet.poly([(x - 46 * u, foot), (x + 24 * u, foot), peak], sheet.dark)
    sheet.slice(x + 15 * u, y - 4 * u, big, (60, 150), sheet.light)
    return sheet.shows("koła, kwadraty i trójkąty", "circles, squares and triangles")


def still_life(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    table = h * dice.between(0.7, 0.76)
    sheet.box(0, table, w, h - table, sheet.dark)
    x = w * dice.one_of((0.36, 0.6))
    sheet.disc(x, table - 12 * u, 21 * u, sheet.motif)
    sheet.box(x - 7 * u, table - 52 * u, 14 * u, 34 * u, sheet.motif)
    sheet.box(x - 11 * u, table - 55 * u, 22 * u, 5 * u, sheet.motif)
    sheet.slice(x, table - 12 * u, 21 * u, (-90, 90), sheet.companion)
    other = w - x + dice.between(-4, 4) * u
    for n, radius in enumerate((12, 9)):
        fruit = other + (n * 19 - 6) * u
        sheet.disc(fruit, table - radius * u + 3 * u, radius * u, (sheet.light, sheet.companion)[n])
    return sheet.shows("dzbany i owoce", "jugs and fruit")


def tiles(sheet: Sheet) -> Motif:
    dice, w, h = sheet.dice, sheet.width, sheet.height
    columns = dice.one_of((3, 4)) if w <= h else dice.one_of((5, 6))
    side = w / columns
    rows = int(h / side + 0.999)
    for row in range(rows):
        for column in range(columns):
            x, y = column * side, row * side
            ground, ink = dice.mixed([sheet.ground, *sheet.inks])[:2]
            sheet.box(x, y, side + 0.5, side + 0.5, ground)
            corner = dice.whole(0, 3)
            cx, cy = x + side * (corner in {1, 2}), y + side * (corner in {2, 3})
            kind = dice.whole(0, 3)
            if kind == 0:
                sheet.slice(cx, cy, side, (corner * 90, corner * 90 + 90), ink)
            elif kind == 1:
                sheet.slice(
                    x + side / 2, y + side / 2, side / 2, (corner * 90, corner * 90 + 180), ink
                )
            elif kind == 2:  # noqa: PLR2004 - the third kind of tile
                sheet.poly(
                    [
                        (cx, cy),
                        (x + side * (corner not in {1, 2}), cy),
                        (cx, y + side * (corner not in {2, 3})),
                    ],
                    ink,
                )
            else:
                sheet.disc(x + side / 2, y + side / 2, side * 0.32, ink)
    return sheet.shows("kafle z łuków i trójkątów", "tiles of arcs and triangles")


def frames(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    x, y, width, height = w * 0.1, h * 0.1, w * 0.8, h * 0.8
    colours = [sheet.motif, sheet.light, sheet.companion, sheet.dark, sheet.motif]
    drift_x, drift_y = dice.between(-0.6, 0.6), dice.between(-0.6, 0.6)
    count = dice.whole(4, 5)
    for n in range(count):
        sheet.box(x, y, width, height, colours[n])
        if n < count - 1:
            edge = 6.5 * u
            x += edge * (1 + drift_x)
            y += edge * (1 + drift_y)
            width -= 2 * edge
            height -= 2 * edge
    sheet.disc(x + width / 2, y + height / 2, min(width, height) * 0.3, sheet.ground)
    return sheet.shows("ramy jedna w drugiej", "frames inside frames")


def sculptures(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    floor = h * 0.86
    heights = dice.mixed([0.18, 0.4, 0.28])
    forms = dice.mixed(["disc", "arch", "cone"])
    colours = dice.mixed([sheet.motif, sheet.companion, sheet.light])
    sheet.box(0, floor, w, h - floor, sheet.dark)
    for n in range(3):
        x = w * (0.2 + 0.3 * n)
        half = min(w * 0.13, 15 * u)
        top = floor - h * heights[n]
        sheet.box(x - half, top, half * 2, floor - top, sheet.dark)
        if forms[n] == "disc":
            sheet.disc(x, top - half, half, colours[n])
        elif forms[n] == "arch":
            sheet.box(x - half, top - half * 1.2, half * 2, half * 1.2, colours[n])
            sheet.slice(x, top - half * 1.2, half, (180, 360), colours[n])
            sheet.slice(x, top, half * 0.5, (180, 360), sheet.ground)
        else:
            sheet.poly([(x - half, top), (x + half, top), (x, top - half * 3)], colours[n])
    return sheet.shows("rzeźby na cokołach", "sculptures on plinths")


FAMILIES: dict[str, tuple[Composition, ...]] = {
    "art": (cut_outs, brush_strokes, primaries, still_life),
    "craft": (straw_star, weaving, cut_paper, lace),
    "exhibition": (tiles, frames, sculptures),
    "workshop": (hand, blocks, saw_and_sun),
}
