"""Which uploaded pictures are taken. Limits are of this machine's memory, not of taste."""

from dataclasses import dataclass
from enum import Enum

HEAVIEST = 20 * 1024 * 1024
MOST_PIXELS = 40_000_000  # decoded it takes 120 MB; two at once still fit a desk computer
MOST_FRAMES = 200


class Kind(Enum):
    """What the first bytes of a file say that it is."""

    JPEG = "jpeg"
    PNG = "png"
    GIF = "gif"
    WEBP = "webp"
    AVIF = "avif"
    SVG = "svg"
    PDF = "pdf"
    HEIC = "heic"
    UNKNOWN = "unknown"


SUFFIXES = {
    "jpg": Kind.JPEG,
    "jpeg": Kind.JPEG,
    "png": Kind.PNG,
    "gif": Kind.GIF,
    "webp": Kind.WEBP,
    "avif": Kind.AVIF,
}
TAKEN = frozenset(SUFFIXES.values())


class Problem(Enum):
    """Why a file is not taken as a picture."""

    EMPTY = "empty"
    TOO_HEAVY = "too_heavy"
    SVG = "svg"
    PDF = "pdf"
    HEIC = "heic"
    NOT_A_PICTURE = "not_a_picture"
    WRONG_SUFFIX = "wrong_suffix"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_MANY_FRAMES = "too_many_frames"
    DAMAGED = "damaged"
    NO_DESCRIPTION = "no_description"


@dataclass(frozen=True)
class Measures:
    """What the header of a picture says, before anything is decoded."""

    width: int
    height: int
    frames: int = 1

    @property
    def pixels(self) -> int:
        return self.width * self.height * self.frames


_BY_KIND = {Kind.SVG: Problem.SVG, Kind.PDF: Problem.PDF, Kind.HEIC: Problem.HEIC}


def kind_problem(kind: Kind, *, name: str) -> Problem | None:
    """Whether what the file is agrees with what its name says."""
    suffix = name.rpartition(".")[2].lower()
    if kind not in TAKEN:
        return _BY_KIND.get(kind, Problem.NOT_A_PICTURE)
    return None if SUFFIXES.get(suffix) is kind else Problem.WRONG_SUFFIX


def weight_problem(weight: int) -> Problem | None:
    """Whether a file of so many bytes is taken; exactly the limit is."""
    if not weight:
        return Problem.EMPTY
    return Problem.TOO_HEAVY if weight > HEAVIEST else None


def measures_problem(measures: Measures) -> Problem | None:
    """Whether the decoded picture, all frames together, fits into memory."""
    if measures.frames > MOST_FRAMES:
        return Problem.TOO_MANY_FRAMES
    return Problem.TOO_MANY_PIXELS if measures.pixels > MOST_PIXELS else None


def description_problem(*, description: str, is_decorative: bool) -> Problem | None:
    """WCAG 2.2, 1.1.1: a picture is either described or said to be decoration."""
    return None if is_decorative or description.strip() else Problem.NO_DESCRIPTION
