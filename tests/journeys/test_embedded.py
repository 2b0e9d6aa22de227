"""The town hall shows the calendar on its own page: as a frame, and as an element."""

from urllib.parse import quote

import pytest

TOWN_HALL = "http://ratusz.localhost/"
HOSTILE = quote('"><script>alert(1)</script>')


@pytest.fixture
def town_hall(browser, centre):
    """``town_hall(html)`` is a page of another site with that in its body."""
    context = browser.new_context()
    errors = []

    def opened(html: str):
        context.route(
            f"{TOWN_HALL}*",
            lambda route: route.fulfill(
                content_type="text/html",
                body=f"<!doctype html><html lang=pl><title>Ratusz</title><main>{html}</main>",
            ),
        )
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(TOWN_HALL)
        return page

    yield opened
    context.close()
    assert errors == []


def test_a_frame_shows_dates_and_understands_only_what_it_knows(town_hall, centre):
    query = f"ile=3&motyw={HOSTILE}&jezyk=klingon&rodzaj={HOSTILE}&obcy=1"
    page = town_hall(
        f'<iframe title="MOK" src="{centre.address}/osadz/kalendarz/?{query}"></iframe>'
    )

    frame = page.frame_locator("iframe")
    frame.locator("h1").wait_for()

    assert frame.locator(".dated > li").count() == 3
    assert "<script>alert(1)" in frame.locator(".note-warning").inner_text()
    assert frame.locator("html").get_attribute("lang") == "pl"


def test_no_other_page_lets_itself_be_framed(town_hall, centre):
    page = town_hall(f'<iframe title="MOK" src="{centre.address}/kalendarz/"></iframe>')

    page.wait_for_timeout(300)

    assert page.frame_locator("iframe").locator(".days").count() == 0


def test_an_element_shows_dates_in_the_letters_of_the_page(town_hall, centre):
    page = town_hall(
        f'<script type="module" src="{centre.address}/osadz/kulisy-kalendarz.mjs"></script>'
        f'<kulisy-kalendarz src="{centre.address}" query="zajecia=bez&obcy=1" count="4">'
        f'<a href="{centre.address}/kalendarz/">Kalendarz</a></kulisy-kalendarz>'
    )

    page.wait_for_function(
        "document.querySelector('kulisy-kalendarz').shadowRoot?.querySelector('li')"
    )

    assert page.locator("kulisy-kalendarz li").count() == 4
    assert (
        page.locator("kulisy-kalendarz li a").first.get_attribute("href").startswith(centre.address)
    )


def test_an_element_that_gets_no_answer_leaves_the_link(town_hall, centre):
    page = town_hall(
        f'<script type="module" src="{centre.address}/osadz/kulisy-kalendarz.mjs"></script>'
        f'<kulisy-kalendarz src="javascript:alert(1)"><a href="/k">Kalendarz</a></kulisy-kalendarz>'
    )

    page.wait_for_selector("kulisy-kalendarz[data-state=broken]")

    assert page.get_by_role("link", name="Kalendarz").is_visible()
