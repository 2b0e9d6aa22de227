"""Serves uploaded files so that none of them can act: no scripts, no guessing of types."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.utils._os import safe_join
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.views.decorators.http import require_safe

# What is shown in place; anything else is offered to be saved, SVG and HTML on purpose.
SHOWN = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
}
# Documents have their own permissions and go through Wagtail; half-finished uploads go nowhere.
FOLDERS = {"pictures", "images", "avatar_images"}
PIECE = 64 * 1024


@require_safe
def upload(request: HttpRequest, path: str) -> HttpResponseBase:
    """One file, whole or a part of it; the same address always means the same bytes."""
    file = _file(path)
    facts = file.stat()
    etag = quote_etag(f"{facts.st_mtime_ns:x}-{facts.st_size:x}")
    answer: HttpResponseBase | None = get_conditional_response(
        request, etag=etag, last_modified=int(facts.st_mtime)
    )
    if answer is None:
        stretch = _wanted(request, size=facts.st_size, etag=etag)
        answer = _whole(file) if stretch is None else _part(file, stretch, size=facts.st_size)
    answer["ETag"] = etag
    answer["Last-Modified"] = http_date(facts.st_mtime)
    _make_inert(answer, file)
    # Pictures are compressed already; squeezing them again costs time and breaks parts.
    request.META.pop("HTTP_ACCEPT_ENCODING", None)
    return answer


def _file(path: str) -> Path:
    try:
        file = Path(safe_join(settings.MEDIA_ROOT, path))
    except (SuspiciousFileOperation, ValueError) as no:
        raise Http404 from no
    folder = file.relative_to(Path(settings.MEDIA_ROOT).resolve()).parts[:1]
    # A link could lead out of the folder after all.
    if not FOLDERS.issuperset(folder) or file.is_symlink() or not file.is_file():
        raise Http404
    return file


def _make_inert(answer: HttpResponseBase, file: Path) -> None:
    answer["Content-Type"] = SHOWN.get(file.suffix.lower(), "application/octet-stream")
    if file.suffix.lower() not in SHOWN:
        answer["Content-Disposition"] = "attachment"
    answer["Accept-Ranges"] = "bytes"
    answer["Cache-Control"] = "public, max-age=31536000, immutable"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cross-Origin-Resource-Policy"] = "cross-origin"  # the embedded calendar shows pictures
    answer["X-Content-Type-Options"] = "nosniff"


def _whole(file: Path) -> HttpResponseBase:
    answer = FileResponse(file.open("rb"))
    answer.headers.pop("Content-Disposition", None)
    return answer


def _wanted(request: HttpRequest, *, size: int, etag: str) -> range | None:
    """The bytes that were asked for, an empty range when there are none such, None for all."""
    asked = re.fullmatch(r"bytes=(\d*)-(\d*)", request.headers.get("Range", "").strip())
    if not asked or not any(asked.groups()):
        return None
    if request.headers.get("If-Range", etag) != etag:
        return None
    first, last = asked.groups()
    if not first:
        return range(max(size - int(last), 0), size)
    return range(int(first), min(int(last) + 1 if last else size, size))


def _part(file: Path, stretch: range, *, size: int) -> HttpResponseBase:
    if not stretch:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    answer = StreamingHttpResponse(_bytes(file, stretch), status=206)
    answer["Content-Length"] = len(stretch)
    answer["Content-Range"] = f"bytes {stretch.start}-{stretch.stop - 1}/{size}"
    return answer


def _bytes(file: Path, stretch: range) -> Iterator[bytes]:
    with file.open("rb") as opened:
        opened.seek(stretch.start)
        left = len(stretch)
        while left and (piece := opened.read(min(PIECE, left))):
            left -= len(piece)
            yield piece
