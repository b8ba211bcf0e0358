"""The prefilter of names and places is a superset: with it as without it, the same findings."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spanveil.redaction.detection import Finding
from spanveil.redaction.detection import _people as people
from spanveil.redaction.detection._gazetteer import Gazetteer
from spanveil.redaction.detection._starts import Starts

FRAGMENTS = (
    "Ada", "Ada Lovelace", "Óscar", "Zoë", "O'Neil", "D\u2019Arcy", "Jean-Luc", "van der Berg", "ACME", "Dr.", "ada",
    "my name is", "My full name's", "name is", "I am called", "dear", "in", "born in", "moved to", "our", "Paris",
    "12", "12b", "1234567", "١٢", "3rd", "Oak Street", "Suite 4", "Flat 3,", "Unit 12", "Springfield, IL 62704",
    "Hauptstraße 12", "Hauptstr. 7", "Karl-Marx-Allee 3", "Königsweg 9", "vägen 2", "Bad-Weg 1,", "rue Duval", "12 bis, rue", "Via Roma 3",
    "C/ Mayor 1", "Plaça", "Praça da Luz", "Urbanización Sol", "P.O. Box 12", "PO Box 7", "PSC 12, Box 3 APO AE 09012",
    "address is", "lives at", "Shipped it to", "mail to", "name:", '"name": "', "full_name =", "city=>", 'city": "', "prénom:",
    "x.y-z:", '\\"owner\\": \\"', "name,city,id\n", "Ada,Paris,7\n", "first_name, last_name\n", "Ada,Lovelace\n",
    "\n", "\\n", "\\\\n", "\t", "\x1c", "\u00a0", "\u2003", "“", "”", ".", ",", "-", "/", '"', "'", "(", ")", "_", "é", "É", "Ж", "Ωm", "中",
    "\u0561", "\u0531", "ª", "²", "\U0001f600", "\ud800",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(FRAGMENTS) | st.sampled_from((" ", "")), max_size=24)


@pytest.fixture(scope="module")
def finders() -> tuple[people.People, people.People]:
    """One that starts where Hyperscan says, one that tries everywhere."""
    everywhere = people.People(Gazetteer.shipped())
    everywhere._starts._scanner = None
    return people.People.shipped(), everywhere


@settings(max_examples=1_500, deadline=None)
@given(pieces=TEXTS, separator=st.sampled_from((" ", "", ", ")))
def test_no_name_or_place_is_missed(
    pieces: list[str], separator: str, finders: tuple[people.People, people.People]
) -> None:
    text = separator.join(pieces)
    fast, plain = finders
    assert sorted(fast.find(text)) == sorted(plain.find(text))


def test_a_text_of_nothing_but_starts_is_read_everywhere() -> None:
    starts = Starts([(r"\b[A-Z]",)])
    assert starts.of("A " * 4_000) == [None]
    assert starts.of("A b") == [[0]]


def test_both_find_something(finders: tuple[people.People, people.People]) -> None:
    text = "Dear Ada Lovelace from Springfield"
    found = [Finding(*f) for finder in finders for f in finder.find(text)]
    assert {f.entity for f in found} == {"PERSON", "LOCATION"}
