"""The front desk looks at the rooms by day and by week, finds a free one, and books it."""

PAGES = ("/zaplecze/sale/plan/", "/zaplecze/sale/wolne/", "/zaplecze/sale/rezerwacja/")
# Wagtail's own frame around our page is Wagtail's to mend.
OURS = "#main .nice-padding"


def test_the_pages_of_rooms_break_no_rule(open_page, log_in, axe, width, theme):
    page = log_in(open_page("/konto/login/", width=width, theme=theme), "recepcja")
    for path in PAGES:
        page.goto(path)

        assert axe(page, within=OURS) == [], path


def test_a_day_leads_to_the_week_of_a_room(open_page, log_in, axe, width):
    page = log_in(open_page("/konto/login/", width=width), "recepcja")
    page.goto("/zaplecze/sale/plan/")
    week = page.locator(".v-plan tbody th a").first.get_attribute("href")

    page.goto(f"/zaplecze/sale/plan/{week}" if week.startswith("?") else week)

    assert axe(page, within=OURS) == []
    assert page.locator(".v-plan tbody tr").count() > 5


def test_nothing_is_wider_than_a_telephone(open_page, log_in):
    page = log_in(open_page("/konto/login/", width=390), "recepcja")
    for path in PAGES:
        page.goto(path)

        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
