"""URLs lose user, host, identifiers, query and fragment; statements lose their literals."""

import pytest

from spanveil.config import ContentClass
from spanveil.redaction import Redactor

REDACTOR = Redactor(key=b"k" * 32)


def redact(text: str, content_class: ContentClass) -> str:
    shown, report = REDACTOR.text(text, content_class)
    assert not report.errors
    assert REDACTOR.text(shown, content_class)[0] == shown
    return shown


HOST = REDACTOR.text("api.example", ContentClass.NETWORK_ADDRESS)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://api.example/v1/chat/completions", f"https://{HOST}/v1/chat/completions"),
        ("https://alice:pw@API.example:8443/users/alice?q=bob#x", f"https://{HOST}:8443/users/*?*"),
        ("http://localhost:8080/api", "http://localhost:8080/api"),
        ("https://api.example", f"https://{HOST}"),
        ("https://api.example?token=x", f"https://{HOST}?*"),
        ("/users/7/orders/9", "/users/*/orders/*"),
        ("/search?q=alice", "/search?*"),
        ("q=alice&token=x", "[redacted:url:15]"),
        ("data:text/plain;base64,QWxpY2U=", "[redacted:url:31]"),
        ("alice wrote https://api.example", "[redacted:url:31]"),
        ("https://api.example:port/", "[redacted:url:25]"),
        ("//alice/x", "[redacted:url:9]"),
        ("mailto:alice@example.com", "[redacted:url:24]"),
        ("https://[::1/", "[redacted:url:13]"),
        ("https://api.example/\u200balice", "[redacted:url:26]"),
    ],
)
def test_url(text: str, expected: str) -> None:
    assert redact(text, ContentClass.URL) == expected


def test_hosts_join_with_addresses() -> None:
    shown, _ = REDACTOR.attributes(
        {"url.full": "https://api.example/", "server.address": "api.example"}
    )
    assert shown["server.address"] in shown["url.full"]


def test_hostile_urls() -> None:
    assert redact("https://h/" + "a/" * 5000, ContentClass.URL).startswith("[redacted:url:")
    assert len(redact("https://h/" + "a/" * 3000, ContentClass.URL)) < 200


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT * FROM t WHERE a = 'Alice'", "SELECT * FROM t WHERE a = ?"),
        ("select a.b from t a where x in (1,2,3)", "SELECT a . b FROM t a WHERE x IN ( ? )"),
        (
            "INSERT INTO u (n, e) VALUES ('Alice', 7), ('Bob', 8)",
            "INSERT INTO u ( n , e ) VALUES ( ? )",
        ),
        ("SELECT 1 -- for Alice\n", "SELECT ?"),
        ("SELECT /* Alice */ 1", "SELECT ?"),
        ('SELECT * FROM t WHERE a = "Alice"', "SELECT * FROM t WHERE a = ?"),
        ("SELECT * FROM t WHERE a = $1 AND b = %s", None),
        ("SET user:999 secret", None),
        ("Alice owes money", None),
        ("SELECT Alice owes us money", None),
        (r"SELECT 'it\'s Alice', 'x'", None),
        ("SELECT $$Alice$$", None),
        ("SELECT 'Alice", None),
        ("UPDATE t SET a = X'416c696365', b = 0x416c, c = N'Alice'", None),
    ],
)
def test_sql(text: str, expected: str | None) -> None:
    shown = redact(text, ContentClass.DB_STATEMENT)
    for piece in ("Alice", "416c", "Bob", "secret"):
        assert piece not in shown
    if expected is not None:
        assert shown == expected


def test_a_document_query_keeps_its_structure() -> None:
    shown = redact('{"find": "users", "filter": {"name": "Alice"}}', ContentClass.DB_STATEMENT)
    assert (
        shown
        == '{"find":"[redacted:db_statement:5]","filter":{"name":"[redacted:db_statement:5]"}}'
    )


def test_hostile_statements() -> None:
    assert redact("SELECT " + "(" * 9000 + ")" * 9000, ContentClass.DB_STATEMENT)
    assert redact("SELECT " + "'a'," * 10_000, ContentClass.DB_STATEMENT).startswith("[redacted:db")


def test_a_list_of_urls() -> None:
    shown, _ = REDACTOR.value(["/users/7", "bob"], ContentClass.URL)
    assert shown == ["/users/*", "[redacted:url:3]"]


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("SELECT Alice FROM Berlin", ("Alice", "Berlin")),
        ("SELECT balance FROM acme_corp_accounts", ("acme",)),
        ("SELECT a.hiv_status FROM patients a", ("hiv",)),
        ("INSERT INTO globex (name) VALUES (1)", ("globex",)),
    ],
)
def test_names_of_tables_that_code_does_not_use_become_pseudonyms(
    text: str, gone: tuple[str, ...]
) -> None:
    shown = redact(text, ContentClass.DB_STATEMENT)
    assert "ps1_" in shown
    assert not any(name in shown for name in gone)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT id, created_at FROM langchain_pg_embedding WHERE collection_id = ?",
        "SELECT COUNT ( * ) FROM orders o JOIN users u ON u.id = o.user_id",
        "UPDATE jobs SET status = ? WHERE id = ?",
    ],
)
def test_names_in_words_of_code_stay(text: str) -> None:
    assert "ps1_" not in redact(text, ContentClass.DB_STATEMENT)
