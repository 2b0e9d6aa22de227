"""Files on their way in through Wagtail and out through ours."""

import json
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import UploadedFile

from kulisy.media.api import add_picture
from kulisy.media.models import Picture
from kulisy.media.tests.factories import PDF, SVG, huge_png, photograph, picture_bytes
from kulisy.people.api import Role, open_account

pytestmark = pytest.mark.django_db
GOOD = picture_bytes(size=(200, 150))


@pytest.fixture
def editor(client):
    account = open_account(
        email="program@kasztanowo.example", name="Tomasz", roles=[Role.PROGRAMME_EDITOR], by=None
    )
    client.force_login(account)
    return client


def uploaded(content, name="chor.jpg"):
    return SimpleUploadedFile(name, content, content_type="image/jpeg")


def add_one(client, content=GOOD, name="chor.jpg", **facts):
    return client.post(
        "/zaplecze/images/add/", {"title": "Chór", "file": uploaded(content, name), **facts}
    )


def add_many(client, content=GOOD, name="chor.jpg"):
    response = client.post(
        "/zaplecze/images/multiple/add/",
        {"title": "Chór", "files[]": uploaded(content, name)},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    return json.loads(response.content)


def test_a_described_picture_is_added(editor):
    response = add_one(editor, description="Chór na scenie")

    assert response.status_code == 302
    assert [p.alternative_text for p in Picture.objects.all()] == ["Chór na scenie"]


def test_a_picture_without_words_is_asked_about_and_a_decoration_is_not(editor):
    silent = add_one(editor)
    before = Picture.objects.count()
    add_one(editor, is_decorative="on")

    assert "description" in silent.context["form"].errors
    assert (before, Picture.objects.count()) == (0, 1)


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (PDF, "chor.jpg", "PDF"),
        (SVG, "chor.svg", "SVG"),
        (SVG, "chor.png", "SVG"),
        (huge_png(), "plakat.png", "40"),
        (GOOD[:-400], "chor.jpg", "uszkodz"),
    ],
    ids=["PDF called .jpg", "SVG", "SVG called .png", "80 megapixels", "truncated"],
)
def test_what_is_no_picture_is_refused_with_one_sentence(editor, content, name, says):
    one = add_one(editor, content, name, description="Chór")
    many = add_many(editor, content, name)

    errors = one.context["form"].errors["file"]
    assert len(errors) == 1
    assert says in errors[0]
    assert (many["success"], many["error_message"]) == (False, errors[0])
    assert Picture.objects.count() == UploadedFile.objects.count() == 0


def test_many_at_once_are_asked_for_words_and_cleaned(editor):
    answer = add_many(editor, photograph(orientation=6))
    upload = UploadedFile.objects.get()
    path = f"/zaplecze/images/multiple/create_from_uploaded_image/{upload.pk}/"
    prefix = f"uploaded-image-{upload.pk}-"

    silent = json.loads(editor.post(path, {prefix + "title": "Chór"}).content)
    told = json.loads(
        editor.post(path, {prefix + "title": "Chór", prefix + "description": "Na scenie"}).content
    )

    picture = Picture.objects.get()
    assert (answer["success"], silent["success"], told["success"]) == (True, False, True)
    assert (picture.width, picture.height) == (30, 40)
    assert picture.file_size == picture.file.size
    assert b"Telefon" not in Path(picture.file.path).read_bytes()


def test_changing_the_words_keeps_the_file(editor):
    picture = add_picture(file=GOOD, name="chor.jpg", description="Chór", by=None)

    editor.post(f"/zaplecze/images/{picture.pk}/", {"title": "Chór", "description": "Chór Echo"})

    changed = Picture.objects.get(pk=picture.pk)
    assert (changed.description, changed.file.name) == ("Chór Echo", picture.file.name)


@pytest.mark.parametrize(("role", "status"), [(Role.PROMOTION, 200), (Role.ACCOUNTANT, 302)])
def test_only_roles_that_work_with_pictures_add_them(client, role, status):
    client.force_login(open_account(email="a@b.example", name="A", roles=[role], by=None))

    assert client.get("/zaplecze/images/add/").status_code == status


@pytest.fixture
def stored():
    return add_picture(file=GOOD, name="chor.jpg", description="Chór", by=None).file


