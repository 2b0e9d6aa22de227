import pytest

from kulisy.media.rules import (
    HEAVIEST,
    Kind,
    Measures,
    Problem,
    description_problem,
    kind_problem,
    measures_problem,
    weight_problem,
)
from kulisy.media.words import SORRY


@pytest.mark.parametrize(
    ("weight", "expected"),
    [(0, Problem.EMPTY), (1, None), (HEAVIEST, None), (HEAVIEST + 1, Problem.TOO_HEAVY)],
)
def test_weight_is_bounded_and_the_bound_itself_is_taken(weight, expected):
    assert weight_problem(weight) == expected


@pytest.mark.parametrize(
    ("measures", "expected"),
    [
        (Measures(8000, 5000), None),
        (Measures(8000, 5001), Problem.TOO_MANY_PIXELS),
        (Measures(1, 40_000_001), Problem.TOO_MANY_PIXELS),
        (Measures(1000, 1000, frames=40), None),
        (Measures(1000, 1000, frames=41), Problem.TOO_MANY_PIXELS),
        (Measures(1, 1, frames=200), None),
        (Measures(1, 1, frames=201), Problem.TOO_MANY_FRAMES),
    ],
)
def test_what_decodes_to_too_much_is_refused(measures, expected):
    assert measures_problem(measures) == expected


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        (Kind.JPEG, "Zdjęcie 1.JPG", None),
        (Kind.JPEG, "zdjecie.jpeg", None),
        (Kind.PNG, "zdjecie.jpg", Problem.WRONG_SUFFIX),
        (Kind.JPEG, "zdjecie.jpg.html", Problem.WRONG_SUFFIX),
        (Kind.JPEG, "zdjecie", Problem.WRONG_SUFFIX),
        (Kind.PDF, "zdjecie.jpg", Problem.PDF),
        (Kind.SVG, "rysunek.svg", Problem.SVG),
        (Kind.HEIC, "IMG_1.jpg", Problem.HEIC),
        (Kind.UNKNOWN, "zdjecie.jpg", Problem.NOT_A_PICTURE),
    ],
)
def test_the_name_must_say_what_the_file_is(kind, name, expected):
    assert kind_problem(kind, name=name) == expected


@pytest.mark.parametrize(
    ("description", "is_decorative", "expected"),
    [
        ("Chór na scenie", False, None),
        ("", True, None),
        ("", False, Problem.NO_DESCRIPTION),
        ("  \n", False, Problem.NO_DESCRIPTION),
    ],
)
def test_a_picture_is_described_or_decorates(description, is_decorative, expected):
    found = description_problem(description=description, is_decorative=is_decorative)

    assert found == expected


def test_every_problem_has_its_sentence():
    assert set(SORRY) == set(Problem)
    assert all(str(sentence).endswith(".") for sentence in SORRY.values())
