"""A telephone at the edge of a village: how much each page weighs."""

import gzip

import pytest

KB = 1024


@pytest.mark.parametrize("path", ["/", "/kalendarz/", "/zajecia/plan/"])
def test_a_page_weighs_little_and_asks_only_us(open_page, centre, path):
    page = open_page("/robots.txt")
    seen = []
    page.on("requestfinished", lambda request: seen.append(request))  # noqa: PLW0108 - Playwright cannot take a built-in method
    page.goto(path)
    page.wait_for_load_state("networkidle")

    scripts = [one.response().body() for one in seen if one.resource_type == "script"]
    others = [one for one in seen if one.resource_type != "image"]
    weight = sum(one.sizes()["responseBodySize"] for one in others)

    assert weight < 150 * KB
    assert sum(len(gzip.compress(script)) for script in scripts) < 30 * KB
    assert {one.url.split("/")[2] for one in seen} == {centre.address.split("/")[2]}
