"""The allowlist as configuration: patterns, classes, the header table, and the explanation."""

import contextlib
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from spanveil.config import (
    ConfigError,
    PropagationConfig,
    parse_origin_pattern,
    shipped_headers,
    validate,
)
from spanveil.propagators import explain_destination
from spanveil.propagators._destination import destination_of_url, make_destination
from spanveil.propagators._headers import HeaderTable
from spanveil.propagators._policy import Policy
from spanveil.propagators.wire._grpc import destination_of_target
from tests.propagators.servers import SECRET


def covers(pattern: str, url: str) -> bool:
    destination = destination_of_url(url)
    return destination is not None and parse_origin_pattern(pattern).matches(*destination)


class TestOriginPattern:
    @pytest.mark.parametrize(
        ("pattern", "url"),
        [
            ("api.internal", "https://api.internal/x"),
            ("API.internal.", "http://api.INTERNAL.:8080"),
            ("*.internal", "https://a.b.internal"),
            ("https://api.internal", "https://api.internal"),
            ("https://api.internal", "https://api.internal:443"),
            ("https://api.internal:*", "https://api.internal:8443"),
            ("10.0.0.0/8", "http://10.255.0.1:9"),
            ("10.0.0.7:80", "http://10.0.0.7"),
            ("fd00::/8", "http://[fd00::1]:9"),
            ("[::1]:8080", "http://[::1]:8080"),
        ],
    )
    def test_matches(self, pattern: str, url: str) -> None:
        assert covers(pattern, url)

    @pytest.mark.parametrize(
        ("pattern", "url"),
        [
            ("api.internal", "https://xapi.internal"),
            ("api.internal", "https://api.internal.evil.example"),
            ("api.internal", "https://evil.example/api.internal?api.internal"),
            ("*.internal", "https://internal"),
            ("*.internal", "https://evilinternal"),
            ("https://api.internal", "http://api.internal"),
            ("https://api.internal", "https://api.internal:8443"),
            ("api.internal:80", "https://api.internal"),
            ("10.0.0.0/8", "http://11.0.0.1"),
            ("10.0.0.0/8", "http://10.0.0.1.evil.example"),
            ("10.0.0.0/8", "http://0x0a000001"),
            ("10.0.0.0/8", "http://167772161"),
            ("10.0.0.0/8", "http://[::ffff:10.0.0.1]"),
            ("fe80::/10", "http://[fe80::1%25eth0]"),
        ],
    )
    def test_does_not_match(self, pattern: str, url: str) -> None:
        assert not covers(pattern, url)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "*",
            "**.a",
            "a.*",
            "http://",
            "a b",
            "1.2.3.999",
            "x:99999",
            "x:0",
            "x:",
            "10.0.0.1/8",
            "[::1",
            "a..b",
            "http://u@h",
            "h/path",
            "hé",
            "-a",
            "h:8:8",
            "HT TP://h",
            "x:\uff18\uff10",
        ],
    )
    def test_refuses_what_it_cannot_mean(self, text: str) -> None:
        with pytest.raises(ValueError, match="host"):
            parse_origin_pattern(text)

    @given(st.text(max_size=60))
    def test_no_text_raises_anything_else(self, text: str) -> None:
        with contextlib.suppress(ValueError):
            assert parse_origin_pattern(text)

    @given(st.text(max_size=80), st.integers() | st.none())
    def test_no_host_raises(self, host: str, port: int | None) -> None:
        destination = make_destination("http", host, port)
        if destination is not None:
            parse_origin_pattern("*.internal").matches(*destination)


class TestTarget:
    @pytest.mark.parametrize(
        ("target", "host", "port"),
        [
            ("api.internal:50051", "api.internal", 50051),
            ("api.internal", "api.internal", 443),
            (b"dns:///api.internal:50051", "api.internal", 50051),
            ("dns://8.8.8.8/api.internal:1", "api.internal", 1),
            ("dns:api.internal", "api.internal", 443),
            ("xds:///api.internal", "api.internal", 443),
            ("ipv4:10.0.0.1:50051", "10.0.0.1", 50051),
            ("ipv6:[::1]:50051", "::1", 50051),
            ("[::1]:9", "::1", 9),
        ],
    )
    def test_is_read(self, target: Any, host: str, port: int) -> None:
        assert destination_of_target(target) == ("grpc", host, port)

    @pytest.mark.parametrize(
        "target",
        [
            None,
            "",
            "unix:/run/x",
            "unix:x",
            "unix-abstract:x",
            "vsock:1:2",
            "etcd:///api.internal",
            "ipv4:10.0.0.1:1,8.8.8.8:1",
            "api.internal:http",
            "http://api.internal",
            7,
        ],
    )
    def test_is_unknown(self, target: Any) -> None:
        assert destination_of_target(target) is None


