"""Concert, theatre, dance, film: what happens under the lights."""

from kulisy.ui.art.shapes import Arc, at, wave
from kulisy.ui.art.sheet import Composition, Motif, Sheet


def sound_from_a_corner(sheet: Sheet) -> Motif:
    u, dice = sheet.unit, sheet.dice
    left, low = dice.falls(), dice.falls(0.75)
    x = sheet.width * (0.14 if left else 0.86)
    y = sheet.height * (0.86 if low else 0.16)
    count = dice.whole(5, 7)
    step = dice.between(15, 18) * u
    accent = dice.whole(1, count - 1)
    for n in range(count, 0, -1):
        colour = sheet.companion if n == accent and dice.falls(0.7) else sheet.motif
        sheet.ring(x, y, 8 * u + n * step, step * 0.38, colour)
    sheet.disc(x, y, 10 * u, sheet.light)
    return sheet.shows("łuki", "arcs")


def strings(sheet: Sheet) -> Motif:
    u, dice = sheet.unit, sheet.dice
    x, y = sheet.width * dice.between(0.36, 0.64), sheet.height * dice.between(0.5, 0.64)
    sheet.disc(x, y, 42 * u, sheet.motif)
    sheet.ring(x, y, 35 * u, 2.2 * u, sheet.ground)
    sheet.disc(x, y, 25 * u, sheet.dark)
    tilt = dice.between(-0.16, 0.16) * sheet.height
    count = dice.whole(4, 6)
    gap = dice.between(6, 8) * u
    for n in range(count):
        shift = (n - (count - 1) / 2) * gap
        top, bottom = (x + shift + tilt, -5 * u), (x + shift - tilt, sheet.height + 5 * u)
        colour = sheet.companion if n == count // 2 else sheet.light
        sheet.curve(top, wave(top, bottom, waves=1, depth=0.0), colour, (0.8 + 0.3 * n) * u)
    return sheet.shows("koła i napięte struny", "discs and taut strings")


def equaliser(sheet: Sheet) -> Motif:
    u, dice = sheet.unit, sheet.dice
    count = round(sheet.width / (14 * u))
    step = sheet.width / count
    middle = sheet.height * dice.between(0.45, 0.55)
    peak = dice.between(0.2, 0.8) * count
    for n in range(count):
        near = max(0.0, 1 - abs(n + 0.5 - peak) / count * 1.6)
        half = sheet.height * (0.06 + 0.34 * near * dice.between(0.55, 1.0))
        x = step * (n + 0.5)
        colour = (sheet.companion, sheet.light)[n % 2] if n % 3 == 0 else sheet.motif
        sheet.line([(x, middle - half), (x, middle + half)], step * 0.56, colour)
    return sheet.shows("słupki dźwięku", "bars of sound")


def record(sheet: Sheet) -> Motif:
    u, dice = sheet.unit, sheet.dice
    x = sheet.width * dice.one_of((0.3, 0.5, 0.7))
    y = sheet.height * dice.one_of((0.36, 0.5, 0.64))
    radius = dice.between(56, 64) * u
    sheet.disc(x, y, radius, sheet.dark)
    for n in range(4):
        sheet.ring(x, y, radius * (0.9 - n * 0.13), 1.1 * u, sheet.ground)
    turn = dice.between(0, 360)
    sheet.slice(x, y, radius, (turn, turn + 32), sheet.motif)
    sheet.slice(x, y, radius, (turn + 180, turn + 212), sheet.motif)
    sheet.disc(x, y, radius * 0.4, sheet.motif)
    sheet.slice(x, y, radius * 0.4, (turn + 60, turn + 240), sheet.companion)
    sheet.disc(x, y, radius * 0.07, sheet.light)
    return sheet.shows("wycinki wirującej płyty", "segments of a spinning record")


def keys(sheet: Sheet) -> Motif:
    u, dice = sheet.unit, sheet.dice
    count = max(5, round(sheet.width / (16 * u)))
    step = sheet.width / count
    top = sheet.height * dice.between(0.3, 0.42)
    pressed = dice.whole(1, count - 2)
    for n in range(count):
        drop = 5 * u if n == pressed else 0
        colour = sheet.motif if n == pressed else sheet.light
        sheet.box(n * step + 0.7 * u, top + drop, step - 1.4 * u, sheet.height, colour)
    for n in range(1, count):
        if n % 7 not in {2, 6}:  # the pattern of twos and threes
            sheet.box(n * step - step * 0.29, top, step * 0.58, sheet.height * 0.34, sheet.dark)
    x = (pressed + 0.5) * step
    for n in range(3):
        sheet.add(Arc(x, top - 4 * u, (9 + 9 * n) * u, 200, 340, 4 * u, sheet.motif, is_round=True))
    return sheet.shows("fale nad klawiszami", "waves over a keyboard")


