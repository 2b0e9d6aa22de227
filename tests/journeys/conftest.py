"""What every journey needs: a populated centre that answers, a browser, and axe.

``page`` opens as a visitor at 1280 px; ``open_page(path, width=390, theme="dark", ...)`` as anyone.
Every test ends by holding that its pages asked nobody else and broke no security policy.
"""

import json
from collections.abc import Callable, Generator, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.journeys.town import PASSWORD, Centre, filled, running

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A page of another site, answered by the test, may ask the centre on this machine.
    "--disable-features=LocalNetworkAccessChecks",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = [390, 1280]
THEMES = ["light", "dark"]
LONGEST = 30_000  # milliseconds: two browsers, two servers and a suite share two cores
PAGES = pytest.StashKey[list[Page]]()
SEEN = 1500  # letters of a page

OpenPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a journey, and slow."""
    for item in items:
        if item.path.is_relative_to(__file__.rsplit("/", 1)[0]):
            item.add_marker(pytest.mark.journey)
            item.add_marker(pytest.mark.slow)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, Any]:
    """A journey that fails says where it stood: the pages it had open and what was on them."""
    report = yield
    if report.when == "call" and report.failed:
        for page in item.stash.get(PAGES, []):
            seen = page.inner_text("body")[:SEEN] if page.url.startswith("http") else ""
            report.sections.append((f"{page.url} ({page.title()})", seen))
    return report


@pytest.fixture(scope="session")
def centre(request, migrated_once, django_db_setup, tmp_path_factory, chromium) -> Iterator[Centre]:
    """The centre of the demo, of this run's own, on a port of this machine."""
    kept = request.config.cache.mkdir("centre")
    with running(filled(kept, migrated_once), tmp_path_factory.mktemp("centre")) as served:
        yield served


# Of one module, not of the session: while Playwright is on, its thread counts as asynchronous,
# and Django refuses the database to every test that runs between two journeys.
@pytest.fixture(scope="module")
def browser(centre, chromium) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def open_page(request, browser, centre) -> Iterator[OpenPage]:
    """``open_page("/kalendarz/", width=390, theme="dark")`` is the page, loaded."""
    contexts: list[BrowserContext] = []
    pages = request.node.stash.setdefault(PAGES, [])
    strangers: list[str] = []
    broken: list[str] = []

    def asked(request: Any) -> None:
        if not request.url.startswith((f"{centre.address}/", "data:", "blob:", "about:")):
            strangers.append(request.url)

    def said(message: Any) -> None:
        if "Content Security Policy" in message.text:
            broken.append(message.text)

    def failed(error: Any) -> None:
        # Chromium says so whenever a page of the site leads to one without transitions: backstage.
        if "ViewTransition opt-in" not in str(error):
            broken.append(str(error))

    def opened(
        path: str = "/",
        *,
        width: int = 1280,
        theme: str = "light",
        wishes: dict[str, str] | None = None,
        **context_options: Any,
    ) -> Page:
        context = browser.new_context(
            base_url=centre.address,
            viewport={"width": width, "height": 900},
            color_scheme=theme,
            locale="pl-PL",
            timezone_id="Europe/Warsaw",
            reduced_motion="reduce",
            **context_options,
        )
        contexts.append(context)
        context.set_default_timeout(LONGEST)
        context.on("request", asked)
        if wishes:
            kept = json.dumps(json.dumps(wishes))
            context.add_init_script(f"localStorage.setItem('kulisy-ease', {kept})")
        page = context.new_page()
        pages.append(page)
        page.on("console", said)
        page.on("pageerror", failed)
        answer = page.goto(path)
        assert answer is not None
        assert answer.status < 500, (path, answer.status)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert strangers == []
    assert broken == []


@pytest.fixture
def page(open_page) -> Page:
    """The home page, as a visitor at a desk sees it."""
    return open_page("/")


@pytest.fixture
def log_in() -> Callable[[Page, str], Page]:
    """``log_in(page, "program")`` makes the page that of a person of the demo."""

    def entered(page: Page, who: str) -> Page:
        page.goto("/konto/login/")
        page.fill("input[name=login]", f"{who}@kasztanowo.example")
        page.fill("input[name=password]", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "/login/" not in url)
        return page

    return entered


@pytest.fixture(scope="session")
def axe() -> Callable[..., list[str]]:
    """``axe(page) == []`` holds that the page breaks no rule that a machine knows."""

    def broken(
        page: Page, *, within: str | None = None, rules: list[str] | None = None
    ) -> list[str]:
        only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": RULES}
        options = {"runOnly": only, "resultTypes": ["violations"]}
        found = Axe().run(page, context=within, options=options).response["violations"]
        return [
            f"{rule['id']}: {node['html'][:160]} ({'; '.join(_why(node))})"
            for rule in found
            for node in rule["nodes"]
        ]

    return broken


def _why(node: dict[str, Any]) -> list[str]:
    return [check["message"] for check in (*node["any"], *node["all"], *node["none"])][:2]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A journey that takes ``width`` or ``theme`` is walked in each."""
    if "width" in metafunc.fixturenames and not _own(metafunc, "width"):
        metafunc.parametrize("width", WIDTHS)
    if "theme" in metafunc.fixturenames and not _own(metafunc, "theme"):
        metafunc.parametrize("theme", THEMES)


def _own(metafunc: pytest.Metafunc, name: str) -> bool:
    """Whether the test brings its own values."""
    marks = metafunc.definition.iter_markers("parametrize")
    return any(name in str(mark.args[0]).replace(" ", "").split(",") for mark in marks)
