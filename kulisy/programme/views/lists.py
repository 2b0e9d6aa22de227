"""The forms behind the programme's lists: what they store is written down and told as news."""

from typing import Any

from kulisy.people.api import account_acting
from kulisy.programme import actions
from kulisy.ui import desk


class Written:
    """Saving a row of a list is an action of the programme."""

    request: Any
    is_added = False

    def write_down(self, row: Any, fields: list[str]) -> None:
        by = account_acting(self.request)
        actions.entry_saved(by=by, entry=row, fields=fields, is_added=self.is_added)


class AddView(Written, desk.AddView):
    is_added = True


class ChangeView(Written, desk.ChangeView):
    pass


class RemoveView(desk.RemoveView):
    def delete_action(self) -> None:
        actions.entry_removed(by=account_acting(self.request), entry=self.object)
