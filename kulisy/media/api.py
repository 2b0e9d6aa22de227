"""The door of ``media``: what other apps may use."""

from kulisy.media.models import Picture

__all__ = ["Picture"]
