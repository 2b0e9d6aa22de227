"""Takes the pictures of docs/images from the demo centre, for ``make screenshots``.

Starts the demo in a folder of its own, logs in as its staff, takes every picture and ends it all.
Names as arguments take only those pictures. Needs a Chromium that speaks Polish, because its own
fields for dates are in the pictures (apt install chromium chromium-l10n).
"""

import argparse
import io
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

HERE = Path(__file__).resolve().parents[1]
FOLDER = HERE / "docs" / "images"
LARGEST = 150_000  # bytes; a manual is read on telephones as well
WIDE, NARROW = (1280, 860), (390, 844)
START_UP = 600  # seconds; filling the demo takes its time on one slow core
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync",
         "--font-render-hinting=none", "--lang=pl"]  # fmt: skip
PASSWORD = "kasztanowo-demo"  # noqa: S105 - the demo prints it for everybody
EDITOR, DIRECTOR = "program@kasztanowo.example", "dyrekcja@kasztanowo.example"
TODAY = date.today()  # noqa: DTZ011 - the demo is made around the day of this machine
BACKSTAGE = "/zaplecze"


@dataclass(frozen=True)
class Shot:
    """One picture: who looks, at what, how wide, and what is done before it is taken."""

    name: str
    address: str
    who: str = ""
    size: tuple[int, int] = WIDE
    before: Callable[[Page], None] | None = None
    only: str = ""  # a selector, when a part of the page says it all


def ease(page: Page) -> None:
    """The panel of comfort settings, open."""
    page.get_by_text("Ułatwienia").first.click()


def first_event(page: Page) -> None:
    """The page of the event whose poster is the large one of the home page."""
    page.locator("main a.bill, main a[href*='/wydarzenia/']:has(img, svg)").first.click()


def typed_event(page: Page) -> None:
    """A new event on one screen, with a room that is free."""
    page.locator("[name=title]").fill("Wieczór poezji Leśmiana")
    page.locator("[name=kind]").select_option(label="Spotkanie autorskie")
    page.locator("[name=day]").fill((TODAY + timedelta(days=23)).isoformat())
    page.locator("[name=starts]").fill("11:00")
    page.locator("[name=ends]").fill("12:30")
    page.locator("[name=room]").select_option(index=2)
    page.locator("[name=text]").fill("Wiersze czytają uczestnicy koła recytatorskiego.")
    page.wait_for_timeout(1500)


def taken_room(page: Page) -> None:
    """A new event in a room that somebody has: what takes it, and what is free instead."""
    page.goto(f"{origin(page)}{BACKSTAGE}/sale/plan/?dzien={TODAY + timedelta(days=2)}")
    held = page.locator("main td a[href*='/sale/rezerwacja/']:not([href*='?'])")
    held.first.click()
    facts = page.locator("main dl").first.inner_text()
    clock = re.search(r"(\d{1,2})[.:](\d\d)\s*[–-]\s*(\d{1,2})[.:](\d\d)", facts)
    room = page.locator("main dl a[href*='/sale/plan/']").first.inner_text()
    page.goto(f"{origin(page)}{BACKSTAGE}/nowe/")
    page.locator("[name=title]").fill("Próba przed przeglądem")
    page.locator("[name=kind]").select_option(label="Przegląd")
    page.locator("[name=day]").fill((TODAY + timedelta(days=2)).isoformat())
    if clock:
        page.locator("[name=starts]").fill(f"{int(clock[1]):02}:{clock[2]}")
        page.locator("[name=ends]").fill(f"{int(clock[3]):02}:{clock[4]}")
    rooms = page.locator("[name=room] option").all_inner_texts()
    page.locator("[name=room]").select_option(
        index=next((n for n, each in enumerate(rooms) if room and each.startswith(room)), 1)
    )
    page.locator("[data-free-answer] button").first.wait_for()
    below_header(page, ".k-set")


def below_header(page: Page, selector: str) -> None:
    """Scrolled so that this begins under the header that stays."""
    page.locator(selector).first.evaluate(
        "node => { node.scrollIntoView(); window.scrollBy(0, -100) }"
    )


def sure(page: Page) -> None:
    """The password once more, where the program asks whether it is still the same person."""
    if page.locator("main [name=password]").count():
        page.locator("main [name=password]").fill(PASSWORD)
        page.locator("main [type=submit]").first.click()


def free_rooms(page: Page) -> None:
    """A search for a room of twenty people with a piano."""
    page.locator("[name=day]").fill((TODAY + timedelta(days=2)).isoformat())
    page.locator("[name=starts]").fill("17:00")
    page.locator("[name=ends]").fill("18:30")
    page.locator("[name=people]").fill("20")
    page.locator("main form [type=submit]").first.click()
    below_header(page, "main table")


