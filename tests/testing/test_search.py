"""A canary is recognised in whatever it was wrapped, and never shown."""

import base64
import gzip
import json
import pickle
import urllib.parse
import zlib

import pytest
from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import ExportLogsServiceRequest
from opentelemetry.proto.common.v1.common_pb2 import AnyValue, KeyValue, KeyValueList
from opentelemetry.proto.logs.v1.logs_pb2 import LogRecord, ResourceLogs, ScopeLogs

from spanveil.testing import assert_no_leak
from spanveil.testing._canary import make_canaries
from spanveil.testing._search import Finder

A, B = make_canaries("search")
WORD = A.words["prompt"]


def _messages(value: object, *canaries: object) -> str:
    with pytest.raises(AssertionError) as failed:
        assert_no_leak(value, canaries or [A, B])  # type: ignore[arg-type]
    return str(failed.value)


ENCODINGS: dict[str, object] = {
    "plain": f"said {A.prompt}.",
    "upper": A.prompt.upper(),
    "bytes": A.prompt.encode(),
    "json in json": json.dumps({"x": json.dumps(A.prompt)}),
    "escaped": "".join(f"\\u{ord(c):04X}" for c in A.prompt),
    "hexadecimal": A.prompt.encode().hex().upper(),
    "percent": "".join(f"%{byte:02X}" for byte in A.prompt.encode()),
    "query": urllib.parse.urlencode({"q": A.prompt}),
    "base64 at 0": base64.b64encode(WORD.encode()).decode(),
    "base64 at 1": base64.b64encode(f"x{WORD}yz".encode()).decode(),
    "base64 at 2": base64.b64encode(f"xx{WORD}".encode()).decode(),
    "base64 for URLs": base64.urlsafe_b64encode(f"??>{WORD}".encode()).decode(),
    "base64 bytes": base64.b64encode(A.prompt.encode()),
    "gzip": gzip.compress(A.prompt.encode()),
    "zlib": zlib.compress(A.prompt.encode()),
    "pickle": pickle.dumps({"prompt": A.prompt}),
    "nested": {"a": [{"b": (1, None, A.prompt)}]},
}


@pytest.mark.parametrize("name", ENCODINGS)
def test_every_wrapping(name: str) -> None:
    message = _messages(ENCODINGS[name])
    assert "tenant A's prompt" in message
    assert WORD not in message.lower()


def test_paths_and_owners() -> None:
    record = LogRecord(
        body=AnyValue(
            kvlist_value=KeyValueList(
                values=[KeyValue(key="said", value=AnyValue(string_value=B.secret))]
            )
        ),
        attributes=[KeyValue(key=A.tenant_id, value=AnyValue(string_value="x"))],
    )
    request = ExportLogsServiceRequest(
        resource_logs=[ResourceLogs(scope_logs=[ScopeLogs(log_records=[record])])]
    )
    message = _messages(request)
    assert message.startswith("2 leaks:")
    path = "resource_logs[0].scope_logs[0].log_records[0]"
    assert f"{path}.body.kvlist_value.values['said'].value.string_value holds tenant B's" in message
    assert f"{path}.attributes[<a name that is a canary>].key holds tenant A's tenant_id" in message
    assert A.words["tenant_id"] not in message


def test_a_mapping_whose_key_is_a_canary() -> None:
    message = _messages({A.email: {"x": B.prompt}})
    assert "telemetry key holds tenant A's email" in message
    assert A.words["email"] not in message


def test_words_of_your_own() -> None:
    assert _messages("the launch code", "launch code") == ("1 leaks:\n  - telemetry holds canary 0")
    assert_no_leak("nothing here", ["launch code"])
    for canaries in ([], ["short"], [""]):
        with pytest.raises(ValueError, match="at least 6"):
            assert_no_leak("x", canaries)


def test_many_leaks_are_summed_up() -> None:
    message = _messages([A.prompt] * 100)
    assert message.startswith("100 leaks:")
    assert message.endswith("and 80 more")


def test_canaries_differ_and_repeat() -> None:
    words = [word for tenant in (A, B) for word in tenant.words.values()]
    assert len(set(words)) == 14
    assert make_canaries("search")[0].words == A.words
    assert make_canaries("other")[0].words != A.words
    for tenant in (A, B):
        assert tenant.context.tenant_id == tenant.tenant_id
        assert not any(word in repr(tenant) for word in tenant.words.values())
        for name, word in tenant.words.items():
            assert word in getattr(tenant, name)


def test_innocent_text_has_no_canary() -> None:
    finder = Finder.of([A, B])
    for text in ("", "zq", "A perfectly ordinary sentence.", "\ud800", "%7a%71"):
        assert finder.find(text) == set()
    for data in (b"", b"\x1f\x8bnot gzip", b"\x78\x9cnot zlib", bytes(range(256)) * 50):
        assert finder.find(data) == set()