def body(response):
    """What was sent; reading a stream to its end also closes its file."""
    sent = response.getvalue() if response.streaming else response.content
    response.close()
    return sent


def test_a_picture_is_served_inert_and_for_ever(client, stored):
    response = client.get(stored.url, headers={"accept-encoding": "gzip"})

    assert body(response) == Path(stored.path).read_bytes()
    assert response["Content-Type"] == "image/jpeg"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "Content-Disposition" not in response
    assert "Content-Encoding" not in response
    assert "Set-Cookie" not in response


def test_what_the_browser_has_is_not_sent_again(client, stored):
    first = client.get(stored.url)

    by_etag = client.get(stored.url, headers={"if-none-match": first["ETag"]})
    by_date = client.get(stored.url, headers={"if-modified-since": first["Last-Modified"]})
    changed = client.get(stored.url, headers={"if-none-match": '"other"'})
    for response in (first, by_etag, by_date, changed):
        body(response)

    assert [by_etag.status_code, by_date.status_code, changed.status_code] == [304, 304, 200]


@pytest.mark.parametrize(
    ("asked", "stretch"),
    [
        ("bytes=0-9", slice(0, 10)),
        ("bytes=10-", slice(10, None)),
        ("bytes=-5", slice(-5, None)),
        ("bytes=10-999999", slice(10, None)),
    ],
)
def test_a_part_is_sent_when_asked_for(client, stored, asked, stretch):
    whole = Path(stored.path).read_bytes()

    response = client.get(stored.url, headers={"range": asked})

    assert response.status_code == 206
    assert body(response) == whole[stretch]
    assert response["Content-Length"] == str(len(whole[stretch]))
    assert response["Content-Range"].endswith(f"/{len(whole)}")


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("bytes=999999-", 416),
        ("bytes=9-3", 416),
        ("bytes=-0", 416),
        ("bytes=0-1,4-5", 200),
        ("lines=1-2", 200),
        ("bytes=-", 200),
        ("bytes=x", 200),
    ],
)
def test_a_strange_part_is_refused_or_answered_with_the_whole(client, stored, asked, status):
    response = client.get(stored.url, headers={"range": asked})

    body(response)
    assert response.status_code == status


def test_a_part_of_an_older_file_is_answered_with_the_whole(client, stored):
    response = client.get(stored.url, headers={"range": "bytes=0-9", "if-range": '"old"'})

    assert response.status_code == 200
    assert body(response) == Path(stored.path).read_bytes()


@pytest.fixture
def folder(settings):
    root = Path(settings.MEDIA_ROOT)
    (root / "pictures").mkdir(parents=True)
    (root / "documents").mkdir()
    (root / "pictures" / "a.html").write_bytes(b"<script>alert(1)</script>")
    (root / "pictures" / "a.svg").write_bytes(SVG)
    (root / "documents" / "umowa.pdf").write_bytes(PDF)
    (root.parent / "kulisy.sqlite3").write_bytes(b"secret")
    (root / "pictures" / "link.jpg").symlink_to(root.parent / "kulisy.sqlite3")
    return root


@pytest.mark.parametrize("name", ["a.html", "a.svg"])
def test_anything_but_a_picture_is_only_offered_to_be_saved(client, folder, name):
    response = client.get(f"/uploads/pictures/{name}")

    assert body(response) == (folder / "pictures" / name).read_bytes()
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"] == "attachment"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize(
    "path",
    [
        "../kulisy.sqlite3",
        "pictures/../../kulisy.sqlite3",
        "pictures/%2e%2e/%2e%2e/kulisy.sqlite3",
        "%2e%2e%2fkulisy.sqlite3",
        "/etc/passwd",
        "pictures//etc/passwd",
        "pictures/link.jpg",
        "pictures/",
        "pictures",
        "documents/umowa.pdf",
        "pictures/nie-ma.jpg",
        "pictures/a%00.jpg",
        "pictures/..%5c..%5ckulisy.sqlite3",
    ],
)
def test_nothing_outside_is_reached(client, folder, path):
    assert client.get(f"/uploads/{path}").status_code == 404


def test_uploads_are_only_read(client, stored):
    assert client.post(stored.url).status_code == 405
    seen = client.head(stored.url)

    assert (seen.status_code, body(seen)) == (200, b"")
