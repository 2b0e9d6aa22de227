"""Pictures of the demo: exhibition posters and signs of organisations, painted by the program."""

import io

from PIL import Image

from kulisy.kernel.demo import Stage
from kulisy.media import api as media
from kulisy.media.api import Picture
from kulisy.programme.api import Activity, Organisation, Sign, SignSet, actions
from kulisy.ui import poster_art

# Title of the activity -> family and seed of its picture, chosen by eye among many.
POSTERS = {
    "Kasztanowo na szkle. Wystawa malarstwa Ireny Sowy": ("art", "okna-nad-rynkiem"),
    "Wernisaż: Kasztanowo na szkle": ("exhibition", "okna-z-rozbiorki"),
    "Jarmark rzemiosła": ("craft", "sloma-i-len"),
    "Koncert noworoczny": ("festival", "ognie-nad-ratuszem"),
    "Ceramika dla rodzin: kubek, który stoi prosto": ("workshop", "kubek"),
}
CREDIT = "Rysunek programu Kulisy, CC0"


def fill_pictures(stage: Stage, *, shown: dict[str, Activity]) -> None:
    for title, (family, seed) in POSTERS.items():
        words = poster_art.describe(family, seed)
        picture = _painted(stage, family, seed, ratio="4:5", words=words)
        actions.change_activity(
            by=stage.by, activity=shown[title], picture=picture, picture_alt=words
        )


def fill_signs(stage: Stage, *, organisations: dict[str, Organisation], signs: SignSet) -> None:
    """A sign for each organisation, and the funder's set in its order."""
    painted = {}
    for name, organisation in organisations.items():
        painted[name] = _painted(stage, "plain", name, ratio="1:1", words=f"Znak: {name}")
        actions.keep_entry(
            by=stage.by, of=Organisation, known_by={"pk": organisation.pk}, logo=painted[name]
        )
    for order, name in enumerate(("Powiatowy Fundusz Kultury", "Urząd Miejski w Kasztanowie")):
        actions.keep_entry(
            by=stage.by,
            of=Sign,
            known_by={"sign_set": signs, "picture": painted[name]},
            words=f"Znak: {name}",
            sort_order=order,
        )


def _painted(stage: Stage, family: str, seed: str, *, ratio: str, words: str) -> Picture:
    image: Image.Image = poster_art.picture(family=family, uid=seed, ratio=ratio, width=800)
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return media.add_picture(
        file=file.getvalue(), name="rysunek.png", description=words, credit=CREDIT, by=stage.by
    )
