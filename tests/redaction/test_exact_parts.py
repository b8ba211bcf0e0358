"""What the exact mode says in place of ``phonenumbers`` and spaCy, beside what they say."""

import random
from functools import cache
from typing import Any

import phonenumbers
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from phonenumbers import phonenumbermatcher
from presidio_analyzer.predefined_recognizers import PhoneRecognizer

from spanveil.redaction.presidio._context import BlankNlpEngine
from spanveil.redaction.presidio._numbering import (
    HEAD,
    Plan,
    country_code,
    is_international,
    plan,
    readers,
)
from spanveil.redaction.presidio._phones import find_phones

REGIONS = sorted(phonenumbers.SUPPORTED_REGIONS)
_VERIFY: Any = vars(phonenumbermatcher)["_verify"]


def _is_valid(text: str, region: str) -> bool:
    try:
        number = phonenumbers.parse(text, region, keep_raw_input=True)
    except phonenumbers.NumberParseException:
        return False
    return bool(_VERIFY(phonenumbers.Leniency.VALID, number, text, None))


def _written(region: str) -> list[str]:
    """Return numbers of every kind of a region as digits, as they are dialled there and abroad."""
    written: list[str] = []
    for kind in phonenumbers.PhoneNumberType.values():
        number = phonenumbers.example_number_for_type(region, kind)
        if number is not None:
            national = phonenumbers.national_significant_number(number)
            dialled = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
            abroad = phonenumbers.format_out_of_country_calling_number(number, "DE")
            written += [national, f"{number.country_code}{national}"]
            written += ["".join(filter(str.isdigit, text)) for text in (dialled, abroad)]
    return written or ["2127365000"]


@pytest.mark.parametrize("region", REGIONS)
def test_numbers_of_each_region(region: str) -> None:
    rng = random.Random(region)  # noqa: S311 - nothing is protected by it
    read = plan(region)
    assert isinstance(read, Plan)
    examples = _written(region)
    for _ in range(40):
        digits = list(rng.choice(examples))
        for _ in range(rng.randrange(3)):
            place = rng.randrange(len(digits) + 1)
            digits[place : place + rng.randrange(2)] = rng.choice("0123456789")
        text = rng.choice(["", "", "0", "1", "8", "00", "011", "0011"]) + "".join(digits)
        if len(text) < 4:
            continue
        found = read.may_read(len(text), text[:HEAD]) and read.is_number(text, text)
        assert found is _is_valid(text, region), text
        if country_code(text):
            assert is_international(text) is _is_valid(f"+{text}", region), text


@pytest.mark.parametrize("region", ["US", "GB", "DE", "IL", "IN", "CA", "BR", "FR", "IT", "ES"])
def test_what_begins_as_no_number_does_is_none(region: str) -> None:
    rng = random.Random(region)  # noqa: S311 - nothing is protected by it
    read = plan(region)
    assert isinstance(read, Plan)
    skipped = 0
    for head in map("{:03}".format, range(0, 1000, 7)):
        for size in (4, 6, 7, 8, 9, 10, 11, 12):
            if read.may_read(size, head):
                continue
            skipped += 1
            assert not readers((region,), size, head)
            text = head + "".join(rng.choices("0123456789", k=size - len(head)))
            assert not read.is_number(text, text), text
    assert skipped > 150


class _Unexplained:
    explained = False


def _phones(text: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    recognizer = PhoneRecognizer()
    results = (
        recognizer.analyze(text, recognizer.supported_entities),
        find_phones(recognizer, text, _Unexplained()),
    )
    expected, found = (sorted((r.start, r.end) for r in each) for each in results)
    return expected, found


@pytest.mark.parametrize(
    "text",
    [
        "a1b 212 555 0142",  # a few digits, and a number behind them
        "ext 12 +1 212 555 0142",
        "k9(212)555-0142",
        # what looks like an extension takes digits of its own
        "k12 ext 3456 212 555 0142",
        "k12,ext 3456 030 1234567",
        "k12;ext=3456 030 1234567",
        "k1int 3456 030 1234567",
        "q7anexo 1 212 555 0142",
        'id:"7x12345" 030 1234567',
        "no1 (415) 555-0132 x12,a3",
        "v2 +1 212 555 0142",
        "a\uff0b1b2 +49 30 123456",
    ],
)
def test_few_digits_between_letters_hide_no_number(text: str) -> None:
    expected, found = _phones(text)
    assert expected
    assert found == expected


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*'1+()-.xXeai#~/,;:= \n"', "12", "007", "212", "0142", "ext ", "int", ";ext="]
        ),
        max_size=14,
    ).map("".join)
)
def test_phones_among_signs(text: str) -> None:
    expected, found = _phones(text)
    assert found == expected


def test_numbers_are_found_at_all() -> None:
    found = {region for region in REGIONS for text in _written(region) if _is_valid(text, region)}
    assert len(found) > 0.95 * len(REGIONS)


@cache
def _engines() -> tuple[BlankNlpEngine, Any]:
    engine = BlankNlpEngine()
    engine.load()
    return engine, spacy.blank("en")


_WORDS = (
    *("word", "user_id", "a", "d", "D", "o", "P", "x", "5km", "12", "3.5", "abc123", "INV2026"),
    *("US", "e.g", "don't", "Mr", "can", "8", "http://a.b/c", "a@b.co", "10am", "p.m", "x_5km"),
    *("a5_km", "_x", "x_", "ÄÖ", "naïve", "C", "s", "'s", "--", "...", "and", "w", "7_id", "aB"),
    *("id", "2026-03-04T10:22:31Z", "fd4ea742-f63c-409e", "2001:db8::6331", "\\n|", "user-id"),
)
_SIGNS = tuple(",:;!?()[]{}<>#*&\".'`$%+=/\\@|~^_-")
_GAPS = (" ", " ", "  ", "\n", "\t", " \n", "\u00a0", "\u2028")
_TOKENIZER: Any = spacy.blank("en").tokenizer
_SPECIAL = tuple(_TOKENIZER.rules)
_PART = st.one_of(
    st.sampled_from(_WORDS),
    st.sampled_from(_SIGNS),
    st.sampled_from(_GAPS),
    st.sampled_from(_SPECIAL),
)


@given(st.lists(_PART, min_size=1, max_size=10).map("".join))
@settings(max_examples=1_500, deadline=None)
def test_tokens(text: str) -> None:
    engine, language = _engines()
    with engine.zone():
        pieces = list(engine.tokens.pieces(text))
        known = engine.tokens.split({text[start:end] for start, end in pieces})
    found = [(start + n, word) for start, end in pieces for n, word in known[text[start:end]]]
    expected = [(t.idx + len(t), t.text.lower()) for t in language.tokenizer(text)]
    assert found == expected
