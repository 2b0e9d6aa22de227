"""Writes a picture anew from its pixels, so that nothing else travels with it.

A photograph from a telephone says where it was taken, to the metre, and by whose telephone; a file
can carry a second file behind its end. Only pixels, colours and the timing of frames are kept.
"""

from io import BytesIO
from typing import Any

from PIL import Image, ImageOps

from kulisy.media.sniffing import opened

# Higher than what cameras save with by default: the copy is made once and must not show.
QUALITY = 92


def cleaned(content: bytes) -> bytes:
    """The same picture, upright, without position, owner, comments or anything behind its end."""
    picture = opened(content)
    # An iPhone's file of two exposures says MPO; the first of them is the photograph.
    kind = "JPEG" if picture.format == "MPO" else str(picture.format)
    written = BytesIO()
    if getattr(picture, "is_animated", False) and kind != "JPEG":
        _write_animation(picture, written, kind)
    else:
        _write_still(picture, written, kind)
    return written.getvalue()


def _write_still(picture: Image.Image, written: BytesIO, kind: str) -> None:
    colours = picture.info.get("icc_profile")
    transparency = picture.info.get("transparency")
    upright = ImageOps.exif_transpose(picture)
    upright.info = {} if transparency is None else {"transparency": transparency}
    facts: dict[str, Any] = {"icc_profile": colours} if colours and kind != "GIF" else {}
    if kind in {"JPEG", "WEBP", "AVIF"}:
        facts["quality"] = QUALITY
    upright.save(written, kind, **facts)


def _write_animation(picture: Image.Image, written: BytesIO, kind: str) -> None:
    frames, durations = [], []
    for number in range(getattr(picture, "n_frames", 1)):
        picture.seek(number)
        picture.load()  # WebP learns the timing of a frame only by decoding it
        durations.append(picture.info.get("duration", 100))
        frames.append(picture.convert("RGBA"))
        frames[-1].info = {}
    facts: dict[str, Any] = {"quality": QUALITY} if kind in {"WEBP", "AVIF"} else {}
    frames[0].save(
        written,
        kind,
        save_all=True,
        append_images=frames[1:],
        duration=durations,
        loop=picture.info.get("loop", 0),
        **facts,
    )
