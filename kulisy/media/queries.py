"""Reads about pictures, and about files that would be pictures."""

from django.db.models import QuerySet

from kulisy.media import rules, sniffing
from kulisy.media.models import Picture
from kulisy.media.rules import Problem
from kulisy.media.words import SORRY
from kulisy.people.api import Account


def problem_of(content: bytes, *, name: str) -> Problem | None:
    """Why the file is not taken as a picture, or None. The cheap questions come first."""
    return (
        rules.weight_problem(len(content))
        or rules.kind_problem(sniffing.kind_of(content[:4096]), name=name)
        or sniffing.problem_inside(content)
    )


def picture_problem(content: bytes, *, name: str) -> str | None:
    """Why the file is not taken as a picture, as a sentence for the person; None when it is."""
    problem = problem_of(content, name=name)
    return None if problem is None else str(SORRY[problem])


def pictures_without_words() -> QuerySet[Picture]:
    """Pictures that neither have alternative text nor are marked as decoration, newest first."""
    found: QuerySet[Picture] = Picture.objects.filter(is_decorative=False, description="")
    return found.order_by("-created_at")


def pictures_sent_by(account: Account) -> QuerySet[Picture]:
    """Pictures that this person has put into the centre's store."""
    found: QuerySet[Picture] = Picture.objects.filter(uploaded_by_user=account)
    return found


def picture_by_id(pk: int) -> Picture | None:
    """The picture, or None when there is none."""
    found: Picture | None = Picture.objects.filter(pk=pk).first()
    return found
