"""Puts the fonts and the joined stylesheets where Django serves them; needs no Django.

``python -m kulisy.ui.build`` after ``npm ci``, and again after a change in ``static/ui/css``.
"""

import re
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
CSS = HERE / "static" / "ui" / "css"
VENDOR = HERE / "static" / "ui" / "vendor"
NODE_MODULES = HERE.parents[1] / "node_modules"

# The order is the order of the cascade inside a layer.
PUBLIC_SHEETS = (
    "tokens",
    "base",
    "layout",
    "pieces",
    "calendar",
    "prose",
    "forms",
    "ease",
    "print",
)

FONTS = {
    "Bricolage Grotesque Variable": "bricolage-grotesque",
    "Atkinson Hyperlegible Next Variable": "atkinson-hyperlegible-next",
}
# Polish needs both: ó is in latin, the other eight letters with marks are in latin-ext.
SUBSETS = {
    "latin": "U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+304,U+308,U+329,"
    "U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
    "latin-ext": "U+100-130,U+132-151,U+154-2BA,U+2BD-2C5,U+2C7-2CC,U+2CE-2D7,U+2DD-2FF,"
    "U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113",
}


class MissingPackage(FileNotFoundError):
    """A font package is not there yet."""


def font_face(family: str, file: str, unicode_range: str) -> str:
    return (
        f'@font-face{{font-family:"{family}";font-style:normal;font-display:swap;'
        f'font-weight:200 800;src:url("{file}") format("woff2");unicode-range:{unicode_range}}}'
    )


def copy_fonts(node_modules: Path, vendor: Path) -> str:
    """The font files in the vendor folder; returns the rules that name them."""
    rules = []
    for family, package in FONTS.items():
        for subset, unicode_range in SUBSETS.items():
            name = f"{package}-{subset}-wght-normal.woff2"
            source = node_modules / "@fontsource-variable" / package / "files" / name
            if not source.is_file():
                raise MissingPackage(f"{source} is missing; run: npm ci")
            shutil.copyfile(source, vendor / name)
            rules.append(font_face(family, name, unicode_range))
    return "\n".join(rules) + "\n"


def squeezed(css: str) -> str:
    """The sheet without comments and needless spaces: it travels with the first page."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r"\s*([{};,])\s*", r"\1", css)
    return css.replace(";}", "}").strip() + "\n"


def joined(sheets: tuple[str, ...] = PUBLIC_SHEETS, folder: Path = CSS) -> str:
    return "".join(squeezed((folder / f"{name}.css").read_text("utf-8")) for name in sheets)


def build(node_modules: Path = NODE_MODULES, vendor: Path = VENDOR) -> None:
    vendor.mkdir(parents=True, exist_ok=True)
    fonts = copy_fonts(node_modules, vendor)
    (vendor / "fonts.css").write_text(fonts, "utf-8")
    (vendor / "public.css").write_text(fonts + joined(), "utf-8")


if __name__ == "__main__":
    try:
        build()
    except MissingPackage as missing:
        sys.exit(str(missing))
