"""The admin page in a real browser, against a real gateway process.

A Chromium of the system is used, or one that ``playwright install chromium`` brought.
"""

import json
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from spanveil.config import ConfigError, validate
from spanveil.gateway._admin import Admin
from spanveil.gateway._http_server import HttpServer
from spanveil.gateway._otlp_json import encode
from tests.gateway.conftest import HttpSinkServer, serving
from tests.gateway.processes import PATIENCE, Process, fetch, post
from tests.gateway.test_admin import Shown
from tests.ports import free_port

playwright = pytest.importorskip("playwright.sync_api", reason="there is no playwright")

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_BELL = "window.rang = (window.rang || 0) + 1"
HOSTILE = f'<img src=x onerror="{_BELL}"><script>{_BELL}</script>'


class Browser:
    """Chromium, and what its pages complained of."""

    def __init__(self, chromium: Any) -> None:
        self._chromium = chromium
        self.complaints: list[str] = []
        self.requested: list[str] = []

    def open(self, url: str, **how: Any) -> Any:
        context = self._chromium.new_context(**how)
        context.add_init_script(
            "addEventListener('securitypolicyviolation',"
            " (event) => console.error('CSP ' + event.blockedURI))"
        )
        page = context.new_page()
        page.on("console", lambda message: self._said(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.requested.append(request.url))
        page.set_default_timeout(1000 * PATIENCE)
        page.goto(url)
        return page

    def _said(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(text)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    # A resolver that an attacker holds: any name may point to this machine.
    options = ["--host-resolver-rules=MAP *.example 127.0.0.1", "--no-proxy-server"]
    if os.geteuid() == 0:
        options.append("--no-sandbox")  # Chromium refuses its sandbox to root
    with playwright.sync_playwright() as driver:
        try:
            browser = driver.chromium.launch(executable_path=found, args=options)
        except playwright.Error as error:
            pytest.skip(f"no Chromium starts here: {str(error).splitlines()[0]}")
        yield browser
        browser.close()


@pytest.fixture
def browser(chromium: Any) -> Iterator[Browser]:
    found = Browser(chromium)
    yield found
    for context in chromium.contexts:
        context.close()


@pytest.fixture(scope="module")
def process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Process]:
    """A gateway that all tests share which only look."""
    directory = tmp_path_factory.mktemp("gateway")
    sink = HttpSinkServer()
    document = {
        "receivers": {"grpc": None, "http": f"127.0.0.1:{free_port()}"},
        "sinks": [{"name": "open", "url": sink.url}],
        "queue": {"directory": str(directory / "queue")},
        "admin": f"127.0.0.1:{free_port()}",
    }
    path = directory / "spanveil.json"
    path.write_text(json.dumps({"gateway": document}))
    running = Process(path)
    try:
        running.wait_ready()
        yield running
    finally:
        running.end()
        sink.close()


def traces(text: str, key: str = "gen_ai.input.messages", name: str = "chat") -> bytes:
    request = ExportTraceServiceRequest()
    span = request.resource_spans.add().scope_spans.add().spans.add(name=name)
    span.attributes.add(key=key).value.string_value = text
    span.attributes.add(key="gen_ai.request.model").value.string_value = "gpt-4o"
    return request.SerializeToString()


def as_json(body: bytes) -> str:
    return encode(ExportTraceServiceRequest.FromString(body)).decode()


def rows(page: Any, table: str) -> list[list[str]]:
    found = page.locator(f"#{table} tbody tr").all()
    return [[cell.strip() for cell in row.locator("td").all_inner_texts()] for row in found]


def until(page: Any, condition: Callable[[], object]) -> None:
    """Wait until a condition holds. The page's policy forbids what Playwright's own wait needs."""
    for _ in range(int(PATIENCE / 0.05)):
        if condition():
            return
        page.wait_for_timeout(50)
    pytest.fail("the condition never held")


def redact(page: Any, payload: str, sink: str = "", signal: str = "traces") -> None:
    page.wait_for_selector("#preview-sink option", state="attached")
    if sink:
        page.select_option("#preview-sink", sink)
    page.select_option("#preview-signal", signal)
    page.fill("#preview-payload", payload)
    page.click("#preview-run")


def test_the_page_shows_what_goes_through(
    browser: Browser, launch: Callable[..., Any], http_sink: Any
) -> None:
    process = launch(
        http_sink.url,
        sinks=[
            {"name": "open", "url": http_sink.url},
            {
                "name": "dead",
                "url": f"http://127.0.0.1:{free_port()}",
                "profile": "strict",
                "retry": {"initial": 0.05, "maximum": 0.2},
            },
        ],
    )
    process.wait_ready()
    page = browser.open(process.admin)
    page.wait_for_selector("#ready.good")
    assert page.locator("#redacted-empty").is_visible()
    assert rows(page, "flow")[0][3:6] == ["0", "0", "0"]
    for _ in range(3):
        assert post(process.http, traces("mail jane@example.com", "note")) == 200
    until(page, lambda: rows(page, "flow")[0][3] == rows(page, "sinks")[0][4] == "3")
    page.wait_for_selector("#sinks td.bad")
    (up, down) = rows(page, "sinks")
    assert up[:3] == ["open", "shared", "up"]
    assert down[:3] == ["dead", "strict", "down, tried again"]
    assert int(down[3]) >= 1
    assert "MiB" in page.inner_text("#queue-text")
    redacted = rows(page, "redacted")
    assert ["message_payload", "skeleton", "open", "3"] in redacted
    assert ["message_payload", "marker", "dead", "3"] in redacted
    assert [row[1] for row in redacted][-2:] == ["keep", "keep"]
    assert not page.locator("#redacted-empty").is_visible()
    assert "jane" not in page.content()
    process.end()
    page.wait_for_selector("#ready.bad")
    assert page.inner_text("#ready") == "no answer"
    # What Chromium itself says of the gateway's end is all that there may be.
    assert [c for c in browser.complaints if "ERR_CONNECTION" not in c] == []


def test_a_preview_shows_before_after_and_why_and_keeps_nothing(
    browser: Browser, process: Process
) -> None:
    canary = secrets.token_hex(12)
    page = browser.open(process.admin)
    page.click("#preview-run")
    assert "Paste a request" in page.inner_text("#preview-error")
    redact(page, as_json(traces(f"Jane said {canary} today", name=f"Ask {canary} now")))
    page.wait_for_selector("#preview-changes li")
    changes = {
        item.locator(".path").inner_text(): (
            item.locator(".before").inner_text(),
            item.locator(".after").inner_text(),
            item.locator(".why").inner_text(),
        )
        for item in page.locator("#preview-changes li").all()
    }
    before, after, why = changes[
        "resourceSpans[0].scopeSpans[0].spans[0].attributes[gen_ai.input.messages]"
    ]
    assert canary in before
    assert after.startswith("[redacted:")
    assert "prompt, so skeleton" in why
    assert "the catalogue's row gen_ai.input.messages" in why
    name = changes["resourceSpans[0].scopeSpans[0].spans[0].name"]
    assert "a name" in name[2]
    assert canary not in page.inner_text("#preview-after")
    assert "gpt-4o" in page.inner_text("#preview-after")
    assert canary in page.inner_text("#preview-before")
    # Neither the browser nor the gateway has it anywhere but on the page.
    kept = page.evaluate(
        "JSON.stringify([localStorage, sessionStorage, document.cookie, location.href])"
    )
    assert canary not in kept
    page.click("#preview-clear")
    assert canary not in page.content()
    assert page.input_value("#preview-payload") == ""
    assert all(url.startswith(process.admin) for url in browser.requested)
    shown = [fetch(f"{process.admin}{path}")[1] for path in ("/api/state", "/metrics")]
    queue = Path(process.config["queue"]["directory"])
    files = [path.read_bytes() for path in queue.iterdir()]
    assert files
    assert canary.encode() not in b"".join([*files, *shown, process.log])
    assert process.metric("otelcol_processor_incoming_items") == 0
    assert browser.complaints == []


@pytest.mark.parametrize("signal", ["traces", "logs", "metrics"])
def test_the_example_of_each_signal_is_redacted(
    signal: str, browser: Browser, process: Process
) -> None:
    page = browser.open(process.admin)
    page.wait_for_selector("#preview-sink option", state="attached")
    page.select_option("#preview-signal", signal)
    page.click("#preview-example")
    assert "jane" in page.input_value("#preview-payload").lower()
    page.click("#preview-run")
    page.wait_for_selector("#preview-changes li")
    assert "jane" not in page.inner_text("#preview-after").lower()
    assert browser.complaints == []


def test_markup_in_a_payload_stays_text(browser: Browser, process: Process) -> None:
    page = browser.open(process.admin)
    for payload in (
        as_json(traces(HOSTILE, name=HOSTILE)),
        as_json(traces("x", key=HOSTILE)),
        f"{HOSTILE} is no JSON",
        json.dumps({"resourceSpans": [{HOSTILE: HOSTILE, "scopeSpans": HOSTILE}]}),
        json.dumps({"resourceSpans": HOSTILE}),
    ):
        page.click("#preview-clear")
        redact(page, payload)
        until(
            page,
            lambda: (
                page.inner_text("#preview-error") or page.locator("#preview-result").is_visible()
            ),
        )
        assert page.evaluate("window.rang") is None
        assert page.locator("img, body script").count() == 0
        assert HOSTILE not in page.inner_text("#preview-error")
    # A refused payload is a 400, which Chromium reports; there is nothing else.
    assert all("400" in complaint for complaint in browser.complaints)


def test_a_sink_cannot_be_named_by_markup() -> None:
    with pytest.raises(ConfigError):
        validate({"gateway": {"sinks": [{"name": HOSTILE, "url": "grpc://h:1"}]}}, "spanveil.yaml")


@pytest.fixture
def hostile_state(
    configured: Any, running: Any, http_sink: Any, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """The page of a gateway whose every label is markup, had the configuration let it in."""
    shown = Shown()
    sinks = [{"name": HOSTILE, "profile": HOSTILE}]
    state = {"policy": HOSTILE, "workers": 1, "queue": True, "sinks": sinks}
    monkeypatch.setattr(shown, "state", lambda: state)
    shown.reason = HOSTILE
    for name, label in (
        ("spanveil_redacted_fields", "content_class"),
        ("spanveil_redacted_entities", "entity"),
    ):
        shown.stats.add(name, 1, **{label: HOSTILE, "treatment": HOSTILE, "exporter": HOSTILE})
    gateway = running(configured(http_sink))
    server = HttpServer(Admin(shown), "127.0.0.1:0")
    gateway.call(server.start())
    yield f"http://127.0.0.1:{server.port}"
    gateway.call(server.stop(1))


def test_markup_in_a_name_of_a_sink_stays_text(browser: Browser, hostile_state: str) -> None:
    page = browser.open(hostile_state)
    page.wait_for_selector("#sinks tbody tr")
    assert rows(page, "sinks")[0][0] == HOSTILE
    assert page.inner_text("#ready") == f"not ready: {HOSTILE}"
    assert page.evaluate("window.rang") is None
    assert page.locator("img, body script").count() == 0
    assert browser.complaints == []


def test_the_policy_stops_a_script_that_gets_in_after_all(
    browser: Browser, process: Process
) -> None:
    page = browser.open(process.admin)
    elsewhere = f"http://127.0.0.1:{free_port()}"
    assert browser.complaints == []
    page.evaluate(
        """([markup, bell, elsewhere]) => {
          document.body.insertAdjacentHTML('beforeend', markup);
          const script = document.createElement('script');
          script.textContent = bell;
          document.body.append(script);
          const form = document.createElement('form');
          form.action = elsewhere;
          document.body.append(form);
          form.submit();
          return fetch(elsewhere, {mode: 'no-cors'}).catch(() => null);
        }""",
        [HOSTILE, _BELL, elsewhere],
    )
    until(page, lambda: len([c for c in browser.complaints if c.startswith("CSP")]) >= 3)
    page.wait_for_timeout(200)
    assert page.evaluate("window.rang") is None
    assert page.url.startswith(process.admin)


class _Elsewhere(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = b"<!doctype html><title>elsewhere</title>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(BrokenPipeError):
            self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """A page of another origin."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Elsewhere)
    server.daemon_threads = True
    thread = serving(server)
    yield f"http://elsewhere.example:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_name_that_is_bound_to_loopback_later_reaches_nothing(
    browser: Browser, process: Process
) -> None:
    port = process.admin.rpartition(":")[2]
    page = browser.open(f"http://rebound.example:{port}/livez")
    for path in ("/", "/api/state"):
        answer = page.goto(f"http://rebound.example:{port}{path}")
        assert answer.status == 403
    status = page.evaluate(
        """async (body) => (await fetch('/api/preview', {
          method: 'POST', headers: {'content-type': 'application/json'}, body
        })).status""",
        json.dumps({"sink": "open", "signal": "traces", "payload": "{}"}),
    )
    assert status == 403


def test_a_page_of_another_origin_reads_and_frames_nothing(
    browser: Browser, process: Process, elsewhere: str
) -> None:
    page = browser.open(elsewhere)
    results = page.evaluate(
        """async ([admin, body]) => {
          const tried = async (path, how) => {
            try { return (await (await fetch(admin + path, how)).text()) || 'unreadable'; }
            catch { return 'refused'; }
          };
          const json = {'content-type': 'application/json'};
          return [
            await tried('/api/state', {}),
            await tried('/metrics', {}),
            await tried('/api/preview', {method: 'POST', headers: json, body}),
            await tried('/api/preview', {method: 'POST', mode: 'no-cors', body}),
          ];
        }""",
        [process.admin, json.dumps({"sink": "open", "signal": "traces", "payload": "{}"})],
    )
    assert results == ["refused", "refused", "refused", "unreadable"]
    page.evaluate(
        """(admin) => new Promise((done) => {
          const frame = document.createElement('iframe');
          frame.onload = done;
          frame.src = admin;
          document.body.append(frame);
        })""",
        process.admin,
    )
    framed = [frame for frame in page.frames if frame != page.main_frame]
    assert all("Throughput" not in frame.content() for frame in framed)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_fits_and_can_be_read(
    scheme: str, width: int, browser: Browser, process: Process
) -> None:
    post(process.http, traces("mail jane@example.com", "note"))
    page = browser.open(
        process.admin, viewport={"width": width, "height": 900}, color_scheme=scheme
    )
    page.wait_for_selector("#redacted tbody tr")
    page.click("#preview-example")
    page.click("#preview-run")
    page.wait_for_selector("#preview-changes li")
    if directory := os.environ.get("SPANVEIL_SCREENSHOTS"):
        page.screenshot(path=f"{directory}/admin-{scheme}-{width}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(_LEAST_CONTRAST) >= 4.5  # WCAG 2.2, success criterion 1.4.3


# The lowest contrast of any visible text with the colour behind it, as WCAG 2.2 defines it.
_LEAST_CONTRAST = """() => {
  const parsed = (text) => {
    const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number);
    return {rgb: [r, g, b], a};
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((value) => value / 255)
      .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const {rgb, a} = parsed(getComputedStyle(at).backgroundColor);
      if (a === 1) return rgb;
    }
    return [255, 255, 255];
  };
  let least = 21;
  for (const node of document.querySelectorAll('body *')) {
    const texts = [...node.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE);
    const isText = texts.some((child) => child.textContent.trim());
    if (!isText || !node.checkVisibility() || node.tagName === 'OPTION') continue;
    const front = luminance(parsed(getComputedStyle(node).color).rgb);
    const back = luminance(behind(node));
    const [high, low] = front > back ? [front, back] : [back, front];
    least = Math.min(least, (high + 0.05) / (low + 0.05));
  }
  return least;
}"""
