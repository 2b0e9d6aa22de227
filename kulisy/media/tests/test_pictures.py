"""What is taken as a picture, and what of it is kept."""

from io import BytesIO
from unittest.mock import patch

import pytest
from PIL import Image, ImageFile
from PIL.GifImagePlugin import GifImageFile

from kulisy.kernel.audit import history_of
from kulisy.kernel.errors import Refused
from kulisy.media import privacy, sniffing
from kulisy.media.api import add_picture, picture_problem, pictures_without_words
from kulisy.media.cleaning import cleaned
from kulisy.media.models import Picture
from kulisy.media.queries import problem_of
from kulisy.media.rules import Problem
from kulisy.media.tests.factories import (
    GPS,
    HEIC,
    HTML,
    ORIENTATION,
    PDF,
    SVG,
    animation,
    huge_png,
    photograph,
    picture_bytes,
    promising_png,
)
from kulisy.people.api import open_account

GOOD = picture_bytes(size=(200, 150))
WORDS = {"description": "Chór na scenie", "by": None}


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        pytest.param(GOOD, "chor.jpg", None, id="JPEG"),
        pytest.param(picture_bytes("PNG"), "chor.png", None, id="PNG"),
        pytest.param(picture_bytes("WEBP"), "chor.webp", None, id="WebP"),
        pytest.param(picture_bytes("AVIF"), "chor.avif", None, id="AVIF"),
        pytest.param(animation(), "chor.gif", None, id="animation"),
        pytest.param(photograph(orientation=6), "IMG_1.JPG", None, id="photograph"),
        pytest.param(GOOD + HTML, "chor.jpg", None, id="polyglot: cleaned when stored"),
        pytest.param(b"", "chor.jpg", Problem.EMPTY, id="empty"),
        pytest.param(PDF, "chor.jpg", Problem.PDF, id="PDF called .jpg"),
        pytest.param(b"\n" * 500 + PDF, "chor.jpg", Problem.PDF, id="PDF after empty lines"),
        pytest.param(SVG, "chor.svg", Problem.SVG, id="SVG with a script"),
        pytest.param(SVG, "chor.png", Problem.SVG, id="SVG called .png"),
        pytest.param(SVG.decode().encode("utf-16"), "chor.svg", Problem.SVG, id="SVG in UTF-16"),
        pytest.param(HEIC, "chor.heic", Problem.HEIC, id="HEIC"),
        pytest.param(HTML, "chor.jpg", Problem.NOT_A_PICTURE, id="HTML called .jpg"),
        pytest.param(b"GIF89a" + HTML, "chor.gif", Problem.DAMAGED, id="HTML that begins as GIF"),
        pytest.param(GOOD, "chor.png", Problem.WRONG_SUFFIX, id="JPEG called .png"),
        pytest.param(GOOD[:-400], "chor.jpg", Problem.DAMAGED, id="end of JPEG missing"),
        pytest.param(GOOD[:20], "chor.jpg", Problem.DAMAGED, id="only the beginning of JPEG"),
        pytest.param(picture_bytes("PNG")[:60], "chor.png", Problem.DAMAGED, id="half a PNG"),
        pytest.param(
            animation(frames=201), "chor.gif", Problem.TOO_MANY_FRAMES, id="long animation"
        ),
    ],
)
def test_a_file_is_taken_for_what_it_is(content, name, expected):
    assert problem_of(content, name=name) == expected


@pytest.mark.parametrize(
    "content", [huge_png(), promising_png()], ids=["80 megapixels in 10 KB", "3,600 in 50 bytes"]
)
def test_a_bomb_is_refused_on_its_header_alone(content):
    assert len(content) < 20_000

    with patch.object(ImageFile.ImageFile, "load", side_effect=AssertionError("decoded")):
        assert problem_of(content, name="bomba.png") == Problem.TOO_MANY_PIXELS


def test_a_large_picture_under_the_limit_is_taken():
    assert problem_of(huge_png(4000, 3000), name="plakat.png") is None


def test_an_animation_of_large_frames_is_stopped_before_it_is_all_decoded(monkeypatch):
    monkeypatch.setattr(sniffing, "MOST_PIXELS", 20_000)
    decoded = []
    load = GifImageFile.load
    monkeypatch.setattr(GifImageFile, "load", lambda self: decoded.append(1) or load(self))

    problem = problem_of(animation(frames=30, size=(80, 60)), name="duza.gif")

    assert problem == Problem.TOO_MANY_PIXELS
    assert len(set(decoded)) == 1
    assert len(decoded) < 15


