"""Each public page, by day and by night, on a phone and on a desk: no rule broken, nothing cut."""

from datetime import date

import pytest

# What the width and the theme can break; the other rules look at what neither changes.
OF_LOOKS = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]
TODAY = date.today()  # noqa: DTZ011 - the demo is made around the machine's day
YEAR, WEEK, _ = TODAY.isocalendar()
PAGES = [
    "/",
    "/en/",
    "/kalendarz/",
    "/kalendarz/?rodzaj=koncert&wstep=wolny&do=nigdy",
    f"/kalendarz/{TODAY:%Y/%m}/",
    f"/kalendarz/{YEAR}/tydzien/{WEEK}/",
    f"/kalendarz/{TODAY:%Y/%m/%d}/",
    "/kalendarz/w-telefonie/",
    "/zajecia/",
    "/zajecia/plan/",
    "/miejsca/",
    "/ludzie/",
    "/szukaj/?q=warsztaty",
    "/aktualnosci/",
    "/aktualnosci/spektakle-z-tlumaczem/",
    "/o-nas/",
    "/o-nas/wynajem-sal/",
    "/kontakt/",
    "/dostepnosc/",
    "/osadz/",
    "/osadz/kalendarz/",
    "/nie-ma-takiej-strony/",
]
# The first page that such a link leads to.
FIRST_OF = {"/kalendarz/": ".rundown-title a", "/zajecia/": ".class-list h3 a"}
FIRST_OF |= {"/miejsca/": ".places h2 a", "/ludzie/": ".people h2 a"}


@pytest.mark.parametrize("path", PAGES)
def test_no_page_breaks_a_rule(open_page, axe, path):
    page = open_page(path)

    looked_at(page, axe)


@pytest.mark.parametrize(("path", "link"), FIRST_OF.items())
def test_no_page_of_a_record_breaks_a_rule(open_page, axe, path, link):
    page = open_page(path)

    page.locator(link).first.click()

    page.wait_for_url(lambda url: not url.endswith(path))
    looked_at(page, axe)


def looked_at(page, axe) -> None:
    """Every rule on a desk by day; those that looks can break on a phone by night as well.

    The other two pairs repeat the colours of one and the places of the other.
    """
    found = {"desk, day": axe(page)}
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 390, "height": 844})
    found["phone, night"] = axe(page, rules=OF_LOOKS)

    assert {where: broken for where, broken in found.items() if broken} == {}
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "wider than a phone"
    assert page.locator("h1").count() == 1
