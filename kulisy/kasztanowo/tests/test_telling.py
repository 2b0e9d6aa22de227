"""Texts of the demo as blocks, and that each belongs to something."""

import pytest

from kulisy.kasztanowo.happening import COLLECTIONS
from kulisy.kasztanowo.happenings import EXHIBITION, HAPPENINGS
from kulisy.kasztanowo.regulars import REGULARS
from kulisy.kasztanowo.telling import blocks
from kulisy.kasztanowo.this_week import THIS_WEEK
from kulisy.kasztanowo.told_classes import CLASSES
from kulisy.kasztanowo.told_events import LATER, SOON, STORIES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("A\nb.\n\nC.", [("paragraph", "<p>A b.</p><p>C.</p>")], id="words"),
        pytest.param("A < B", [("paragraph", "<p>A &lt; B</p>")], id="signs of HTML"),
        pytest.param("# When", [("heading", {"text": "When", "level": "2"})], id="heading"),
        pytest.param("- a\n  b\n- c", [("paragraph", "<ul><li>a b</li><li>c</li></ul>")], id="ul"),
        pytest.param("> W\n> | He", [("quote", {"text": "W", "source": "He"})], id="quotation"),
        pytest.param(
            "| What\n| a | b\n| c | d",
            [("table", {"caption": "What", "rows": "a | b\nc | d"})],
            id="table",
        ),
    ],
)
def test_blocks_read_what_was_typed(text, expected):
    assert blocks(text) == expected


def test_every_text_is_about_something_and_this_week_is_told_whole():
    titles = {one.title for one in (*HAPPENINGS, EXHIBITION)} | {one[1] for one in COLLECTIONS}

    assert set(STORIES) - titles == set()
    assert set(CLASSES) == {one.title for one in REGULARS}
    assert {one.title for one in THIS_WEEK} == set(SOON)
    assert len(LATER) >= 15


@pytest.mark.parametrize("title", [*STORIES, *CLASSES])
def test_a_text_has_paragraphs_and_does_not_repeat_the_summary(title):
    summaries = {one.title: one.summary for one in (*HAPPENINGS, EXHIBITION, *REGULARS)}
    text = (STORIES | CLASSES)[title]

    assert len(text.strip().split("\n\n")) >= 2
    assert summaries.get(title, title) not in " ".join(text.split())
