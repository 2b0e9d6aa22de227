"""A visitor whose browser runs no scripts finds a concert, reads about it and searches."""


def test_everything_but_convenience_works_without_scripts(open_page):
    page = open_page("/", java_script_enabled=False)
    assert page.locator("[data-ease-open]").is_hidden()

    page.get_by_role("link", name="Kalendarz", exact=True).click()
    page.locator(".sieve-box > summary").click()
    page.get_by_label("Wstęp").select_option("wolny")
    page.get_by_role("button", name="Pokaż").click()
    assert "wstep=wolny" in page.url
    assert page.locator(".rundown > li:not(.is-off)").count() > 0
    free = page.locator(".rundown > li:not(.is-off)", has_text="wstęp wolny")
    assert free.count() == page.locator(".rundown > li:not(.is-off)").count()

    title = page.locator(".rundown > li:not(.is-off) .rundown-title a").first
    name = title.inner_text()
    title.click()
    assert name.split(",")[0] in page.locator("h1").inner_text().replace("\N{NO-BREAK SPACE}", " ")

    page.get_by_role("link", name="Szukaj", exact=True).click()
    page.get_by_label("Czego szukasz?").fill("warsztatow")
    page.locator(".search-box button").click()
    assert page.locator(".hits h2").count() > 0


def test_every_view_of_the_calendar_leads_to_the_others(open_page):
    page = open_page("/kalendarz/", java_script_enabled=False)

    for view, inside in (("Miesiąc", "table.month"), ("Tydzień", "table.week"), ("Lista", ".days")):
        page.locator(".ways").get_by_role("link", name=view, exact=True).click()
        assert page.locator(inside).count() == 1
    page.locator(".ways").get_by_role("link", name="dziś").click()
    assert page.locator("h1 .numeral").count() == 1
