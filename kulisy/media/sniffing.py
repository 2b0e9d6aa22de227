"""Reads what a file is from its bytes; names and content types are only somebody's word for it."""

from io import BytesIO

from PIL import Image

from kulisy.media.rules import MOST_FRAMES, MOST_PIXELS, Kind, Measures, Problem, measures_problem

# Only these decoders ever run on uploads. Pillow knows forty more, each with its history of holes.
DECODERS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF")
_FTYP = {
    b"avif": Kind.AVIF,
    b"avis": Kind.AVIF,
    b"heic": Kind.HEIC,
    b"heix": Kind.HEIC,
    b"hevc": Kind.HEIC,
    b"mif1": Kind.HEIC,
    b"msf1": Kind.HEIC,
}


def kind_of(start: bytes) -> Kind:
    """What the first kilobytes say. A picture with something behind it is a picture here."""
    if start.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return Kind.PNG
    if start.startswith((b"GIF87a", b"GIF89a")):
        return Kind.GIF
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return Kind.WEBP
    if start[4:8] == b"ftyp":
        return _FTYP.get(start[8:12], Kind.UNKNOWN)
    return _document(start)


def _document(start: bytes) -> Kind:
    # Readers of PDF take up to a kilobyte of anything before the mark.
    if b"%PDF-" in start[:1024]:
        return Kind.PDF
    # UTF-16 has a zero beside each letter.
    letters = start[:4096].replace(b"\x00", b"").lower()
    return Kind.SVG if b"<svg" in letters else Kind.UNKNOWN


def opened(content: bytes) -> Image.Image:
    """The picture with only its header read. OSError when even that fails."""
    return Image.open(BytesIO(content), formats=DECODERS)


def problem_inside(content: bytes) -> Problem | None:
    """What is wrong with the picture itself, its size before its decoding.

    A bomb is a few kilobytes whose header promises billions of pixels; it is refused on the header.
    """
    try:
        picture = opened(content)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return Problem.TOO_MANY_PIXELS
    except (OSError, SyntaxError, ValueError):
        return Problem.DAMAGED
    width, height = picture.size
    if problem := measures_problem(Measures(width, height)):
        return problem
    return _decoded_problem(picture, room=MOST_PIXELS // max(width * height, 1))


def _decoded_problem(picture: Image.Image, *, room: int) -> Problem | None:
    """Decode frame after frame, as far as the room for pixels and the limit of frames reach."""
    frame = 0
    try:
        while True:
            picture.seek(frame)
            picture.load()
            frame += 1
            if not getattr(picture, "is_animated", False):
                return None
            if frame > MOST_FRAMES:
                return Problem.TOO_MANY_FRAMES
            if frame > room:
                return Problem.TOO_MANY_PIXELS
    except EOFError:
        return None
    except (OSError, SyntaxError, ValueError, ArithmeticError):
        return Problem.DAMAGED
