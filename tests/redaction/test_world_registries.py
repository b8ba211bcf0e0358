"""One number of each registry of the world's, drawn by its form, beside the registry's name."""

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from spanveil.redaction.detection import Detector
from spanveil.redaction.detection._registries_world import WORLD

_ROWS = [(name, form) for _, names, form in WORLD for name in names.split()]
_LETTERS = st.characters(codec="ascii")


DETECTOR = Detector()


def _covered(text: str, value: str) -> bool:
    start = text.index(value)
    end = start + len(value)
    covered = {place for found in DETECTOR.find(text) for place in range(found.start, found.end)}
    return covered.issuperset(range(start, end))


@pytest.mark.parametrize(("name", "form"), _ROWS, ids=[name for name, _ in _ROWS])
@settings(max_examples=3, derandomize=True, deadline=None)
@given(data=st.data())
def test_finds_the_number_beside_its_registrys_name(
    name: str, form: str, data: st.DataObject
) -> None:
    value = data.draw(st.from_regex(re.compile(form, re.ASCII), fullmatch=True, alphabet=_LETTERS))
    assume(any(map(str.isdigit, value)))
    for text in (
        f"The {name.upper()} number printed on the scan reads {value}, please check it",
        f"curl -G https://kyc.example.net/check --data-urlencode '{name}_number={value}'",
        f"- {name.upper()}: {value}\n- Status: verified",
    ):
        assert _covered(text, value), text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("- NRC number\n    569854/23/1\n- Status\n    verified\n", "569854/23/1"),
        ("NRC: 12/OUKAMA(N)123456", "12/OUKAMA(N)123456"),
        ("what can somebody do with my IDNP? it's 2001484966233 and", "2001484966233"),
        ("my Individual Healthcare Identifier? it's 8003601645791042", "8003601645791042"),
        ("ihi_number:8003 6034 9536 2544 outcome=hit", "8003 6034 9536 2544"),
        ("outcome code_melli:0014607621 took=12ms", "0014607621"),
        ("The کد ملی printed on the scan reads 1271274515, please", "1271274515"),
        ("The ΑΦΜ printed on the scan shows 088204446, please", "088204446"),
        ("idnp,city\n2001694610061,x\n", "2001694610061"),
        ("arc_number,city\nA123456789,x\n", "A123456789"),
        ("პირადი ნომერი: 01008012345", "01008012345"),
        ("บัตรประชาชน 1103700012345", "1103700012345"),
        ("ЖШШИР: 41010441645660", "41010441645660"),
        ("Số căn cước: 034085001234", "034085001234"),
        ("Kitambulisho namba: 1234567890", "1234567890"),
        ("NIN CM85012345ABCD was typed", "CM85012345ABCD"),
    ],
)
def test_finds_a_number_as_labels_of_its_country_have_it(text: str, value: str) -> None:
    assert _covered(text, value)


@pytest.mark.parametrize(
    "text",
    [
        "the NRC number of 2019 was 12345",
        "CRM id: 12345678 was merged",
        "ice: 4 cubes, then 250 ml of water",
        "epic ABC-1234567 is in the next sprint",
        "arc length 12345678 was drawn",
        "fin: 1234567 rows are left",
        "NAS volume 12345678 is full",
        "crm_sync took 123456789 ns",
        "sus: 12345678 of 20000000 seen",
        "bi dashboard 123456789 refreshed",
        "siren test 482913 was loud",
        "MST 2024-05-01 10:00:00.123456",
        "the vehicle: model ABC-1234X was sold",
        "a scan shows 123456789 rows",
        "team,epic,ice,fin\na,ABC-12345,1234567,7654321\nb,ABC-12346,1234568,7654329\n",
        "| arc | bi |\n|---|---|\n| 1234567 | 7654321 |\n| 1234568 | 7654322 |\n",
        "1234567 (crm)",
    ],
)
def test_leaves_what_a_word_is_of_otherwise(text: str) -> None:
    assert not DETECTOR.find(text)
