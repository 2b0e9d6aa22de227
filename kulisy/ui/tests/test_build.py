import gzip

import pytest

from kulisy.ui import build

SCRIPTS = build.HERE / "static" / "ui" / "js"


@pytest.fixture
def node_modules(tmp_path):
    for package in build.FONTS.values():
        folder = tmp_path / "@fontsource-variable" / package / "files"
        folder.mkdir(parents=True)
        for subset in build.SUBSETS:
            (folder / f"{package}-{subset}-wght-normal.woff2").write_bytes(b"font")
    return tmp_path


def test_build_copies_fonts_and_joins_the_sheets(node_modules, tmp_path):
    vendor = tmp_path / "vendor"

    build.build(node_modules, vendor)

    public = (vendor / "public.css").read_text("utf-8")
    assert len(list(vendor.glob("*.woff2"))) == 4
    assert public.count("@font-face") == 4
    assert public.count("{") == public.count("}")
    assert "/*" not in public


def test_build_says_what_to_do_without_the_packages(tmp_path):
    with pytest.raises(build.MissingPackage, match="run: npm ci"):
        build.build(tmp_path, tmp_path / "vendor")


def test_every_sheet_of_the_public_site_is_joined():
    sheets = {path.stem for path in build.CSS.glob("*.css")}

    assert sheets == {*build.PUBLIC_SHEETS, "backstage", "staff"}


def test_what_travels_with_the_first_page_is_small():
    css = len(gzip.compress(build.joined().encode()))
    scripts = len(gzip.compress(b"".join(path.read_bytes() for path in SCRIPTS.iterdir())))

    assert css < 10 * 1024
    assert scripts < 30 * 1024


def test_fonts_leave_room_for_the_page(tmp_path):
    if not build.NODE_MODULES.is_dir():
        pytest.skip("the font packages are not installed (npm ci)")
    build.build(vendor=tmp_path / "vendor")

    fonts = sum(path.stat().st_size for path in (tmp_path / "vendor").glob("*.woff2"))

    assert fonts < 118 * 1024
