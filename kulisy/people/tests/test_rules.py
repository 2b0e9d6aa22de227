from datetime import UTC, datetime, timedelta

import pytest

from kulisy.people.rules import Refusal, Role, invitation_refusal, needs_second_factor
from kulisy.people.words import SORRY

NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (Role.DIRECTOR, True),
        (Role.INSTRUCTOR, True),
        (Role.FRONT_DESK, True),
        (Role.ACCOUNTANT, True),
        (Role.PROGRAMME_EDITOR, False),
        (Role.PROMOTION, False),
        (Role.TECHNICIAN, False),
        (Role.ACCESSIBILITY, False),
    ],
)
def test_second_factor_is_for_those_who_see_children(role, expected):
    assert needs_second_factor([role]) is expected


def test_one_such_role_among_others_is_enough():
    assert needs_second_factor([Role.PROMOTION, Role.FRONT_DESK]) is True
    assert needs_second_factor([Role.PROMOTION, Role.TECHNICIAN]) is False


def test_an_administrator_needs_it_without_any_role():
    assert needs_second_factor([], is_superuser=True) is True


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"now": NOON + timedelta(days=7, seconds=-1)}, None, id="the last second"),
        pytest.param(
            {"now": NOON + timedelta(days=7)}, Refusal.INVITATION_EXPIRED, id="seven days"
        ),
        pytest.param({"accepted_at": NOON}, Refusal.INVITATION_USED, id="used"),
        pytest.param({"withdrawn_at": NOON}, Refusal.INVITATION_WITHDRAWN, id="withdrawn"),
        pytest.param(
            {"accepted_at": NOON, "now": NOON + timedelta(days=9)},
            Refusal.INVITATION_USED,
            id="used long ago",
        ),
    ],
)
def test_an_invitation_is_refused_for_one_reason(facts, expected):
    terms = {"sent_at": NOON, "accepted_at": None, "withdrawn_at": None, "now": NOON} | facts

    assert invitation_refusal(**terms) == expected


def test_every_refusal_has_its_sentence():
    assert set(SORRY) == set(Refusal)
    assert all(str(sentence).endswith(".") for sentence in SORRY.values())
