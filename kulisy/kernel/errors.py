"""What may be answered instead of a result: a refusal with a reason, or something unreadable."""

from enum import Enum
from typing import Any


class Refused(Exception):
    """The request is understood and the answer is no; ``words`` has a sentence for each reason.

    ``reason`` is a member of the app's own enum of refusals; ``facts`` fill its sentence.
    """

    def __init__(self, reason: Enum, **facts: Any) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts

    def __str__(self) -> str:
        return f"{self.reason.name} {self.facts}" if self.facts else self.reason.name


class Unreadable(Exception):
    """A file, address or message could not be understood; the argument is a whole sentence."""

    @property
    def sentence(self) -> str:
        """Why, for the person who brought the file."""
        return str(self.args[0]) if self.args else ""
