"""The ways in which services run: greenlets, a job queue, threads that carry, prefork, ASGI.

Each runs in a process of its own with the real packages. Where the tenant is lost the span is
unscoped; it never has another tenant's tag.
"""

import base64
import json
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

import pytest

from spanveil.context import KeyRing
from tests.processors.receivers import Received, attributes

KEYS = f"k1:{base64.b64encode(secrets.token_bytes(32)).decode()}"
TAGS = {name: KeyRing.from_text(KEYS).tag(name).text for name in ("acme", "globex")}
SECRET = "qwbzrtkxplmn"
PRELUDE = """
import json, sys
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from spanveil.context import ContextResolver, Membership, VerifiedClaims, bind
from spanveil.processors import protect

class Sessions:
    def verify(self, credential):
        return VerifiedClaims(user_id=credential)

resolver = ContextResolver(Sessions(), lambda user: [Membership(user, "member")])
protect()
memory = InMemorySpanExporter()
provider = TracerProvider()
provider.add_span_processor(SimpleSpanProcessor(memory))
trace.set_tracer_provider(provider)
tracer = trace.get_tracer("t")

def work(name):
    tracer.start_span(name).end()

def report():
    spans = memory.get_finished_spans()
    print(json.dumps([(span.name, span.attributes["spanveil.tenant"]) for span in spans]))
"""
GEVENT = (
    """
from gevent import monkey
monkey.patch_all()
import gevent, threading
from gevent.pool import Pool
"""
    + PRELUDE
    + """
def request(tenant):
    for _ in range(20):
        with bind(resolver.resolve(tenant)):
            gevent.sleep(0)
            span = tracer.start_span(tenant)
            gevent.sleep(0)
        span.end()
        work("after")

tenants = ("acme", "globex") * 5
gevent.joinall([gevent.spawn(request, tenant) for tenant in tenants], raise_error=True)
with bind(resolver.resolve("acme")):
    gevent.spawn(work, "after").get()
    Pool(1).apply(work, ("after",))
    thread = threading.Thread(target=work, args=("after",))
    thread.start(); thread.join()
report()
"""
)
THREADS = (
    PRELUDE
    + """
import threading
from concurrent.futures import ThreadPoolExecutor
from opentelemetry.instrumentation.threading import ThreadingInstrumentor
ThreadingInstrumentor().instrument()
pool = ThreadPoolExecutor(1)
started, go = threading.Event(), threading.Event()

def late():
    work("acme")
    started.set()
    go.wait(10)
    work("after")

for tenant in ("acme", "globex", "acme"):
    with bind(resolver.resolve(tenant)):
        pool.submit(work, tenant).result()
        thread = threading.Thread(target=work, args=(tenant,))
        thread.start(); thread.join()
pool.submit(work, "after").result()
with bind(resolver.resolve("acme")):
    thread = threading.Thread(target=late)
    thread.start(); started.wait(10)
go.set(); thread.join()
report()
"""
)
CELERY = (
    PRELUDE
    + """
from celery import Celery
from celery.contrib.testing.worker import start_worker
from opentelemetry.instrumentation.celery import CeleryInstrumentor
app = Celery("t", broker="memory://", backend="cache+memory://")
CeleryInstrumentor().instrument()

@app.task(name="job")
def job(tenant=None):
    if tenant is None:
        work("unbound")
    else:
        with bind(resolver.resolve(tenant)):
            work(tenant)

with start_worker(app, pool=sys.argv[1], concurrency=2, perform_ping_check=False):
    for number in range(6):
        with bind(resolver.resolve("acme")):
            results = [job.delay(), job.delay("globex"), job.delay("acme"), job.delay()]
        for result in results:
            result.get(timeout=20)
report()
"""
)
FASTAPI = (
    PRELUDE
    + """
from fastapi import BackgroundTasks, FastAPI
from fastapi.responses import StreamingResponse
from opentelemetry.instrumentation.fastapi import FastAPIInstrumentor
from starlette.testclient import TestClient

class Authenticated:
    def __init__(self, app):
        self.app = app
    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        tenant = dict(scope["headers"])[b"x-session"].decode()
        with bind(resolver.resolve(tenant)):
            await self.app(scope, receive, send)

app = FastAPI()
app.add_middleware(Authenticated)
FastAPIInstrumentor.instrument_app(app)

@app.get("/sync/{tenant}")
def sync(tenant: str, later: BackgroundTasks):
    work(tenant)
    later.add_task(work, tenant)
    def body():
        work(tenant)
        yield "a"
        work(tenant)
    return StreamingResponse(body(), background=later)

@app.get("/async/{tenant}")
async def asynchronous(tenant: str, later: BackgroundTasks):
    work(tenant)
    later.add_task(work, tenant)
    async def body():
        work(tenant)
        yield "a"
        work(tenant)
    return StreamingResponse(body(), background=later)

client = TestClient(app)
for tenant in ("acme", "globex") * 3:
    for kind in ("sync", "async"):
        assert client.get(f"/{kind}/{tenant}", headers={"x-session": tenant}).text == "a"
work("after")
report()
"""
)
PREFORK = (
    PRELUDE.replace("SimpleSpanProcessor(memory)", "BatchSpanProcessor(exporter)").replace(
        "provider = ", "exporter = OTLPSpanExporter(os.environ['SINK'] + '/v1/traces')\nprovider = "
    )
    + """
from opentelemetry.instrumentation.wsgi import OpenTelemetryMiddleware

def respond(environ, start_response):
    tenant = environ["HTTP_X_SESSION"]
    with bind(resolver.resolve(tenant)), tracer.start_as_current_span(tenant) as span:
        span.set_attribute("note", f"my doctor is {os.environ['SECRET']} since last year")
        span.set_attribute("app.pid", os.getpid())
    start_response("200 OK", [])
    return [str(os.getpid()).encode()]

app = OpenTelemetryMiddleware(respond)
"""
)


