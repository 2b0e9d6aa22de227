"""Somebody of the staff logs in, sets up the second factor, and asks a colleague in."""

import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from tests.journeys.town import PASSWORD


def code_of(secret: str) -> str:
    """What an application on the telephone would show now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def test_the_pages_of_log_in_break_no_rule(open_page, axe, width, theme):
    for path in ("/konto/login/", "/konto/login/code/", "/konto/password/reset/"):
        page = open_page(path, width=width, theme=theme)

        assert axe(page) == [], path


def test_a_wrong_password_is_said_and_the_right_one_lets_in(open_page, axe):
    page = open_page("/konto/login/")
    page.fill("input[name=login]", "technika@kasztanowo.example")
    page.fill("input[name=password]", "not this one")
    page.keyboard.press("Enter")
    page.wait_for_selector("[aria-invalid=true], .errorlist, [role=alert]")

    assert axe(page) == []
    assert page.input_value("input[name=login]") == "technika@kasztanowo.example"

    page.fill("input[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/zaplecze/**")


def test_the_second_factor_is_set_up_with_a_telephone(open_page, log_in, axe):
    page = log_in(open_page("/konto/login/"), "promocja")
    page.goto("/konto/2fa/totp/activate/")
    if page.locator("input[name=password]").count():
        page.fill("input[name=password]", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url("**/2fa/totp/activate/**")
    assert axe(page) == []
    secret = page.evaluate(
        "document.body.innerText.match(/[A-Z2-7]{4}( ?[A-Z2-7]{4}){3,}/)[0].replaceAll(' ', '')"
    )

    page.fill("input[name=code]", code_of(secret))
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/activate/" not in address)

    assert axe(page) == []


def test_the_director_asks_somebody_in(open_page, log_in, axe, width):
    page = log_in(open_page("/konto/login/", width=width), "dyrekcja")
    page.goto("/zaplecze/users/zapros/")
    if page.locator("input[name=password]").count():
        assert axe(page) == []
        page.fill("input[name=password]", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url("**/zapros/**")
    page.fill("input[name=email]", f"nowa{width}@kasztanowo.example")
    page.fill("input[name=name]", "Nina Wierzba")
    page.check("input[name=roles][value=front_desk]")
    page.click("main button[type=submit]")
    page.wait_for_url(lambda address: "/zapros/" not in address)

    assert page.get_by_text(f"nowa{width}@kasztanowo.example").count() > 0


def test_others_find_no_list_of_people(open_page, log_in):
    page = log_in(open_page("/konto/login/"), "recepcja")

    answer = page.goto("/zaplecze/users/")

    assert page.url.endswith("/zaplecze/") or answer.status in {403, 404}
