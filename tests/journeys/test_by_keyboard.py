"""A person without a mouse, and one who needs the page to look otherwise."""

import pytest


@pytest.mark.parametrize("path", ["/", "/kalendarz/", "/szukaj/"])
def test_the_first_tab_skips_to_the_content(open_page, path):
    page = open_page(path)

    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert (skip.inner_text(), skip.is_visible()) == ("Przejdź do treści", True)
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "tresc"


def test_focus_is_seen_wherever_it_goes(open_page):
    page = open_page("/kalendarz/")
    unseen = []
    last = -1.0

    for _ in range(30):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e),
               after = getComputedStyle(e, "::after"), r = e.getBoundingClientRect(),
               inView = r.bottom > 0 && r.top < innerHeight;
               return {name: e.outerHTML.slice(0, 80), y: r.top + scrollY, inView,
                       ring: [s, after].some(c => c.outlineStyle != "none"
                                                  && parseFloat(c.outlineWidth) >= 2)}; }"""
        )
        if not (seen["ring"] and seen["inView"]):
            unseen.append(seen["name"])
        last = max(last, seen["y"])

    assert unseen == []
    assert last > 300


def test_comfort_settings_hold_on_every_page_without_a_cookie(open_page):
    page = open_page("/")
    page.click("[data-ease-open]")
    for words in ("Ciemny", "125%", "Wyższy"):
        page.locator(".ease").get_by_text(words, exact=True).click()
    page.keyboard.press("Escape")

    page.goto("/kalendarz/")

    html = page.locator("html")
    assert [html.get_attribute(f"data-{name}") for name in ("theme", "size", "contrast")] == [
        "dark",
        "125",
        "more",
    ]
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
    assert page.context.cookies() == []


@pytest.mark.parametrize("wishes", [{"contrast": "more"}, {"contrast": "yellow"}, {"size": "200"}])
def test_no_wish_breaks_the_calendar_on_a_phone(open_page, axe, wishes):
    page = open_page("/kalendarz/", width=390, wishes=wishes)

    assert axe(page, rules=["color-contrast", "target-size"]) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