def environment(**more: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "SPANVEIL_TAG_KEYS": KEYS, **more}


def spans_of(package: str, program: str, *args: str) -> list[tuple[str, str]]:
    """Run a program, and return the name and the tag of each of its spans."""
    if find_spec(package.split(".")[0]) is None or find_spec(package) is None:
        pytest.skip(f"runs where {package} is installed")
    done = subprocess.run(
        [sys.executable, "-c", program, *args],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return [(name, tag) for name, tag in json.loads(done.stdout.splitlines()[-1])]


def test_greenlets() -> None:
    spans = spans_of("gevent", GEVENT)
    assert len(spans) == 403
    for name, tag in spans:
        assert tag == ("unscoped" if name == "after" else TAGS[name])


def test_threads_under_the_threading_instrumentation() -> None:
    spans = spans_of("opentelemetry.instrumentation.threading", THREADS)
    assert [name for name, _ in spans].count("after") == 2
    for name, tag in spans:
        assert tag == ("unscoped" if name == "after" else TAGS[name])


@pytest.mark.parametrize("pool", ["solo", "threads"])
def test_a_celery_worker(pool: str) -> None:
    """A broker carries no identity: a task is whose it says after its own verification."""
    spans = spans_of("celery", CELERY, pool)
    names = [name for name, _ in spans]
    assert (names.count("acme"), names.count("globex"), names.count("unbound")) == (6, 6, 12)
    for name, tag in spans:
        if name in TAGS:
            assert tag == TAGS[name]
        elif name == "unbound" or "run" in name:
            assert tag == "unscoped"


def test_background_tasks_and_streaming_bodies() -> None:
    spans = spans_of("fastapi", FASTAPI)
    assert [name for name, _ in spans].count("acme") == 24
    for name, tag in spans:
        if name in TAGS:
            assert tag == TAGS[name]
    assert ("after", "unscoped") in spans


@pytest.mark.skipif(find_spec("gunicorn") is None, reason="runs where gunicorn is installed")
@pytest.mark.parametrize("preload", [True, False])
def test_prefork(preload: bool, tmp_path: Path, otlp_http: Received) -> None:
    imports = (
        "import os\n"
        "from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter\n"
        "from opentelemetry.sdk.trace.export import BatchSpanProcessor\n"
    )
    (tmp_path / "service.py").write_text(imports + PREFORK)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "-w", "2", "-b", f"127.0.0.1:{port}"]
    server = subprocess.Popen(
        [*command, *(["--preload"] if preload else []), "service:app"],
        cwd=tmp_path,
        env=environment(SINK=otlp_http.endpoint, SECRET=SECRET, OTEL_BSP_SCHEDULE_DELAY="100"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        wait_until_it_answers(port, server)
        for tenant in ("acme", "globex") * 10:
            ask(port, tenant)
    finally:
        server.terminate()
        _, errors = server.communicate(timeout=30)
    spans = [span for span in otlp_http.spans if span.name in TAGS]
    assert len(spans) >= 20, errors[-2000:]
    for span in spans:
        assert attributes(span)["spanveil.tenant"] == TAGS[span.name]
    assert SECRET.encode() not in otlp_http.wire


def ask(port: int, tenant: str) -> bytes:
    request = urllib.request.Request(f"http://127.0.0.1:{port}/", headers={"x-session": tenant})
    with urllib.request.urlopen(request, timeout=10) as response:  # noqa: S310
        body: bytes = response.read()
    return body


def wait_until_it_answers(port: int, server: subprocess.Popen[str]) -> None:
    for _ in range(300):
        with suppress(OSError):
            ask(port, "acme")
            return
        assert server.poll() is None, "the server ended"
        time.sleep(0.1)
    raise AssertionError("the server did not answer")
