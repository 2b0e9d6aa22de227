"""Compiles every app's catalogue; needs Babel, but neither Django nor GNU gettext.

``python -m kulisy.build_translations``
"""

import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

HERE = Path(__file__).resolve().parent


def sources(root: Path = HERE) -> list[Path]:
    return sorted(root.glob("**/locale/*/LC_MESSAGES/*.po"))


def compiled(source: Path) -> bool:
    """Write the catalogue beside its source unless it is there and newer; whether it was written.

    Entries marked fuzzy are left out: a guess is worse than the English sentence.
    """
    target = source.with_suffix(".mo")
    if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
        return False
    with source.open("rb") as written:
        catalogue = read_po(written, locale=source.parts[-3], abort_invalid=True)
    # Written aside and renamed: a site that is running never reads half a catalogue.
    half = target.with_suffix(".mo.part")
    with half.open("wb") as binary:
        write_mo(binary, catalogue)
    half.replace(target)
    return True


def main() -> None:
    done = 0
    for source in sources():
        try:
            done += compiled(source)
        except PoFileError as problem:
            sys.exit(f"{source.relative_to(HERE.parent)}: {problem}")
    if done:
        print(f"Compiled {done} catalogue{'s' * (done != 1)}.")  # noqa: T201 - a program's output


if __name__ == "__main__":
    main()
