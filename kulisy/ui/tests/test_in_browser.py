"""The style guide in a real browser, without a server: its requests are answered here."""

import json
from collections.abc import Iterator
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.template.loader import render_to_string
from playwright.sync_api import Browser, Page, Route, sync_playwright

from kulisy.ui import build
from kulisy.ui.views import guide_context

pytestmark = [pytest.mark.journey, pytest.mark.slow]

ADDRESS = "http://kasztanowo.example/"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


@pytest.fixture(scope="module")
def vendor(tmp_path_factory) -> Path:
    """The built sheet and fonts; where the packages are missing, the sheet alone."""
    folder = tmp_path_factory.mktemp("vendor")
    if build.NODE_MODULES.is_dir():
        build.build(vendor=folder)
    else:
        (folder / "public.css").write_text(build.joined(), "utf-8")
    return folder


@pytest.fixture(scope="module")
def browser(chromium) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def visit(browser, vendor):
    html = render_to_string("ui/guide.html", guide_context())
    opened = []

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path == "/":
            route.fulfill(body=html, content_type="text/html; charset=utf-8")
            return
        name = path.removeprefix("/static/ui/")
        file = vendor / Path(name).name if name.startswith("vendor/") else build.CSS.parent / name
        if not file.is_file():
            route.fulfill(status=404)
            return
        kind = "text/javascript" if file.suffix in {".js", ".mjs"} else guess_type(file.name)[0]
        route.fulfill(body=file.read_bytes(), content_type=kind or "application/octet-stream")

    def open_page(*, width: int = 1280, scheme: str = "light", wishes: dict | None = None) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            reduced_motion="reduce",
        )
        opened.append(context)
        context.route("**/*", answer)
        page = context.new_page()
        page.goto(ADDRESS)
        if wishes:
            page.evaluate(f"localStorage.setItem('kulisy-ease', {json.dumps(json.dumps(wishes))})")
            page.reload()
        return page

    yield open_page
    for context in opened:
        context.close()


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_guide_breaks_no_rule(visit, width, scheme):
    page = visit(width=width, scheme=scheme)

    assert violations(page) == []


@pytest.mark.parametrize(
    "wishes",
    [{"contrast": "more"}, {"contrast": "yellow"}, {"size": "200"}, {"spacing": "wide"}],
    ids=str,
)
def test_no_wish_breaks_the_page_of_a_phone(visit, wishes):
    page = visit(width=390, wishes=wishes)

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_comfort_settings_work_by_keyboard_and_are_remembered(visit):
    page = visit()

    page.focus("[data-ease-open]")
    page.keyboard.press("Enter")
    assert violations(page) == []
    page.focus("input[name=theme]:checked")
    page.keyboard.press("ArrowLeft")
    assert page.get_attribute("html", "data-theme") == "dark"
    assert page.inner_text(".ease [role=status]") == "Motyw: Ciemny."
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.hasAttribute('data-ease-open')")
    page.reload()
    assert page.get_attribute("html", "data-theme") == "dark"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(23, 20, 26)"

    page.click("[data-ease-open]")
    page.click(".ease [type=reset]")
    assert page.get_attribute("html", "data-theme") is None
    assert page.evaluate("localStorage.getItem('kulisy-ease')") is None
