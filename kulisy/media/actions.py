"""Changes to pictures made by the program rather than by a form."""

from typing import Protocol

from django.core.files.base import ContentFile
from django.db import transaction

from kulisy.kernel import audit
from kulisy.kernel.errors import Refused
from kulisy.media import queries, rules
from kulisy.media.models import Picture
from kulisy.people.api import Account


class Readable(Protocol):
    """A file, open or uploaded."""

    def read(self) -> bytes: ...


@transaction.atomic
def add_picture(
    *,
    file: Readable | bytes,
    name: str,
    description: str = "",
    is_decorative: bool = False,
    credit: str = "",
    title: str = "",
    words_follow: bool = False,
    by: Account | None,
) -> Picture:
    """Store the picture, cleaned. Refused, with a ``Problem``, exactly as in the upload form.

    ``words_follow`` takes it without its words: a form asks for them again and need not ask for
    the file.
    """
    content = file if isinstance(file, bytes) else file.read()
    no = queries.problem_of(content, name=name)
    if not words_follow:
        no = no or rules.description_problem(description=description, is_decorative=is_decorative)
    if no:
        raise Refused(no)
    picture = Picture.objects.create(
        title=title or description[:255] or name,
        file=ContentFile(content, name=name),
        description=description.strip()[:255],
        is_decorative=is_decorative,
        credit=credit[:200],
        uploaded_by_user=by,
    )
    audit.record(by=by, verb="media.add_picture", subject=picture)
    return picture
