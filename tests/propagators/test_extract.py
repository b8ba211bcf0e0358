"""Extraction: what is believed of a carrier, and how hostile ones are read."""

import datetime
import logging
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st
from opentelemetry import baggage
from opentelemetry.context import Context
from opentelemetry.propagators.textmap import Getter
from opentelemetry.trace import INVALID_SPAN_CONTEXT, get_current_span

from spanveil.config import PropagationConfig
from spanveil.context import KeyRing, current
from spanveil.propagators import SpanveilPropagator, claimed_tenant_tag
from spanveil.propagators._baggage import format_baggage, parse_baggage
from spanveil.propagators._extract import restarted_from
from spanveil.propagators._policy import compiled
from spanveil.propagators._traceparent import parse_traceparent, parse_tracestate
from tests.propagators.servers import SECRET

TRACE, SPAN = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"
PARENT = f"00-{TRACE}-{SPAN}-01"
ALLOWED = {"tenant.id": "[a-z]{1,16}", "tier": "gold|silver", "note": "[ -~]*"}


def propagator(**ingress: Any) -> SpanveilPropagator:
    return SpanveilPropagator(PropagationConfig.model_validate({"ingress": ingress}))


TRUSTED = {"default": "trusted", "baggage": ALLOWED}


class _Lists(Getter[dict[str, list[str]]]):
    """A carrier with several headers of one name."""

    def get(self, carrier: dict[str, list[str]], key: str) -> list[str] | None:
        return carrier.get(key)

    def keys(self, carrier: dict[str, list[str]]) -> list[str]:
        return list(carrier)


def read(*headers: str) -> dict[str, object]:
    context = propagator(**TRUSTED).extract({"baggage": list(headers)}, getter=_Lists())
    return dict(baggage.get_all(context))


class TestBaggage:
    def test_allowlisted_keys_with_valid_values_arrive(self) -> None:
        assert read("tier=gold;prop=1 , tenant.id=acme,other=x") == {
            "tier": "gold",
            "tenant.id": "acme",
        }

    @pytest.mark.parametrize(
        "header",
        [
            "tenant%2Eid=evil",  # decoded keys would be another key
            "tenant.id%20=evil",
            "TENANT.ID=evil",
            "tier=bronze",
            "tier=gold%0d%0aX-Admin: 1",
            "note=a%00b",
            "note=%1b[31m",
            "note=%0d%0a",
            "note=%ff%fe",
            "note=%4",
            "note=%zz",
            "note=" + "a" * 257,
            "note=" + "%61" * 257,
            "note=é",
            "note",
            "=gold",
            "tier==gold",
            "tier",
            "",
            ",,,",
            "\x00",
            "tier=gol\x00d",
        ],
    )
    def test_anything_else_does_not(self, header: str) -> None:
        assert read(header) == {}

    def test_the_first_member_decides_even_when_it_is_invalid(self) -> None:
        assert read("tier=gold,tier=silver") == {"tier": "gold"}
        assert read("tier=bad,tier=gold") == {}
        assert read("tier=gold", "tier=silver") == {"tier": "gold"}

    def test_several_headers_are_read(self) -> None:
        assert read("tenant.id=acme", "tier=gold") == {"tenant.id": "acme", "tier": "gold"}

    @pytest.mark.parametrize(
        "headers",
        [
            ["tier=gold," + "x" * 8192],
            ["tier=gold"] + ["x=" + "y" * 4000] * 3,  # each within the limit, together not
            ["tier=gold" + ",a=b" * 180],
            ["tier=gold", ",a=b" * 100, ",a=b" * 100],
            ["tier=gold"] + ["a=b"] * 200,
        ],
    )
    def test_past_a_limit_over_all_headers_nothing_is_believed(self, headers: list[str]) -> None:
        assert read(*headers) == {}

    def test_a_plus_is_a_plus(self) -> None:
        assert read("note=a+b") == {"note": "a+b"}

    @given(st.dictionaries(st.sampled_from(sorted(ALLOWED)), st.text(max_size=300), max_size=3))
    def test_what_is_written_is_read_or_refused(self, members: dict[str, str]) -> None:
        patterns = compiled(ALLOWED)
        found = parse_baggage([format_baggage(members)], patterns)
        for key, value in found.items():
            assert patterns[key].fullmatch(value.strip(" \t"))
            assert value == members[key]

    @given(st.text(max_size=500))
    def test_no_text_raises_or_passes_its_pattern(self, text: str) -> None:
        patterns = compiled(ALLOWED)
        for key, value in parse_baggage([text], patterns).items():
            assert patterns[key].fullmatch(value)


