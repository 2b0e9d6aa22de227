"""The door of ``people``: what other apps may use."""

from kulisy.people.models import Account

__all__ = ["Account"]
