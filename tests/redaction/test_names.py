"""The shortcuts of names and places lose nothing: with them as without them, the same findings."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spanveil.redaction.detection import Detector
from spanveil.redaction.detection._finding import merge
from spanveil.redaction.detection._people import People
from spanveil.redaction.detection._spelling import NAME
from spanveil.redaction.detection._towns import IN_PLACE, in_places
from tests.redaction.plain_names import PLAIN_NAME, no_shortcuts

FRAGMENTS = (
    "Ada", "Ada Lovelace", "Óscar", "Zoë", "O'Neil", "D\u2019Arcy", "Jean-Luc", "van der Berg", "ACME", "Dr.", "ada",
    "my name is", "My full name's", "name is", "I am called", "dear", "in", "born in", "moved to", "our", "Paris",
    "12", "12b", "1234567", "١٢", "3rd", "Oak Street", "Suite 4", "Flat 3,", "Unit 12", "Springfield, IL 62704",
    "Hauptstraße 12", "Hauptstr. 7", "Karl-Marx-Allee 3", "Königsweg 9", "vägen 2", "Bad-Weg 1,", "rue Duval", "12 bis, rue", "Via Roma 3",
    "C/ Mayor 1", "Plaça", "Praça da Luz", "Urbanización Sol", "P.O. Box 12", "PO Box 7", "PSC 12, Box 3 APO AE 09012",
    "address is", "lives at", "Shipped it to", "mail to", "name:", '"name": "', "full_name =", "city=>", 'city": "', "prénom:",
    "x.y-z:", '\\"owner\\": \\"', "name,city,id\n", "Ada,Paris,7\n", "first_name, last_name\n", "Ada,Lovelace\n",
    "Ann", "Anna", "Anna's", "/Anna", "Call", "Hi", "Madame", "June Dodd", "Jan van Dam", "Mel'in Emmen", "in der", "van", "from", "à", "d'Ada",
    "\n", "\\n", "\\\\n", "\t", "\x1c", "\u00a0", "\u2003", "“", "”", ".", ",", "-", "/", '"', "'", "(", ")", "_", "é", "É", "Ж", "Ωm", "中",
    "\u0561", "\u0531", "ª", "²", "\U0001f600", "\ud800",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(FRAGMENTS) | st.sampled_from((" ", "")), max_size=24)
TEXT = st.builds(str.join, st.sampled_from((" ", "", ", ")), TEXTS)


def runs_of(text: str) -> list[tuple[int, str]]:
    return [(match.start(), match[0]) for match in NAME.finditer(text)]


@settings(max_examples=500, deadline=None)
@given(text=TEXT)
def test_the_same_with_shortcuts_as_without(text: str) -> None:
    people = People.shipped()
    fast = people.find(text)
    with no_shortcuts():
        plain = people.find(text)
    assert merge(fast) == merge(plain)


@settings(max_examples=500, deadline=None)
@given(text=TEXT)
def test_the_same_runs_and_places(text: str) -> None:
    assert runs_of(text) == [(match.start(), match[0]) for match in PLAIN_NAME.finditer(text)]
    fast = [match.span() for match in in_places(text, runs_of(text))]
    assert fast == [match.span() for match in IN_PLACE.finditer(text)]


def test_all_find_something() -> None:
    text = "Dear Ada Lovelace from Springfield"
    assert {f.entity for f in People.shipped().find(text)} == {"PERSON", "LOCATION"}
    assert [match[1] for match in in_places(text, runs_of(text))] == ["Springfield"]


@pytest.mark.parametrize("others", [0, 30])
def test_a_name_is_found_again_alone(others: int) -> None:
    """With few names and with many, of which each is looked for in another way."""
    names = "".join(f"Dear {chr(65 + i % 26)}arlo Q{chr(97 + i % 26)}x, " for i in range(others))
    text = f"Dear Maria Zwick, {names}tell Anna that Zwick called, Zwickish did not"
    found = Detector().find(text)
    again = text.index("Zwick called")
    assert any(f[:3] == (again, again + 5, "PERSON") for f in found)
    assert not any(f.start == text.index("Zwickish") for f in found)


def test_a_particle_alone_is_no_name() -> None:
    """What is left of a run without the words at its ends may hold no capital."""
    assert [f for f in Detector().find("Employee der VERY ") if f.entity == "PERSON"] == []


@pytest.mark.parametrize("whole", ["the {} Institute", "a {} Prize was given", "a {} filter"])
def test_what_is_named_after_somebody_is_nobody(whole: str) -> None:
    found = Detector().find(f"Then {whole.format('Marie Curie')}")
    assert [f for f in found if f.entity == "PERSON"] == []


@pytest.mark.parametrize("whole", ["{}'s filter", "Dear {} University", "{} tests the filter"])
def test_somebody_beside_a_thing_is_a_person(whole: str) -> None:
    found = Detector().find(whole.format("Marie Curie"))
    assert [f for f in found if f.entity == "PERSON"]
