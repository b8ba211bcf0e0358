"""Pseudonyms join equal identifiers and say nothing else."""

import pytest

from spanveil.redaction import Redactor


def user(redactor: Redactor, value: object, key: str = "user.id") -> object:
    return redactor.attributes({key: value})[0][key]


def test_equal_values_are_equal_under_one_key_only() -> None:
    one, other = Redactor(key=b"a" * 16), Redactor(key=b"b" * 16)
    assert user(one, "alice") == user(Redactor(key=b"a" * 16), "alice")
    assert user(one, "alice") != user(one, "bob")
    assert user(one, "alice") != user(other, "alice")
    assert user(Redactor(), "alice") != user(Redactor(), "alice")


def test_a_class_has_pseudonyms_of_its_own() -> None:
    redactor = Redactor()
    assert user(redactor, "alice") != user(redactor, "alice", "session.id")


def test_bytes_are_not_a_list_of_numbers() -> None:
    assert user(Redactor(), bytearray(b"alice")) == "[redacted:user_identifier:5]"


def test_numbers_and_lists() -> None:
    redactor = Redactor()
    assert user(redactor, 7) == user(redactor, "7")
    assert user(redactor, ["a", "b"]) == [user(redactor, "a"), user(redactor, "b")]


def test_a_short_key_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 16 bytes"):
        Redactor(key=b"short")
