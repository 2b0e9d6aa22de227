"""What happens to accounts."""

from dataclasses import dataclass

from kulisy.kernel.news import Event


@dataclass(frozen=True, kw_only=True)
class AccountOpened(Event):
    """Somebody can log in from now on, for the first time or again."""

    account_id: int


@dataclass(frozen=True, kw_only=True)
class AccountClosed(Event):
    """Somebody can no longer log in; what they did stays."""

    account_id: int
