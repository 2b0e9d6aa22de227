"""Regular dates made with the keyboard alone; then one is moved and one called off."""

import pytest


@pytest.fixture
def ceramics(open_page, log_in):
    """The dates of the ceramics classes, as the programme editor sees them."""
    page = log_in(open_page("/konto/login/"), "program")
    page.goto("/zaplecze/zajecia/?q=Ceramika")
    page.locator("td.title a").first.click()
    page.get_by_role("link", name="Terminy", exact=True).last.click()
    page.get_by_role("link", name="Dodaj stałe terminy").wait_for()
    return page


def tab_to(page, name, value=None):
    """Press Tab until the field (or the button) of that name has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        at = page.evaluate("[document.activeElement.name, document.activeElement.value]")
        if at[0] == name and value in (None, at[1]):
            return
    raise AssertionError(f"Tab never reaches {name}")


def test_regular_dates_are_made_by_keyboard_alone(ceramics):
    page = ceramics
    page.get_by_role("link", name="Dodaj stałe terminy").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/stale/")

    tab_to(page, "frequency")
    tab_to(page, "weekdays", "5")
    page.keyboard.press("Space")
    tab_to(page, "starts")
    page.keyboard.type("0700AM")
    tab_to(page, "ends")
    page.keyboard.type("0800AM")
    tab_to(page, "ending")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    tab_to(page, "count")
    page.keyboard.type("4")
    page.keyboard.press("Enter")

    page.locator("#proposal:focus").wait_for()
    sentence = page.locator(".k-sentence").inner_text().replace("\N{NO-BREAK SPACE}", " ")
    assert "w każdą sobotę 7.00–8.00" in sentence
    tab_to(page, "held")
    page.keyboard.press("Space")
    tab_to(page, "save")
    page.keyboard.press("Enter")
    page.get_by_text("Zapisano 3 terminy.").wait_for()


def test_a_date_is_moved_and_another_called_off(ceramics):
    page = ceramics
    page.locator("tbody th a").nth(2).click()
    page.get_by_text("Przenieś na inny czas lub do innej sali").click()
    form = page.locator("form[action$='/przenies/']")
    form.locator("[name=starts]").fill("07:10")
    form.locator("[name=ends]").fill("07:50")
    form.locator("[name=reason]").fill("Wypał pieca")
    form.get_by_role("button", name="Przenieś termin").click()
    page.get_by_text("Termin przeniesiono.").wait_for()
    assert page.get_by_text("przeniesiono z:").first.is_visible()

    page.locator("tbody th a").nth(3).click()
    page.locator("summary", has_text="Odwołaj").click()
    page.locator("form[action$='/odwolaj/'] [name=reason]").fill("Choroba prowadzącej")
    page.get_by_role("button", name="Odwołaj termin").click()
    page.get_by_text("Termin odwołano.").wait_for()
    page.get_by_role("button", name="Przywróć termin").click()
    page.get_by_text("Termin znów się odbędzie").wait_for()


def test_an_instructor_sees_own_groups_on_a_phone(open_page, log_in, axe):
    page = log_in(open_page("/konto/login/", width=390), "ceramika")
    page.goto("/zaplecze/moje/")

    assert page.get_by_text("Moje grupy").is_visible()
    assert page.get_by_text("Ceramika, rodziny").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0
    assert page.get_by_role("link", name="Nowe wydarzenie").count() == 0
    assert [each for each in axe(page, within="main") if not each.startswith("region:")] == []
