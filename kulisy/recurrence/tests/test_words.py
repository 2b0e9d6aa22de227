"""Every refusal has its sentence."""

from datetime import date

import pytest
from django.utils import translation

from kulisy.recurrence.rules import Refusal
from kulisy.recurrence.words import SORRY, SORRY_COUNTED, sentence

FACTS = {
    "most": 1000,
    "years": 3,
    "count": 2,
    "first_on": date(2026, 9, 8),
    "until_on": date(2026, 9, 1),
    "last_on": date(2029, 9, 8),
    "first_year": 1900,
    "last_year": 2100,
    "day": 31,
    "month": 2,
    "year": 2027,
    "days": 7,
    "zone": "<script>",
    "code": "13 %s",
    "part": "BYDAY",
}


@pytest.mark.parametrize("reason", Refusal)
def test_every_refusal_has_a_whole_sentence(reason):
    said = sentence(reason, FACTS)

    assert said[0].isupper()
    assert said.endswith(".")
    assert "%(" not in said


def test_no_sentence_is_left_without_a_refusal():
    assert {*SORRY, *SORRY_COUNTED} == set(Refusal)


def test_dates_in_a_sentence_are_written_in_its_language():
    with translation.override("en"):
        english = sentence(Refusal.UNTIL_BEFORE_FIRST, FACTS)
    with translation.override("pl"):
        polish = sentence(Refusal.UNTIL_BEFORE_FIRST, FACTS)

    assert "1 September 2026" in english
    assert "1 września 2026" in polish
