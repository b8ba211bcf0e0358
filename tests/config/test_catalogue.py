"""Keys to content classes: exact rows, wildcards, what an application may not borrow."""

import pytest

from spanveil.config import UNKNOWN_FIELD, Catalogue, CatalogueField, ContentClass, ValueFormat


def row(pattern: str, content_class: ContentClass = ContentClass.PROMPT) -> CatalogueField:
    return CatalogueField(content_class, ValueFormat.TEXT, pattern, "test")


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("gen_ai.input.messages", ContentClass.PROMPT),
        ("gen_ai.usage.input_tokens", ContentClass.SAFE),
        ("gen_ai.tool.call.arguments", ContentClass.TOOL_ARGUMENTS),
        ("gen_ai.prompt.0.content", ContentClass.PROMPT),
        ("gen_ai.prompt.0.role", ContentClass.SAFE),
        ("llm.input_messages.3.message.role", ContentClass.SAFE),
        ("llm.input_messages.3.message.contents.1.message_content.text", ContentClass.PROMPT),
        ("llm.input_messages.3.message.invented", ContentClass.PROMPT),
        ("http.request.header.authorization", ContentClass.HTTP_HEADER),
        ("user.id", ContentClass.USER_IDENTIFIER),
        ("server.address", ContentClass.NETWORK_ADDRESS),
        ("exception.stacktrace", ContentClass.EXCEPTION_TEXT),
        ("db.query.text", ContentClass.DB_STATEMENT),
    ],
)
def test_shipped_rows(key: str, expected: ContentClass) -> None:
    assert Catalogue.shipped().classify(key).content_class is expected


@pytest.mark.parametrize(
    "key", ["", ".", "...", "*", "zzz.nothing", "\x00", "a" * 100_000, "." * 100_000]
)
def test_keys_that_no_row_names(key: str) -> None:
    assert Catalogue.shipped().classify(key).content_class is ContentClass.UNKNOWN


def test_precedence() -> None:
    catalogue = Catalogue([row("a.**"), row("a.*.c"), row("a.b.c"), row("a.b.*"), row("a.b.**")])
    found = {key: catalogue.classify(key).pattern for key in ("a.b.c", "a.b.d", "a.x.c", "a.x.y.z")}
    assert found == {"a.b.c": "a.b.c", "a.b.d": "a.b.*", "a.x.c": "a.*.c", "a.x.y.z": "a.**"}
    assert catalogue.classify("a.b.c.d").pattern == "a.b.**"
    assert catalogue.classify("a") is UNKNOWN_FIELD


def test_a_long_segment_borrows_no_safe_row_but_stays_under_a_strict_one() -> None:
    catalogue = Catalogue([row("s.*.name", ContentClass.SAFE), row("p.*.name")])
    long = "alice-smith-owes-us-a-lot-of-money-and-more"
    assert catalogue.classify(f"s.{long}.name") is UNKNOWN_FIELD
    assert catalogue.classify("s.0.name").content_class is ContentClass.SAFE
    assert catalogue.classify(f"p.{long}.name").content_class is ContentClass.PROMPT


def test_no_shipped_wildcard_vouches_for_free_text() -> None:
    loose = [
        field.pattern
        for field in Catalogue.shipped()
        if field.content_class is ContentClass.SAFE
        and field.pattern.endswith("*")
        and field.value_format is not ValueFormat.NUMBER
    ]
    assert loose == []


def test_no_bare_word_is_safe() -> None:
    safe = [f.pattern for f in Catalogue.shipped() if f.content_class is ContentClass.SAFE]
    assert [pattern for pattern in safe if "." not in pattern] == []


def test_the_memo_is_bounded_and_right() -> None:
    catalogue = Catalogue([row("a.*")])
    for index in range(20_000):
        assert catalogue.classify(f"a.{index}").pattern == "a.*"
    assert catalogue.classify("a." + "x" * 1000).pattern == "a.*"
    assert len(catalogue._memo) <= 8192