class TestTraceContext:
    @pytest.mark.parametrize(
        "value",
        [
            "",
            "00",
            f"ff-{TRACE}-{SPAN}-01",
            f"00-{'0' * 32}-{SPAN}-01",
            f"00-{TRACE}-{'0' * 16}-01",
            f"00-{TRACE}-{SPAN}-01-more",
            f"00-{TRACE.upper()}-{SPAN}-01",
            f"00-{TRACE}-{SPAN}-01\n",
            f"00-{TRACE}-{SPAN}-1",
            "0" * 10_000,
        ],
    )
    def test_malformed_ones_are_none(self, value: str) -> None:
        assert parse_traceparent([value]) is None

    def test_two_are_none(self) -> None:
        assert parse_traceparent([PARENT, PARENT]) is None

    def test_a_later_version_may_have_more(self) -> None:
        assert parse_traceparent([f"cc-{TRACE}-{SPAN}-01-what"]) is not None

    @pytest.mark.parametrize(
        "value", ["a", "a=", "=b", "A=b", "a=b,a=c", "a=b\x00", "a=" + "b" * 600, "a=é"]
    )
    def test_a_malformed_state_is_dropped_whole(self, value: str) -> None:
        assert parse_tracestate([value]) is None

    def test_a_state_is_read_over_headers(self) -> None:
        state = parse_tracestate(["a=1,b=2", "c@d=3"])
        assert state is not None
        assert state.to_header() == "a=1,b=2,c@d=3"


def extract(carrier: Any, **ingress: Any) -> Context:
    return propagator(**ingress).extract(carrier)


FULL = {"traceparent": PARENT, "tracestate": "dd=t.usr.id:1", "baggage": "tier=gold"}


class TestTrust:
    def test_a_stranger_is_linked_and_not_believed(self) -> None:
        context = extract(FULL, baggage=ALLOWED)
        assert get_current_span(context).get_span_context() == INVALID_SPAN_CONTEXT
        assert baggage.get_all(context) == {}
        remote = restarted_from(context)
        assert remote is not None
        assert f"{remote.trace_id:032x}" == TRACE
        assert remote.trace_flags == 0
        assert not remote.trace_state

    def test_a_trusted_listener_is_continued(self) -> None:
        context = extract(FULL, **TRUSTED)
        remote = get_current_span(context).get_span_context()
        assert f"{remote.trace_id:032x}" == TRACE
        assert remote.trace_flags.sampled
        assert remote.trace_state.to_header() == "dd=t.usr.id:1"
        assert restarted_from(context) is None

    def test_what_other_propagators_took_is_given_back(self) -> None:
        inherited = extract(FULL, **TRUSTED)
        context = propagator().extract({}, context=inherited)
        assert not get_current_span(context).get_span_context().is_valid
        assert baggage.get_all(context) == {}

    def test_an_asgi_listener_is_known_by_its_socket(self) -> None:
        scope = {"type": "http", "server": ("10.0.0.5", 8443), "headers": []}
        trusted = propagator(trusted_listeners=["10.0.0.5:8443"])._extractor._ingress
        assert trusted.trusts(scope)
        assert not trusted.trusts({**scope, "server": ("10.0.0.5", 8080)})
        assert not trusted.trusts({**scope, "server": ("/run/x.sock", None)})
        assert propagator(trusted_listeners=["*:8443"])._extractor._ingress.trusts(scope)

    def test_a_wsgi_listener_is_known_by_its_socket(self) -> None:
        environ = {"wsgi.version": (1, 0), "SERVER_NAME": "10.0.0.5", "SERVER_PORT": "8443"}
        trusted = propagator(trusted_listeners=["10.0.0.5:8443"])._extractor._ingress
        assert trusted.trusts(environ)
        assert not trusted.trusts({**environ, "SERVER_PORT": "80"})
        assert not trusted.trusts({**environ, "SERVER_PORT": "x"})

    @pytest.mark.parametrize(
        "carrier",
        [
            # A sender's own keys: gRPC metadata holds strings, JSON holds lists.
            {"server": "10.0.0.5:8443", "wsgi.version": "(1, 0)"},
            {"type": "http", "server": ["10.0.0.5", 8443], "headers": []},
            {"wsgi.version": [1, 0], "SERVER_NAME": "10.0.0.5", "SERVER_PORT": "8443"},
            {"HTTP_SERVER_PORT": "8443", "host": "10.0.0.5:8443", "forwarded": "for=10.0.0.5"},
            [("server", "10.0.0.5")],
            None,
        ],
    )
    def test_a_header_never_makes_a_listener(self, carrier: Any) -> None:
        assert not propagator(trusted_listeners=["10.0.0.5:8443"])._extractor._ingress.trusts(
            carrier
        )


