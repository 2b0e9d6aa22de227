"""What the demo tells of one event, and the wholes that some of them are parts of.

Days are counted from today, so that the centre is alive whenever the demo is started.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One event. ``days`` from today; ``room`` is the slug of a room, or ``place`` words."""

    days: int
    at: str
    minutes: int
    title: str
    kind: str
    summary: str
    room: str = ""
    place: str = ""
    section: str = ""
    price: str = ""  # empty: free admission
    price_from: int | None = None
    audiences: tuple[str, ...] = ("dorosli",)
    features: tuple[str, ...] = ()
    ages: tuple[int | None, int | None] = (None, None)
    mode: str = "on_site"
    part_of: str = ""
    credits: tuple[tuple[str, str], ...] = ()
    whole_days: int = 0
    capacity: int | None = None
    tags: tuple[str, ...] = field(default=())


FESTIVAL = "Kasztanobranie 2026. Festiwal jesiennych spotkań"
LECTURES = "Nasza Ziemia. Wykłady o okolicy"
EVENINGS = "Wieczory przy herbacie"

COLLECTIONS = (
    (
        "festiwal",
        FESTIVAL,
        "Tydzień koncertów, warsztatów i opowieści o tym, co dojrzewa jesienią.",
    ),
    (
        "cykl",
        LECTURES,
        "Geologia, kolej, młyny i legendy: raz w miesiącu opowiadamy o miejscu, w którym żyjemy.",
    ),
    ("cykl", EVENINGS, "Kameralne spotkania z ludźmi, którzy mają coś do opowiedzenia."),
)