def curtain(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    folds = 3
    breadth = w * 0.5 / (folds + 0.4)
    slope = dice.between(0.12, 0.2)
    for side in (0, 1):
        for n in range(folds):
            width = breadth * (1 - n * 0.16) * 0.84
            near = n * breadth
            x = near if side == 0 else w - near - width
            drop = h * (1.2 - slope * n) - width - slope * h * (n > 0)
            colour = sheet.companion if n == 1 and dice.falls(0.3) else sheet.motif
            sheet.box(x, 0, width, drop, colour)
            sheet.disc(x + width / 2, drop, width / 2, colour)
    spot = dice.between(7, 11) * u
    sheet.disc(w / 2, h * dice.between(0.8, 0.88), spot, sheet.dark)
    return sheet.shows("fałdy kurtyny", "folds of a curtain")


def mask(sheet: Sheet) -> Motif:
    u, dice = sheet.unit, sheet.dice
    x, y = sheet.centre
    radius = 40 * u
    tilt = dice.between(-14, 14)
    sheet.slice(x, y, radius, (90 + tilt, 270 + tilt), sheet.motif)
    sheet.slice(x, y, radius, (-90 + tilt, 90 + tilt), sheet.light)
    merry = dice.falls()
    for side, ink in ((-1, sheet.light), (1, sheet.dark)):
        eye = at(*at(x, y, side * 16 * u, tilt), 9 * u, tilt - 90)
        is_up = (side == 1) == merry
        sheet.slice(*eye, 8.5 * u, (180 + tilt, 360 + tilt), ink)
        if not is_up:
            sheet.disc(*at(*eye, 16 * u, tilt + 84), 2.6 * u, ink)
    smile = at(x, y, 13 * u, tilt + 90)
    turns = (0, 90, 180)
    first, second = (sheet.light, sheet.dark)
    sheet.add(
        Arc(*smile, 15 * u, turns[1] + tilt, turns[2] + tilt, 5 * u, first),
        Arc(*at(*smile, 0, 0), 15 * u, turns[0] + tilt, turns[1] + tilt, 5 * u, second),
    )
    sheet.box(0, sheet.height - 7 * u, sheet.width, 7 * u, sheet.companion)
    return sheet.shows("dwie połowy maski", "halves of a mask")


def spotlights(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    floor = h * dice.between(0.78, 0.84)
    count = dice.whole(2, 3)
    colours = [sheet.motif, sheet.companion, sheet.light]
    places = dice.mixed([0.18, 0.5, 0.82])[:count]
    for n, place in enumerate(places):
        aim = w * (1 - place) if place != 0.5 else w * dice.between(0.35, 0.65)  # noqa: PLR2004 - the middle lamp
        half = dice.between(15, 20) * u
        sheet.poly([(w * place, -4 * u), (aim + half, floor), (aim - half, floor)], colours[n])
    sheet.box(0, floor, w, h - floor, sheet.dark)
    aim = w * (1 - places[-1]) if places[-1] != 0.5 else w / 2  # noqa: PLR2004 - the middle lamp
    sheet.slice(aim, floor, 11 * u, (180, 360), sheet.dark)
    sheet.disc(aim, floor - 18 * u, 6.5 * u, sheet.dark)
    return sheet.shows("snopy światła", "beams of light")


def ribbons(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    colours = [sheet.motif, sheet.light, sheet.companion]
    count = dice.whole(3, 4)
    depth = dice.between(0.38, 0.58) * dice.one_of((-1, 1))
    lean = dice.between(0.08, 0.2) * w * dice.one_of((-1, 1))
    for n in range(count):
        x = w * (0.22 + 0.56 * n / (count - 1))
        start, stop = (x - lean / 2, h * 0.92 - n * 2 * u), (x + lean / 2, h * (0.1 + 0.05 * n))
        sheet.curve(start, wave(start, stop, waves=2, depth=depth), colours[n % 3], 7.5 * u)
    return sheet.shows("wstęgi", "ribbons")


def twirl(sheet: Sheet) -> Motif:
    u, dice = sheet.unit, sheet.dice
    x, y = sheet.width * dice.between(0.44, 0.56), sheet.height * 0.56
    count = dice.whole(5, 8)
    turn = dice.between(0, 360)
    step = 360 / count
    colours = [sheet.motif, sheet.companion, sheet.light]
    for n in range(count):
        radius = (44 - 3 * (n % 3)) * u
        start = turn + n * step
        sheet.slice(x, y, radius, (start, start + step * 0.62), colours[n % len(colours)])
    sheet.disc(x, y, 12 * u, sheet.dark)
    sheet.disc(x, y, 5 * u, sheet.light)
    return sheet.shows("wirujące płatki", "whirling petals")


def ballerina(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    x, floor = w * dice.between(0.44, 0.56), h * 0.9
    waist = floor - 50 * u
    side = dice.one_of((-1, 1))
    sheet.disc(x - side * 14 * u, waist, 37 * u, sheet.companion)
    toe = (x + side * 30 * u, floor - 30 * u)
    sheet.line([(x, waist + 10 * u), (x - side * 2 * u, floor)], 4 * u, sheet.light)
    sheet.line([(x, waist + 10 * u), toe], 4 * u, sheet.light)
    sheet.slice(x, waist + 22 * u, 29 * u, (180 - side * 9, 360 - side * 9), sheet.motif)
    shoulders = waist - 14 * u
    sheet.poly(
        [(x - 8 * u, shoulders), (x + 8 * u, shoulders), (x + 3 * u, waist), (x - 3 * u, waist)],
        sheet.motif,
    )
    sheet.add(
        Arc(x, shoulders - 8 * u, 17 * u, 100, 245, 3.4 * u, sheet.light, is_round=True),
        Arc(x, shoulders - 8 * u, 17 * u, 295, 440, 3.4 * u, sheet.light, is_round=True),
    )
    sheet.disc(x, shoulders - 8 * u, 6 * u, sheet.light)
    sheet.disc(x, shoulders - 14 * u, 3 * u, sheet.dark)
    sheet.box(0, floor + 2 * u, w, h - floor, sheet.dark)
    return sheet.shows("spódnice w piruecie", "skirts in a pirouette")


def spiral(sheet: Sheet) -> Motif:
    u, dice = sheet.unit, sheet.dice
    x, y = sheet.centre
    turn = dice.between(0, 360)
    step = dice.between(7.5, 9) * u
    colours = [sheet.motif, sheet.motif, sheet.companion, sheet.light]
    for n in range(10):
        # Half circles on two centres, a step apart, make one line that unwinds.
        shift = at(x, y, step / 2, turn + (0 if n % 2 else 180))
        start = turn + 180 * (n % 2)
        sheet.add(
            Arc(
                *shift,
                step * (n + 0.5),
                start,
                start + 180,
                step * 0.46,
                colours[n // 3],
                is_round=True,
            )
        )
    sheet.disc(*at(x, y, step * 9, turn + 180), step * 0.8, sheet.light)
    sheet.disc(x, y, step * 0.5, sheet.companion)
    return sheet.shows("spirale kroków", "spirals of steps")


def beam(sheet: Sheet) -> Motif:
    u, dice, w, h = sheet.unit, sheet.dice, sheet.width, sheet.height
    left = dice.falls()
    lamp = (w * (0.16 if left else 0.84), h * dice.between(0.72, 0.82))
    edge = w * (1.02 if left else -0.02)
    sheet.poly([lamp, (edge, h * 0.04), (edge, h * dice.between(0.6, 0.72))], sheet.motif)
    sheet.poly([lamp, (edge, h * 0.2), (edge, h * 0.4)], sheet.light)
    sheet.disc(*lamp, 15 * u, sheet.dark)
    sheet.disc(*lamp, 6 * u, sheet.companion)
    return sheet.shows("promienie projektora", "rays of a projector")


def reel(sheet: Sheet) -> Motif:
    u, dice = sheet.unit, sheet.dice
    x, y = sheet.width * dice.between(0.42, 0.6), sheet.height * dice.between(0.4, 0.5)
    radius = 41 * u
    holes = dice.whole(5, 6)
    turn = dice.between(0, 360)
    strip = y + radius + 3 * u
    sheet.box(-1, strip - 15 * u, sheet.width + 2, 16 * u, sheet.dark)
    n = 0.0
    while n < sheet.width:
        sheet.box(n + 2 * u, strip - 5 * u, 5 * u, 3.4 * u, sheet.light)
        n += 10 * u
    sheet.disc(x, y, radius, sheet.motif)
    for n in range(holes):
        sheet.disc(*at(x, y, radius * 0.6, turn + n * 360 / holes), radius * 0.21, sheet.ground)
    sheet.disc(x, y, radius * 0.16, sheet.companion)
    return sheet.shows("szpule filmu", "film reels")


def aperture(sheet: Sheet) -> Motif:
    u, dice = sheet.unit, sheet.dice
    x, y = sheet.centre
    blades = dice.whole(6, 8)
    turn = dice.between(0, 60)
    step = 360 / blades
    inner = dice.between(10, 19) * u
    colours = (
        [sheet.motif, sheet.companion]
        if blades % 2 == 0
        else [sheet.motif, sheet.light, sheet.companion]
    )
    for n in range(blades):
        start = turn + n * step
        sheet.poly(
            [
                at(x, y, inner, start),
                at(x, y, inner, start + step),
                at(x, y, 43 * u, start + step * 1.7),
                at(x, y, 43 * u, start + step * 0.7),
            ],
            colours[n % len(colours)],
        )
    sheet.disc(x, y, inner * 0.42, sheet.light)
    return sheet.shows("lamelki przysłony", "blades of an aperture")


FAMILIES: dict[str, tuple[Composition, ...]] = {
    "concert": (sound_from_a_corner, strings, equaliser, record, keys),
    "theatre": (curtain, mask, spotlights),
    "dance": (ribbons, twirl, ballerina, spiral),
    "film": (beam, reel, aperture),
}