def certificate(*names: x509.GeneralName, common_name: str = "cn.example") -> str:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])
    now = datetime.datetime.now(datetime.UTC)
    builder = x509.CertificateBuilder(
        subject, subject, key.public_key(), 1, now, now + datetime.timedelta(days=1)
    )
    if names:
        builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
    made = builder.sign(key, hashes.SHA256())
    return made.public_bytes(serialization.Encoding.PEM).decode()


SPIFFE = "spiffe://prod/agents/a"


class TestPeers:
    TRUST = propagator(trusted_peers=["spiffe://prod/agents/*", "api.internal"])._extractor._ingress

    @staticmethod
    def scope(pem: str, error: str | None = None) -> dict[str, Any]:
        tls = {"client_cert_chain": [pem], "client_cert_error": error}
        return {"type": "http", "server": ("10.0.0.5", 1), "extensions": {"tls": tls}}

    def test_a_verified_certificate_is_believed(self) -> None:
        uri = certificate(x509.UniformResourceIdentifier(SPIFFE))
        dns = certificate(x509.DNSName("api.internal"))
        assert self.TRUST.trusts(self.scope(uri))
        assert self.TRUST.trusts(self.scope(dns))

    def test_others_are_not(self) -> None:
        for pem in (
            certificate(x509.UniformResourceIdentifier("spiffe://other/agents/a")),
            certificate(x509.UniformResourceIdentifier("spiffe://prod/agents/../admin")),
            certificate(x509.DNSName("x.example"), common_name="api.internal"),
            "no certificate",
        ):
            assert not self.TRUST.trusts(self.scope(pem))

    def test_the_common_name_counts_without_alternatives(self) -> None:
        assert self.TRUST.trusts(self.scope(certificate(common_name="api.internal")))

    def test_an_unverified_certificate_is_not(self) -> None:
        pem = certificate(x509.DNSName("api.internal"))
        assert not self.TRUST.trusts(self.scope(pem, error="untrusted"))

    def test_mod_ssl_names_count_when_it_verified(self) -> None:
        environ = {"wsgi.version": (1, 0), "SSL_CLIENT_SAN_URI_0": SPIFFE}
        assert not self.TRUST.trusts(environ)
        assert not self.TRUST.trusts({**environ, "SSL_CLIENT_VERIFY": "NONE"})
        assert self.TRUST.trusts({**environ, "SSL_CLIENT_VERIFY": "SUCCESS"})
        headers = {"HTTP_SSL_CLIENT_VERIFY": "SUCCESS", "HTTP_SSL_CLIENT_SAN_URI_0": SPIFFE}
        assert not self.TRUST.trusts({"wsgi.version": (1, 0), **headers})


class TestClaim:
    def test_a_trusted_claim_is_for_correlation_only(self, key_ring: KeyRing) -> None:
        tag = key_ring.tag("acme").text
        context = extract({"spanveil-tenant": tag}, **TRUSTED)
        assert claimed_tenant_tag(context) == tag
        assert current() is None

    @pytest.mark.parametrize("claim", ["acme", "unscoped", "st1_k1_x", ""])
    def test_what_is_no_tag_is_no_claim(self, claim: str) -> None:
        assert claimed_tenant_tag(extract({"spanveil-tenant": claim}, **TRUSTED)) is None

    def test_a_stranger_claims_nothing(self, key_ring: KeyRing) -> None:
        tag = key_ring.tag("acme").text
        assert claimed_tenant_tag(extract({"spanveil-tenant": tag})) is None


class TestFaults:
    @pytest.mark.parametrize("value", [None, 3, [1, 2], {"a": 1}, b"bytes", [[PARENT]]])
    def test_a_json_carrier_can_hold_anything(self, value: Any) -> None:
        carrier = dict.fromkeys(("traceparent", "tracestate", "baggage", "spanveil-tenant"), value)
        context = extract(carrier, **TRUSTED)
        assert not get_current_span(context).get_span_context().is_valid

    def test_a_getter_that_raises_restarts(self) -> None:
        class Broken(_Lists):
            def get(self, carrier: Any, key: str) -> list[str] | None:
                raise RuntimeError(SECRET)

        ours = propagator(**TRUSTED)
        assert ours.extract({}, getter=Broken()) == {}
        assert ours.counts.total("failed") == 1

    def test_nothing_is_logged(self, caplog: pytest.LogCaptureFixture) -> None:
        with caplog.at_level(logging.DEBUG):
            for value in (SECRET, f"a={SECRET},", f"{SECRET}=%zz", SECRET * 2000):
                carrier = dict.fromkeys(("traceparent", "tracestate", "baggage"), value)
                extract(carrier, **TRUSTED)
                extract(carrier)
        assert caplog.records == []
