"""What may follow what in the programme; no database."""

import pytest

from kulisy.programme import rules
from kulisy.programme.rules import Refusal
from kulisy.programme.words import LACKS, SORRY, sentence

from .factories import at


@pytest.mark.parametrize(
    ("now", "then", "reason", "expected"),
    [
        pytest.param("draft", "confirmed", "", None, id="a draft is confirmed"),
        pytest.param("confirmed", "draft", "", Refusal.STATE_DOES_NOT_FOLLOW, id="seen is seen"),
        pytest.param("confirmed", "cancelled", "", Refusal.REASON_MISSING, id="no reason given"),
        pytest.param("confirmed", "cancelled", "  ", Refusal.REASON_MISSING, id="blanks"),
        pytest.param("confirmed", "cancelled", "Choroba", None, id="cancelled with a reason"),
        pytest.param("cancelled", "confirmed", "", None, id="brought back"),
    ],
)
def test_states_follow_one_another(now, then, reason, expected):
    assert rules.state_refusal(now=now, then=then, reason=reason) is expected


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        pytest.param(at(18), at(18), Refusal.ENDS_BEFORE_START, id="no length"),
        pytest.param(at(18), at(17), Refusal.ENDS_BEFORE_START, id="backwards"),
        pytest.param(at(18), at(18, 1), None, id="a minute"),
        pytest.param(at(18), at(18).replace(year=2028), Refusal.TOO_LONG, id="wrong year"),
    ],
)
def test_a_date_ends_after_it_starts(starts, ends, expected):
    assert rules.span_refusal(starts, ends) is expected


@pytest.mark.parametrize(
    ("pk", "above", "height", "expected"),
    [
        pytest.param(1, [2, 3], 0, None, id="concert of a stage of a festival"),
        pytest.param(1, [2, 1], 0, Refusal.CIRCLE, id="part of its own part"),
        pytest.param(1, [2, 3, 4, 5], 0, Refusal.TOO_DEEP, id="fifth level"),
        pytest.param(1, [2, 3], 2, Refusal.TOO_DEEP, id="its own parts would be too deep"),
        pytest.param(None, [2, 3, 4], 0, None, id="fourth level, not yet stored"),
    ],
)
def test_parts_make_a_tree(pk, above, height, expected):
    assert rules.parent_refusal(pk, above, height) is expected


def test_what_is_missing_to_publish_is_named():
    missing = rules.missing_to_publish(
        title=" ", has_dates=False, is_collection=False, picture_lacks_words=True
    )
    assert missing == ["title", "dates", "picture_alt"]
    assert set(missing) == set(LACKS)


def test_a_festival_needs_no_dates_of_its_own():
    assert (
        rules.missing_to_publish(
            title="Festiwal", has_dates=False, is_collection=True, picture_lacks_words=False
        )
        == []
    )


@pytest.mark.parametrize("refusal", list(Refusal))
def test_each_refusal_has_its_sentence(refusal):
    said = sentence(refusal, {"state": "szkic", "missing": ["title"]})
    assert said.endswith((".", "?"))
    assert "%(" not in said
    assert refusal in SORRY
