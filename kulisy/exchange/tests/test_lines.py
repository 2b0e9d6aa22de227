"""Our content lines against those of the icalendar library."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import vText
from icalendar.parser import Contentline

from kulisy.exchange.lines import escaped, folded, read_property, unescaped, unfolded

TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=200)


@given(TEXT)
def test_text_is_escaped_and_folded_as_the_library_does(text):
    line = f"SUMMARY:{escaped(text)}"

    assert escaped(text) == vText(text).to_ical().decode()
    assert Contentline.from_ical(folded(line).rstrip("\r\n")) == line
    assert all(len(part.encode()) <= 75 for part in folded(line).split("\r\n"))


@given(TEXT)
def test_what_was_written_is_read_back(text):
    [(number, line)] = unfolded(folded(f"SUMMARY:{escaped(text)}").splitlines(), longest=10_000)

    found = read_property(line)

    assert (number, found.name, unescaped(found.value)) == (1, "SUMMARY", text)


@pytest.mark.parametrize(
    ("line", "name", "parameters", "value"),
    [
        ("DTSTART;TZID=Europe/Warsaw:20261121", "DTSTART", {"TZID": "Europe/Warsaw"}, "20261121"),
        ('X;A="b:c;d",e:f', "X", {"A": "b:c;d,e"}, "f"),
        ("summary:mała", "SUMMARY", {}, "mała"),
        ("X;A=b;zepsute:wartość", "X", {"A": "b"}, "wartość"),
    ],
)
def test_properties_are_taken_apart(line, name, parameters, value):
    found = read_property(line)

    assert (found.name, found.parameters, found.value) == (name, parameters, value)


@pytest.mark.parametrize("line", ["", ":bez nazwy", "BEZDWUKROPKA", ";;"])
def test_what_is_no_property_is_none(line):
    assert read_property(line) is None


def test_a_line_that_forgot_its_fold_belongs_to_the_one_before():
    found = list(unfolded(["DESCRIPTION:pierwsza", "druga część", "SUMMARY:A"], longest=100))

    assert found == [(1, "DESCRIPTION:pierwszadruga część"), (3, "SUMMARY:A")]


def test_a_line_is_cut_where_it_is_too_long():
    [(_number, line)] = unfolded(["A:" + "x" * 5, *[" " + "y" * 50] * 10], longest=40)

    assert len(line) == 40
