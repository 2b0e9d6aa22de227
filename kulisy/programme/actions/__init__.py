"""Changes to the programme: each one transaction, by somebody, written down, told as news."""

from kulisy.programme.actions.activities import (
    activity_saved,
    add_activity,
    add_group,
    change_activity,
    lacks,
    set_state,
)
from kulisy.programme.actions.backing import add_backing, credit
from kulisy.programme.actions.copies import copy_activity, copy_season
from kulisy.programme.actions.dates import (
    add_date,
    cancel_date,
    change_date,
    confirm_date,
    mark_sold_out,
    move_date,
    postpone_date,
    remove_dates,
    restore_date,
)
from kulisy.programme.actions.events import (
    add_event,
    entry_removed,
    entry_saved,
    keep_entry,
)
from kulisy.programme.actions.many import add_activities, add_dates
from kulisy.programme.actions.recurring import (
    Planned,
    add_recurrence,
    change_rule,
    is_touched,
    replace_recurrence,
    rule_of,
)

__all__ = [
    "Planned",
    "activity_saved",
    "add_activities",
    "add_activity",
    "add_backing",
    "add_date",
    "add_dates",
    "add_event",
    "add_group",
    "add_recurrence",
    "cancel_date",
    "change_activity",
    "change_date",
    "change_rule",
    "confirm_date",
    "copy_activity",
    "copy_season",
    "credit",
    "entry_removed",
    "entry_saved",
    "is_touched",
    "keep_entry",
    "lacks",
    "mark_sold_out",
    "move_date",
    "postpone_date",
    "remove_dates",
    "replace_recurrence",
    "restore_date",
    "rule_of",
    "set_state",
]
