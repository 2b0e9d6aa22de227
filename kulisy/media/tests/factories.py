"""Real files of all kinds, made by Pillow or byte by byte."""

import struct
import zlib
from io import BytesIO

from PIL import Image

ORIENTATION, GPS, LATITUDE = 0x0112, 0x8825, 2


def picture_bytes(kind="JPEG", size=(40, 30), colour=(180, 60, 40), **facts):
    written = BytesIO()
    Image.new("RGB", size, colour).save(written, kind, **facts)
    return written.getvalue()


def photograph(orientation=1, size=(40, 30), comment=b"moj sekret"):
    """A JPEG as a telephone makes it: with its position, turned as it was held."""
    picture = Image.new("RGB", size, (255, 255, 255))
    picture.paste((200, 0, 0), (0, 0, size[0] // 2, size[1]))  # the left half is red
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x010F] = "Telefon Anny"
    exif.get_ifd(GPS).update({1: "N", LATITUDE: (52.0, 13.0, 46.0), 3: "E", 4: (21.0, 0.0, 30.0)})
    written = BytesIO()
    picture.save(written, "JPEG", exif=exif, comment=comment, quality=95)
    return written.getvalue()


def animation(kind="GIF", frames=3, size=(8, 8)):
    drawn = [
        Image.new("RGB", size, (number * 7 % 256, number // 37, 0)) for number in range(frames)
    ]
    written = BytesIO()
    drawn[0].save(written, kind, save_all=True, append_images=drawn[1:], duration=120, loop=0)
    return written.getvalue()


def _chunk(name, body):
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def huge_png(width=10_000, height=8_000):
    """A whole and correct PNG of 80 megapixels in a few kilobytes: all one colour."""
    row = b"\x00" + bytes((width + 7) // 8)
    squeezer = zlib.compressobj(9)
    body = b"".join(squeezer.compress(row) for _row in range(height)) + squeezer.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", body)
        + _chunk(b"IEND", b"")
    )


def promising_png(width=60_000, height=60_000):
    """Fifty bytes whose header promises 3,600 megapixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", b"") + _chunk(b"IEND", b"")
    )


SVG = b"""<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg"><script>alert(document.cookie)</script></svg>"""
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(64)
HTML = b"<!doctype html><script>alert(1)</script>"