def first_row(page: Page) -> None:
    """The first thing of a list, opened."""
    page.locator("table.listing tbody .title a").first.click()


def dates_of_first(page: Page) -> None:
    first_row(page)
    page.locator(".k-ways a").nth(1).click()


def groups_of_first(page: Page) -> None:
    first_row(page)
    page.locator(".k-ways a").nth(2).click()


def one_date(page: Page) -> None:
    dates_of_first(page)
    going_on = page.locator("table.listing tbody tr:not(:has(.k-tag))")
    going_on.locator("th a").first.click()


def regular(page: Page) -> None:
    """Regular dates, checked and not yet saved."""
    dates_of_first(page)
    page.locator("a[href$='/stale/']").first.click()
    page.locator("[name=weekdays][value='1']").check()
    page.locator("[name=starts]").fill("17:00")
    page.locator("[name=ends]").fill("18:30")
    page.locator("[name=check]").click()
    below_header(page, "#proposal")


def read_sheet(page: Page) -> None:
    """A sheet that was read: what would come in, and a row that was not understood."""
    day = TODAY + timedelta(days=30)
    rows = [
        "Tytuł;Data;Godziny;Miejsce;Cena",
        f"Wieczór tang;{day:%d.%m.%Y};19.00–21.00;Sala kameralna;25 zł",
        f"Spacer po parku;{day + timedelta(days=1):%d.%m.%Y};11.00–12.30;Park Miejski;wstęp wolny",
        f"Bal karnawałowy;31.02.{day.year + 1};20.00–23.00;Sala widowiskowa;40 zł",
    ]
    sheet = {"name": "wydarzenia.csv", "mimeType": "text/csv", "buffer": "\n".join(rows).encode()}
    page.locator("[name=file]").set_input_files([sheet])  # type: ignore[list-item]  # a dict of its three facts
    page.locator("main form [type=submit]").first.click()
    page.locator("main table.listing").first.wait_for()


def typed_booking(page: Page) -> None:
    """A booking of a room, for a rehearsal."""
    page.locator("[name=title]").fill("Próba zespołu Wirek")
    page.locator("[name=room]").select_option(index=2)
    page.locator("[name=day]").fill((TODAY + timedelta(days=9)).isoformat())
    page.locator("[name=starts]").fill("10:00")
    page.locator("[name=ends]").fill("11:30")


def origin(page: Page) -> str:
    return "/".join(page.url.split("/")[:3])


SHOTS = (
    Shot("home", "/"),
    Shot("home-phone", "/", size=NARROW),
    Shot("month", f"/kalendarz/{TODAY:%Y/%m}/"),
    Shot("calendar-phone", "/kalendarz/", size=NARROW),
    Shot("event", "/", before=first_event),
    Shot("ease", "/", before=ease),
    Shot("subscribe", "/kalendarz/w-telefonie/"),
    Shot("embed", "/osadz/"),
    Shot("timetable", "/zajecia/plan/"),
    Shot("login", "/konto/login/"),
    Shot("account", "/konto/", EDITOR),
    Shot("second-factor", "/konto/2fa/totp/activate/", DIRECTOR, before=sure),
    Shot("today", f"{BACKSTAGE}/", EDITOR),
    Shot("today-phone", f"{BACKSTAGE}/", EDITOR, NARROW),
    Shot("new-event", f"{BACKSTAGE}/nowe/", EDITOR, before=typed_event),
    Shot("new-event-taken", f"{BACKSTAGE}/nowe/", EDITOR, before=taken_room),
    Shot("events", f"{BACKSTAGE}/wydarzenia/", EDITOR),
    Shot("event-editor", f"{BACKSTAGE}/wydarzenia/", EDITOR, before=first_row),
    Shot("classes", f"{BACKSTAGE}/zajecia/", EDITOR),
    Shot("dates", f"{BACKSTAGE}/zajecia/", EDITOR, before=dates_of_first),
    Shot("groups", f"{BACKSTAGE}/zajecia/", EDITOR, before=groups_of_first),
    Shot("date", f"{BACKSTAGE}/zajecia/", EDITOR, (1280, 1500), one_date),
    Shot("regular", f"{BACKSTAGE}/zajecia/", EDITOR, before=regular),
    Shot("rooms-day", f"{BACKSTAGE}/sale/plan/?dzien={TODAY + timedelta(days=2)}", EDITOR),
    Shot("room-free", f"{BACKSTAGE}/sale/wolne/", EDITOR, before=free_rooms),
    Shot("room-book", f"{BACKSTAGE}/sale/rezerwacja/", EDITOR, before=typed_booking),
    Shot("pictures", f"{BACKSTAGE}/images/", EDITOR),
    Shot("picture-add", f"{BACKSTAGE}/images/add/", EDITOR),
    Shot("import", f"{BACKSTAGE}/import/", EDITOR),
    Shot("import-run", f"{BACKSTAGE}/import/", EDITOR, before=read_sheet),
    Shot("people", f"{BACKSTAGE}/users/", DIRECTOR),
    Shot("invite", f"{BACKSTAGE}/users/zapros/", DIRECTOR, before=sure),
    Shot("site-settings", f"{BACKSTAGE}/settings/website/sitesettings/", DIRECTOR),
)


