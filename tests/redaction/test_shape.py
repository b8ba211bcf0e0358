"""Which forms pass where no contract vouches for a value."""

import pytest

from spanveil.redaction import DROPPED, Position, Redactor, is_marker

PASS = [
    "tool_call",
    "gpt-4o",
    "ok",
    "eastus2",
    "k8s",
    "tool_call.created",
    "v2",
    "user",
    "text/event-stream",
]
GROUPED = ["PaymentIntent.created", "Alice", "acme-corp", "diabetes"]
STOP = [
    "a b",
    "sk-live-9f8e7d6c5b4a",
    "7f3a9c",
    "3f2b1a9c-1111-4222-8333-123456789abc",
    "555-0100-99",
    "alice@example.com",
    "the-quick-brown-fox-jumps-over-the-lazy-dog",
    "the_quick_brown_fox_jumps_over_the_lazy_dog",
    "élan",
    "a\nb",
    "x" * 65,
    "/users/alice",
    "10.20.30.40",
]


@pytest.mark.parametrize("text", PASS)
def test_a_token_passes_under_an_unknown_key(text: str) -> None:
    assert Redactor().attributes({"zone.of.x": text})[0] == {"zone.of.x": text}


@pytest.mark.parametrize("text", GROUPED)
def test_a_token_that_is_not_of_code_becomes_a_pseudonym(text: str) -> None:
    shown = Redactor().attributes({"zone.of.x": text})[0]["zone.of.x"]
    assert shown.startswith("ps1_")


@pytest.mark.parametrize("text", STOP)
def test_anything_else_is_replaced(text: str) -> None:
    assert Redactor().attributes({"zone.of.x": text})[0] == {
        "zone.of.x": f"[redacted:unknown:{len(text)}]"
    }


@pytest.mark.parametrize(
    ("number", "kept"), [(0, True), (-3.5, True), (404, True), (65_535, False), (987654321, False)]
)
def test_unknown_numbers(number: float, kept: bool) -> None:
    shown = Redactor().attributes({"zone.of.x": number})[0]["zone.of.x"]
    assert (shown == number) is kept


def test_a_measure_may_be_longer() -> None:
    given = {"zone.count": 65_535, "zone.duration_ms": 1_234.5, "password_count": 65_535}
    assert Redactor().attributes(given)[0] == given | {"password_count": "[redacted:unknown]"}


def test_safe_text_is_a_label_not_prose() -> None:
    redactor = Redactor()
    shown, _ = redactor.attributes(
        {
            "gen_ai.request.model": "gpt-4o-2024-08-06",
            "gen_ai.agent.name": "Write to Alice about the money she owes us",
            "gen_ai.tool.name": '{"user": "alice"}',
            "gen_ai.provider.name": "mail alice@example.com",
            "gen_ai.usage.input_tokens": "Alice",
        }
    )
    assert shown["gen_ai.request.model"] == "gpt-4o-2024-08-06"
    assert "lice" not in str(shown)


@pytest.mark.parametrize(
    ("text", "position", "kept", "expected"),
    [
        ("chat gpt-4o", Position.SPAN, (), "chat gpt-4o"),
        ("execute_tool get_weather", Position.SPAN, (), "execute_tool get_weather"),
        ("GET /users/{id}", Position.SPAN, ("/users/{id}",), "GET /users/{id}"),
        ("GET /users/alice", Position.SPAN, (), "GET [redacted:name:12]"),
        ("GET users/alice", Position.SPAN, (), "GET [redacted:name:11]"),
        ("users/alice", Position.SPAN, (), "[redacted:name:11]"),
        ("tools/call", Position.SPAN, (), "tools/call"),
        ("shop.Cart/AddItem", Position.SPAN, ("shop.Cart", "AddItem"), "shop.Cart/AddItem"),
        ("shop.Cart/AddItem", Position.SPAN, (), "[redacted:name:17]"),
        ("Write to Alice about her loan.task", Position.SPAN, (), "[redacted:name:34]"),
        ("gen_ai.user.message", Position.EVENT, (), "gen_ai.user.message"),
        ("Alice paid", Position.EVENT, (), "[redacted:name:10]"),
        ("paid 4111111111111111", Position.EVENT, (), "[redacted:name:21]"),
        ("lib-4111111111111111", Position.SCOPE, (), "[redacted:name:20]"),
        (
            "opentelemetry.instrumentation.httpx",
            Position.SCOPE,
            (),
            "opentelemetry.instrumentation.httpx",
        ),
        ("github.com/acme/lib", Position.SCOPE, (), "github.com/acme/lib"),
        ("1.27.0-rc.1", Position.VERSION, (), "1.27.0-rc.1"),
        ("Alice was here", Position.VERSION, (), "[redacted:name:14]"),
        ("", Position.SPAN, (), ""),
    ],
)
def test_names(text: str, position: Position, kept: tuple[str, ...], expected: str) -> None:
    shown, report = Redactor().name(text, position, kept)
    assert shown == expected
    assert not report.errors


def test_a_name_that_cannot_be_judged_is_dropped() -> None:
    class Kept:
        def __contains__(self, item: object) -> bool:
            raise RuntimeError("Alice")

    shown, report = Redactor().name("Write to Alice", Position.SPAN, Kept())
    assert shown == DROPPED
    assert report.errors == {"RuntimeError": 1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[redacted]", True),
        ("[redacted:prompt]", True),
        ("[redacted:prompt:12]", True),
        ("[redacted:email_address]", True),
        ("[redacted:prompt:12] ", False),
        ("[redacted:my_password_is_x:12]", False),
        ("[redacted:prompt:12345678]", False),
        ("[REDACTED]", False),
    ],
)
def test_markers_are_a_closed_set(text: str, expected: bool) -> None:
    assert is_marker(text) is expected


@pytest.mark.parametrize("key", ["gen_ai.agent.name", "gen_ai.tool.name", "graphql.document.type"])
def test_a_label_that_is_a_full_name_goes(key: str) -> None:
    shown = Redactor().attributes({key: "Alice Smith"})[0][key]
    assert "Alice" not in shown
    assert "Smith" not in shown


@pytest.mark.parametrize("text", ["Research Assistant", "Travel Planner Agent", "Billing Bot"])
def test_a_label_of_several_words_stays(text: str) -> None:
    assert Redactor().attributes({"gen_ai.agent.name": text})[0] == {"gen_ai.agent.name": text}