class TestConfig:
    def test_by_default_nothing_goes_anywhere(self) -> None:
        policy = Policy(PropagationConfig())
        for url in ("http://localhost", "http://10.0.0.1", "https://api.openai.com"):
            assert policy.classify(destination_of_url(url)).silent

    def test_the_first_class_that_matches_decides(self) -> None:
        classes = [{"name": "a", "match": ["x.internal"]}, {"name": "b", "match": ["*.internal"]}]
        policy = Policy(PropagationConfig.model_validate({"destinations": classes}))
        assert policy.classify(destination_of_url("http://x.internal")).name == "a"
        assert policy.classify(destination_of_url("http://y.internal")).name == "b"

    @pytest.mark.parametrize(
        ("fault", "key"),
        [
            ({"destinations": [{"name": "third-party"}]}, "name"),
            ({"destinations": [{"name": "a"}, {"name": "a"}]}, "destinations"),
            ({"destinations": [{"name": "a", "match": [SECRET + " x"]}]}, "match"),
            ({"destinations": [{"name": "a", "baggage": {"a%b": "x"}}]}, "baggage"),
            ({"destinations": [{"name": "a", "baggage": {"k": "(a+)+"}}]}, "baggage"),
            ({"destinations": [{"name": "a", "baggage": {"k": "a*a*a*"}}]}, "baggage"),
            ({"destinations": [{"name": "a", "baggage": {"k": "[z-a]"}}]}, "baggage"),
            ({"destinations": [{"name": "a", "request_id_header": "a b"}]}, "request_id_header"),
            ({"strip_headers": ["*"]}, "strip_headers"),
            ({"strip_headers": ["a*b"]}, "strip_headers"),
            ({"ingress": {"default": "maybe"}}, "default"),
            ({"ingress": {"trusted_listeners": ["8443"]}}, "trusted_listeners"),
            ({"ingress": {"trusted_peers": ["*"]}}, "trusted_peers"),
        ],
    )
    def test_refuses_what_it_cannot_trust(self, fault: dict[str, Any], key: str) -> None:
        with pytest.raises(ConfigError) as caught:
            validate({"propagation": fault}, "spanveil.yaml")
        assert key in str(caught.value)
        assert SECRET not in str(caught.value)

    @given(st.text(alphabet=r"ab[]{}()*+?|\dw.,1-^$", max_size=24))
    def test_a_pattern_that_is_accepted_is_cheap(self, text: str) -> None:
        try:
            PropagationConfig.model_validate(
                {"destinations": [{"name": "a", "baggage": {"k": text}}]}
            )
        except ValidationError:
            return
        assert "(" not in text.replace("\\(", "")
        re.compile(text).fullmatch("a" * 256 + "!")  # would not end with nested repetition


class TestHeaderTable:
    def test_every_row_says_where_it_comes_from(self) -> None:
        rows = shipped_headers()
        assert all(row.source and row.carries for row in rows)
        assert len({row.name for row in rows}) == len(rows)

    @pytest.mark.parametrize(
        "name",
        [
            "traceparent",
            "TraceParent",
            b"Baggage",
            " baggage ",
            "uberctx-tenant",
            "x_tenant_id",
            "X-Datadog-Tags",
            "grpc-tags-bin",
            "Sentry-Trace",
            "X-Amzn-Trace-Id",
            "x-tenant",
        ],
    )
    def test_knows(self, name: str | bytes) -> None:
        assert HeaderTable().listed(name)

    @pytest.mark.parametrize(
        "name",
        [
            "authorization",
            "accept",
            "content-type",
            "user-agent",
            "x-api-key",
            "host",
            "x-amz-date",
            "openai-organization",
            "anthropic-version",
            "x-amz-security-token",
            "x-goog-user-project",
        ],
    )
    def test_leaves_alone(self, name: str) -> None:
        assert not HeaderTable().listed(name)

    def test_is_extended_by_configuration(self) -> None:
        table = HeaderTable(["x-acme-*", "x-deal"])
        assert table.listed("X-Acme-Anything")
        assert table.listed("x-deal")
        assert not table.listed("x-dealer")

    def test_does_not_grow_with_the_names_it_sees(self) -> None:
        table = HeaderTable()
        for index in range(10_000):
            table.listed(f"x-{index}")
        assert len(table.memo) <= 4096


class TestExplain:
    CONFIG = PropagationConfig.model_validate(
        {
            "destinations": [
                {
                    "name": "internal",
                    "match": ["*.internal"],
                    "trace_context": "continue",
                    "tenant_tag": True,
                    "baggage": {"tier": "gold|silver"},
                },
                {
                    "name": "api",
                    "match": ["https://api.example.com"],
                    "bodies": "pseudonym",
                    "request_id_header": "x-client-request-id",
                    "trace_context": "fresh",
                },
            ]
        }
    )

    def test_says_what_goes_inside(self) -> None:
        found = explain_destination(self.CONFIG, "http://a.internal:8080/x")
        assert found.destination_class == "internal"
        assert found.pattern == "*.internal"
        assert found.lines() == [
            "class: internal (matched by *.internal)",
            "sent: traceparent and tracestate of the current trace",
            "sent: spanveil-tenant: the opaque tag of the current tenant",
            "sent: baggage: tier where the value matches gold|silver",
            "body fields that name the user: removed",
        ]

    def test_says_that_nothing_goes_to_strangers(self) -> None:
        for url in ("https://evil.example", "no url", "https://x\\@a.internal", ""):
            found = explain_destination(self.CONFIG, url)
            assert found.destination_class == "third-party"
            assert found.sent == ()

    def test_says_what_a_partner_gets(self) -> None:
        found = explain_destination(self.CONFIG, "https://api.example.com/v1")
        assert found.bodies == "replaced by pseudonyms"
        assert any("x-client-request-id" in item for item in found.sent)
