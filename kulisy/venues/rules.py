"""Why a booking, a hold or a change of a room is refused."""

from enum import Enum

MOST_WISHES = 2000  # a daily class for five years; more is a slip of the keyboard


class Refusal(Enum):
    """Each has its sentence in ``words``."""

    CLASH = "clash"
    WARNINGS = "warnings"
    NOTHING_WANTED = "nothing_wanted"
    TOO_MANY_WISHES = "too_many_wishes"
    ALREADY_HELD = "already_held"
    WRONG_SET_UP = "wrong_set_up"
    BAD_QUANTITY = "bad_quantity"
    HOLD_ENDS_IN_THE_PAST = "hold_ends_in_the_past"
    ALREADY_RELEASED = "already_released"
    PART_OF_ITSELF = "part_of_itself"