def test_what_is_wrong_is_said_in_a_sentence():
    assert picture_problem(GOOD, name="chor.jpg") is None
    assert picture_problem(PDF, name="chor.jpg").endswith(".")


def test_position_owner_and_comment_are_gone():
    before = photograph()

    after = cleaned(before)

    assert Image.open(BytesIO(before)).getexif().get_ifd(GPS)
    kept = Image.open(BytesIO(after))
    assert dict(kept.getexif()) == {}
    assert {"exif", "comment", "xmp"}.isdisjoint(kept.info)
    assert b"Telefon Anny" not in after
    assert b"moj sekret" not in after


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_position_is_gone_from_other_kinds_too(kind):
    exif = Image.Exif()
    exif[ORIENTATION] = 1
    exif[0x010F] = "Telefon Anny"
    before = picture_bytes(kind, exif=exif)

    assert b"Telefon Anny" in before
    assert b"Telefon Anny" not in cleaned(before)


def test_a_photograph_stands_upright():
    upright = Image.open(BytesIO(cleaned(photograph(orientation=6, size=(40, 30)))))

    assert upright.size == (30, 40)
    # Turned a quarter clockwise, the red left half is on top.
    top, bottom = upright.getpixel((15, 5)), upright.getpixel((15, 35))
    assert top[1] < 60
    assert bottom[1] > 200


@pytest.mark.parametrize("tail", [HTML, b"PK\x03\x04 a whole archive", PDF])
def test_nothing_travels_behind_the_end(tail):
    assert tail not in cleaned(GOOD + tail)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_an_animation_keeps_its_frames_and_timing(kind):
    kept = Image.open(BytesIO(cleaned(animation(kind, frames=4))))
    kept.seek(2)
    kept.load()

    assert kept.n_frames == 4
    assert kept.info["duration"] == 120


def test_transparency_stays():
    written = BytesIO()
    Image.new("RGBA", (4, 4), (10, 20, 30, 0)).save(written, "PNG")

    assert Image.open(BytesIO(cleaned(written.getvalue()))).getpixel((0, 0))[3] == 0


@pytest.mark.django_db
def test_add_picture_stores_it_upright_under_a_name_that_tells_nothing():
    account = open_account(email="ola@kasztanowo.example", name="Ola", by=None)

    picture = add_picture(
        file=BytesIO(photograph(orientation=6)),
        name="Ania Kowalska.JPG",
        description="Chór na scenie",
        credit="fot. O. Jarzębina",
        by=account,
    )

    kept = Picture.objects.get(pk=picture.pk)
    with kept.file.open() as stored:
        content = stored.read()
    assert (kept.width, kept.height) == (30, 40)
    assert "Kowalska" not in kept.file.name
    assert kept.file.name.endswith(".jpg")
    assert kept.file_size == len(content)
    assert b"Telefon" not in content
    assert [entry.by_id for entry in history_of(kept)] == [account.pk]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"file": PDF}, Problem.PDF),
        ({"file": GOOD, "description": ""}, Problem.NO_DESCRIPTION),
        ({"file": GOOD, "description": "", "is_decorative": True}, None),
        ({"file": GOOD}, None),
    ],
)
def test_add_picture_refuses_as_the_form_does(facts, expected):
    reason = None

    try:
        add_picture(**{"name": "chor.jpg", **WORDS, **facts})
    except Refused as no:
        reason = no.reason

    assert reason == expected
    assert Picture.objects.count() == (expected is None)


@pytest.mark.django_db
def test_pictures_without_words_are_found():
    described, silent, decorating = (
        add_picture(file=GOOD, name="chor.jpg", description="Chór", by=None) for _number in range(3)
    )
    Picture.objects.filter(pk=silent.pk).update(description="")
    Picture.objects.filter(pk=decorating.pk).update(description="", is_decorative=True)

    assert list(pictures_without_words()) == [silent]
    assert described.alternative_text == "Chór"


@pytest.mark.django_db
def test_the_right_to_be_forgotten_leaves_the_picture():
    account = open_account(email="ola@kasztanowo.example", name="Ola", by=None)
    picture = add_picture(file=GOOD, name="chor.jpg", description="Chór", by=account)

    before = privacy.export(account.pk)
    erased = privacy.erase(account.pk)

    assert (before, erased) == ({"pictures": ["Chór"]}, 1)
    assert Picture.objects.get(pk=picture.pk).uploaded_by_user is None
