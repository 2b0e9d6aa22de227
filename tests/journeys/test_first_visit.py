"""A person opens the site for the first time."""


def test_home_breaks_no_rule(open_page, axe, width, theme):
    page = open_page("/", width=width, theme=theme)

    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
