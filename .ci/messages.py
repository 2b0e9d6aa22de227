"""Takes new sentences into every app's Polish catalogue: ``make messages``; needs GNU gettext.

Nothing is guessed: a new sentence comes without its Polish, and a test says so until it is there.
"""

import os
import subprocess
import sys
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[1]
EXTRACT = ["makemessages", "-l", "pl", "--no-location", "--no-obsolete", "--no-wrap", "-v0"]
IGNORE = ["--ignore=tests", "--ignore=vendor"]
PLURALS = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"


def main() -> None:
    for app in sorted(entry.parent for entry in ROOT.glob("kulisy/*/apps.py")):
        (app / "locale").mkdir(exist_ok=True)
        # -P: a module of the app must not stand in for one of the standard library.
        subprocess.run(
            [sys.executable, "-P", "-m", "django", *EXTRACT, *IGNORE],
            cwd=app,
            check=True,
            env={**os.environ, "DJANGO_SETTINGS_MODULE": ""},
        )
        path = app / "locale" / "pl" / "LC_MESSAGES" / "django.po"
        if path.exists():
            tidy(path)


def tidy(path: Path) -> None:
    """A header that says what is so, and no guesses of gettext's."""
    catalogue = polib.pofile(str(path), wrapwidth=0)
    catalogue.header = ""
    catalogue.metadata_is_fuzzy = 0
    catalogue.metadata = {
        "Project-Id-Version": "Kulisy",
        "Language": "pl",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS,
    }
    for entry in catalogue:
        if entry.fuzzy:
            entry.flags.remove("fuzzy")
            entry.previous_msgid = entry.previous_msgid_plural = None
            entry.msgstr = ""
            entry.msgstr_plural = {}
        if entry.msgid_plural:
            entry.msgstr_plural = {form: entry.msgstr_plural.get(form, "") for form in range(3)}
    catalogue.save()
    missing = len(catalogue.untranslated_entries())
    print(
        f"{path.relative_to(ROOT)}: "
        + (f"{missing} without their Polish" if missing else "complete")
    )


if __name__ == "__main__":
    main()
