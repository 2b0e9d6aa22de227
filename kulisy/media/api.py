"""The door of ``media``: what other apps may use."""

from kulisy.media.actions import add_picture
from kulisy.media.models import Picture
from kulisy.media.queries import (
    picture_by_id,
    picture_problem,
    pictures_sent_by,
    pictures_without_words,
)
from kulisy.media.rules import Problem
from kulisy.media.words import SORRY

__all__ = [
    "SORRY",
    "Picture",
    "Problem",
    "add_picture",
    "picture_by_id",
    "picture_problem",
    "pictures_sent_by",
    "pictures_without_words",
]