@contextmanager
def demo() -> Iterator[str]:
    """The address of a demo centre that lives as long as this."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = Path(os.environ.get("KULISY_SCREENSHOTS", "") or tempfile.mkdtemp(prefix="kulisy-"))
    command = [sys.executable, "-m", "kulisy", "demo", "--port", str(port)]
    running = subprocess.Popen(command, cwd=HERE, env=os.environ | {"KULISY_VAR": str(folder)})
    try:
        wait_for(f"http://localhost:{port}/health", running)
        yield f"http://localhost:{port}"
    finally:
        running.send_signal(signal.SIGINT)
        running.wait(60)
        if "KULISY_SCREENSHOTS" not in os.environ:
            shutil.rmtree(folder, ignore_errors=True)


def wait_for(address: str, running: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_UP
    while time.monotonic() < until and running.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310 - our own address
                return
        except OSError:
            time.sleep(1)
    raise SystemExit("The demo did not start.")


def entered(browser: Browser, site: str, who: str, size: tuple[int, int]) -> BrowserContext:
    """A window of that width, logged in as that person."""
    window = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, locale="pl-PL", color_scheme="light",
        timezone_id="Europe/Warsaw", reduced_motion="reduce", base_url=site,
    )  # fmt: skip
    if who:
        page = window.new_page()
        page.goto("/konto/login/")
        page.locator("[name=login]").fill(who)
        page.locator("[name=password]").fill(PASSWORD)
        page.locator("main [type=submit]").first.click()
        page.wait_for_load_state()
        page.close()
    return window


def take(window: BrowserContext, shot: Shot) -> None:
    page = window.new_page()
    answer = page.goto(shot.address)
    if answer is None or not answer.ok:
        raise LookupError(f"{shot.address} answers {answer.status if answer else 'nothing'}")
    if shot.before:
        shot.before(page)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    raw = (page.locator(shot.only) if shot.only else page).screenshot(
        animations="disabled", caret="hide"
    )
    page.close()
    keep(shot.name, raw)


def keep(name: str, raw: bytes) -> None:
    """As few colours as keep the picture under the limit; pages need no more."""
    whole = Image.open(io.BytesIO(raw)).convert("RGB")
    for colours in (256, 128, 64, 32):
        small = io.BytesIO()
        whole.quantize(colours, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
        if small.tell() < LARGEST:
            break
    else:
        raise ValueError(f"{name} has {small.tell()} bytes in 32 colours; take less of the page")
    (FOLDER / f"{name}.png").write_bytes(small.getvalue())
    print(f"{name}.png  {small.tell() // 1000} kB, {colours} colours", flush=True)


def note() -> None:
    """Says of which day the pictures tell."""
    (FOLDER / "README.md").write_text(
        "# Pictures\n\n"
        f"Taken from the demo centre on {TODAY.isoformat()} by `make screenshots`, which takes\n"
        "them anew around the day on which it runs. Do not change them by hand.\n",
        "utf-8",
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", help="only these pictures")
    names = set(parser.parse_args().names)
    chosen = [shot for shot in SHOTS if not names or shot.name in names]
    if unknown := names - {shot.name for shot in SHOTS}:
        raise SystemExit(f"There is no picture called {', '.join(sorted(unknown))}.")
    FOLDER.mkdir(parents=True, exist_ok=True)
    failed = []
    chromium = os.environ.get("KULISY_CHROMIUM") or shutil.which("chromium")
    with demo() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=FLAGS, env=os.environ | {"LANGUAGE": "pl"}
        )
        for who, size in dict.fromkeys((shot.who, shot.size) for shot in chosen):
            window = entered(browser, site, who, size)
            for shot in chosen:
                if (shot.who, shot.size) == (who, size):
                    try:
                        take(window, shot)
                    except Exception as problem:  # noqa: BLE001 - the others are taken all the same
                        failed.append(f"{shot.name}: {str(problem).splitlines()[0]}")
            window.close()
        browser.close()
    note()
    for line in failed:
        print(line, file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
