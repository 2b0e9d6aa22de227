"""What hangs on the notice board: a month on one sheet, an activity on one with its QR code."""

import re
from datetime import date


def sheets(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height of each page, in points."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [(round(float(width)), round(float(height))) for width, height in boxes]


def test_a_month_is_one_sheet_lying(open_page):
    page = open_page(f"/kalendarz/{date.today():%Y/%m}/")  # noqa: DTZ011 - the demo is made around it

    assert sheets(page.pdf(prefer_css_page_size=True)) == [(842, 595)]


def test_an_activity_is_one_sheet_standing_with_its_code(open_page):
    page = open_page("/kalendarz/?zajecia=bez")
    page.locator(".rundown > li:not(.is-off) .rundown-title a").first.click()
    page.wait_for_selector(".event")
    page.emulate_media(media="print")

    assert page.locator(".qr").is_visible()
    assert page.locator(".menu").is_hidden()
    assert page.locator("[data-ease-open]").is_hidden()
    assert sheets(page.pdf(prefer_css_page_size=True)) == [(595, 842)]
