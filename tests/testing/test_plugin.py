"""The plugin catches leaks of an unprotected service and passes the protected one."""

import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from spanveil.testing._canary import make_canaries

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = Path(__file__).with_name("sample_service.py").read_text("utf-8")


def _documented() -> str:
    """The leak test that the documentation shows."""
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "docs/testing.md").read_text("utf-8"), re.S)
    (block,) = [block for block in blocks if "def test_nothing_of_a_tenant_leaves" in block]
    return str(block)


@pytest.fixture(scope="module")
def model_api() -> Iterator[str]:
    """The one stand-in: a model API on loopback."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            content = json.dumps({"answer": "done"}).encode()
            self.send_response(200)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def service(
    pytester: pytest.Pytester, model_api: str, monkeypatch: pytest.MonkeyPatch
) -> pytest.Pytester:
    pytester.makepyfile(my_service=SAMPLE)
    monkeypatch.setenv("SAMPLE_MODEL_API", model_api)
    for name in ("SPANVEIL_MODE", "SPANVEIL_TAG_KEYS", "SPANVEIL_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    return pytester


def _run(
    service: pytest.Pytester, test: str, protected: bool, found: bool = False
) -> tuple[pytest.RunResult, str]:
    """Run a test in a process of its own.

    Args:
        service: Where the sample service is.
        test: The source of the test.
        protected: Whether the service uses Spanveil.
        found: Whether pytest is to find the plugin by its entry point, as for users. It then
            finds those of every other package as well, which takes seconds.
    """
    service.makepyfile(test_leaks=test)
    options = ["-p", "no:cacheprovider", "-W", "error"]
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SAMPLE_PROTECTED", "1" if protected else "0")
        if not found:
            environment.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
            options += ["-p", "spanveil.testing._plugin"]
        result = service.runpytest_subprocess(*options, timeout=300)
    return result, result.stdout.str()


def test_the_documented_test_is_under_ten_lines() -> None:
    code = [line for line in _documented().splitlines() if line.strip()]
    assert len(code) < 10


def test_it_fails_on_the_unprotected_service(service: pytest.Pytester) -> None:
    result, output = _run(service, _documented(), protected=False)
    result.assert_outcomes(failed=1)
    for place in (
        r"traces\..*attributes\['gen_ai\.input\.messages'\].* holds tenant A's prompt",
        r"traces\..*attributes\['user\.id'\].* holds tenant B's user_id",
        r"logs\..*\.body\..* holds tenant A's prompt",
        r"metrics\..*attributes\['user'\].* holds tenant A's user_id",
        r"request to 127\.0\.0\.1:\d+: header 'baggage' holds tenant A's tenant_id",
    ):
        assert re.search(place, output), place
    for tenant in make_canaries("test_nothing_of_a_tenant_leaves"):
        assert not [word for word in tenant.words.values() if word in output]


def test_it_passes_on_the_protected_service(service: pytest.Pytester) -> None:
    result, _ = _run(service, _documented(), protected=True, found=True)
    result.assert_outcomes(passed=1)


CROSSING = """
import my_service

def test_crossing(spanveil_leak_check):
    my_service.set_up()
    a, b = spanveil_leak_check.tenants
    my_service.TOOLS[b.tenant_id] = a.tool_result   # the store answers with the other tenant's row
    with spanveil_leak_check.acting_as(b):
        my_service.answer(b.prompt)
    spanveil_leak_check.assert_nothing_crossed()
"""


def test_one_tenants_words_in_the_others_request(service: pytest.Pytester) -> None:
    result, output = _run(service, CROSSING, protected=True)
    result.assert_outcomes(failed=1)
    assert "1 leaks" in output
    assert re.search(r"request to 127\.0\.0\.1:\d+: its body holds tenant A's tool_result", output)


NOTHING = """
import my_service

def test_nothing_recorded(spanveil_leak_check):
    spanveil_leak_check.assert_nothing_crossed()

def test_a_signal_is_missing(spanveil_leak_check):
    my_service.set_up()
    with spanveil_leak_check.acting_as(spanveil_leak_check.tenants[0]) as tenant:
        my_service.answer(tenant.prompt)
    spanveil_leak_check.assert_nothing_crossed(signals=("traces", "profiles"))
"""


def test_a_test_that_captured_nothing_fails(service: pytest.Pytester) -> None:
    result, output = _run(service, NOTHING, protected=True)
    result.assert_outcomes(failed=2)
    assert "no traces were exported" in output
    assert "no profiles were exported" in output


REPEATED = """
import json, pathlib, pytest
import my_service

@pytest.mark.parametrize("turn", [1, 2])
def test_tests_do_not_see_each_other(spanveil_leak_check, turn):
    my_service.set_up()
    with spanveil_leak_check.acting_as(spanveil_leak_check.tenants[0]) as tenant:
        my_service.answer(tenant.prompt)
    assert len(spanveil_leak_check.snapshot()) == 2
    # Start-up canaries go to loopback too, under no tenant.
    assert len([request for request in spanveil_leak_check.sent() if request.acting]) == 1
    spanveil_leak_check.assert_nothing_crossed()

def test_snapshot(spanveil_deterministic, spanveil_leak_check):
    my_service.set_up()
    with spanveil_leak_check.acting_as(spanveil_leak_check.tenants[0]) as tenant:
        assert tenant.context.request_id
        my_service.answer(tenant.prompt)
    (export,) = [e for e in spanveil_leak_check.exported() if e.signal == "traces"]
    spans = export.message.resource_spans[0].scope_spans[0].spans
    ids = sorted(span.span_id.hex() for span in spans)
    path = pathlib.Path("snapshots.jsonl")
    with path.open("a") as file:
        print(json.dumps([ids, spanveil_leak_check.snapshot()], default=str), file=file)
"""


def test_snapshots_are_the_same_in_every_run(service: pytest.Pytester) -> None:
    for _ in range(2):
        result, _ = _run(service, REPEATED, protected=True)
        result.assert_outcomes(passed=3)
    lines = (service.path / "snapshots.jsonl").read_text().splitlines()
    assert len(lines) == 2
    assert lines[0] == lines[1]
    ids, spans = json.loads(lines[0])
    assert ids == ["0000000000000001", "0000000000000002"]
    parent, child = spans
    assert (parent["parent"], child["parent"]) == (None, 0)
    assert child["attributes"]["gen_ai.tool.name"] == "lookup"
    assert "st1_dev_" in json.dumps(parent)


def test_the_plugin_is_light(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project that has Spanveil installed and does not use the plugin pays nothing for it."""
    pytester.makepyfile(
        """
        import sys

        def test_loaded():
            assert "spanveil.testing._plugin" in sys.modules
            heavy = {"opentelemetry", "grpc", "hypothesis", "h11", "pydantic", "jwt"}
            assert not heavy & {name.partition(".")[0] for name in sys.modules}
        """
    )
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    result = pytester.runpytest_subprocess("-p", "spanveil.testing._plugin", timeout=300)
    result.assert_outcomes(passed=1)
