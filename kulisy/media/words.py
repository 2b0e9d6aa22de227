"""Sentences of ``media`` shown to people."""

from enum import Enum
from typing import Any

from django.utils.translation import gettext_lazy as _

from kulisy.media.rules import Problem

SORRY: dict[Enum, Any] = {
    Problem.EMPTY: _("This file is empty. Choose the picture once more."),
    Problem.TOO_HEAVY: _(
        "This file has more than 20 MB. Save the picture smaller, for example 3000 pixels wide, "
        "and choose it again."
    ),
    Problem.SVG: _(
        "SVG drawings are not taken, because they can carry programs. "
        "Save the drawing as PNG and choose that file."
    ),
    Problem.PDF: _(
        "This is a PDF document, whatever its name says. Save its page as a picture (JPEG or PNG), "
        "or add it to the documents."
    ),
    Problem.HEIC: _(
        "This is a HEIC photograph from a telephone, which many browsers do not show. "
        "Save it as JPEG and choose that file."
    ),
    Problem.NOT_A_PICTURE: _(
        "This is not a picture that can be shown on a page. "
        "Choose a JPEG, PNG, WebP, AVIF or GIF file."
    ),
    Problem.WRONG_SUFFIX: _(
        "The name of this file says something else than what is in it. "
        "Open it in a picture editor and save it as JPEG or PNG."
    ),
    Problem.TOO_MANY_PIXELS: _(
        "This picture has more than 40 million pixels, more than any screen or poster needs. "
        "Save it smaller, for example 6000 pixels wide, and choose it again."
    ),
    Problem.TOO_MANY_FRAMES: _(
        "This animation has more than 200 frames. Shorten it, or publish it as a film."
    ),
    Problem.DAMAGED: _(
        "This picture is damaged: a part of it is missing. Fetch it again from the camera or "
        "from the person who sent it."
    ),
    Problem.NO_DESCRIPTION: _(
        "Say in a sentence what can be seen, for those who cannot see it. "
        "If the picture says nothing, mark that it only decorates."
    ),
}
