"""All events of an invented town: what, when, where and for whom."""

from kulisy.kasztanowo.coming import COMING
from kulisy.kasztanowo.happening import Happening
from kulisy.kasztanowo.past import PAST
from kulisy.kasztanowo.this_week import THIS_WEEK

EXHIBITION = Happening(
    days=0,
    at="10:00",
    minutes=480,
    title="Kasztanowo na szkle. Wystawa malarstwa Ireny Sowy",
    kind="wystawa",
    room="galeria-na-pietrze",
    section="plastyka",
    summary="Dwadzieścia cztery szyby z rozebranych okien i miasto, które na nich zostało.",
    audiences=("dorosli", "rodziny", "seniorzy"),
    features=("wozki", "audiodeskrypcja", "dotyk"),
    credits=(("Irena Sowa", "author"),),
    whole_days=35,
)

HAPPENINGS = PAST + THIS_WEEK + COMING
