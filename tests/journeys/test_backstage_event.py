"""Somebody of the programme office adds an event on one screen, and visitors find it."""

from datetime import date, timedelta

import pytest

IN_A_MONTH = date.today() + timedelta(days=33)  # noqa: DTZ011 - the demo's day is the machine's too


def fill_in(page, *, starts="18:00", ends="20:00"):
    page.locator("[name=title]").fill("Wieczór przy lampie")
    page.locator("[name=kind]").select_option(label="Koncert")
    page.locator("[name=day]").fill(IN_A_MONTH.isoformat())
    page.locator("[name=starts]").fill(starts)
    page.locator("[name=ends]").fill(ends)


def test_an_event_is_entered_once_and_is_on_the_site(open_page, log_in):
    page = log_in(open_page("/konto/login/"), "program")
    page.goto("/zaplecze/")
    page.get_by_role("link", name="Nowe wydarzenie").click()

    fill_in(page)
    page.locator("[name=place]").fill("Rynek, przy studni")
    page.locator("[name=text]").fill("Przyjdźcie z krzesłem.")
    page.get_by_role("button", name="Opublikuj").click()

    page.get_by_text("Na stronie: odwiedzający to widzą.").wait_for()
    page.get_by_role("link", name="Zobacz tak, jak zobaczą odwiedzający").click()
    page.get_by_role("heading", name="Wieczór przy lampie").wait_for()
    assert page.get_by_text("Przyjdźcie z krzesłem.").first.is_visible()


def test_a_mistake_is_said_beside_its_field_and_nothing_is_lost(open_page, log_in):
    page = log_in(open_page("/konto/login/"), "promocja")
    page.goto("/zaplecze/nowe/")

    fill_in(page, ends="17:00")
    page.get_by_role("button", name="Zapisz jako szkic").click()

    page.get_by_role("link", name="Koniec wypada przed początkiem").click()
    assert page.evaluate("document.activeElement.name") == "ends"
    assert page.locator("[name=title]").input_value() == "Wieczór przy lampie"
    page.locator("[name=ends]").fill("20:30")
    page.keyboard.press("Enter")
    page.get_by_text("Szkic: nikt z zewnątrz tego nie widzi.").wait_for()


def test_a_taken_room_is_said_while_one_types_and_a_free_one_is_one_button_away(open_page, log_in):
    page = log_in(open_page("/konto/login/"), "program")
    page.goto("/zaplecze/nowe/")
    fill_in(page)
    page.locator("[name=room]").select_option(index=1)
    day = first_free_day(page)
    page.get_by_role("button", name="Opublikuj").click()
    page.get_by_text("Na stronie: odwiedzający to widzą.").wait_for()

    page.goto("/zaplecze/nowe/")
    fill_in(page, starts="19:00", ends="21:00")
    page.locator("[name=day]").fill(day.isoformat())
    page.locator("[name=room]").select_option(index=1)
    taken = page.locator("[name=room]").input_value()
    page.locator("[data-free-answer] .k-bad").first.wait_for()
    page.locator("[data-free-answer] button").first.click()

    page.get_by_text("Wolny czas wpisano poniżej.").wait_for()
    typed = [page.locator(f"[name={name}]").input_value() for name in ("title", "room", "starts")]
    assert typed[0] == "Wieczór przy lampie"
    assert (typed[1], typed[2]) != (taken, "19:00")


def first_free_day(page):
    """The demo's centre is closed on holidays, and its rooms have their evenings."""
    for days in range(30):
        day = IN_A_MONTH + timedelta(days=days)
        with page.expect_response("**/zaplecze/wolne/**") as answer:
            page.locator("[name=day]").fill(day.isoformat())
            page.locator("[name=day]").dispatch_event("change")
        if "k-good" in answer.value.text():
            page.locator("[data-free-answer] .k-good").wait_for()
            return day
    raise AssertionError("no free evening within a month")


SCREENS = [
    "/zaplecze/",
    "/zaplecze/nowe/",
    "/zaplecze/wydarzenia/",
    "/zaplecze/terminy/",
    "/zaplecze/zajecia/",
    "/zaplecze/grupy/",
    "/zaplecze/osoby/",
    "/zaplecze/sezony/",
    "/zaplecze/sezony/kopiuj/",
]
OF_ONE = ["", "terminy/", "terminy/dodaj/", "stale/", "grupy/", "historia/", "kopiuj/"]


def screens(page):
    """Every staff screen of the programme: the lists, and the pages of one class and one date."""
    page.goto("/zaplecze/zajecia/")
    of_class = page.locator("td.title a").first.get_attribute("href")
    page.goto(f"{of_class}terminy/")
    of_date = page.locator("tbody th a").first.get_attribute("href")
    return [*SCREENS, *(f"{of_class}{page_of}" for page_of in OF_ONE), of_date]


# The frame's own: Wagtail 8 gives its sidebar no landmark of its own inside the skip link's target.
OF_WAGTAIL = ("region:", "landmark-", "heading-order:", "page-has-heading-one:", "skip-link:")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_every_screen_keeps_to_wcag_and_fits(open_page, log_in, axe, width, theme):
    page = log_in(open_page("/konto/login/", width=width, theme=theme), "dyrekcja")
    problems = {}
    for address in screens(page):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        found = [each for each in axe(page) if not each.startswith(OF_WAGTAIL)]
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if found or wide > 0:
            problems[address] = (found, wide)

    assert problems == {}
